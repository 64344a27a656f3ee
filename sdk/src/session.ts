import type { TokenSource } from "./control.ts";
import { failure, NextMavensError } from "./error.ts";
import { operationTable } from "./generated/operations.ts";
import type { AnswerOf } from "./operations.ts";
import { makeSend } from "./send.ts";
import { addressOf } from "./settings.ts";
import { makeTransport, randomLetters, type TransportOptions } from "./transport.ts";

/** What signing in answers with, or what was kept of it: a refresh token is enough. */
export interface Tokens {
  readonly refreshToken: string;
  readonly accessToken?: string | undefined;
  /** When the access token ends. */
  readonly expiresAt?: string | undefined;
}

/** Where to refresh, what with, and who keeps what is new. */
export interface SessionOptions extends TransportOptions {
  /** Where the platform is, such as `https://api.example.com`. */
  readonly url: string;
  readonly tokens: Tokens;
  /** Keep what it is given, and forget what you kept before: each refresh token serves once. Calls go on when it is done. */
  readonly onRefresh?: ((tokens: Required<Tokens>) => void | Promise<void>) | undefined;
}

/** A developer who stays signed in. */
export interface Session {
  /** The token to use now; refreshed when it is about to end, once for all who ask meanwhile. Give it to `createClient`. */
  readonly accessToken: TokenSource;
  /** Signs out: ends the session on the platform, and here. */
  end(): Promise<void>;
}

/** A token this close to its end is not used any more. */
const spareMs = 30_000;

/** Keeps a developer signed in: `createClient({ url, accessToken: session.accessToken })`. */
export function createSession(options: SessionOptions): Session {
  const send = makeSend(addressOf(options.url), makeTransport(options));
  let tokens = options.tokens;
  let refreshedAt = 0;
  let pending: Promise<string> | undefined;
  let over: NextMavensError | undefined;
  /** A refresh whose answer was lost is asked for again under the same key: a used refresh token would end the session. */
  let idempotencyKey = randomLetters();

  const refresh = async (): Promise<string> => {
    const { refreshToken } = tokens;
    const answer = await send("refreshSession", operationTable.refreshSession, { refreshToken }, { idempotencyKey });
    const next = answer as AnswerOf<"refreshSession">;
    tokens = { accessToken: next.accessToken, refreshToken: next.refreshToken, expiresAt: next.expiresAt };
    refreshedAt = Date.now();
    idempotencyKey = randomLetters();
    await options.onRefresh?.({ accessToken: next.accessToken, refreshToken: next.refreshToken, expiresAt: next.expiresAt });
    return next.accessToken;
  };

  const refreshOnce = (): Promise<string> => {
    pending ??= refresh()
      .catch((error: unknown) => {
        if (error instanceof NextMavensError && error.status === 401) over = error;
        throw error;
      })
      .finally(() => {
        pending = undefined;
      });
    return pending;
  };

  return {
    async accessToken(refused) {
      if (over) throw over;
      if (pending !== undefined) return pending;
      const { accessToken, expiresAt } = tokens;
      const isUsable = accessToken !== undefined && accessToken !== refused && !isEnding(expiresAt, refreshedAt);
      return isUsable ? accessToken : refreshOnce();
    },
    async end() {
      const request = { id: "", operation: "logoutDeveloper", method: "POST", url: options.url, attempts: 0 };
      over ??= failure("session_ended", "The session was ended by end(): sign in again.", request, { status: 401 });
      await pending?.catch(() => undefined);
      const { refreshToken } = tokens;
      await send("logoutDeveloper", operationTable.logoutDeveloper, { refreshToken }, { idempotencyKey: randomLetters() });
    },
  };
}

/** A clock that runs ahead of the platform's must not lead to a refresh before every call. */
const isEnding = (expiresAt: string | undefined, refreshedAt: number): boolean =>
  expiresAt === undefined || (Date.parse(expiresAt) - Date.now() < spareMs && Date.now() - refreshedAt > spareMs);

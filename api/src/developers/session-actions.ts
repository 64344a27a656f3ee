import type { Context, Prepared } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf, OutputOf } from "../platform/operation.ts";
import { hashPassword, isForeignHash, isPassword } from "../platform/password.ts";
import { countAttempt, forgiveAttempts, refuse as refuseSignIn } from "../platform/sign-in.ts";
import { digestOf, isToken, newToken } from "../platform/token.ts";
import { type endSession, type loginDeveloper, type logoutDeveloper, type refreshSession, refuse } from "./contract.ts";
import * as developers from "./queries.ts";
import * as queries from "./session-queries.ts";

const day = 24 * 60 * 60_000;
/** A refresh token waits this long to be used; a session ends after `sessionMs` however often it was refreshed. */
const refreshMs = 30 * day;
const sessionMs = 90 * day;

interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

export const login: Prepared<InputOf<typeof loginDeveloper>, OutputOf<typeof loginDeveloper>> = {
  async prepare(before, { email, password }) {
    await countAttempt(before, "developer", email);
    const known = await before.look((db) => developers.findByEmail(db, email));
    if (!(await isPassword(password, known?.passwordHash)) || !known) throw refuseSignIn("wrong_credentials");
    const { passwordHash } = known;
    const renewed = isForeignHash(passwordHash) ? await hashPassword(password) : undefined;
    return (context) => signIn(context, { email, password, passwordHash, renewed });
  },
};

interface Verified extends InputOf<typeof loginDeveloper> {
  /** What the password was compared with. */
  readonly passwordHash: string;
  readonly renewed: string | undefined;
}

/** Whoever came from elsewhere with a hash of another kind has one of ours from the first sign-in on. */
async function signIn(context: Context, { email, password, passwordHash, renewed }: Verified) {
  const developer = await developers.findByEmail(context.db, email);
  // Changed or renewed in between: seldom enough to be looked at here.
  const isSame = developer?.passwordHash === passwordHash || (await isPassword(password, developer?.passwordHash));
  if (!developer || !isSame) throw refuseSignIn("wrong_credentials");
  await forgiveAttempts(context, "developer", email);
  if (renewed !== undefined) await developers.replaceHash(context.db, developer.id, passwordHash, renewed);
  return openSession(context, developer);
}

/** Starts a session of this developer: the first pair of tokens. */
export async function openSession(context: Context, developer: Person) {
  const { db, now, request } = context;
  const sessionId = newId("session");
  await queries.insertSession(db, {
    id: sessionId,
    developerId: developer.id,
    now,
    expiresAt: after(now, sessionMs),
    userAgent: request.userAgent,
    address: request.address,
  });
  context.audit({ action: "loginDeveloper", by: asDeveloper(developer.id), target: sessionId });
  return issuePair(context, developer, sessionId);
}

/** Each refresh token serves once; one that comes again was copied, so all that was refreshed from it ends. */
export async function refresh(context: Context, { refreshToken }: InputOf<typeof refreshSession>) {
  if (!isToken("nm_rt", refreshToken)) throw refuse("refresh_token_invalid");
  const hash = digestOf(refreshToken);
  if (!(await queries.lockRefreshToken(context.db, hash))) throw refuse("refresh_in_progress", { headers: { "retry-after": "1" } });
  const found = await queries.findRefreshToken(context.db, hash);
  if (!found || found.endedAt !== null || found.expiresAt <= context.now) throw refuse("refresh_token_invalid");
  if (found.usedAt !== null) {
    await queries.endSession(context.db, found.developerId, found.sessionId, "refresh_token_reused", context.now);
    context.audit({
      action: "endSession",
      target: found.sessionId,
      developerId: found.developerId,
      reason: "a refresh token was used twice",
    });
    throw refuse("refresh_token_reused", { keep: true });
  }
  await queries.markUsed(context.db, hash, found.sessionId, context.now);
  context.audit({ by: asDeveloper(found.developerId), target: found.sessionId });
  return issuePair(context, { id: found.developerId, email: found.email, name: found.name }, found.sessionId);
}

async function issuePair({ db, now, tokens }: Context, { id, email, name }: Person, sessionId: string) {
  const refreshToken = newToken("nm_rt");
  await queries.insertRefreshToken(db, { hash: digestOf(refreshToken), sessionId, now, expiresAt: after(now, refreshMs) });
  const { accessToken, expiresAt } = await tokens.issue("developer", id, sessionId, now);
  return { developer: { id, email, name }, accessToken, refreshToken, expiresAt };
}

/** Ends a session; of one that is over already, or was never there, nothing more is said. */
export async function logout(context: Context, { refreshToken }: InputOf<typeof logoutDeveloper>) {
  const { actor, db, now } = context;
  const family = refreshToken === undefined ? undefined : await queries.findRefreshToken(db, digestOf(refreshToken));
  const own = actor.kind === "developer" && actor.sessionId ? { developerId: actor.id, sessionId: actor.sessionId } : undefined;
  if (refreshToken === undefined && !own) throw refuse("nothing_to_end");
  const session = family ?? own;
  const ended = session ? await queries.endSession(db, session.developerId, session.sessionId, "logout", now) : 0;
  if (session && ended > 0) context.audit({ target: session.sessionId, by: asDeveloper(session.developerId) });
  else context.unchanged();
  return undefined;
}

export async function listSessions({ actor, db, now }: Context) {
  const current = actor.kind === "developer" ? actor.sessionId : undefined;
  const sessions = await queries.listSessions(db, actor.id, now);
  return { items: sessions.map((each) => ({ ...each, isCurrent: each.id === current })) };
}

export async function end(context: Context, { sessionId }: InputOf<typeof endSession>) {
  const ended = await queries.endSession(context.db, context.actor.id, sessionId, "ended_by_owner", context.now);
  if (ended === 0) throw refuse("session_not_found");
  context.audit({ target: sessionId });
  return undefined;
}

/** Whoever holds the password or the token is taken for the developer. */
export const asDeveloper = (id: string) => ({ kind: "developer", id }) as const;

const after = (now: string, ms: number) => new Date(Date.parse(now) + ms).toISOString();

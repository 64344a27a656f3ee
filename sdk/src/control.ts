import { each } from "./each.ts";
import { NextMavensError } from "./error.ts";
import type { Methods } from "./generated/methods.ts";
import { operationTable } from "./generated/operations.ts";
import type { CallOptions, OperationId } from "./operations.ts";
import { makeSend, type Place } from "./send.ts";
import { addressOf, credentialOf } from "./settings.ts";
import { makeTransport, randomLetters, type TransportOptions } from "./transport.ts";

/** Gives the token to use now. After the platform refused one it is asked again, with that one: a new one then makes the call succeed. */
export type TokenSource = (refused?: string) => string | Promise<string>;

/** Where the control plane is, and who asks. */
export interface ControlOptions extends TransportOptions {
  /** Where the platform is, such as `https://api.example.com`. */
  readonly url: string;
  /** An access token or a personal access token; or what gives the one to use now, such as a session's `accessToken`. */
  readonly accessToken?: string | TokenSource | undefined;
}

/** A method for each operation of the control plane: accounts, projects, keys, limits. */
export interface ControlClient extends Methods {}

/** A client of the control plane alone. */
export function createControlClient(options: ControlOptions): ControlClient {
  const send = makeSend(addressOf(options.url), makeTransport(options));
  const tokenOf = tokenSource(options.accessToken);

  const call = async (id: OperationId, place: Place, input: object, given: CallOptions): Promise<unknown> => {
    const callOptions = place.takesKey ? { ...given, idempotencyKey: given.idempotencyKey ?? randomLetters() } : given;
    const sendWith = (token: string | undefined) =>
      send(id, place, input, token === undefined ? callOptions : signedBy(token, callOptions));
    // Who signs in again must not be kept from it by a session that is over.
    const token = await tokenOf().catch(place.isOpen ? () => undefined : rethrow);
    try {
      return await sendWith(token);
    } catch (error) {
      const next = token !== undefined && isTokenRefused(error) ? await tokenOf(token) : undefined;
      if (next === undefined || next === token) throw error;
      return sendWith(next);
    }
  };

  const methods = Object.entries<Place>(operationTable).map(([name, place]) => {
    const id = name as OperationId;
    const method = async (input: object = {}, callOptions: CallOptions = {}) => call(id, place, input, callOptions);
    return [id, place.query?.includes("cursor") ? Object.assign(method, { each: each(method) }) : method];
  });
  // What each takes and gives is told by the generated types, of the same document as the table.
  return Object.fromEntries(methods) as unknown as ControlClient;
}

function tokenSource(given: ControlOptions["accessToken"]): (refused?: string) => Promise<string | undefined> {
  if (typeof given === "string") credentialOf("accessToken", given);
  return async (refused) => {
    const token = typeof given === "function" ? await given(refused) : given;
    return token === undefined ? undefined : credentialOf("accessToken", token);
  };
}

const signedBy = (token: string, options: CallOptions): CallOptions => ({
  ...options,
  headers: { authorization: `Bearer ${token}`, ...options.headers },
});

const isTokenRefused = (error: unknown) => error instanceof NextMavensError && error.status === 401 && error.code === "invalid_token";

const rethrow = (error: unknown): never => {
  throw error;
};

import type { KeyObject } from "node:crypto";
import type { Refusal } from "./refusal.ts";

/** What the data plane asks of the gate before and after each request. `http/gate.ts` implements it. */
export interface Gate {
  /** Throws the Refusal 401 `invalid_api_key`; synchronous when the key is remembered. */
  identify(key: string): Holder | Promise<Holder>;
  /** Throws the Refusal 403 `project_suspended` or 429 `quota_exceeded`; counts one request. */
  admit(holder: Holder, act: Act): void | Promise<void>;
  /** Leave to write for a request let in as one that reads, before it was known what it does; throws 429, and counts no further request. */
  grow(holder: Holder): void | Promise<void>;
  /** How many more rows the project may insert or update just now, as far as this process knows; 0 at a limit on growing. */
  room(holder: Holder): number | Promise<number>;
  /** The refusal of a request that wants more than there is room for. */
  noRoom(holder: Holder): Refusal;
  /** What an answer tells of limits of which half or more is used, for `x-quota-warning`. */
  warning(holder: Holder): string | undefined;
  /** Throws 429 where a database of this size is at its project's cap; nothing of it is kept. */
  checkSize(holder: Holder, databaseBytes: number): void;
  /** How many bytes went out on its connection as the answer to a request that was let in. */
  sent(holder: Holder, bytes: number): void;
  /** What came of it: rows written; a 5xx, which is ours, gives the request back. */
  settle(holder: Holder, result: Outcome): void;
}

/** Who holds a key: one project, one tenant. */
export interface Holder {
  readonly keyId: string;
  readonly kind: "publishable" | "secret";
  readonly scopes: readonly string[];
  readonly projectId: string;
  readonly tenantId: string;
  readonly developerId: string;
  readonly secrets: TenantPasswords;
  /** The schemas of its database that the data plane shows; the first is meant where none is said. */
  readonly exposedSchemas: readonly string[];
  readonly bounds: Bounds;
  /** Sessions of its database that each process may have open at a time. */
  readonly sessionsMax: number;
  /** Absent where the project believes no end user. */
  readonly trust?: Trust | undefined;
}

/** By what a project believes the tokens of its end users. */
export interface Trust {
  /** What the project signs tokens with itself, as HS256. */
  readonly secret: KeyObject | undefined;
  /** Where an issuer publishes the keys that its tokens verify with. */
  readonly jwksUrl: string | null;
  /** The `iss` that every token must have. */
  readonly issuer: string | null;
  /** A token must be for one of these; empty: for anybody. */
  readonly audience: readonly string[];
  readonly clockSkewSeconds: number;
  /** Whether a token by the issuer's keys may have the role that row-level security does not bind. */
  readonly issuerGrantsServiceRole: boolean;
}

/** How far one request may go, as the plan of the project's developer says. */
export interface Bounds {
  /** What SQL of one request may compute. */
  readonly queryMs: number;
  /** Of a streamed answer of SQL. */
  readonly queryRowsMax: number;
  readonly queryBytesMax: number;
  /** An import, an export or a streamed answer, the client's sending and reading included. */
  readonly bulkMs: number;
  readonly importBytesMax: number;
}

/** The passwords of a tenant's logins, by what each login is for. */
export type TenantPasswords = Readonly<Record<"anon" | "user" | "service" | "owner" | "ro", string>>;

export interface Act {
  /** It may make the database grow. */
  readonly writes: boolean;
  /** It writes, but only takes away. */
  readonly shrinks?: boolean;
}

export interface Outcome {
  /** As it was admitted: a row was set aside for each act that may grow. */
  readonly act: Act;
  readonly status: number;
  readonly rowsWritten: number;
  readonly durationMs: number;
  /** A limit stood in its way after all: it is given back, and counts as refused. */
  readonly isRefused?: boolean;
}

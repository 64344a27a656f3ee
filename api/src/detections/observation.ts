/** By which door a request came. `auth`: a developer signs up or in; `control`: the rest of the control plane. */
export const doors = ["rest", "rpc", "sql", "schema", "bulk", "auth", "control"] as const;
export type Door = (typeof doors)[number];

/**
 * One request as detectors see it, told once it is answered or refused. Nothing in it is what somebody wrote or where they
 * are: addresses and bodies come as digests, and of a URL no more is kept than the name of what was asked for.
 */
export interface Observation {
  /** When it was answered, in milliseconds since 1970. */
  readonly at: number;
  /** Null where no key said whose request it is: a bad key, or nobody signed in. */
  readonly projectId: string | null;
  readonly keyId: string | null;
  readonly keyKind: "publishable" | "secret" | null;
  /** Digest, under a key of this installation, of the address that it came from; the same in every process. Null where none is known. */
  readonly address: string | null;
  /** The same of the network: the first 24 bits of an IPv4 address, 48 of an IPv6 one. */
  readonly network: string | null;
  readonly door: Door;
  /** As it was sent, in capitals. */
  readonly method: string;
  /** The relation or function that was named, whether or not there is one; at other doors the operation. At most 63 characters, and `""` where nothing was named. */
  readonly target: string;
  /** As it was answered. */
  readonly status: number;
  /** Why it was refused: the code of a refusal (`invalid_api_key`, `quota_exceeded`), of the dialect (`PGRST205`), or PostgreSQL's SQLSTATE (`42501`). */
  readonly code: string | null;
  /** Inserted, updated and deleted. */
  readonly rowsWritten: number;
  /** It changed the schema, or tried to. */
  readonly isDdl: boolean;
  /** It took a whole table away: by the door for exports, or by a read that leaves no row out. */
  readonly isExport: boolean;
  /** Its filters or its body hold what only somebody sends who looks for a hole: `' or 1=1 --`, `union select`, `pg_sleep(`. */
  readonly isProbe: boolean;
  /** It asked to open an account. */
  readonly isSignUp: boolean;
  /** Digest of a body that was to be written; the same body gives the same, whoever sends it. */
  readonly bodyDigest: string | null;
  readonly durationMs: number;
  /** Of the body of its answer. */
  readonly bytesOut: number;
}

/** Hears of requests as they are answered. Called on the hot path: it takes what it is given and comes back at once. */
export type Observe = (observation: Observation) => void;

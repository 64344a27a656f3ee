import { createLocalJWKSet, type JWTVerifyGetKey } from "jose";
import { LRUCache } from "lru-cache";
import { refuse } from "../contract.ts";

/** The keys that an issuer published. */
export interface KeySet {
  readonly find: JWTVerifyGetKey;
  readonly readAt: number;
}

export interface KeysGiven {
  /** What is at an issuer's address. */
  readonly read: (url: string) => Promise<Buffer>;
  readonly clock: () => number;
}

interface Known {
  set?: KeySet;
  askedAt: number;
  failure?: string;
  reading?: Promise<KeySet>;
}

const freshMs = 10 * 60_000;
/** An issuer that is away does not shut its users out, for so long. */
const usableMs = 24 * 60 * 60_000;
/** Neither made-up key ids nor an issuer that is away make us ask more often. */
const askAgainMs = { whenMissing: 30_000, whenFailed: 5_000 } as const;
const issuersMax = 1_000;
const keysMax = 100;
const readingsMax = 16;

/** Issuers' keys by their address, read when they are needed and remembered for a while. */
export class IssuerKeys {
  readonly #given: KeysGiven;
  readonly #known = new LRUCache<string, Known>({ max: issuersMax });
  #readings = 0;

  constructor(given: KeysGiven) {
    this.#given = given;
  }

  async get(url: string): Promise<KeySet> {
    const { set } = this.#of(url);
    if (set && this.#ageOf(set) < freshMs) return set;
    try {
      return await this.#read(url, askAgainMs.whenFailed);
    } catch (error) {
      if (set && this.#ageOf(set) < usableMs) return set;
      throw error;
    }
  }

  /** The keys read anew, since one was missing among these; undefined when that was done just now. */
  async newerThan(url: string, missing: KeySet): Promise<KeySet | undefined> {
    const { set, reading } = this.#of(url);
    if (set && set !== missing) return set;
    if (!reading && this.#ageOf(missing) < askAgainMs.whenMissing) return undefined;
    return this.#read(url, askAgainMs.whenMissing).catch(() => undefined);
  }

  #read(url: string, notWithinMs: number): Promise<KeySet> {
    const known = this.#of(url);
    if (known.reading) return known.reading;
    if (this.#given.clock() - known.askedAt < notWithinMs) return Promise.reject(unavailable(known.failure));
    if (this.#readings >= readingsMax) return Promise.reject(unavailable("too many issuers are being asked just now"));
    this.#readings += 1;
    known.askedAt = this.#given.clock();
    const reading = this.#given.read(url).then((bytes) => ({ find: setOf(bytes), readAt: known.askedAt }));
    known.reading = reading.then(
      (set) => {
        this.#readings -= 1;
        this.#known.set(url, { set, askedAt: set.readAt });
        return set;
      },
      (error: unknown) => {
        this.#readings -= 1;
        delete known.reading;
        known.failure = error instanceof Error ? error.message : String(error);
        throw unavailable(known.failure);
      },
    );
    return known.reading;
  }

  #of(url: string): Known {
    const known = this.#known.get(url) ?? { askedAt: Number.NEGATIVE_INFINITY };
    this.#known.set(url, known);
    return known;
  }

  #ageOf({ readAt }: KeySet): number {
    return this.#given.clock() - readAt;
  }
}

function setOf(bytes: Buffer): JWTVerifyGetKey {
  const jwks = JSON.parse(bytes.toString("utf8"));
  if (Array.isArray(jwks?.keys) && jwks.keys.length > keysMax) throw new Error(`it holds more than ${keysMax} keys`);
  return createLocalJWKSet(jwks);
}

const unavailable = (because = "it was asked a moment ago") =>
  refuse("issuer_unavailable", {
    details: { details: `The keys at jwksUrl could not be read: ${because}.` },
    headers: { "retry-after": "5" },
  });

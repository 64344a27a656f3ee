/** How a refusal is declared: its HTTP status and the sentence people read. */
export type RefusalTable<Code extends string = string> = Record<Code, readonly [status: number, message: string]>;

export interface DeclaredRefusal {
  readonly code: string;
  readonly status: number;
  readonly message: string;
}

/** What a refusal may add to its body (`details`, shown to the caller) and to the answer's headers. */
export interface RefusalExtras {
  readonly details?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Keep what the action wrote before it refused (a revoked session, an audit entry). */
  readonly keep?: boolean;
}

/** A request we understood and decided against. Anything else that is thrown is our bug. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly keep: boolean;

  constructor({ code, status, message }: DeclaredRefusal, extras: RefusalExtras = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.details = extras.details ?? {};
    this.headers = extras.headers ?? {};
    this.keep = extras.keep ?? false;
  }
}

/**
 * Declares the refusals of a feature. The returned function makes one by its code;
 * `declare` names those an operation may answer with, for its contract and its documentation.
 */
export function refusals<Code extends string>(table: RefusalTable<Code>) {
  const declared = (code: Code): DeclaredRefusal => ({ code, status: table[code][0], message: table[code][1] });
  const refuse = (code: Code, extras?: RefusalExtras) => new Refusal(declared(code), extras);
  const all = () => (Object.keys(table) as Code[]).map(declared);
  everywhere.push(...all());
  return Object.assign(refuse, { declare: (...codes: Code[]) => codes.map(declared), all });
}

const everywhere: DeclaredRefusal[] = [];

/** What any module that was loaded may refuse with: each is promised a page, so that none can be forgotten there. */
export const everyRefusal = (): readonly DeclaredRefusal[] => everywhere;

import { randomBytes } from "node:crypto";
import type { Messages } from "./messages.ts";

/** A statement kept prepared on each session by a name that means this text and no other. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
  /** Without a context, whether it may write. */
  readonly writes?: boolean;
  /** Asked so seldom that it is planned each time, rather than that every session's backend keeps the plan. */
  readonly isSeldom?: boolean;
}

/** Longer statements are not kept: a hundred of them would fill the backend's memory. */
const keptTextMax = 30_000;

/** Each costs the backend memory. */
const keptMax = 100;

/**
 * Which statements a session has prepared; where there are too many, the one longest unused goes first. Code of the tenant's can
 * deallocate all of them, but put its own in the place of one only by its name: so the names can't be guessed.
 */
export class Prepared {
  /** Whether nobody on the session can read them either. Where somebody can, nothing is kept from one trip to the next. */
  areNamesHidden = false;
  readonly #secret = randomBytes(12).toString("base64url");
  /** By the statement's own name, that on this session: made once, for many trips ask for it. */
  readonly #known = new Map<string, string>();
  readonly #asked = new Map<string, string>();

  /** Prepares it unless that is known to be done, and gives its name on this session. What a failed trip left half done is closed first. */
  ensure(messages: Messages, statement: NamedStatement): string {
    const { text, isSeldom } = statement;
    if (isSeldom || !this.areNamesHidden || text.length > keptTextMax) {
      messages.parse("", text);
      return "";
    }
    const known = this.#known.get(statement.name);
    if (known !== undefined) {
      this.#known.delete(statement.name);
      this.#known.set(statement.name, known);
      return known;
    }
    const name = this.#secret + statement.name;
    this.#makeRoom(messages);
    messages.close(name);
    messages.parse(name, text);
    this.#asked.set(statement.name, name);
    return name;
  }

  /** The trip succeeded, so what it prepared is there. */
  confirm(): void {
    if (this.#asked.size === 0) return;
    for (const [statement, name] of this.#asked) this.#known.set(statement, name);
    this.#asked.clear();
  }

  /** The trip failed: what it wanted to prepare may or may not be there. */
  doubt(): void {
    this.#asked.clear();
  }

  /** Somebody deallocated what was there. */
  forgetAll(): void {
    this.#known.clear();
    this.#asked.clear();
  }

  #makeRoom(messages: Messages): void {
    if (this.#known.size < keptMax) return;
    const [oldest] = this.#known;
    if (oldest === undefined) return;
    const [statement, name] = oldest;
    this.#known.delete(statement);
    messages.close(name);
  }
}

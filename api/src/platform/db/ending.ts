import { Exchange, type Value, type Wire } from "./exchange.ts";
import type { Messages } from "./messages.ts";
import type { NamedStatement, Prepared } from "./prepared.ts";

/** A statement that is the last of its transaction. */
export interface LastStatement {
  readonly statement: NamedStatement;
  readonly values: readonly Value[];
}

const commit: NamedStatement = { name: "nm_commit", text: "commit" };

/** The last statements of a transaction and its commit, in one trip. Where one fails, PostgreSQL skips all up to the sync: nothing is committed. */
export class Ending extends Exchange<void> {
  /** By which pg's client hears that it need not wait for the answer any more. */
  callback: (error: Error | null) => void = () => undefined;
  readonly #prepared: Prepared;
  readonly #last: readonly LastStatement[];

  constructor(prepared: Prepared, last: readonly LastStatement[]) {
    super();
    this.#prepared = prepared;
    this.#last = last;
  }

  protected override say(messages: Messages): void {
    for (const { statement, values } of this.#last) messages.run(this.#prepared.ensure(messages, statement), values);
    messages.run(this.#prepared.ensure(messages, commit), []);
    messages.sync();
  }

  override handleReadyForQuery(wire: Wire): void {
    this.callback(null);
    super.handleReadyForQuery(wire);
  }

  override handleError(error: Error, wire: Wire): void {
    this.callback(error);
    this.#prepared.doubt();
    super.handleError(error, wire);
  }

  protected override conclude(): void {
    this.#prepared.confirm();
  }
}

import { type Column, Exchange, type Row, type Value } from "./exchange.ts";
import type { Messages } from "./messages.ts";

export interface PortalAnswer {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** PostgreSQL's own words for what it did, such as `INSERT 0 3`; empty when it was stopped at the limit. */
  readonly tag: string;
  /** There are more rows than were to be read. */
  readonly hasMore: boolean;
}

/** One statement of somebody else's making: by the extended protocol, which takes no second one, and read up to a number of rows. */
export class Portal extends Exchange<PortalAnswer> {
  readonly #text: string;
  readonly #values: readonly Value[];
  readonly #rowsMax: number;
  readonly #rows: Row[] = [];
  #columns: readonly Column[] = [];
  #tag = "";
  #hasMore = false;

  constructor(text: string, values: readonly Value[], rowsMax: number) {
    super();
    this.#text = text;
    this.#values = values;
    this.#rowsMax = rowsMax;
  }

  protected override say(messages: Messages): void {
    messages.parse("", this.#text);
    messages.bind("", this.#values);
    messages.describe();
    messages.execute(this.#rowsMax);
    messages.sync();
  }

  override handleRowDescription({ fields }: { readonly fields: readonly Column[] }): void {
    this.#columns = fields;
  }

  override handleDataRow({ fields }: { readonly fields: Row }): void {
    this.#rows.push(fields);
  }

  override handleCommandComplete({ text }: { readonly text: string }): void {
    this.#tag = text;
  }

  override handlePortalSuspended(): void {
    this.#hasMore = true;
  }

  protected override conclude(): PortalAnswer {
    return { columns: this.#columns, rows: this.#rows, tag: this.#tag, hasMore: this.#hasMore };
  }
}

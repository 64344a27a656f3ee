import { type Column, Exchange, type Row, type Value } from "./exchange.ts";
import { Flow, type Take } from "./flow.ts";
import type { Messages } from "./messages.ts";

/** The portal of a transaction whose rows are read page by page. */
const portal = "nm_rows";

/** Makes one statement of somebody else's making ready to be read page by page in this transaction; tells its columns. */
export class Opening extends Exchange<readonly Column[]> {
  readonly #text: string;
  readonly #values: readonly Value[];
  #columns: readonly Column[] = [];

  constructor(text: string, values: readonly Value[]) {
    super();
    this.#text = text;
    this.#values = values;
  }

  protected override say(messages: Messages): void {
    messages.parse("", this.#text);
    messages.bind("", this.#values, portal);
    messages.describePortal(portal);
    messages.sync();
  }

  override handleRowDescription({ fields }: { readonly fields: readonly Column[] }): void {
    this.#columns = fields;
  }

  protected override conclude(): readonly Column[] {
    return this.#columns;
  }
}

export interface PageAnswer {
  readonly rows: number;
  readonly bytes: number;
  /** PostgreSQL's own words for what it did; empty while there is more. */
  readonly tag: string;
  readonly hasMore: boolean;
  /** How long whoever takes the rows made PostgreSQL wait. */
  readonly waitedMs: number;
}

/** The next rows of what was made ready. */
export class Page extends Flow<PageAnswer> {
  readonly #rowsMax: number;
  readonly #take: Take<Row>;
  #rows = 0;
  #tag = "";
  #hasMore = false;

  constructor(rowsMax: number, take: Take<Row>) {
    super();
    this.#rowsMax = rowsMax;
    this.#take = take;
  }

  protected override say(messages: Messages): void {
    messages.fetch(portal, this.#rowsMax);
    messages.sync();
  }

  override handleDataRow({ fields }: { readonly fields: Row }): void {
    this.#rows += 1;
    this.pass(fields, this.#take);
  }

  override handleCommandComplete({ text }: { readonly text: string }): void {
    this.#tag = text;
  }

  override handlePortalSuspended(): void {
    this.#hasMore = true;
  }

  protected override conclude(): PageAnswer {
    return { rows: this.#rows, bytes: this.bytesRead, tag: this.#tag, hasMore: this.#hasMore, waitedMs: this.waitedMs };
  }
}

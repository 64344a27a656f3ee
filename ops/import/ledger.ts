import { type TableName, tableNames } from "./source.ts";

/** Something that a person may want to know about one row. */
export interface Finding {
  readonly table: TableName;
  readonly id: string;
  /** Taken otherwise than it was, left behind for good, or failed and to be tried again. */
  readonly kind: "changed" | "refused" | "failed";
  readonly what: string;
}

export interface Counts {
  /** Rows there are. */
  found: number;
  /** Taken by an earlier run. */
  already: number;
  /** To be taken, or taken where this run writes. */
  taken: number;
  changed: number;
  refused: number;
  failed: number;
}

/** What becomes of each row, counted by table. */
export class Ledger {
  readonly counts: Record<TableName, Counts>;
  readonly findings: Finding[] = [];

  constructor() {
    const none = (): Counts => ({ found: 0, already: 0, taken: 0, changed: 0, refused: 0, failed: 0 });
    this.counts = Object.fromEntries(tableNames.map((table) => [table, none()])) as Record<TableName, Counts>;
  }

  count(table: TableName, what: "found" | "already" | "taken", by = 1): void {
    this.counts[table][what] += by;
  }

  changed(table: TableName, id: string, what: string): void {
    this.#note({ table, id, kind: "changed", what });
  }

  refused(table: TableName, id: string, what: string): void {
    this.#note({ table, id, kind: "refused", what });
  }

  /** It was to be taken, and was not; the next run tries again. */
  failed(table: TableName, id: string, what: string): void {
    this.counts[table].taken -= 1;
    this.#note({ table, id, kind: "failed", what });
  }

  get hasFailed(): boolean {
    return tableNames.some((table) => this.counts[table].failed > 0);
  }

  #note(finding: Finding): void {
    this.counts[finding.table][finding.kind] += 1;
    this.findings.push(finding);
  }
}

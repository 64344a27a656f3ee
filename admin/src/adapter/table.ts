import { Resource, ResourceMetadata } from "@adminjs/sql";
import { join, name, type Sql, sql } from "@nextmavens/api/platform/db/sql";
import type { Store } from "@nextmavens/api/platform/db/store";
import { BaseRecord, type Filter, type ParamsType } from "adminjs";
import { z } from "zod";
import { type Column, type Relation, relationId } from "./catalog.ts";
import { conditionsOf, type Wanted, type Wishes } from "./conditions.ts";
import { ColumnProperty } from "./property.ts";

/** No list is counted or paged beyond this: filters find what is further back. */
export const countedAtMost = 10_000;

const Row = z.record(z.string(), z.unknown());
export type Row = z.output<typeof Row>;

export interface PageWish {
  readonly wishes: Wishes;
  /** What else rows must be. */
  readonly where?: Sql | undefined;
  readonly columns?: readonly string[];
  readonly sort?: { readonly by: string; readonly direction: "asc" | "desc" };
  readonly limit: number;
  readonly offset: number;
}

/** A relation bound to the store it is read from; what AdminJS is given as the resource. */
export class TableMetadata extends ResourceMetadata {
  readonly relation: Relation;
  readonly store: Store;

  constructor(database: string, relation: Relation, store: Store) {
    const properties = relation.columns.map((column, i) => new ColumnProperty(column, i + 1, column.name === relation.key));
    // The stock query builder is never reached: every method that would use it is overridden below.
    super("postgresql", undefined as never, database, relation.schema, relation.name, properties);
    this.relation = relation;
    this.store = store;
  }
}

const readOnly = "The console reads by this adapter and writes by actions.";

/** A record that also keeps its row as it was read: AdminJS takes lists apart. */
export class TableRecord extends BaseRecord {
  readonly row: Row;

  constructor(row: Row, table: Table) {
    super(row, table);
    this.row = row;
  }
}

/** Reads a table for AdminJS, and never writes: changes are the actions' business. */
export class Table extends Resource {
  static override isAdapterFor(resource: unknown): boolean {
    return resource instanceof TableMetadata;
  }

  readonly metadata: TableMetadata;
  readonly relation: Relation;
  private readonly store: Store;
  private readonly byName: ReadonlyMap<string, Column>;

  constructor(metadata: TableMetadata) {
    super(metadata);
    this.metadata = metadata;
    this.relation = metadata.relation;
    this.store = metadata.store;
    this.byName = new Map(metadata.relation.columns.map((column) => [column.name, column]));
  }

  override id(): string {
    return relationId(this.relation.schema, this.relation.name);
  }

  column(columnName: string): Column | undefined {
    return this.byName.get(columnName);
  }

  /** Only the columns asked for, sorted with the key as the last word so that pages never overlap. */
  async rows(wish: PageWish): Promise<Row[]> {
    if (wish.offset >= countedAtMost) return [];
    const where = conditionsOf(wish.wishes, wish.where);
    return this.read(sql`
      select ${this.selected(wish.columns)} from ${this.source()} ${where}
      ${this.ordered(wish.sort)} limit ${Math.min(wish.limit, countedAtMost)} offset ${wish.offset}`);
  }

  /** At most one more than `countedAtMost`, whatever the table's size. */
  async counted(wishes: Wishes, where?: Sql): Promise<number> {
    const [row = {}] = await this.read(
      sql`select count(*) as n from (select from ${this.source()} ${conditionsOf(wishes, where)} limit ${countedAtMost + 1}) bounded`,
    );
    const { n } = row;
    return Number(n ?? 0);
  }

  /** The rows of these keys, as far as there are any. */
  rowsOf(keys: readonly string[], columns?: readonly string[]): Promise<Row[]> {
    const wanted = keys.filter((key) => !key.includes("\0"));
    return this.read(
      sql`select ${this.selected(columns)} from ${this.source()} where ${name(this.relation.key)}::text = any(${wanted}) limit ${countedAtMost}`,
    );
  }

  /** What these rows are called, by their key. */
  async titles(column: string, keys: readonly string[]): Promise<Row> {
    const key = name(this.relation.key);
    const rows = await this.read(sql`select ${key} as key, ${name(column)} as title from ${this.source()} where ${key} = any(${keys})`);
    return Object.fromEntries(rows.map(({ key: each, title }) => [String(each), title]));
  }

  override count(filter: Filter): Promise<number> {
    return this.counted(this.wishesOf(filter));
  }

  override async find(
    filter: Filter,
    options: { limit?: number; offset?: number; sort?: { sortBy?: string; direction?: "asc" | "desc" } },
  ): Promise<BaseRecord[]> {
    const { sortBy, direction = "asc" } = options.sort ?? {};
    const rows = await this.rows({
      wishes: this.wishesOf(filter),
      limit: options.limit ?? 50,
      offset: options.offset ?? 0,
      ...(sortBy ? { sort: { by: sortBy, direction } } : {}),
    });
    return rows.map((row) => this.build(row));
  }

  override async findOne(id: string): Promise<BaseRecord | null> {
    return (await this.findMany([id]))[0] ?? null;
  }

  override async findMany(ids: (string | number)[]): Promise<BaseRecord[]> {
    return (await this.rowsOf(ids.map(String))).map((row) => this.build(row));
  }

  override build(row: Row): TableRecord {
    return new TableRecord(row, this);
  }

  override create(): Promise<ParamsType> {
    throw new Error(readOnly);
  }

  override update(): Promise<ParamsType> {
    throw new Error(readOnly);
  }

  override delete(): Promise<void> {
    throw new Error(readOnly);
  }

  private read(query: Sql): Promise<Row[]> {
    return this.store.transact("platform", (db) => db.many(Row, query));
  }

  private source(): Sql {
    return name(this.relation.schema, this.relation.name);
  }

  private selected(names?: readonly string[]): Sql {
    const wanted = new Set([this.relation.key, ...(names ?? this.byName.keys())]);
    return join(this.relation.columns.filter(({ name: columnName }) => wanted.has(columnName)).map(selectedAs));
  }

  private ordered(sort: PageWish["sort"]): Sql {
    const down = sort?.direction === "desc";
    const by = sort && this.byName.get(sort.by);
    const key = this.byName.get(this.relation.key);
    const columns = [by?.kind === "json" ? undefined : by, key].filter((each) => each !== undefined);
    return sql`order by ${join([...new Set(columns)].map((each) => orderOf(each, down)))}`;
  }

  /** AdminJS hands over whatever the address said; what names no column of ours is not a wish. */
  private wishesOf(filter: Filter | undefined): Wishes {
    return Object.entries(filter?.filters ?? {}).flatMap(([path, { value }]) => {
      const column = this.byName.get(path);
      const wanted = wantedOf(value);
      return column && wanted !== undefined ? [[column, wanted] as const] : [];
    });
  }
}

/** Empty ones last either way; where there are none, an index can serve the order. */
const orderOf = (column: Column, down: boolean): Sql => {
  const direction = down ? sql`desc` : sql`asc`;
  return column.isRequired ? sql`${name(column.name)} ${direction}` : sql`${name(column.name)} ${direction} nulls last`;
};

const wantedOf = (value: unknown): Wanted | undefined => {
  if (typeof value === "string") return value === "" ? undefined : value;
  if (typeof value !== "object" || value === null) return undefined;
  const { from, to } = value as { from?: unknown; to?: unknown };
  return { ...(typeof from === "string" ? { from } : {}), ...(typeof to === "string" ? { to } : {}) };
};

/** As text where the driver would lose or remake something; documents as people read them. */
const selectedAs = (column: Column): Sql => {
  const itself = name(column.name);
  if (column.isArray) return sql`${itself}::text[] as ${itself}`;
  if (column.kind === "json") return sql`jsonb_pretty(${itself}::jsonb) as ${itself}`;
  if (column.kind === "bytes") return sql`encode(${itself}, 'hex') as ${itself}`;
  return ["uuid", "date", "other"].includes(column.kind) ? sql`${itself}::text as ${itself}` : itself;
};

import { Resource, ResourceMetadata } from "@adminjs/sql";
import { join, name, type Sql, sql } from "@nextmavens/api/platform/db/sql";
import type { Store } from "@nextmavens/api/platform/db/store";
import { BaseRecord, type Filter, type ParamsType } from "adminjs";
import { z } from "zod";
import { type Column, type Relation, relationId } from "./catalog.ts";
import { conditionOf, type Wanted, type Wishes } from "./conditions.ts";
import { type MadeAt, momentsOf } from "./made-at.ts";
import { ColumnProperty } from "./property.ts";
import { orderOf, type Part, type Sort } from "./served.ts";

/** No list is counted or paged beyond this: filters find what is further back. */
export const countedAtMost = 10_000;

/** What no index finds or puts in order is done among so many rows, the first of the list's own order. */
export const lookedThroughAtMost = 50_000;

const Row = z.record(z.string(), z.unknown());
export type Row = z.output<typeof Row>;

/** Which rows, and in which order. */
export interface ListWish {
  readonly wishes: Wishes;
  /** What else rows must be, by an index. */
  readonly where?: Sql | undefined;
  readonly sort?: Sort;
  /** The list's own order; an index has it. */
  readonly usual?: Sort | undefined;
  readonly madeAt?: MadeAt | undefined;
}

export interface PageWish extends ListWish {
  readonly columns?: readonly string[];
  readonly limit: number;
  readonly offset: number;
}

export interface Counted {
  readonly total: number;
  /** There may be more of them than those that were looked through. */
  readonly isPart: boolean;
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
    return wish.offset >= countedAtMost ? [] : this.read(this.pageOf(wish));
  }

  /** The statement that reads a page. */
  pageOf(wish: PageWish): Sql {
    const { source, where, order } = this.found(wish);
    return sql`
      select ${this.selected(wish.columns)} from ${source} ${where}
      ${order} limit ${Math.min(wish.limit, countedAtMost)} offset ${wish.offset}`;
  }

  /** At most one more than `countedAtMost`, whatever the table's size. */
  async counted(wish: ListWish): Promise<Counted> {
    const { source, where, isPart } = this.found(wish);
    const counting = isPart
      ? sql`select count(*) filter (${where}) as total, count(*) = ${lookedThroughAtMost} as "isPart" from ${source}`
      : sql`select count(*) as total, false as "isPart" from (select from ${source} ${where} limit ${countedAtMost + 1}) bounded`;
    const [row = {}] = await this.read(counting);
    return { total: Math.min(Number(row["total"] ?? 0), countedAtMost + 1), isPart: row["isPart"] === true };
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

  override async count(filter: Filter): Promise<number> {
    return (await this.counted({ wishes: this.wishesOf(filter) })).total;
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

  private all(): Sql {
    return join(this.relation.columns.map((column) => name(column.name)));
  }

  private selected(names?: readonly string[]): Sql {
    const wanted = new Set([this.relation.key, ...(names ?? this.byName.keys())]);
    return join(this.relation.columns.filter(({ name: columnName }) => wanted.has(columnName)).map(selectedAs));
  }

  /** Where the rows are that a list wants: in the table where indexes find and order them, and else in a part of what they find. */
  private found({ wishes, where, sort, usual, madeAt }: ListWish) {
    const parts = wishes.map(
      ([column, wanted]) => momentsOf(this.relation, madeAt, column, wanted) ?? conditionOf(this.relation, column, wanted),
    );
    // By when a row was made is by its id, which an index has.
    const orderBy = (wished: Sort | undefined) =>
      orderOf(this.relation, madeAt && wished?.by === madeAt.column ? { ...wished, by: this.relation.key } : wished);
    const order = orderBy(sort);
    const served = [...parts.filter(({ isServed }) => isServed), ...(where ? [{ sql: where }] : [])];
    const rest = parts.filter(({ isServed }) => !isServed);
    const isUsual = sort?.by === usual?.by && sort?.direction === usual?.direction;
    if (rest.length === 0 && (order.isServed || isUsual))
      return { source: this.source(), where: allOf(served), order: order.sql, isPart: false };
    const first = sql`select ${this.all()} from ${this.source()} ${allOf(served)} ${orderBy(usual).sql} limit ${lookedThroughAtMost}`;
    return {
      source: sql`(${first}) as ${name(this.relation.name)}`,
      where: allOf(rest.length > 0 ? rest : [{ sql: sql`true` }]),
      order: order.sql,
      isPart: true,
    };
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

const allOf = (parts: readonly Pick<Part, "sql">[]): Sql =>
  parts.length === 0
    ? sql``
    : sql`where ${join(
        parts.map((each) => each.sql),
        " and ",
      )}`;

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

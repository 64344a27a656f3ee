import { LRUCache } from "lru-cache";
import { fault } from "../fault.ts";
import {
  type Argument,
  comparisons,
  type Filter,
  type Level,
  type OrderItem,
  pathGlue,
  type Query,
  type SelectItem,
  searches,
} from "./ast.ts";
import { readFilter, readLogic, readPlace, readWords } from "./filter.ts";
import { readColumns, readOrder } from "./order.ts";
import { readSelect } from "./select.ts";

/** Numbers of rows that PostgreSQL and a double both hold exactly. */
const countMax = Number.MAX_SAFE_INTEGER;

interface Draft {
  filters: Filter[];
  order: readonly OrderItem[];
  limit: number | undefined;
  offset: number | undefined;
}
const newDraft = (): Draft => ({ filters: [], order: [], limit: undefined, offset: undefined });

type Pair = readonly [string, string];

/**
 * The parameters of a URL. Each pair that is no word of the grammar is a filter, and all of them must hold; for a function,
 * those whose value begins with no operator are its arguments.
 */
export function readQuery(pairs: readonly Pair[], isCall = false): Query {
  const draft = new QueryDraft(isCall);
  for (const [name, value] of pairs) draft.add(name, value);
  return draft.finish();
}

class QueryDraft {
  readonly #isCall: boolean;
  readonly #values: string[] = [];
  readonly #root = newDraft();
  readonly #embedded = new Map<string, Draft>();
  readonly #args: Argument[] = [];
  #select: readonly SelectItem[] | undefined;
  #columns: readonly string[] | undefined;
  #onConflict: readonly string[] | undefined;
  #offset = 0;
  #shape = "";

  constructor(isCall: boolean) {
    this.#isCall = isCall;
  }

  add(name: string, value: string): void {
    switch (name) {
      case "select":
        this.#select ??= value === "" ? selectAll : remembered(selects, value, readSelect);
        break;
      case "columns":
        this.#columns = readColumns(value, "columns parameter");
        break;
      case "on_conflict":
        this.#onConflict = readColumns(value, "on_conflict parameter");
        break;
      case "order":
        this.#root.order = remembered(orders, value, readOrder);
        break;
      case "limit":
        this.#root.limit = readCount(name, value);
        break;
      case "offset":
        this.#offset = readCount(name, value) ?? 0;
        return;
      default:
        this.#addOther(name, value);
        return;
    }
    this.#shape += `\0${name}=${value}`;
  }

  #addOther(name: string, value: string): void {
    const word = name.slice(name.lastIndexOf(".") + 1);
    if (word === "and" || word === "or") this.#addLogic(word, name, value);
    else if (name !== word && embeddable.has(word)) this.#addEmbedded(word, name, value);
    else if (this.#isCall && name === word && !beginsWithOperator(value)) this.#args.push({ name, value });
    else {
      const { path, field } = readPlace(name);
      this.#addFilter(path, readFilter(field, value, this.#keep));
    }
  }

  #addLogic(word: "and" | "or", name: string, value: string): void {
    const words = name === word ? [] : readWords(name).slice(0, -1);
    const path = words.filter((each) => each !== "not").join(pathGlue);
    this.#addFilter(path, readLogic(word, words.includes("not"), value, this.#keep));
  }

  #addEmbedded(word: string, name: string, value: string): void {
    const path = readWords(name).slice(0, -1).join(pathGlue);
    const level = this.#level(path);
    if (word === "order") level.order = readOrder(value);
    else if (word === "limit") level.limit = readCount(name, value);
    else level.offset = this.#keep(String(readCount(name, value) ?? 0));
    this.#shape += word === "offset" ? `\0${name}` : `\0${name}=${value}`;
  }

  #addFilter(path: string, filter: Filter): void {
    this.#level(path).filters.push(filter);
    this.#shape += `\0${path}\0${JSON.stringify(filter)}`;
  }

  readonly #keep = (value: string) => this.#values.push(value) - 1;

  #level(path: string): Draft {
    if (path === "") return this.#root;
    const found = this.#embedded.get(path);
    if (found) return found;
    const made = newDraft();
    this.#embedded.set(path, made);
    return made;
  }

  finish(): Query {
    if (this.#offset > 0) {
      this.#root.offset = this.#keep(String(this.#offset));
      this.#shape += "\0offset";
    }
    for (const { name } of this.#args) this.#shape += `\0arg ${name}`;
    return {
      select: this.#select ?? selectAll,
      root: this.#root,
      embedded: this.#embedded,
      offset: this.#offset,
      columns: this.#columns,
      onConflict: this.#onConflict,
      args: this.#args,
      values: this.#values,
      shape: this.#shape,
    };
  }
}

const embeddable: ReadonlySet<string> = new Set(["order", "limit", "offset"]);
const selectAll = readSelect("*");

function beginsWithOperator(value: string): boolean {
  const [, word = ""] = /^(?:not\.)?(\w+)(?:\([^)]*\))?\./.exec(value) ?? [];
  return word === "in" || word === "is" || Object.hasOwn(comparisons, word) || Object.hasOwn(searches, word);
}

/** A query with arguments that came otherwise. */
export const withArgs = (query: Query, args: readonly Argument[]): Query => ({
  ...query,
  args,
  shape: `${query.shape}${args.map(({ name }) => `\0arg ${name}`).join("")}`,
});

/** A query whose rows are cut by a header too: those that both mean. `to`: the last row that is meant. */
export function withRange(query: Query, from: number, to = Number.POSITIVE_INFINITY): Query {
  const { limit = Number.POSITIVE_INFINITY } = query.root;
  const offset = Math.max(query.offset, from);
  const rest = Math.min(query.offset + limit - 1, to) - offset + 1;
  if (rest < 0) throw notSatisfiable("The lower boundary must be lower than or equal to the upper boundary in the Range header.");
  const least = rest === Number.POSITIVE_INFINITY ? undefined : rest;
  const values = offset > 0 ? [...query.values, String(offset)] : query.values;
  const root: Level = { ...query.root, limit: least, offset: offset > 0 ? query.values.length : undefined };
  return { ...query, root, offset, values, shape: `${query.shape}\0range\0${least}\0${offset > 0}` };
}

const notSatisfiable = (details: string) => fault("PGRST103", "Requested range not satisfiable", { details });

/** Few ways to select and order come again and again. */
const selects = new LRUCache<string, readonly SelectItem[]>({ max: 500 });
const orders = new LRUCache<string, readonly OrderItem[]>({ max: 500 });
const rememberedMax = 500;

function remembered<Read extends object>(known: LRUCache<string, Read>, text: string, read: (text: string) => Read): Read {
  const found = known.get(text);
  if (found) return found;
  const made = read(text);
  if (text.length <= rememberedMax) known.set(text, made);
  return made;
}

/** What is no number asks for nothing. */
function readCount(name: string, text: string): number | undefined {
  const count = /^-?\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (count < 0 && name.endsWith("limit")) {
    throw notSatisfiable("Limit should be greater than or equal to zero.");
  }
  if (name.endsWith("offset") && (count > countMax || /^\d{17,}$/.test(text))) {
    throw fault("PGRST100", `"failed to parse ${name} parameter (${text.slice(0, 200)})" (line 1, column 1)`, {
      details: `expecting a number of at most ${countMax}`,
    });
  }
  return count >= 0 ? count : undefined;
}

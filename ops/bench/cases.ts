import { type Asked, requestBytes, type Work } from "./load.ts";
import { authorsCount, itemsCount, itemsPerAuthor, ownersCount } from "./world.ts";

/** With what our server is asked. */
export interface Credentials {
  readonly publishable: string;
  /** An end user's token. */
  readonly tokenOf: (owner: number) => string;
}

/** One kind of request, and the same of the floor. */
export interface Case {
  /** As it is asked for on the command line. */
  readonly name: string;
  readonly what: string;
  /** Rows that each request adds to `made`. */
  readonly makes: number;
  readonly floor: () => Asked;
  readonly ours: (credentials: Credentials) => Asked;
}

const listed = 20;
const many = 1_000;

/** A browser's client says about this much of itself; both servers are told the same. */
const common = { accept: "application/json", "user-agent": "bench/1", "accept-encoding": "identity", "x-client-info": "bench" };
const floor = (at: string, isRight: Asked["isRight"], body?: string): Asked => ({ bytes: requestBytes(at, common, body), isRight });
const ours = ({ publishable }: Credentials, at: string, isRight: Asked["isRight"], body?: string, token?: string): Asked => ({
  bytes: requestBytes(at, { ...common, apikey: publishable, ...(token !== undefined && { authorization: `Bearer ${token}` }) }, body),
  isRight,
});

const upTo = (count: number) => 1 + Math.floor(Math.random() * count);
const row = () => ({ name: `made ${upTo(itemsCount)}`, price: upTo(itemsCount) / 4 });
/** Made once: what is measured is what the servers do with it. */
const manyRows = JSON.stringify(Array.from({ length: many }, row));

const isItem =
  (id: number): Asked["isRight"] =>
  (status, body) =>
    status === 200 && body.includes(`"id":${id},"name":"item ${id}","price":`) && body.includes('"color"');
/** So many rows, each of which says this. */
const isList =
  (mark: string): Asked["isRight"] =>
  (status, body) =>
    status === 200 && count(body, mark) === listed;
const isMade: Asked["isRight"] = (status, body) => status === 201 && body.length === 0;

function count(body: Buffer, mark: string): number {
  let found = 0;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) found += 1;
  return found;
}

const columns = "select=id,name,price,tags,created_at";

export const cases: readonly Case[] = [
  {
    name: "read",
    what: "read by key",
    makes: 0,
    floor: () => {
      const id = upTo(itemsCount);
      return floor(`GET /items/${id}`, isItem(id));
    },
    ours: (credentials) => {
      const id = upTo(itemsCount);
      return ours(credentials, `GET /api/rest/items?id=eq.${id}&${columns}`, isItem(id));
    },
  },
  {
    name: "list",
    what: "list of 20 with RLS",
    makes: 0,
    floor: () => {
      const owner = upTo(ownersCount);
      return floor(`GET /notes?owner=user-${owner}&limit=${listed}`, isList(`"text":"note of ${owner}"`));
    },
    ours: (credentials) => {
      const owner = upTo(ownersCount);
      const at = `GET /api/rest/notes?select=id,text,tags,created_at&order=created_at.desc&limit=${listed}`;
      return ours(credentials, at, isList(`"text":"note of ${owner}"`), undefined, credentials.tokenOf(owner));
    },
  },
  {
    name: "insert",
    what: "insert of 1",
    makes: 1,
    floor: () => floor("POST /made", isMade, JSON.stringify(row())),
    ours: (credentials) => ours(credentials, "POST /api/rest/made", isMade, JSON.stringify(row())),
  },
  {
    name: "bulk",
    what: "insert of 1000",
    makes: many,
    floor: () => floor("POST /made/many", isMade, manyRows),
    ours: (credentials) => ours(credentials, "POST /api/rest/made", isMade, manyRows),
  },
  {
    name: "to-one",
    what: "list of 20, each with what it belongs to",
    makes: 0,
    floor: () => floor(`GET /items-with-authors?limit=${listed}`, isList('"name":"author ')),
    ours: (credentials) =>
      ours(
        credentials,
        `GET /api/rest/items?select=id,name,price,author:authors(id,name)&order=created_at.desc&limit=${listed}`,
        isList('"name":"author '),
      ),
  },
  {
    name: "to-many",
    what: `one by key with its ${itemsPerAuthor}`,
    makes: 0,
    floor: () => {
      const id = upTo(authorsCount);
      return floor(`GET /authors/${id}`, isAuthor(id));
    },
    ours: (credentials) => {
      const id = upTo(authorsCount);
      return ours(credentials, `GET /api/rest/authors?id=eq.${id}&select=id,name,items(id,name,price)`, isAuthor(id));
    },
  },
];

export const caseNames = cases.map(({ name }) => name);

function isAuthor(id: number): Asked["isRight"] {
  const isWhole = isList('"name":"item ');
  return (status, body) => isWhole(status, body) && body.includes(`"id":${id},"name":"author ${id}"`);
}

export const floorWork = ({ what, floor }: Case): Work => ({ name: `${what}, floor`, next: floor });
export const ourWork = ({ what, ours }: Case, credentials: Credentials): Work => ({ name: what, next: () => ours(credentials) });

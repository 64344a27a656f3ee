import { setTimeout as sleep } from "node:timers/promises";
import { type Asked, requestBytes, type Work } from "./load.ts";
import { makeDeveloper, makeProject, type Platform } from "./platform.ts";
import { makeProgress } from "./progress.ts";
import { makeZipf } from "./zipf.ts";

/** The busiest tenant gets a fifth of all requests of a thousand tenants, and half of them go to the first seventeen or so. */
export const exponent = 1.1;
const rowsCount = 100;
/** One owner's tenants have a part of the sessions together, so that they must not all have the same. */
const ownersCount = 50;
/** The platform builds no more at once. */
const madeAtOnce = 4;

/** Each tenant's rows say whose they are, so that an answer from another's database would be noticed. */
const tablesOf = (tenant: number) => `
  create table things (id int primary key, name text not null);
  insert into things select n, 'thing of tenant ${tenant}' from generate_series(1, ${rowsCount}) n;
  alter table things enable row level security;
  create policy shown on things to anon using (true);
  grant select on things to anon`;

export interface Tenant {
  readonly publishable: string;
  readonly database: string;
}

/** So many projects, each with a database of its own, by the platform's own front door. */
export async function makeTenants(platform: Platform, count: number): Promise<readonly Tenant[]> {
  const tenants: Tenant[] = [];
  const owners: string[] = [];
  for (let owner = 0; owner < Math.min(ownersCount, count); owner += 1) owners.push(await makeDeveloper(platform, `owner${owner}`));
  const tell = makeProgress("tenants", count);
  let [begun, done] = [0, 0];
  const makeSome = async () => {
    while (begun < count) {
      begun += 1;
      const tenant = begun;
      const owner = owners[tenant % owners.length] ?? "";
      tenants[tenant - 1] = await makeProject(platform, owner, `tenant ${tenant}`, tablesOf(tenant));
      done += 1;
      tell(done);
    }
  };
  await Promise.all(Array.from({ length: madeAtOnce }, makeSome));
  await sleep(200);
  return tenants;
}

/** How a tenant's row is asked for. */
export type Ask = (tenant: Tenant, row: number) => Buffer;

/** As its applications do. */
export const askOurs: Ask = ({ publishable }, row) =>
  requestBytes(`GET /api/rest/things?id=eq.${row}&select=id,name`, { ...headers, apikey: publishable });

/** As `bare-many.ts` understands it. */
export const askBare: Ask = ({ database }, row) => requestBytes(`GET /${database}/${row}`, headers);

const headers = { accept: "application/json", "user-agent": "bench/1" };

/** Reads by key, always of the same tenant. */
export const workOfOne = (tenants: readonly Tenant[]): Work => ({ name: "one tenant", next: () => read(tenants, 1, askOurs) });

/** Reads by key, of any tenant as chance will have it. */
export function workOfMany(tenants: readonly Tenant[], ask = askOurs): Work {
  const draw = makeZipf(tenants.length, exponent);
  return { name: `${tenants.length} tenants`, next: () => read(tenants, draw(), ask) };
}

/** Reads by key of each tenant once, so that none is met for the first time when it counts. */
export function workOfEach(tenants: readonly Tenant[], ask = askOurs): Work {
  let last = 0;
  return { name: "each tenant", next: () => read(tenants, (last++ % tenants.length) + 1, ask) };
}

function read(tenants: readonly Tenant[], number: number, ask: Ask): Asked {
  const row = 1 + Math.floor(Math.random() * rowsCount);
  const tenant = tenants[number - 1];
  if (!tenant) throw new RangeError(`there is no tenant ${number}`);
  const expected = Buffer.from(`[{"id":${row},"name":"thing of tenant ${number}"}]`);
  return { bytes: ask(tenant, row), isRight: (status, body) => status === 200 && body.equals(expected) };
}

import { setTimeout as sleep } from "node:timers/promises";
import { requestBytes, type Work } from "./load.ts";
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

/** So many projects, each with a database of its own, by the platform's own front door. Answers their publishable keys. */
export async function makeTenants(platform: Platform, count: number): Promise<readonly string[]> {
  const keys: string[] = [];
  const owners: string[] = [];
  for (let owner = 0; owner < Math.min(ownersCount, count); owner += 1) owners.push(await makeDeveloper(platform, `owner${owner}`));
  const tell = makeProgress("tenants", count);
  let [begun, done] = [0, 0];
  const makeSome = async () => {
    while (begun < count) {
      begun += 1;
      const tenant = begun;
      const owner = owners[tenant % owners.length] ?? "";
      keys[tenant - 1] = (await makeProject(platform, owner, `tenant ${tenant}`, tablesOf(tenant))).publishable;
      done += 1;
      tell(done);
    }
  };
  await Promise.all(Array.from({ length: madeAtOnce }, makeSome));
  await sleep(200);
  return keys;
}

/** Reads by key, always of the same tenant. */
export const workOfOne = (keys: readonly string[]): Work => ({ name: "one tenant", next: () => read(keys, 1) });

/** Reads by key, of any tenant as chance will have it. */
export function workOfMany(keys: readonly string[]): Work {
  const draw = makeZipf(keys.length, exponent);
  return { name: `${keys.length} tenants`, next: () => read(keys, draw()) };
}

/** Reads by key of each tenant once, so that none is met for the first time when it counts. */
export function workOfEach(keys: readonly string[]): Work {
  let last = 0;
  return { name: "each tenant", next: () => read(keys, (last++ % keys.length) + 1) };
}

function read(keys: readonly string[], tenant: number) {
  const id = 1 + Math.floor(Math.random() * rowsCount);
  const headers = { accept: "application/json", "user-agent": "bench/1", apikey: keys[tenant - 1] ?? "" };
  const expected = Buffer.from(`[{"id":${id},"name":"thing of tenant ${tenant}"}]`);
  return {
    bytes: requestBytes(`GET /api/rest/things?id=eq.${id}&select=id,name`, headers),
    isRight: (status: number, body: Buffer) => status === 200 && body.equals(expected),
  };
}

import { randomBytes } from "node:crypto";
import { adminLogin } from "@nextmavens/api/platform/db/server";
import pg from "pg";
import type { World } from "../../../api/test/world.ts";
import { makeSample, type Sample, type Wanted } from "../sample/make.ts";

/** A database of another platform on the server that all tests share. */
export interface Source {
  readonly url: string;
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

export async function makeSource(world: World): Promise<Source> {
  const { server, url } = world.clone;
  const database = `present_${randomBytes(6).toString("hex")}`;
  const once = async (text: string) => {
    const client = new pg.Client(adminLogin(server, "postgres"));
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  await once(`create database "${database}"`);
  const pool = new pg.Pool({ ...adminLogin(server, database), max: 1 });
  pool.on("error", () => undefined);
  return {
    url: url.replace(/\/[^/]*$/, `/${database}`),
    query: async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => (await pool.query<Row>(text, values)).rows,
    async drop() {
      await pool.end();
      await once(`drop database "${database}" with (force)`);
    },
  };
}

/** A source with a sample in it. */
export async function makeSampleSource(world: World, wanted: Partial<Wanted> = {}): Promise<Source & { readonly sample: Sample }> {
  const source = await makeSource(world);
  const client = new pg.Client({ ...adminLogin(world.clone.server, source.url.split("/").at(-1) ?? "") });
  await client.connect();
  try {
    const sample = await makeSample(client, { projects: 5, rows: 40, auditLogs: 1_200, isHostile: false, ...wanted });
    return { ...source, sample };
  } finally {
    await client.end();
  }
}

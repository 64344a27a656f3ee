import { writeFile } from "node:fs/promises";
import type { Config } from "@nextmavens/api/platform/config";
import type pg from "pg";
import { Application, type CopiedTenant } from "./apply.ts";
import { type Checks, checkAll, countAuditLogs, digestsIn, gatherKnown, readAll } from "./gather.ts";
import { type Here, openHere, type Turn, takeTurn } from "./here.ts";
import { takeHistory } from "./history.ts";
import { Ledger } from "./ledger.ts";
import type { Options } from "./options.ts";
import { isEmpty, makePlan, type Plan } from "./plan/index.ts";
import { findPresent, messageOf, type Present, reading } from "./present.ts";
import { makeProgress, type Progress, type Screen } from "./progress.ts";
import * as queries from "./queries.ts";
import { makeReport, type Report, textOf } from "./report.ts";
import { findPrograms, type Programs } from "./tenant/index.ts";

/** `npm run import`: tells what would be done, or what was. */
export async function importFrom(options: Options, config: Config): Promise<void> {
  try {
    const report = await importReport(options, config, process.stdout);
    if (options.report !== undefined) await writeFile(options.report, `${JSON.stringify(report, undefined, 2)}\n`, { mode: 0o600 });
    console.log(textOf(report));
    if (report.outcome === "unfinished") process.exitCode = 2;
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}

/** Does what is asked, telling on `screen` how far it is. */
export async function importReport(options: Options, config: Config, screen: Screen): Promise<Report> {
  const here = await openHere(config);
  try {
    return await run(options, here, makeProgress(screen));
  } finally {
    await here.close();
  }
}

interface Found {
  readonly ledger: Ledger;
  readonly checks: Checks;
  readonly plan: Plan;
  readonly programs: Programs | string;
  readonly isEmpty: boolean;
  readonly report: (mode: Report["mode"], tenants?: readonly CopiedTenant[]) => Report;
}

async function run(options: Options, here: Here, progress: Progress): Promise<Report> {
  const present = findPresent(options.from);
  await refuseOther(options, here, present);
  if (!options.isApplied) return (await look(options, here, present)).report("dry run");
  const turn = await takeTurn(here);
  try {
    const found = await look(options, here, present);
    const tenants = found.isEmpty ? [] : await write({ options, here, present, progress, turn }, found);
    return found.report("applied", tenants);
  } finally {
    await turn.release();
  }
}

/** Two platforms under one name would mix up their ids. */
async function refuseOther(
  { source, hasMoved, isResumed }: Options,
  { store, server }: Here,
  { address, server: there }: Present,
): Promise<void> {
  if (there.host === server.host && there.port === server.port && there.database === server.database)
    throw new Error("--from is this platform's own database");
  const earlier = await store.transact("platform", (db) => queries.findSource(db, source));
  if (isResumed && !earlier) throw new Error(`there is nothing to resume: nothing was ever imported under the name ${source}`);
  if (earlier && earlier.address !== address && !hasMoved)
    throw new Error(
      `what was imported under the name ${source} came from ${earlier.address}: give this one another --name, or say --moved if it is the same`,
    );
}

/** All of the present platform's that is judged, read at one moment, and what is to be done about it. */
const look = (options: Options, here: Here, present: Present): Promise<Found> =>
  reading(present, async (client) => {
    const ledger = new Ledger();
    const checks = await checkAll(client, options);
    const rows = await readAll(client, checks, options);
    const known = await gatherKnown(here.store, options.source, digestsIn(rows));
    await countAuditLogs(client, here.store, checks, options, ledger);
    const plan = makePlan(rows, known, options, ledger);
    const programs = findPrograms(options.bin, await majorOf(client));
    const hasNothing = isEmpty(plan) && ledger.counts.audit_logs.taken === 0;
    const hindrance = typeof programs === "string" && ledger.counts.tenants.taken > 0 ? programs : undefined;
    const common = { source: options.source, from: present.address, tables: options.only, checks, ledger, isEmpty: hasNothing, hindrance };
    return {
      ledger,
      checks,
      plan,
      programs,
      isEmpty: hasNothing,
      report: (mode, tenants = []) => makeReport({ ...common, mode, tenants }),
    };
  });

async function majorOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ major: number }>("select current_setting('server_version_num')::int / 10000 as major");
  return rows[0]?.major ?? 0;
}

interface Writing {
  readonly options: Options;
  readonly here: Here;
  readonly present: Present;
  readonly progress: Progress;
  readonly turn: Turn;
}

async function write({ here, ...given }: Writing, { ledger, checks, plan, programs }: Found): Promise<readonly CopiedTenant[]> {
  const parts = await here.openParts();
  try {
    const application = new Application({ ...given, parts, ledger, programs });
    await application.run(plan);
    const known = await gatherKnown(here.store, given.options.source, []);
    await takeHistory({ ...given, application, checks, known, ledger });
    return application.copied;
  } finally {
    await parts.close();
  }
}

import { writeFile } from "node:fs/promises";
import type { Config } from "@nextmavens/api/platform/config";
import { Application } from "./apply.ts";
import { type Checks, checkAll, countAuditLogs, digestsIn, gatherKnown, readAll } from "./gather.ts";
import { type Here, openHere, takeTurn } from "./here.ts";
import { takeHistory } from "./history.ts";
import { Ledger } from "./ledger.ts";
import type { Options } from "./options.ts";
import { isEmpty, makePlan, type Plan } from "./plan/index.ts";
import { findPresent, messageOf, type Present, reading } from "./present.ts";
import { makeProgress } from "./progress.ts";
import * as queries from "./queries.ts";
import { makeReport, type Report, textOf } from "./report.ts";
import { findPrograms, type Programs } from "./tenant/index.ts";

/** `npm run import`: the report of what would be done, or of what was. */
export async function importFrom(options: Options, config: Config): Promise<void> {
  try {
    const here = await openHere(config);
    try {
      const report = await run(options, here);
      if (options.report !== undefined) await writeFile(options.report, `${JSON.stringify(report, undefined, 2)}\n`);
      console.log(textOf(report));
      if (report.outcome === "unfinished") process.exitCode = 2;
    } finally {
      await here.close();
    }
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}

interface Found {
  readonly checks: Checks;
  readonly plan: Plan;
  readonly programs: Programs | string;
}

async function run(options: Options, here: Here): Promise<Report> {
  const present = findPresent(options.from);
  await refuseOther(options, here, present);
  const ledger = new Ledger();
  const found = await look(options, here, present, ledger);
  const hasNothing = isEmpty(found.plan) && ledger.counts.audit_logs.taken === 0;
  const isWriting = options.isApplied && !hasNothing;
  const tenants = isWriting ? await write(options, here, present, ledger, found) : [];
  const mode = options.isApplied ? "applied" : "dry run";
  const { checks } = found;
  return makeReport({
    source: options.source,
    from: present.address,
    mode,
    tables: options.only,
    checks,
    ledger,
    tenants,
    isEmpty: hasNothing,
  });
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

/** All of the present platform's that is judged, read at one moment. */
const look = (options: Options, here: Here, present: Present, ledger: Ledger): Promise<Found> =>
  reading(present, async (client) => {
    const checks = await checkAll(client, options);
    const rows = await readAll(client, checks, options);
    const known = await gatherKnown(here.store, options.source, digestsIn(rows));
    await countAuditLogs(client, here.store, checks, options, ledger);
    const plan = makePlan(rows, known, options, ledger);
    const { rows: version } = await client.query<{ number: number }>("select current_setting('server_version_num')::int / 10000 as number");
    return { checks, plan, programs: findPrograms(options.bin, version[0]?.number ?? 15) };
  });

async function write(options: Options, here: Here, present: Present, ledger: Ledger, { checks, plan, programs }: Found) {
  const turn = await takeTurn(here);
  const parts = await here.openParts();
  const progress = makeProgress(process.stdout);
  try {
    const application = new Application({ parts, present, options, ledger, progress, programs, turn });
    await application.run(plan);
    const known = await gatherKnown(here.store, options.source, []);
    await takeHistory({ application, present, checks, options, known, ledger, progress });
    return application.copied;
  } finally {
    await parts.close();
    await turn.release();
  }
}

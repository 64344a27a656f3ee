import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { ask } from "../../test/ask.ts";
import { makeProject, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { add, approve, end, reject } from "../overrides/index.ts";
import { type Action, type Actor, perform } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import { scopes } from "../platform/permission.ts";
import { Refusal } from "../platform/refusal.ts";
import { remove as removeProject } from "../projects/index.ts";
import { changeEnd, imposeAutomatically, type Level, levels, lift, liftAutomatically, sanction, strictest } from "../suspensions/index.ts";
import { stateAt, transitions } from "../suspensions/rules.ts";
import { answer, decide, open, write } from "./actions.ts";
import { decisions } from "./rules.ts";

let world: World;
let projectId: string;
let key: string;
let owner: Actor;
let staff: readonly Actor[];
beforeAll(async () => {
  world = await openWorld();
  await world.clone.query("update plan_limits set limit_value = 1000000 where metric = 'requests_per_second'");
  const { id, developer, secret } = await makeProject(world);
  [projectId, key] = [id, secret.key];
  owner = { kind: "developer", id: developer.id, scopes };
  staff = await Promise.all(
    [1, 2, 3].map(async () => ({ kind: "staff", id: (await makeStaff(world, "operator")).id, role: "operator" }) as const),
  );
  const made = await ask(world, "POST /api/sql", { apikey: key, body: { query: "create table things (a int)" } });
  expect(made.status).toBe(200);
}, 60_000);
afterAll(() => world.close());

/** What is tried; who and which one are picked among those there are. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("sanction" as const),
      who: fc.nat(2),
      level: fc.constantFrom(...levels),
      minutes: fc.option(fc.integer({ min: 1, max: 300 })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("automatically" as const),
      level: fc.constantFrom(...levels),
      cause: fc.constantFrom("quota" as const, "detection" as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("cause is gone" as const), cause: fc.constantFrom("quota" as const, "detection" as const) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("lift" as const), who: fc.nat(2), which: fc.nat(9) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("change end" as const),
      who: fc.nat(2),
      which: fc.nat(9),
      minutes: fc.option(fc.integer({ min: -5, max: 300 })),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("appeal" as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("write" as const), who: fc.nat(3), which: fc.nat(9) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("decide" as const),
      who: fc.nat(2),
      which: fc.nat(9),
      decision: fc.constantFrom(...decisions),
      level: fc.constantFrom(...levels),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("override" as const),
      who: fc.nat(2),
      limit: fc.constantFrom(0, 1_000, 600_000, 90_000_000),
      minutes: fc.integer({ min: -5, max: 300 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("approve" as const, "reject" as const, "end" as const),
      who: fc.nat(2),
      which: fc.nat(9),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("delete" as const, "restore" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("leave only" as const), who: fc.option(fc.nat(2)) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("clock" as const),
      minutes: fc.oneof(fc.integer({ min: -600, max: 600 }), fc.integer({ min: 1_000, max: 60_000 })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("jobs" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const all = async (table: "suspensions" | "appeals" | "manual_overrides" | "override_requests") =>
  (await world.clone.query<{ id: string }>(`select id from ${table} where project_id = $1 order by id desc`, [projectId])).map(
    ({ id }) => id,
  );
/** The newest are picked most; where there is none, one is named that does not exist. */
const pick = async (table: Parameters<typeof all>[0], which: number, noun: "suspension" | "appeal" | "override") => {
  const ids = await all(table);
  return ids[which % Math.max(1, Math.min(ids.length, 4))] ?? newId(noun);
};
const inMinutes = (minutes: number) => new Date(world.engine.clock().getTime() + minutes * 60_000).toISOString();

/** A refusal is an answer; anything else is our bug. */
async function act<Input>(id: string, actor: Actor, action: Action<Input, unknown>, input: Input): Promise<void> {
  const call = { operation: { id, changes: true }, actor, request: { id: newId("request"), address: undefined, userAgent: undefined } };
  await perform(world.engine, call, action, input).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}
const member = (who: number): Actor => staff[who] ?? owner;
const job = (id: string): Actor => ({ kind: "job", id });
const causeIds = { quota: "database_bytes", detection: "key_guessing" } as const;

async function take(step: Step): Promise<void> {
  switch (step.kind) {
    case "sanction": {
      const endsAt = step.minutes === null ? {} : { endsAt: inMinutes(step.minutes) };
      return act("sanctionProject", member(step.who), sanction, {
        projectId,
        level: step.level,
        reason: "abuse",
        statement: "Spam.",
        ...endsAt,
      });
    }
    case "automatically":
      return attempt("enforceLimits", imposeAutomatically, {
        ...{ projectId, level: step.level, cause: step.cause, causeId: causeIds[step.cause], endsAt: null },
        ...{ reason: "quota" as const, statement: "Full." },
      });
    case "cause is gone":
      return attempt("enforceLimits", liftAutomatically, {
        projectId,
        cause: step.cause,
        causeId: causeIds[step.cause],
        reason: "room again",
      });
    case "lift":
      return act("liftSuspension", member(step.who), lift, {
        suspensionId: await pick("suspensions", step.which, "suspension"),
        reason: "settled",
      });
    case "change end":
      return act("changeSanctionEnd", member(step.who), changeEnd, {
        suspensionId: await pick("suspensions", step.which, "suspension"),
        statement: "Another time.",
        ...(step.minutes === null ? {} : { endsAt: inMinutes(step.minutes) }),
      });
    case "appeal":
      return act("openAppeal", owner, open, { projectId, suspensionId: await pick("suspensions", step.which, "suspension"), text: "No." });
    case "write": {
      const appealId = await pick("appeals", step.which, "appeal");
      if (step.who === 3) return act("writeToAppeal", owner, write, { projectId, appealId, text: "Why?" });
      return act("answerAppeal", member(step.who), answer, { appealId, text: "So." });
    }
    case "decide": {
      const level = step.decision === "replace" ? { level: step.level } : {};
      const appealId = await pick("appeals", step.which, "appeal");
      return act("decideAppeal", member(step.who), decide, { appealId, decision: step.decision, answer: "So it is.", ...level });
    }
    case "override": {
      const asked = {
        projectId,
        metric: "requests_per_day" as const,
        limit: step.limit,
        reason: "a test",
        endsAt: inMinutes(step.minutes),
      };
      return act("addOverride", member(step.who), add, { ...asked, confirm: true });
    }
    case "approve":
      return act("approveOverride", member(step.who), approve, {
        overrideId: await pick("override_requests", step.which, "override"),
        reason: "yes",
      });
    case "reject":
      return act("rejectOverride", member(step.who), reject, {
        overrideId: await pick("override_requests", step.which, "override"),
        reason: "no",
      });
    case "end":
      return act("endOverride", member(step.who), end, {
        overrideId: await pick("manual_overrides", step.which, "override"),
        reason: "over",
      });
    case "delete":
      return act("deleteProject", owner, removeProject, { projectId });
    case "restore":
      await world.clone.query("update projects set status = 'active', purge_at = null where id = $1 and status = 'deleting'", [projectId]);
      return announce();
    case "leave only": {
      const only = step.who === null ? undefined : member(step.who).id;
      await world.clone.query("update staff set is_active = ($1::text is null or id = $1)", [only ?? null]);
      return;
    }
    case "clock":
      world.travel(step.minutes * 60_000);
      // A process looks anew when it hears of something; what began later than a clock that was set back says is such a thing.
      return announce();
    case "jobs":
      for (const id of ["closeEndedSuspensions", "noteEndedOverrides", "watchAppeals", "removeEvidence"]) await world.work(id, {});
  }
}

/** Automation changes nothing where all is as it shall be, and then has nothing to audit. */
async function attempt<Input>(id: string, action: Action<Input, unknown>, input: Input): Promise<void> {
  const call = {
    operation: { id, changes: false },
    actor: job(id),
    request: { id: newId("request"), address: undefined, userAgent: undefined },
  };
  await perform(world.engine, call, action, input).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

const announce = () => attempt("announce", async (context) => context.announce(projectId), {});

interface SanctionRow {
  readonly id: string;
  readonly level: Level;
  readonly cause: string;
  readonly starts_at: Date;
  readonly ends_at: Date | null;
  readonly lifted_at: Date | null;
  readonly follows_id: string | null;
}
const read = <Row>(text: string) => world.clone.query<Row & object>(text, [projectId]);
const iso = (at: Date | null) => (at === null ? null : new Date(at).toISOString());

async function checkAll(): Promise<void> {
  const sanctions = (await read("select * from suspensions where project_id = $1 order by id")) as unknown as SanctionRow[];
  await checkOnePerCause();
  checkTransitions(sanctions);
  await checkAudited();
  await checkEnds();
  await checkNobodyDecidesTheirOwn();
  await checkFelt(sanctions);
}

async function checkOnePerCause(): Promise<void> {
  const twice = "select cause, cause_id from suspensions where project_id = $1 and lifted_at is null group by 1, 2 having count(*) > 1";
  expect(await read(twice)).toEqual([]);
  expect(await read("select suspension_id from appeals where project_id = $1 group by 1 having count(*) > 1")).toEqual([]);
}

function checkTransitions(sanctions: readonly SanctionRow[]): void {
  for (const { level, cause, follows_id } of sanctions) {
    const before = sanctions.find(({ id }) => id === follows_id);
    if (!before) continue;
    expect(transitions[before.level]).toContain(level);
    expect([before.cause, before.lifted_at === null]).toEqual([cause, false]);
  }
}

/** Each change has exactly one entry: a sanction that was moved is told of by the one that followed. */
async function checkAudited(): Promise<void> {
  const entries = (action: string, of: string) =>
    `(select count(*) from audit_logs l where l.target = ${of}.id and l.action ${action})::int`;
  const unaudited = `
    select s.id, ${entries("in ('sanctionProject', 'suspendProject')", "s")} as opened, ${entries("= 'liftSuspension'", "s")} as lifted,
      (select count(*) from suspensions n where n.follows_id = s.id)::int as moved
    from suspensions s where s.project_id = $1`;
  for (const row of await read<{ id: string; opened: number; lifted: number; moved: number }>(unaudited))
    expect(row).toMatchObject({ opened: 1 });
  expect(
    await read(
      `select * from (${unaudited}) t join suspensions s using (id) where (s.lifted_at is null) <> (t.lifted + t.moved = 0) or t.lifted + t.moved > 1`,
    ),
  ).toEqual([]);
  expect(
    await read(`
      select a.id from appeals a where a.project_id = $1 and (${entries("= 'openAppeal'", "a")} <> 1
        or ${entries("in ('decideAppeal', 'closeAppeal')", "a")} <> (a.decided_at is not null)::int)`),
  ).toEqual([]);
  expect(
    await read(`
      select o.id from manual_overrides o where o.project_id = $1 and (${entries("in ('addOverride', 'approveOverride')", "o")} <> 1
        or ${entries("= 'endOverride'", "o")} <> (o.ended_at is not null)::int)`),
  ).toEqual([]);
  expect(
    await read(`
      select r.id from override_requests r where r.project_id = $1 and (${entries("= 'requestOverride'", "r")} <> 1
        or ${entries("in ('approveOverride', 'rejectOverride')", "r")} <> (r.decision is not null)::int)`),
  ).toEqual([]);
}

/** A sanction ends when the audit log says, and only one of staff's ever by another word than its first. */
async function checkEnds(): Promise<void> {
  const otherEnds = `
    select s.id from suspensions s join lateral (
      select (after ->> 'endsAt')::timestamptz as ends_at from audit_logs l
      where l.target = s.id and l.action in ('sanctionProject', 'suspendProject', 'changeSanctionEnd') order by l.id desc limit 1
    ) told on true
    where s.project_id = $1 and told.ends_at is distinct from s.ends_at`;
  expect(await read(otherEnds)).toEqual([]);
  const changed = `
    select s.id from suspensions s join audit_logs l on l.target = s.id and l.action = 'changeSanctionEnd'
    where s.project_id = $1 and (s.cause <> 'staff' or s.ends_at <= s.starts_at or l.reason <> 'Another time.')`;
  expect(await read(changed)).toEqual([]);
}

async function checkNobodyDecidesTheirOwn(): Promise<void> {
  const own = `
    select a.id from appeals a join suspensions s on s.id = a.suspension_id
    where a.project_id = $1 and a.decided_by = s.imposed_by and not (a.is_decided_alone and a.decided_at >= a.opened_at + interval '24 hours')`;
  expect(await read(own)).toEqual([]);
  expect(await read("select id from override_requests where project_id = $1 and decided_by = created_by")).toEqual([]);
  const unapproved = `
    select id from manual_overrides where project_id = $1 and limit_value > 5000000 and (approved_by is null or approved_by = created_by)`;
  expect(await read(unapproved)).toEqual([]);
}

/** The data plane's door feels the strictest of those in force, and nothing else. */
async function checkFelt(sanctions: readonly SanctionRow[]): Promise<void> {
  const now = world.engine.clock().toISOString();
  const inForce = sanctions.filter(
    (each) =>
      stateAt({ startsAt: String(iso(each.starts_at)), endsAt: iso(each.ends_at), liftedAt: iso(each.lifted_at) }, now) === "in_force",
  );
  const [project] = await read<{ status: string }>("select status from projects where id = $1");
  const level = project?.status === "deleting" ? "deleting" : strictest(inForce)?.level;
  const codeOf = async (at: string, body?: object) =>
    (await ask(world, at, { apikey: key, ...(body && { body }), headers: { prefer: "tx=rollback" } })).body?.code;
  const felt: Readonly<Record<string, readonly [reads: string | undefined, grows: string | undefined]>> = {
    deleting: ["project_scheduled_for_deletion", "project_scheduled_for_deletion"],
    suspended: ["project_suspended", "project_suspended"],
    restricted: [undefined, "project_restricted"],
  };
  const codes = [await codeOf("GET /api/rest/things"), await codeOf("POST /api/rest/things", { a: 1 })];
  const withoutLimits = codes.map((code) => (code === "quota_exceeded" ? undefined : code));
  expect({ level, codes: withoutLimits }).toEqual({ level, codes: [...(felt[level ?? "active"] ?? [undefined, undefined])] });
}

async function beginAnew(): Promise<void> {
  for (const table of ["appeal_messages", "appeals", "suspensions", "manual_overrides", "override_requests"])
    await world.clone.query(`delete from ${table} where project_id = $1`, [projectId]);
  await world.clone.query("update projects set status = 'active', purge_at = null where id = $1", [projectId]);
  await world.clone.query("update staff set is_active = true");
  await announce();
  for (const each of opening) await take(each);
}

/** So that there is something to decide from the first turn on. */
const opening: readonly Step[] = [
  { kind: "sanction", who: 0, level: "suspended", minutes: null },
  { kind: "appeal", which: 0 },
  { kind: "override", who: 0, limit: 90_000_000, minutes: 300 },
];

/** One after the other, or two at the same time. */
const turn = fc.oneof({ weight: 3, arbitrary: fc.tuple(step) }, { weight: 1, arbitrary: fc.tuple(step, step) });

test("whatever is done to a project, in whatever order and however clocks jump, sanctions, appeals and overrides stay consistent", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 8, maxLength: 22 }), async (turns) => {
      await beginAnew();
      for (const steps of turns) {
        await Promise.all(steps.map(take));
        await checkAll();
      }
    }),
    { numRuns: Number(process.env["SEQUENCES"] ?? 10), endOnFailure: true },
  );
}, 240_000);

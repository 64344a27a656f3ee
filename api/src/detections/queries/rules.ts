import { z } from "zod";
import { sql } from "../../platform/db/sql.ts";
import type { Db } from "../../platform/db/store.ts";
import { DetectionRule, type RuleTerms } from "../contract.ts";

const Row = DetectionRule.omit({ precision: true });
export type Row = z.output<typeof Row>;

const columns = sql`
  id, key, kind, title, description, is_enabled as "isEnabled", mode, level, duration_seconds as "durationSeconds",
  cooldown_seconds as "cooldownSeconds", settings, is_shipped as "isShipped", created_at as "createdAt", updated_at as "updatedAt",
  updated_by as "updatedBy", revision`;

export const list = (db: Db) => db.many(Row, sql`select ${columns} from detection_rules where removed_at is null order by kind, key`);

export const find = (db: Db, id: string) =>
  db.maybe(Row, sql`select ${columns} from detection_rules where id = ${id} and removed_at is null`);

export const lock = (db: Db, id: string) =>
  db.maybe(Row, sql`select ${columns} from detection_rules where id = ${id} and removed_at is null for update`);

/** Nothing comes back where another rule has its key. */
export const insert = (db: Db, rule: RuleTerms & Pick<Row, "id" | "updatedBy" | "isShipped">, now: string) =>
  db.maybe(
    Row,
    sql`
    insert into detection_rules (id, key, kind, title, description, is_enabled, mode, level, duration_seconds, cooldown_seconds, settings,
      is_shipped, created_at, updated_at, updated_by)
    values (${rule.id}, ${rule.key}, ${rule.kind}, ${rule.title}, ${rule.description}, ${rule.isEnabled}, ${rule.mode}, ${rule.level},
      ${rule.durationSeconds}, ${rule.cooldownSeconds}, ${JSON.stringify(rule.settings)}, ${rule.isShipped}, ${now}, ${now}, ${rule.updatedBy})
    on conflict (key) do nothing
    returning ${columns}`,
  );

export const update = (db: Db, id: string, rule: Omit<RuleTerms, "key" | "kind">, by: string, now: string) =>
  db.one(
    Row,
    sql`
    update detection_rules
    set title = ${rule.title}, description = ${rule.description}, is_enabled = ${rule.isEnabled}, mode = ${rule.mode}, level = ${rule.level},
      duration_seconds = ${rule.durationSeconds}, cooldown_seconds = ${rule.cooldownSeconds}, settings = ${JSON.stringify(rule.settings)},
      updated_at = ${now}, updated_by = ${by}, revision = revision + 1
    where id = ${id}
    returning ${columns}`,
  );

export const remove = (db: Db, id: string, by: string, now: string) =>
  db.run(sql`update detection_rules set removed_at = ${now}, updated_at = ${now}, updated_by = ${by} where id = ${id}`);

/** Keeps a rule as it is from now on, for the detections it makes. */
export const keepRevision = (db: Db, rule: Row, reason: string) =>
  db.run(sql`
    insert into detection_rule_revisions (rule_id, revision, rule, changed_by, changed_at, reason)
    values (${rule.id}, ${rule.revision}, ${JSON.stringify(rule)}, ${rule.updatedBy}, ${rule.updatedAt}, ${reason})`);

export const listKeys = async (db: Db) =>
  (await db.many(z.object({ key: z.string() }), sql`select key from detection_rules`)).map(({ key }) => key);

export const countEnabled = async (db: Db, besides: string) =>
  (
    await db.one(
      z.object({ count: z.number() }),
      sql`select count(*) from detection_rules where is_enabled and removed_at is null and id <> ${besides}`,
    )
  ).count;

const Judged = z.object({
  ruleId: z.string(),
  truePositives: z.number(),
  falsePositives: z.number(),
  dismissed: z.number(),
  unjudged: z.number(),
});
export type Judged = z.output<typeof Judged>;

/** What staff said of the detections of each rule, or of one. */
export const countVerdicts = (db: Db, ruleId?: string) =>
  db.many(
    Judged,
    sql`
    select
      rule_id as "ruleId",
      count(*) filter (where verdict = 'true_positive') as "truePositives",
      count(*) filter (where verdict = 'false_positive') as "falsePositives",
      count(*) filter (where verdict = 'dismissed') as dismissed,
      count(*) filter (where verdict is null) as unjudged
    from detections where ${ruleId ?? null}::text is null or rule_id = ${ruleId ?? null}
    group by 1`,
  );

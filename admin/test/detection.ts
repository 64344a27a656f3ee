import { newId } from "../../api/src/platform/ids.ts";
import type { World } from "../../api/test/world.ts";

/** A spike that goes on, found by a rule of its own, and the usage it stands out of. */
export async function makeDetection(world: World, projectId: string) {
  const [rule, detection] = [newId("rule"), newId("detection")];
  await world.clone.query(
    `insert into detection_rules (id, key, kind, title, description, is_enabled, mode, level, duration_seconds, cooldown_seconds, settings, created_at, updated_at, updated_by)
     values ($1, 'much_at_once', 'spike', 'Far more than usual', 'Asked for far more than at this hour of other weeks.', true, 'observe', 'throttled', 3600, 600,
             '{"metric": "requests", "threshold": 6, "floor": 100}', now(), now(), 'test')`,
    [rule],
  );
  await world.clone.query(
    "insert into detection_rule_revisions select id, 1, to_jsonb(r), 'test', now(), 'made' from detection_rules r where id = $1",
    [rule],
  );
  await world.clone.query(
    `insert into detections (id, kind, rule_id, rule_revision, mode, subject_kind, subject_id, project_id, score, inputs, started_at, last_seen_at)
     values ($1, 'spike', $2, 1, 'observe', 'project', $3, $3, 6.8, $4, now() - interval '12 minutes', now())`,
    [
      detection,
      rule,
      projectId,
      {
        metric: "requests",
        windowSeconds: 300,
        threshold: 6,
        floor: 100,
        score: 41,
        baseline: { from: "hour_of_week", samples: 15, median: 190, deviation: 24 },
        values: [8200, 7900, 210],
        above: 2,
      },
    ],
  );
  await world.clone.query(
    `insert into usage_metrics (project_id, metric, minute, total, peak_second)
     select $1, 'requests', date_trunc('minute', now()) - n * interval '1 minute', case when n < 12 then 250 else 30 + n % 17 end, 12 from generate_series(0, 220) n
     on conflict do nothing`,
    [projectId],
  );
  return { rule, detection };
}

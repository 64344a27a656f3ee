import { ask, type Json } from "../../api/test/ask.ts";
import { makeProject, makeProjectFor, makeStaff } from "../../api/test/make.ts";
import type { World } from "../../api/test/world.ts";
import { makeDetection } from "./detection.ts";
import { daysAgo, hoursAgo, used } from "./history.ts";

/** What waits for a second person is as good as done here. */
const waits = new Set(["approval_needed", "second_person_needed"]);

/** Something on every list of the console, so that each of its pages has something to show. */
export async function fillEachList(world: World) {
  const { token } = await makeStaff(world, "admin");
  const act = async (at: string, body?: unknown, by = token): Promise<Json> => {
    const answer = await ask(world, at, { token: by, body });
    if (answer.status >= 300 && !waits.has(answer.body.code)) throw new Error(`${at}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const shop = await makeProject(world);
  await act(
    `DELETE /api/projects/${(await makeProjectFor(world, shop.developer.token, "Closed stall")).id}`,
    undefined,
    shop.developer.token,
  );
  const crawler = await makeProjectFor(world, shop.developer.token, "Crawler");
  await world.clone.query("update projects set name = 'Corner shop' where id = $1", [shop.id]);
  await used(world, shop.id, "requests", daysAgo(1), 500);
  await makeDetection(world, crawler.id);

  const of = (id: string) => `/api/admin/projects/${id}`;
  await act(`PUT ${of(shop.id)}/quotas/requests_per_day`, { limit: 1_200, reason: "Agreed", confirm: true });
  await act(`PUT ${of(shop.id)}/quotas/requests_per_month`, { limit: 9e12, reason: "A large customer" });
  const override = { metric: "requests_per_day", reason: "Launch", confirm: true, endsAt: hoursAgo(-3) };
  await act(`POST ${of(shop.id)}/overrides`, { ...override, limit: 1_900 });
  await act(`POST ${of(crawler.id)}/overrides`, { ...override, limit: 9e9 });
  const { id } = await act(`POST ${of(shop.id)}/suspensions`, { reason: "billing", statement: "A bill is open." });
  await act(`POST /api/projects/${shop.id}/suspensions/${id}/appeals`, { text: "It was paid on Monday." }, shop.developer.token);
  await act(`POST ${of(crawler.id)}/purge`, { name: "Crawler", reason: "abuse", statement: "It takes whole sites away." });

  const definition = { state: "ENABLED", variants: { on: true, off: false }, defaultVariant: "off" };
  await act("PUT /api/admin/flags/new-checkout", { definition, description: "The checkout in one page", reason: "Begun" });
  await act("POST /api/admin/staff/invitations", { email: "grace@example.com", name: "Grace", role: "viewer" });
  await act("POST /api/admin/audit/holds", { reason: "Case 12" });
  await act("POST /api/admin/status/posts", { text: "Mails arrive late.", reason: "Asked by many" });
  await world.clone.query(`
    insert into imports (source, address, began_at, last_at) values ('old', 'here', now(), now());
    insert into imported_audit_logs (source, old_id, at, actor, action, target, entry, imported_at)
    values ('old', '1', now(), 'ada', 'project.create', 'shop', '{"plan": "free"}', now())`);
  const { statusUrl } = await act(`GET /api/projects/${shop.id}`, undefined, shop.developer.token);
  return { projectId: shop.id, suspensionId: String(id), statusPath: new URL(statusUrl).pathname };
}

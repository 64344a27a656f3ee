import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { generateSync } from "otplib";
import { routes } from "../src/entry/features.ts";
import { newId } from "../src/platform/ids.ts";
import { type Answer, ask, type Json } from "./ask.ts";
import { makeDeveloper, makeKey, makeProject, makeProjectFor, makeStaff, password } from "./make.ts";
import { sealFor } from "./sealed.ts";
import { approve } from "./second-person.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
let admin: Awaited<ReturnType<typeof makeStaff>>;
let other: Awaited<ReturnType<typeof makeStaff>>;
let project: Awaited<ReturnType<typeof makeProject>>;
let developer: string;
beforeAll(async () => {
  world = await openWorld({ ALLOW_LOOPBACK: "true" });
  [admin, other] = [await makeStaff(world), await makeStaff(world)];
  project = await makeProject(world);
  developer = project.developer.token;
}, 60_000);
afterAll(() => world?.close());

type Act = () => Promise<Answer<Json>>;

const reason = "It is settled";
const sent = (token: string | undefined, at: string, body?: object): Promise<Answer<Json>> =>
  ask(world, at, { token, ...(body ? { body } : {}) });
const as =
  (token: string, at: string, body?: object): Act =>
  () =>
    sent(token, at, body);
/** By an admin, who says why. */
const byAdmin = (at: string): Act => as(admin.token, at, { reason });
/** What is then ended. */
const made = async (answer: Promise<Answer<Json>>): Promise<Json> => {
  const { status, body } = await answer;
  expect({ status: status < 300 ? "made" : status, body }).toMatchObject({ status: "made" });
  return body;
};
/** What then waits for somebody else, by the name that its refusal calls its id. */
const waiting = async (answer: Promise<Answer<Json>>, name: string): Promise<string> => {
  const { status, body } = await answer;
  expect({ status, body }).toMatchObject({ status: 409, body: { [name]: expect.any(String) } });
  return body[name];
};
const later = () => new Date(world.engine.clock().getTime() + 3_600_000).toISOString();
const ownProject = async () => (await makeProjectFor(world, developer)).id;
const newKey = async () => (await makeKey(world, developer, project.id)).id;
const newRule = () => ({
  ...{ key: `rule_${newId("rule").slice(-8)}`, kind: "pattern", title: "Names are tried", description: "Names are asked for.", reason },
  ...{ mode: "observe", level: "throttled", durationSeconds: 600, cooldownSeconds: 600 },
  settings: { subject: "project", expression: "missingTargets > 5", windowSeconds: 300 },
});
const sessionOf = async (token: string, at: string) => (await made(sent(token, at))).items[0].id;
const sanctioned = async () =>
  (
    await made(
      sent(admin.token, `POST /api/admin/projects/${await ownProject()}/sanctions`, {
        ...{ level: "throttled", reason: "abuse", statement: "Too much.", endsAt: later() },
      }),
    )
  ).id;
const override = (limit: number, projectId: string) =>
  sent(admin.token, `POST /api/admin/projects/${projectId}/overrides`, {
    ...{ metric: "requests_per_day", limit, reason, confirm: true, endsAt: later() },
  });
const purgeAskedFor = async () => {
  const id = await ownProject();
  const { name } = await made(sent(admin.token, `GET /api/admin/projects/${id}`));
  const asked = sent(admin.token, `POST /api/admin/projects/${id}/purge`, { name, reason: "legal", statement: "A court ordered it." });
  return waiting(asked, "approvalId");
};
const judged = async () => {
  const id = newId("detection");
  await world.clone.query(
    `insert into detections (id, kind, rule_id, rule_revision, mode, subject_kind, subject_id, project_id, score, inputs, started_at, last_seen_at)
     select $1, r.kind, r.id, v.revision, r.mode, 'project', $2, $2, 3, '{"requests": 700}', now(), now()
     from detection_rules r join detection_rule_revisions v on v.rule_id = r.id limit 1`,
    [id, await ownProject()],
  );
  await made(sent(admin.token, `POST /api/admin/detections/${id}/verdict`, { verdict: "true_positive" }));
  return id;
};
const brokenGlass = async () => {
  const { id, email } = await makeStaff(world, "operator");
  const holder = await sealFor(world, email);
  const said = { holder: email, code: holder.codes[0], totp: holder.digits(), reason, incident: "INC-1", isDrill: true };
  const { session } = await made(sent(undefined, "POST /api/admin/break-glass/sessions", said));
  expect(session.holder).toBe(id);
  return session.id;
};
const enrolled = async () => {
  const { id, token } = await makeStaff(world);
  const { secret } = await made(sent(token, "POST /api/admin/auth/totp", { password }));
  const code = generateSync({ secret, epoch: Math.floor(world.engine.clock().getTime() / 1_000) });
  await made(sent(token, "POST /api/admin/auth/totp/confirm", { code }));
  return id;
};
const taken = async () => {
  const id = await sanctioned();
  await made(sent(admin.token, `POST /api/admin/work-queue/${id}/take`, {}));
  return id;
};
const deleted = async () => {
  const id = await ownProject();
  await made(sent(developer, `DELETE /api/projects/${id}`));
  return id;
};
/** Ended by an act that another admin approves. */
const forTwo =
  (at: string, body: object = { reason }): Act =>
  async () => {
    const answer = await sent(admin.token, at, body);
    return answer.body.code === "approval_needed" ? approve(world, answer, other.token) : answer;
  };

/** How an act is done that ends something, and what it answers when that has ended: a refusal's code, or the status of an answer that says as much. */
const table: Readonly<Record<string, { readonly again: string | number; readonly act: () => Promise<Act> }>> = {
  revokeKey: { again: "key_revoked", act: async () => as(developer, `DELETE /api/projects/${project.id}/keys/${await newKey()}`) },
  revokeAnyKey: { again: "key_revoked", act: async () => byAdmin(`POST /api/admin/keys/${await newKey()}/revoke`) },
  revokeToken: {
    again: "token_not_found",
    act: async () => {
      const { id } = await made(sent(developer, "POST /api/developer/tokens", { name: "ci", scopes: ["projects:read"] }));
      return as(developer, `DELETE /api/developer/tokens/${id}`);
    },
  },
  logoutDeveloper: {
    again: 204,
    act: async () => {
      const { refreshToken } = await makeDeveloper(world);
      return () => sent(undefined, "POST /api/auth/logout", { refreshToken });
    },
  },
  endSession: {
    again: "session_not_found",
    act: async () => {
      const { email, token } = await makeDeveloper(world);
      const [current] = [await sessionOf(token, "GET /api/developer/sessions")];
      await made(sent(undefined, "POST /api/auth/login", { email, password }));
      const { items } = await made(sent(token, "GET /api/developer/sessions"));
      const { id } = items.find((each: { id: string }) => each.id !== current);
      return as(token, `DELETE /api/developer/sessions/${id}`);
    },
  },
  deleteDeveloper: { again: "invalid_token", act: async () => as((await makeDeveloper(world)).token, "DELETE /api/developer") },
  deleteProject: { again: "project_is_deleted", act: async () => as(developer, `DELETE /api/projects/${await ownProject()}`) },
  restoreProject: { again: "project_not_deleted", act: async () => as(developer, `POST /api/projects/${await deleted()}/restore`) },
  deleteAnyProject: {
    again: "project_is_deleted",
    act: async () => {
      const id = await ownProject();
      return as(admin.token, `DELETE /api/admin/projects/${id}`, { reason: "legal", statement: "A court ordered it." });
    },
  },
  restoreAnyProject: { again: "project_not_deleted", act: async () => byAdmin(`POST /api/admin/projects/${await deleted()}/restore`) },
  deleteWebhook: {
    again: "webhook_not_found",
    act: async () => {
      const { id } = await made(sent(developer, `POST /api/projects/${project.id}/webhooks`, { url: "http://127.0.0.1:9/hook" }));
      return as(developer, `DELETE /api/projects/${project.id}/webhooks/${id}`);
    },
  },
  liftSuspension: { again: "suspension_over", act: async () => byAdmin(`POST /api/admin/suspensions/${await sanctioned()}/lift`) },
  endOverride: {
    again: "override_over",
    act: async () => byAdmin(`POST /api/admin/overrides/${(await made(override(600_000, await ownProject()))).id}/end`),
  },
  rejectOverride: {
    again: "not_awaiting_approval",
    act: async () => {
      const { id } = await made(override(900_000_000, await ownProject()));
      return as(other.token, `POST /api/admin/overrides/${id}/reject`, { reason });
    },
  },
  rejectQuotaProposal: {
    again: "not_awaiting_approval",
    act: async () => {
      const asked = sent(admin.token, `PUT /api/admin/projects/${await ownProject()}/quotas/requests_per_day`, {
        limit: 5_000_001,
        reason,
      });
      return as(other.token, `POST /api/admin/quota-proposals/${await waiting(asked, "proposalId")}/reject`, { reason });
    },
  },
  removeProjectQuota: {
    again: "quota_not_found",
    act: async () => {
      const at = `/api/admin/projects/${await ownProject()}/quotas/requests_per_day`;
      await made(sent(admin.token, `PUT ${at}`, { limit: 600_000, reason, confirm: true }));
      return as(admin.token, `DELETE ${at}`, { reason, confirm: true });
    },
  },
  rejectApproval: {
    again: "approval_decided",
    act: async () => as(other.token, `POST /api/admin/approvals/${await purgeAskedFor()}/reject`, { reason }),
  },
  withdrawApproval: { again: "approval_decided", act: async () => byAdmin(`POST /api/admin/approvals/${await purgeAskedFor()}/withdraw`) },
  withdrawVerdict: { again: "verdict_not_yours", act: async () => byAdmin(`DELETE /api/admin/detections/${await judged()}/verdict`) },
  removeDetectionRule: {
    again: "rule_not_found",
    act: async () => {
      const { id } = await made(sent(admin.token, "POST /api/admin/detection-rules", newRule()));
      return byAdmin(`DELETE /api/admin/detection-rules/${id}`);
    },
  },
  removeFlag: {
    again: "flag_not_found",
    act: async () => {
      const definition = { state: "ENABLED", variants: { on: true, off: false }, defaultVariant: "off" };
      await made(sent(admin.token, "PUT /api/admin/flags/over", { definition, reason }));
      return byAdmin("DELETE /api/admin/flags/over");
    },
  },
  removeSavedFilter: {
    again: "saved_filter_not_found",
    act: async () => {
      const said = { list: "projects", name: "Mine", query: "filters.name=mine" };
      const { id } = await made(sent(admin.token, "POST /api/admin/saved-filters", said));
      return as(admin.token, `DELETE /api/admin/saved-filters/${id}`);
    },
  },
  endAuditHold: {
    again: "hold_ended",
    act: async () => {
      const { id } = await made(sent(admin.token, "POST /api/admin/audit/holds", { reason }));
      return forTwo(`POST /api/admin/audit/holds/${id}/end`);
    },
  },
  endBreakGlass: {
    again: "break_glass_is_over",
    act: async () => as(admin.token, `POST /api/admin/break-glass/sessions/${await brokenGlass()}/end`),
  },
  eraseDeveloper: {
    again: "person_is_erased",
    act: async () => byAdmin(`POST /api/admin/developers/${(await makeDeveloper(world)).id}/erase`),
  },
  eraseStaff: {
    again: "person_is_erased",
    act: async () => {
      const { id } = await makeStaff(world, "viewer");
      await made(forTwo(`PATCH /api/admin/staff/${id}`, { isActive: false, reason })());
      return byAdmin(`POST /api/admin/staff/${id}/erase`);
    },
  },
  logoutStaff: { again: "invalid_token", act: async () => as((await makeStaff(world)).token, "POST /api/admin/auth/logout") },
  endOwnSession: {
    again: "session_not_found",
    act: async () => {
      const { email, token } = await makeStaff(world);
      const current = await sessionOf(token, "GET /api/admin/auth/sessions");
      await made(sent(undefined, "POST /api/admin/auth/login", { email, password }));
      const { items } = await made(sent(token, "GET /api/admin/auth/sessions"));
      const { id } = items.find((each: { id: string }) => each.id !== current);
      return as(token, `DELETE /api/admin/auth/sessions/${id}`);
    },
  },
  endOtherSessions: {
    again: 200,
    act: async () => {
      const { email, token } = await makeStaff(world);
      await made(sent(undefined, "POST /api/admin/auth/login", { email, password }));
      return as(token, "POST /api/admin/auth/sessions/end-others");
    },
  },
  endStaffSession: {
    again: "session_not_found",
    act: async () => {
      const { id, token } = await makeStaff(world);
      return byAdmin(`POST /api/admin/staff/${id}/sessions/${await sessionOf(token, "GET /api/admin/auth/sessions")}/end`);
    },
  },
  endStaffSessions: { again: 200, act: async () => byAdmin(`POST /api/admin/staff/${(await makeStaff(world)).id}/sessions/end`) },
  resetSecondFactor: {
    again: "totp_not_enrolled",
    act: async () => byAdmin(`POST /api/admin/staff/${await enrolled()}/reset-second-factor`),
  },
  revokeInvitation: {
    again: "not_invited",
    act: async () => {
      const said = { email: "invited@example.com", name: "Ada", role: "viewer" };
      const { id } = await made(sent(admin.token, "POST /api/admin/staff/invitations", said));
      return byAdmin(`POST /api/admin/staff/${id}/revoke-invitation`);
    },
  },
  releaseWork: { again: 200, act: async () => as(admin.token, `POST /api/admin/work-queue/${await taken()}/release`, {}) },
  setMaintenance: {
    again: 200,
    act: async () => {
      await made(sent(admin.token, "PUT /api/admin/maintenance", { message: "Back at noon.", reason }));
      return as(admin.token, "PUT /api/admin/maintenance", { message: null, reason });
    },
  },
};

const entries = async () => {
  const [row] = await world.clone.query<{ count: number }>("select count(*)::int as count from audit_logs");
  return row?.count;
};

describe("an act that ends something", () => {
  test.each(Object.entries(table))(
    "%s: done to what has ended, it says so or answers as before, and writes no second entry",
    async (_id, row) => {
      const act = await row.act();
      const before = (await entries()) ?? 0;
      await made(act());
      const once = await entries();
      expect(once).toBeGreaterThan(before);
      const { status, body } = await act();
      if (typeof row.again === "number") expect(status).toBe(row.again);
      else expect({ status, code: body.code }).toEqual({ status: expect.any(Number), code: row.again });
      expect(await entries()).toBe(once);
    },
  );

  test("is among these, whichever operation it is", () => {
    const ending = /^(end|revoke|lift|remove|delete|erase|reject|withdraw|release|restore|logout)/;
    const single = routes.map(({ operation }) => operation).filter(({ id, body }) => ending.test(id) && !("ids" in body));
    expect(single.map(({ id }) => id).filter((id) => !(id in table))).toEqual([]);
  });

  test("done to many, tells of each that has ended, and writes no entry for it", async () => {
    const ids = [await newKey(), await newKey()];
    await made(sent(admin.token, `POST /api/admin/keys/${ids[0]}/revoke`, { reason }));
    const before = (await entries()) ?? 0;
    const { body } = await sent(admin.token, "POST /api/admin/keys/revoke", { ids, reason });
    expect(body.items).toMatchObject([
      { id: ids[0], isDone: false, refusal: { code: "key_revoked" } },
      { id: ids[1], isDone: true },
    ]);
    expect(await entries()).toBe(before + 1);
  });
});

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { generateSync } from "otplib";
import { z } from "zod";
import { routes } from "../src/entry/features.ts";
import { perform } from "../src/platform/action.ts";
import { newId } from "../src/platform/ids.ts";
import { newToken } from "../src/platform/token.ts";
import { saveFilter } from "../src/saved-filters/index.ts";
import { ask, type Json } from "./ask.ts";
import { makeProject, makeStaff, password } from "./make.ts";
import { sealFor } from "./sealed.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld({ ALLOW_LOOPBACK: "true", RESEND_API_KEY: "re_test", RESEND_BASE_URL: "http://127.0.0.1:9" });
});
afterAll(() => world?.close());

const byId = new Map(routes.map(({ operation }) => [operation.id, operation]));
const secretField = /^(password|newPassword|token|refreshToken|accessToken|secret|key|uri|code|recoveryCode|recoveryCodes)$/;
/** The operations that are given secrets, or show them. */
const secretive = routes
  .map(({ operation }) => operation)
  .filter(
    ({ body, showsSecret, id }) => id !== "addDetectionRule" && (showsSecret || Object.keys(body).some((name) => secretField.test(name))),
  );

const performed = new Set<string>();
const secrets = new Set<string>([password]);

/** Six digits stand in many a text by chance, and what is an id is no secret. */
const isTelling = (text: string) => text.length >= 8 && !/^[a-z]{3}_[0-9a-z]{26}$/.test(text);
function collect(value: unknown, name = ""): void {
  if (typeof value === "string" && secretField.test(name) && isTelling(value)) secrets.add(value);
  if (Array.isArray(value)) for (const each of value) collect(each, name);
  else if (typeof value === "object" && value !== null) for (const [key, each] of Object.entries(value)) collect(each, key);
}

/** Performs an operation, and remembers each secret that was sent or shown. */
async function act(id: string, path: Readonly<Record<string, string>>, token: string | undefined, body?: object): Promise<Json> {
  const at = byId.get(id)?.at.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? "none") ?? "none";
  const answer = await ask(world, at, { token, ...(body ? { body } : {}) });
  expect({ id, status: answer.status < 300 ? "done" : answer }).toEqual({ id, status: "done" });
  performed.add(id);
  collect(body);
  if (byId.get(id)?.showsSecret) collect(answer.body);
  return answer.body;
}

const mailed = async (to: string, template: string) => {
  const [mail] = await world.clone.query<{ body: string }>(
    "select body from outbox where recipient = $1 and template = $2 order by id desc limit 1",
    [to, template],
  );
  return /nm_[a-z]{2}_\w{49}/.exec(mail?.body ?? "")?.[0] ?? "none";
};

async function asDeveloper() {
  const email = "ada@example.com";
  const { accessToken: token } = await act("registerDeveloper", {}, undefined, { email, name: "Ada", password: "the first password" });
  await act("verifyEmail", {}, undefined, { token: await mailed(email, "verify-email") });
  const signedIn = await act("loginDeveloper", {}, undefined, { email, password: "the first password" });
  const refreshed = await act("refreshSession", {}, undefined, { refreshToken: signedIn.refreshToken });
  await act("logoutDeveloper", {}, undefined, { refreshToken: refreshed.refreshToken });
  await act("createToken", {}, token, { name: "laptop", scopes: ["account:read"] });
  const { id: projectId } = await act("createProject", {}, token, { name: "Shop" });
  const { id: keyId } = await act("createKey", { projectId }, token, { name: "Server", kind: "secret" });
  await act("rotateKey", { projectId, keyId }, token, {});
  await act("setEndUserAuth", { projectId }, token, { secret: "what-signs-the-tokens-of-end-users-0123456789" });
  const { id: webhookId } = await act("createWebhook", { projectId }, token, { url: "http://127.0.0.1:9/hook" });
  await act("rotateWebhookSecret", { projectId, webhookId }, token, {});
  await act("forgotPassword", {}, undefined, { email });
  await world.work("mailDeveloperReset", { email });
  await act("resetPassword", {}, undefined, { token: await mailed(email, "reset-email"), password: "the second password" });
  return { projectId };
}

async function asStaff(projectId: string) {
  const admin = await makeStaff(world, "admin");
  await act("regenerateKeys", { projectId }, admin.token, { reason: "They leaked" });
  await act("createStaff", {}, admin.token, { email: "b@example.com", name: "B", role: "viewer", password: "chosen by an admin" });
  await act("inviteStaff", {}, admin.token, { email: "c@example.com", name: "C", role: "viewer" });
  await act("acceptInvitation", {}, undefined, { token: await mailed("c@example.com", "staff-invitation"), password: "chosen by C" });
  await world.work("mailStaffReset", { email: "c@example.com" });
  const forgotten = { token: await mailed("c@example.com", "staff-password-reset"), password: "chosen by C again" };
  await act("resetStaffPassword", {}, undefined, forgotten);
  const { accessToken: token } = await act("loginStaff", {}, undefined, { email: admin.email, password });
  const { secret } = await act("beginTotp", {}, token, { password });
  const code = generateSync({ secret, epoch: Math.floor(world.engine.clock().getTime() / 1000) });
  const { recoveryCodes } = await act("confirmTotp", {}, token, { code });
  await act("proveStaff", {}, token, { recoveryCode: recoveryCodes[0] });
  await act("changeOwnPassword", {}, token, { password, newPassword: "chosen anew by themselves", recoveryCode: recoveryCodes[1] });
  await act("makeRecoveryCodes", {}, token);
  const holder = await sealFor(world, admin.email);
  await act("openBreakGlass", {}, undefined, {
    ...{ holder: admin.email, code: holder.codes[0], totp: holder.digits() },
    ...{ reason: "A drill", incident: "INC-1", isDrill: true },
  });
}

const everyEntry = async () =>
  (await world.clone.query<{ entry: string }>("select to_jsonb(a)::text as entry from audit_logs a")).map(({ entry }) => entry);

test("whatever operation is given a secret or shows one, the audit log has none of it", async () => {
  const { projectId } = await asDeveloper();
  await asStaff(projectId);
  expect(secretive.map(({ id }) => id).filter((id) => !performed.has(id))).toEqual([]);
  expect(secrets.size).toBeGreaterThan(30);
  const entries = await everyEntry();
  expect(entries.length).toBeGreaterThan(performed.size);
  for (const secret of secrets) expect({ secret, in: entries.filter((entry) => entry.includes(secret)) }).toEqual({ secret, in: [] });
}, 60_000);

test("what an action hands in by mistake is masked in what is stored, and so in what is sealed", async () => {
  const leaked = newToken("nm_sk");
  const call = {
    operation: { id: "leakOnPurpose", changes: true },
    actor: { kind: "job", id: "test" } as const,
    request: { id: newId("request"), address: undefined, userAgent: undefined },
  };
  const target = newId("project");
  await perform(
    world.engine,
    call,
    async (context) =>
      context.audit({
        target,
        reason: `They lost ${leaked}`,
        before: { role: "viewer", password: "hunter2" },
        after: { role: "admin", deep: [{ note: leaked, recoveryCodes: ["abcd-efgh"] }] },
      }),
    {},
  );
  const [entry] = await world.clone.query("select reason, before, after from audit_logs where target = $1", [target]);
  expect(entry).toEqual({
    reason: "They lost [masked]",
    before: { role: "viewer", password: "[masked]" },
    after: { role: "admin", deep: [{ note: "[masked]", recoveryCodes: ["[masked]"] }] },
  });
});

/** The fields in which people tell people something: on pages, in mails, in exports. */
const written = /^(reason|statement|text|answer|note|description|message|review|name|title|incident)$/;
/** The name of what goes for good, typed as it is. */
const compared = "purgeAnyProject name";
const toBeRead = routes
  .filter(({ operation }) => operation.id !== "exportAuditLogs")
  .flatMap(({ operation: { id, body } }) =>
    Object.entries(body).flatMap(([name, schema]) =>
      written.test(name) && `${id} ${name}` !== compared ? [[`${id} ${name}`, schema] as const] : [],
    ),
  )
  .filter(([, schema]) => z.safeParse(schema, "Just words").success);

test("what people write for others keeps no secret that was pasted into it, whichever operation takes it", () => {
  expect(toBeRead.length).toBeGreaterThan(50);
  const secret = newToken("nm_sk");
  for (const [where, schema] of toBeRead)
    expect({ where, kept: z.parse(schema, `They lost ${secret} in May`) }).toEqual({ where, kept: "They lost [masked] in May" });
});

test("a filter that was saved keeps no secret that was looked for, and is otherwise as it was", () => {
  const { query } = saveFilter.body;
  const secret = newToken("nm_sk");
  const sought = new URLSearchParams({ "filters.name": `key ${secret}`, sortBy: "name" });
  expect([...new URLSearchParams(z.parse(query, sought.toString()))]).toEqual([
    ["filters.name", "key [masked]"],
    ["sortBy", "name"],
  ]);
  expect(z.parse(query, "filters.state=in%20force&filters.reason=abuse")).toBe("filters.state=in%20force&filters.reason=abuse");
});

test("a secret pasted into a reason stands neither beside what it is of nor in a list of the console's login", async () => {
  const { token } = await makeStaff(world, "operator");
  const project = await makeProject(world);
  const leaked = newToken("nm_sk");
  const at = `PUT /api/admin/projects/${project.id}/quotas/keys`;
  const { body } = await ask(world, at, { token, body: { limit: 9, reason: `For ${leaked}`, confirm: true } });
  expect(body.reason).toBe("For [masked]");
  expect(await world.clone.query("select reason from project_quotas where project_id = $1", [project.id])).toEqual([
    { reason: "For [masked]" },
  ]);
});

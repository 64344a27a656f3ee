import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { Resend } from "resend";
import { z } from "zod";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProject, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { portOf } from "../http/server.ts";
import { job, performJob } from "../platform/jobs.ts";
import { notify } from "./index.ts";

/** Stands in for what developers run: keeps what it was sent, by path. */
interface Call {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
const calls: Call[] = [];
type Answer = { readonly status: number; readonly headers?: Record<string, string> } | "cut";
const answers = new Map<string, (call: Call) => Answer>();
let receiver: Server;
let at: (path: string) => string;
let world: World;
beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request)).toString();
    const call = { path: String(request.url), headers: request.headers, body };
    calls.push(call);
    const answer = answers.get(call.path)?.(call) ?? { status: 204 };
    if (answer === "cut") return request.socket.destroy();
    return response.writeHead(answer.status, answer.headers).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  at = (path) => `http://127.0.0.1:${portOf(receiver)}${path}`;
  world = await openWorld({ ALLOW_LOOPBACK: "true" });
});
afterEach(() => {
  answers.clear();
  calls.length = 0;
});
afterAll(async () => {
  await world.close();
  receiver.close();
});

const hour = 60 * 60_000;
/** As if so much time had passed since the last round. */
const goRound = async (ms = 10 * 60_000) => {
  world.travel(ms);
  await world.work("callWebhooks", {});
};

async function makeHook(path: string, more: object = {}) {
  const { id: projectId, developer } = await makeProject(world);
  const { token } = developer;
  const made = await ask(world, `POST /api/projects/${projectId}/webhooks`, { token, body: { url: at(path), ...more } });
  const hook = `/api/projects/${projectId}/webhooks/${made.body.id}`;
  const see = async () => (await ask(world, `GET ${hook}`, { token })).body;
  const deliveries = async () => (await ask(world, `GET ${hook}/deliveries`, { token })).body.items;
  return { projectId, developer, token, made, hook, secret: String(made.body.secret), see, deliveries };
}

const tellOwner = (projectId: string, developerId: string, template = "project_warned") => {
  const notice = { to: { developerId }, projectId, template, subject: "Too much", body: "Of everything.", data: { limit: 5 } };
  return performJob(
    world.engine,
    job("tell", z.object({}), (context) => notify(context, notice)),
    {},
  );
};

const verify = (secret: string, { headers, body }: Call) =>
  new Resend("re_none").webhooks.verify({
    payload: body,
    headers: {
      id: String(headers["webhook-id"]),
      timestamp: String(headers["webhook-timestamp"]),
      signature: String(headers["webhook-signature"]),
    },
    webhookSecret: secret,
  });

describe("what a webhook is sent", () => {
  test("is what its owner is told, signed as Standard Webhooks has it", async () => {
    const { projectId, developer, token, made, secret, deliveries } = await makeHook("/signed");
    expect(made).toMatchObject({ status: 201, body: { state: "active", secret: expect.stringMatching(/^whsec_/) } });
    await tellOwner(projectId, developer.id);
    await world.work("callWebhooks", {});
    const [call] = calls;
    if (!call) throw new Error("nothing came");
    expect(verify(secret, call)).toMatchObject({
      type: "project_warned",
      projectId,
      subject: "Too much",
      text: "Of everything.",
      data: { limit: 5 },
    });
    expect(() => verify(secret, { ...call, body: call.body.replace("5", "6") })).toThrow();
    expect(await deliveries()).toMatchObject([
      { id: call.headers["webhook-id"], state: "sent", attempts: 1, lastStatus: 204, event: "project_warned" },
    ]);
    const { body } = await ask(world, `GET /api/projects/${projectId}/notices`, { token });
    expect(body.items).toMatchObject([
      {
        template: "project_warned",
        subject: "Too much",
        data: { limit: 5 },
        ways: [
          { channel: "webhook", to: made.body.id, state: "sent" },
          { channel: "mail", to: developer.email, state: "waiting", sentAt: null },
        ],
      },
    ]);
  });

  test("is only what it asked for", async () => {
    const { projectId, developer } = await makeHook("/some", { events: ["project_suspended"] });
    await tellOwner(projectId, developer.id);
    await tellOwner(projectId, developer.id, "project_suspended");
    await world.work("callWebhooks", {});
    expect(calls.map(({ body }) => JSON.parse(body).type)).toEqual(["project_suspended"]);
  });

  test("is signed by both secrets while one takes over from the other", async () => {
    const { hook, token, secret } = await makeHook("/rotated");
    const rotated = await ask(world, `POST ${hook}/rotate-secret`, { token, body: { overlapSeconds: 3_600 } });
    expect(rotated.status).toBe(201);
    await ask(world, `POST ${hook}/test`, { token });
    await world.work("callWebhooks", {});
    world.travel(2 * hour);
    await ask(world, `POST ${hook}/test`, { token });
    await world.work("callWebhooks", {});
    world.travel(-2 * hour);
    const [during, after] = calls;
    if (!during || !after) throw new Error("two should have come");
    expect(verify(secret, during)).toMatchObject({ type: "webhook_test" });
    expect(verify(rotated.body.secret, during)).toMatchObject({ type: "webhook_test" });
    expect(String(after.headers["webhook-signature"]).split(" ")).toHaveLength(1);
  });

  test("shows its secret nowhere else, and keeps it sealed", async () => {
    const { see, secret, made } = await makeHook("/sealed");
    expect(JSON.stringify(await see())).not.toContain("whsec_");
    const rows = await world.clone.query("select * from webhook_endpoints where id = $1", [made.body.id]);
    expect(JSON.stringify(rows)).not.toContain(secret.slice("whsec_".length));
    const audited = await world.clone.query("select * from audit_logs where target = $1", [made.body.id]);
    expect(audited).toHaveLength(1);
    expect(JSON.stringify(audited)).not.toContain("whsec_");
  });
});

describe("an endpoint that does not take something", () => {
  test("is tried again with growing waits, under the same id, and is well again once it takes it", async () => {
    const { hook, token, see, deliveries } = await makeHook("/later");
    answers.set("/later", () => ({ status: 500 }));
    await ask(world, `POST ${hook}/test`, { token });
    await world.work("callWebhooks", {});
    await world.work("callWebhooks", {});
    expect(calls).toHaveLength(1);
    expect(await see()).toMatchObject({ state: "failing" });
    expect(await deliveries()).toMatchObject([{ state: "waiting", attempts: 1, lastStatus: 500, lastError: "it answered 500" }]);
    answers.set("/later", () => "cut");
    await goRound();
    answers.delete("/later");
    await goRound();
    expect(new Set(calls.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(await see()).toMatchObject({ state: "active", failingSince: null });
    expect(await deliveries()).toMatchObject([{ state: "sent", attempts: 3, lastStatus: 204, nextAttemptAt: null }]);
  });

  test("is left alone for as long as it asks", async () => {
    const { hook, token, deliveries } = await makeHook("/busy");
    answers.set("/busy", () => ({ status: 429, headers: { "retry-after": String(5 * 3_600) } }));
    await ask(world, `POST ${hook}/test`, { token });
    await goRound();
    await goRound(4 * hour);
    expect(await deliveries()).toMatchObject([{ attempts: 1 }]);
    await goRound(2 * hour);
    expect(await deliveries()).toMatchObject([{ attempts: 2 }]);
  });

  test("does not lead elsewhere by a redirect", async () => {
    const { hook, token, deliveries } = await makeHook("/moved");
    answers.set("/moved", () => ({ status: 308, headers: { location: at("/elsewhere") } }));
    await ask(world, `POST ${hook}/test`, { token });
    await goRound();
    expect(calls.map(({ path }) => path)).toEqual(["/moved"]);
    expect(await deliveries()).toMatchObject([{ lastError: "it answered 308, and redirects are not followed" }]);
  });

  test("does not keep other messages when it is one of them that it can't take", async () => {
    const { projectId, developer, deliveries } = await makeHook("/picky");
    answers.set("/picky", ({ body }) => ({ status: body.includes("poison") ? 500 : 204 }));
    await tellOwner(projectId, developer.id, "poison");
    await goRound();
    for (const template of ["one", "two", "three"]) await tellOwner(projectId, developer.id, template);
    for (let n = 0; n < 4; n += 1) await goRound();
    const states = (await deliveries()).map(({ event, state }: { event: string; state: string }) => [event, state]);
    expect(Object.fromEntries(states)).toEqual({ poison: "waiting", one: "sent", two: "sent", three: "sent" });
  });

  test("is called no more once it says that it is gone, and its owner is told", async () => {
    const { hook, token, see, developer, projectId, deliveries } = await makeHook("/gone");
    answers.set("/gone", () => ({ status: 410 }));
    await ask(world, `POST ${hook}/test`, { token });
    await goRound();
    expect(await see()).toMatchObject({ state: "disabled", disabledBecause: "gone" });
    expect(await deliveries()).toMatchObject([{ state: "failed", lastStatus: 410 }]);
    expect((await ask(world, `POST ${hook}/test`, { token })).body.code).toBe("webhook_disabled");
    const mails = await world.clone.query("select body from outbox where recipient = $1 and template = 'webhook_disabled'", [
      developer.email,
    ]);
    expect(mails).toEqual([{ body: expect.stringContaining("It answered 410") }]);
    await tellOwner(projectId, developer.id);
    expect(await deliveries()).toHaveLength(1);
    answers.delete("/gone");
    expect((await ask(world, `PATCH ${hook}`, { token, body: { isEnabled: true } })).body).toMatchObject({ state: "active" });
    const [missed] = await deliveries();
    expect((await ask(world, `POST ${hook}/deliveries/${missed.id}/redeliver`, { token })).status).toBe(202);
    await goRound();
    expect(await deliveries()).toMatchObject([{ state: "sent", lastStatus: 204 }]);
  });

  test("is disabled when it has taken nothing for days, and its owner is told", async () => {
    const { hook, token, see, developer } = await makeHook("/broken");
    answers.set("/broken", () => ({ status: 503 }));
    await ask(world, `POST ${hook}/test`, { token });
    for (let n = 0; n < 8; n += 1) await goRound(15 * hour);
    expect(await see()).toMatchObject({ state: "disabled", disabledBecause: "failing" });
    const count = calls.length;
    await goRound(15 * hour);
    expect(calls).toHaveLength(count);
    const mails = await world.clone.query("select body from outbox where recipient = $1 and template = 'webhook_disabled'", [
      developer.email,
    ]);
    expect(mails).toEqual([{ body: expect.stringContaining("It has taken nothing since") }]);
  });
});

describe("refused", () => {
  test.each([
    "http://example.com/",
    "https://10.0.0.1/",
    "https://169.254.169.254/latest",
    "https://[::ffff:10.0.0.1]/",
    "https://me:secret@example.com/",
    "nonsense",
  ])("is the address %s", async (url) => {
    const { id, developer } = await makeProject(world);
    const answer = await ask(world, `POST /api/projects/${id}/webhooks`, { token: developer.token, body: { url } });
    expect(answer).toMatchObject({ status: 422, body: { code: "webhook_url_not_reachable" } });
  });

  test.each([["project_supended"], ["override_requested"], [""]])(
    "is the event %j: owners are told nothing of that name",
    async (event) => {
      const { projectId, token, hook } = await makeHook("/unknown", { events: ["project_suspended"] });
      const refused = (path: string) => ({
        status: 422,
        body: { code: "invalid_input", errors: [{ path, message: expect.stringContaining("project_suspended") }] },
      });
      const body = { url: at("/unknown"), events: ["project_warned", event] };
      expect(await ask(world, `POST /api/projects/${projectId}/webhooks`, { token, body })).toMatchObject(refused("events.1"));
      const headers = { "if-match": '"1"' };
      expect(await ask(world, `PATCH ${hook}`, { token, body: { events: [event] }, headers })).toMatchObject(refused("events.0"));
    },
  );

  test("are an eleventh webhook, one of a deleted project, and an edit of what was changed meanwhile", async () => {
    const { projectId, token, hook } = await makeHook("/many");
    const add = () => ask(world, `POST /api/projects/${projectId}/webhooks`, { token, body: { url: at("/many") } });
    for (let n = 0; n < 9; n += 1) expect((await add()).status).toBe(201);
    expect((await add()).body.code).toBe("too_many_webhooks");
    const stale = await ask(world, `PATCH ${hook}`, { token, body: { description: "x" }, headers: { "if-match": '"9"' } });
    expect(stale.body.code).toBe("edited_meanwhile");
    expect((await ask(world, `DELETE ${hook}`, { token })).status).toBe(204);
    expect((await ask(world, `GET ${hook}`, { token })).body.code).toBe("webhook_not_found");
    expect((await ask(world, `DELETE /api/projects/${projectId}`, { token })).status).toBe(200);
    expect((await add()).body.code).toBe("project_is_deleted");
  });

  test("are a delivery that waits already and one that is not there", async () => {
    const { hook, token } = await makeHook("/waits");
    const { body } = await ask(world, `POST ${hook}/test`, { token });
    expect((await ask(world, `POST ${hook}/deliveries/${body.id}/redeliver`, { token })).body.code).toBe("delivery_waits");
    const other = body.id.replace(/.{4}$/, "0000");
    expect((await ask(world, `POST ${hook}/deliveries/${other}/redeliver`, { token })).body.code).toBe("delivery_not_found");
  });

  test("is everything of another developer's project, as if it were not there", async () => {
    const { hook, projectId, made } = await makeHook("/mine");
    const { token } = await makeDeveloper(world);
    for (const asked of [`GET ${hook}`, `DELETE ${hook}`, `POST ${hook}/test`, `POST ${hook}/rotate-secret`, `GET ${hook}/deliveries`])
      expect(await ask(world, asked, { token })).toMatchObject({ status: 404 });
    expect((await ask(world, `GET /api/projects/${projectId}/notices`, { token })).status).toBe(404);
    const mine = await makeHook("/other");
    const crossed = mine.hook.replace(mine.made.body.id, made.body.id);
    expect((await ask(world, `GET ${crossed}`, { token: mine.token })).status).toBe(404);
  });
});

test("a purged project's secrets go with it", async () => {
  const { projectId, made } = await makeHook("/purged");
  await world.clone.query("update projects set status = 'purged', purge_at = null where id = $1", [projectId]);
  await world.work("forgetWebhooksOfPurged", {});
  const rows = await world.clone.query("select secret_sealed, deleted_at is not null as gone from webhook_endpoints where id = $1", [
    made.body.id,
  ]);
  expect(rows).toEqual([{ secret_sealed: null, gone: true }]);
});

describe("staff", () => {
  test("see where webhooks lead and what went wrong last, without what may be secret of their addresses", async () => {
    const { projectId, developer, hook } = await makeHook("/hooks/T0K3N?key=hush");
    answers.set("/hooks/T0K3N?key=hush", () => ({ status: 500 }));
    await tellOwner(projectId, developer.id);
    await goRound(0);
    const { token } = await makeStaff(world, "support");
    const { status, body } = await ask(world, `GET /api/admin/projects/${projectId}/webhooks`, { token });
    expect({ status, items: body.items }).toMatchObject({
      status: 200,
      items: [
        { id: hook.split("/").at(-1), url: `${at("")}/…`, state: "failing", lastFailure: { status: 500, error: expect.any(String) } },
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(/T0K3N|hush|whsec_/);
  });

  test("who may only look are refused, and of a project there is not nothing is told", async () => {
    const { projectId } = await makeHook("/plain");
    const [viewer, support] = [(await makeStaff(world, "viewer")).token, (await makeStaff(world, "support")).token];
    const seen = (token: string, id = projectId) => ask(world, `GET /api/admin/projects/${id}/webhooks`, { token });
    expect(await seen(viewer)).toMatchObject({ status: 403, body: { code: "missing_role" } });
    expect(await seen(support, "prj_01jh8x4q3efyxb0v1s2t3w4y5z")).toMatchObject({ status: 404, body: { code: "project_not_found" } });
  });
});

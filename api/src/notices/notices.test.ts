import { createServer, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { z } from "zod";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProject, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { portOf } from "../http/server.ts";
import { perform } from "../platform/action.ts";
import { sql } from "../platform/db/sql.ts";
import { newId } from "../platform/ids.ts";
import { type Notice, notify } from "./index.ts";

/** Stands in for the mail service: keeps each Idempotency-Key once, as it documents. */
const inbox = new Map<string, { to: string; subject: string }>();
let answer: (() => { status: number; body: object } | "cut") | undefined;
let service: Server;
let world: World;
beforeAll(async () => {
  service = createServer(async (request, response) => {
    const body = JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString());
    const key = String(request.headers["idempotency-key"]);
    const told = answer?.();
    if (request.headers.authorization !== "Bearer re_test")
      return response.writeHead(401).end(JSON.stringify({ statusCode: 401, name: "missing_api_key", message: "no" }));
    if (told === undefined || told === "cut") inbox.set(key, { to: body.to, subject: body.subject });
    if (told === "cut") return request.socket.destroy();
    return response.writeHead(told?.status ?? 200, { "content-type": "application/json" }).end(JSON.stringify(told?.body ?? { id: key }));
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  world = await openWorld({ RESEND_API_KEY: "re_test", RESEND_BASE_URL: `http://127.0.0.1:${portOf(service)}` });
});
afterEach(() => {
  answer = undefined;
  inbox.clear();
});
afterAll(async () => {
  await world.close();
  service.close();
});

const mailOf = (email: string) =>
  world.store.transact("platform", (db) =>
    db.one(
      z.object({ id: z.string(), state: z.string(), attempts: z.number(), lastError: z.string().nullable() }),
      sql`select id, state, attempts, last_error as "lastError" from outbox where recipient = ${email}`,
    ),
  );
const send = async (email: string) => world.work("sendMessage", { id: (await mailOf(email)).id }).catch(() => undefined);

const tell = (notice: Notice) => {
  const call = { operation: { id: "tell", changes: false }, actor: { kind: "job", id: "tell" } as const };
  return perform(world.engine, { ...call, request: { id: newId("request"), address: undefined, userAgent: undefined } }, notify, notice);
};

test("a mail goes out once, after the commit that caused it", async () => {
  const { email } = await makeDeveloper(world);
  expect(inbox.size).toBe(0);
  await send(email);
  await send(email);
  expect([...inbox.values()]).toEqual([{ to: email, subject: "Confirm your e-mail address" }]);
  expect(await mailOf(email)).toMatchObject({ state: "sent", attempts: 1 });
});

test("a refusal of the service is kept, and the mail waits for the next try", async () => {
  const { email } = await makeDeveloper(world);
  answer = () => ({ status: 429, body: { statusCode: 429, name: "rate_limit_exceeded", message: "slow down" } });
  await send(email);
  expect(await mailOf(email)).toMatchObject({ state: "waiting", attempts: 1, lastError: expect.stringContaining("slow down") });
  answer = undefined;
  await send(email);
  expect(await mailOf(email)).toMatchObject({ state: "sent", attempts: 2, lastError: null });
});

test("a reply that was lost does not deliver twice", async () => {
  const { email } = await makeDeveloper(world);
  answer = () => "cut";
  await send(email);
  answer = undefined;
  await send(email);
  expect([...inbox.values()].filter((each) => each.to === email)).toHaveLength(1);
});

test("after a day a try could deliver twice, so it is given up and said", async () => {
  const { email } = await makeDeveloper(world);
  answer = () => ({ status: 500, body: { statusCode: 500, name: "application_error", message: "down" } });
  world.travel(24 * 60 * 60_000);
  await send(email);
  world.travel(-24 * 60 * 60_000);
  expect(await mailOf(email)).toMatchObject({ state: "failed" });
});

test("what an owner is told of a project is kept; what staff is told is not theirs, and waits where no channel of staff's is configured", async () => {
  const { id: projectId, developer } = await makeProject(world);
  const said = { projectId, template: "project_warned", subject: "Too much", body: "Of everything.", data: { limit: 5 } };
  await tell({ ...said, to: { developerId: developer.id } });
  await tell({ ...said, to: { staff: true }, template: "detection", subject: "Look here" });
  const kept = await world.clone.query("select template, subject, body, data from notices where project_id = $1", [projectId]);
  expect(kept).toEqual([{ template: "project_warned", subject: "Too much", body: "Of everything.", data: { limit: 5 } }]);
  const ways = await world.clone.query(
    "select channel, recipient, subject, state, notice_id is null as hidden from outbox where project_id = $1 order by id",
    [projectId],
  );
  expect(ways).toEqual([
    { channel: "mail", recipient: developer.email, subject: "Too much", state: "waiting", hidden: false },
    { channel: "telegram", recipient: "staff", subject: "Look here", state: "waiting", hidden: true },
  ]);
});

test("staff see what waits; only admins, since bodies carry links", async () => {
  const [admin, operator] = [await makeStaff(world, "admin"), await makeStaff(world, "operator")];
  expect((await ask(world, "GET /api/admin/outbox", { token: admin.token })).body.items.length).toBeGreaterThan(0);
  expect((await ask(world, "GET /api/admin/outbox", { token: operator.token })).status).toBe(403);
});

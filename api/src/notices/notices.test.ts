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
type Told = { status: number; body: object; headers?: Record<string, string> } | "cut" | undefined;
let answer: ((sent: unknown) => Told) | undefined;
let service: Server;
let world: World;
beforeAll(async () => {
  service = createServer(async (request, response) => {
    const body = JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString());
    const key = String(request.headers["idempotency-key"]);
    const told = answer?.(body);
    if (request.headers.authorization !== "Bearer re_test")
      return response.writeHead(401).end(JSON.stringify({ statusCode: 401, name: "missing_api_key", message: "no" }));
    const mails: { to: string; subject: string }[] = [body].flat();
    const ids = mails.map((_, n) => `${key}.${n}`);
    if (told === undefined || told === "cut") for (const [n, { to, subject }] of mails.entries()) inbox.set(`${key}.${n}`, { to, subject });
    if (told === "cut") return request.socket.destroy();
    const taken = Array.isArray(body) ? { data: ids.map((id) => ({ id })) } : { id: ids[0] };
    return response
      .writeHead(told?.status ?? 200, { "content-type": "application/json", ...told?.headers })
      .end(JSON.stringify(told?.body ?? taken));
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
/** As if some minutes had passed since the last attempt. */
const send = async () => {
  world.travel(10 * 60_000);
  await world.work("sendMails", {});
};

const tell = (notice: Notice) => {
  const call = { operation: { id: "tell", changes: false }, actor: { kind: "job", id: "tell" } as const };
  return perform(world.engine, { ...call, request: { id: newId("request"), address: undefined, userAgent: undefined } }, notify, notice);
};

test("a mail goes out once, after the commit that caused it", async () => {
  const { email } = await makeDeveloper(world);
  expect(inbox.size).toBe(0);
  await send();
  await send();
  expect([...inbox.values()]).toEqual([{ to: email, subject: "Confirm your e-mail address" }]);
  expect(await mailOf(email)).toMatchObject({ state: "sent", attempts: 1 });
});

test("a refusal of the service is kept, and the mail waits for the next try", async () => {
  const { email } = await makeDeveloper(world);
  answer = () => ({ status: 429, body: { statusCode: 429, name: "rate_limit_exceeded", message: "slow down" } });
  await send();
  expect(await mailOf(email)).toMatchObject({ state: "waiting", attempts: 1, lastError: expect.stringContaining("slow down") });
  answer = undefined;
  await send();
  expect(await mailOf(email)).toMatchObject({ state: "sent", attempts: 2, lastError: null });
});

test("a reply that was lost does not deliver twice", async () => {
  const { email } = await makeDeveloper(world);
  answer = () => "cut";
  await send();
  answer = undefined;
  await send();
  expect([...inbox.values()].filter((each) => each.to === email)).toHaveLength(1);
});

const hours = (n: number) => n * 60 * 60_000;

test("after a day a try could deliver twice, so it is given up and said; staff may have it sent all the same", async () => {
  const { email } = await makeDeveloper(world);
  answer = () => ({ status: 500, body: { statusCode: 500, name: "application_error", message: "down" } });
  await send();
  world.travel(hours(24));
  answer = undefined;
  await send();
  const { id, ...given } = await mailOf(email);
  expect(given).toMatchObject({ state: "failed", lastError: expect.stringContaining("may have been delivered") });
  expect(inbox.size).toBe(0);
  const { token } = await makeStaff(world);
  const again = { token, body: { reason: "the service says that it has none of it" } };
  expect(await ask(world, `POST /api/admin/outbox/${id}/retry`, again)).toMatchObject({ status: 202, body: { state: "waiting" } });
  expect((await ask(world, `POST /api/admin/outbox/${id}/retry`, again)).body.code).toBe("message_not_failed");
  await send();
  expect(await mailOf(email)).toMatchObject({ state: "sent" });
  expect([...inbox.values()]).toEqual([expect.objectContaining({ to: email })]);
});

test("what a service surely did not take waits as long as it must, also for days: our key to it was wrong", async () => {
  const { email } = await makeDeveloper(world);
  answer = () => ({ status: 403, body: { statusCode: 403, name: "validation_error", message: "the domain is not verified" } });
  for (let day = 0; day < 3; day += 1) {
    await send();
    world.travel(hours(24));
  }
  expect(await mailOf(email)).toMatchObject({ state: "waiting", attempts: 3, lastError: expect.stringContaining("not verified") });
  answer = undefined;
  await send();
  expect(await mailOf(email)).toMatchObject({ state: "sent" });
});

test("a service that asks to be left alone is left alone, for as long as it says", async () => {
  const { email } = await makeDeveloper(world);
  answer = () => ({
    status: 429,
    body: { statusCode: 429, name: "rate_limit_exceeded", message: "slow down" },
    headers: { "retry-after": "7200" },
  });
  await send();
  answer = undefined;
  await send();
  expect(await mailOf(email)).toMatchObject({ state: "waiting", attempts: 1 });
  world.travel(hours(2));
  await send();
  expect(await mailOf(email)).toMatchObject({ state: "sent", attempts: 2 });
});

test("one mail that the service can't take does not keep those it went with", async () => {
  const [first, bad, last] = [await makeDeveloper(world), await makeDeveloper(world), await makeDeveloper(world)];
  const invalid = { statusCode: 422, name: "validation_error", message: "no such address" };
  answer = (sent) => (JSON.stringify(sent).includes(bad.email) ? { status: 422, body: invalid } : undefined);
  for (let n = 0; n < 4; n += 1) await send();
  expect(await mailOf(first.email)).toMatchObject({ state: "sent" });
  expect(await mailOf(last.email)).toMatchObject({ state: "sent" });
  expect(await mailOf(bad.email)).toMatchObject({ state: "failed", lastError: "validation_error: no such address" });
});

test("no connection to the database is held while a mail service thinks", async () => {
  await makeDeveloper(world);
  let held: number | undefined;
  answer = () => {
    held = world.store.pool.totalCount - world.store.pool.idleCount;
    return undefined;
  };
  await send();
  expect(held).toBe(0);
});

test("an account that goes takes its unsent mail along, also what is on its way", async () => {
  const { email, token } = await makeDeveloper(world);
  answer = () => "cut";
  await send();
  answer = undefined;
  inbox.clear();
  expect((await ask(world, "DELETE /api/developer", { token })).status).toBe(204);
  await world.work("forgetMail", { address: email });
  await send();
  expect(inbox.size).toBe(0);
  expect(await world.clone.query("select from mail_batches")).toEqual([]);
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

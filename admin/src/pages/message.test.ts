import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "@nextmavens/api/platform/db/sql";
import { ask } from "../../../api/test/ask.ts";
import { makeDeveloper, makeStaff, password } from "../../../api/test/make.ts";
import { openWorld, type World } from "../../../api/test/world.ts";
import { Visitor } from "../../test/visitor.ts";
import { openReads } from "../adapter/reads.ts";

/** Where nobody listens: what is to be sent by it waits. */
const service = { RESEND_API_KEY: "re_test", RESEND_BASE_URL: "http://127.0.0.1:9" };
const templates = ["verify-email", "reset-email", "staff-invitation"];
const token = /nm_[a-z]{2}_\w{49}/;

let world: World;
let admin: Awaited<ReturnType<typeof makeStaff>>;
let visitor: Visitor;

/** A mail of every kind that lets its reader in. */
async function openWith(environment: Readonly<Record<string, string>>) {
  world = await openWorld(environment);
  admin = await makeStaff(world);
  visitor = await new Visitor(world).signIn(admin.email, password);
  const { email } = await makeDeveloper(world);
  await world.work("mailDeveloperReset", { email });
  const body = { email: "ada@example.com", name: "Ada", role: "viewer" };
  const invited = await ask(world, "POST /api/admin/staff/invitations", { token: admin.token, body });
  expect(invited.status).toBe(201);
}

const mailsWritten = async () => {
  const rows = await world.clone.query<{ id: string; body: string; template: string }>("select id, body, template from outbox order by id");
  expect(rows.map(({ template }) => template)).toEqual(templates);
  return rows.map((row) => ({ ...row, secret: token.exec(row.body)?.[0] ?? "none" }));
};
const asAdmin = (at: string, body?: object) => ask(world, at, { token: admin.token, ...(body ? { body } : {}) });
const show = (id: string) => visitor.get(`/api/resources/outbox/records/${id}/show`);

describe("where a service sends mail", () => {
  beforeAll(() => openWith(service), 60_000);
  afterAll(() => world?.close());

  test("no admin reads what lets its reader in, at any door", async () => {
    for (const { id, secret } of await mailsWritten()) {
      await world.clone.query("update outbox set state = 'failed' where id = $1", [id]);
      const told = [
        (await asAdmin("GET /api/admin/outbox?limit=100")).body.items.find((each: { id: string }) => each.id === id),
        (await asAdmin(`GET /api/admin/outbox/${id}`)).body,
        (await asAdmin(`POST /api/admin/outbox/${id}/retry`, { reason: "the key was wrong" })).body,
        (await show(id)).json.message,
      ];
      for (const { body } of told) {
        expect(body).toContain("[masked]");
        expect(body).not.toContain(secret.slice(6, 20));
      }
      const seen = [
        await show(id),
        await visitor.get("/api/resources/outbox/actions/list"),
        await visitor.post("/api/csv/outbox", {}),
        await visitor.post("/api/search", { q: secret }),
        await visitor.get("/api/resources/audit_logs/actions/list?perPage=200"),
      ];
      for (const { status, text } of seen) expect([status, text.includes(secret.slice(6, 20))]).toEqual([200, false]);
    }
  });

  test("no filter and no order tells what a body holds", async () => {
    const ids = async (query: string) => {
      const { records } = (await visitor.get(`/api/resources/outbox/actions/list?${query}`)).json;
      return records.map(({ id }: { id: string }) => id);
    };
    const all = await ids("");
    expect(all).toHaveLength(templates.length);
    for (const { secret } of await mailsWritten()) {
      expect(await ids(`filters.body=${secret.slice(0, 9)}`)).toEqual([]);
      expect(await ids("filters.body=nothing+has+this")).toEqual([]);
      expect(await ids(`filters.body~~from=${secret}`)).toEqual([]);
    }
    expect(await ids("sortBy=body&direction=asc")).toEqual(all);
  });

  test("the role that the console reads as has no right to bodies", async () => {
    const reads = openReads(world.clone.server, world.clone.vault, () => undefined);
    const read = (query: ReturnType<typeof sql>) => reads.transact("platform", (db) => db.run(query));
    try {
      await read(sql`select id, subject, recipient, state from outbox`);
      await expect(read(sql`select body from outbox`)).rejects.toThrow("permission denied");
      await expect(read(sql`select id from outbox where body like 'a%'`)).rejects.toThrow("permission denied");
    } finally {
      await reads.close();
    }
  });

  test("a message that there is not is not found, and others are for admins alone", async () => {
    const [{ id } = { id: "" }] = await mailsWritten();
    expect(await asAdmin(`GET /api/admin/outbox/${id.slice(0, -4)}zzzz`)).toMatchObject({
      status: 404,
      body: { code: "message_not_found" },
    });
    const { token: operator } = await makeStaff(world, "operator");
    expect((await ask(world, `GET /api/admin/outbox/${id}`, { token: operator })).status).toBe(403);
  });
});

describe("where no service is configured", () => {
  beforeAll(() => openWith({}), 60_000);
  afterAll(() => world?.close());

  test("the outbox is the mailbox, and admins read it whole", async () => {
    for (const { id, body } of await mailsWritten()) {
      expect((await asAdmin(`GET /api/admin/outbox/${id}`)).body.body).toBe(body);
      expect((await show(id)).json.message).toEqual({ body, isMasked: false });
    }
  });
});

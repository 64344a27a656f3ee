import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProject, makeStaff } from "../../test/make.ts";
import { sealAll } from "../../test/seal-all.ts";
import { sealFor } from "../../test/sealed.ts";
import { approve } from "../../test/second-person.ts";
import { openWorld, type World } from "../../test/world.ts";
import { newId } from "../platform/ids.ts";

let world: World;
let admin: Awaited<ReturnType<typeof makeStaff>>;
beforeAll(async () => {
  world = await openWorld();
  admin = await makeStaff(world);
});
afterAll(() => world.close());

const body = { reason: "Request 2026-118" };
const erase = (what: "developers" | "staff", id: string, token = admin.token) =>
  ask(world, `POST /api/admin/${what}/${id}/erase`, { token, body });
const entriesOf = (id: string) =>
  world.clone.query<Record<string, unknown>>(
    "select * from audit_logs where $1 in (actor_id, target, split_part(on_behalf_of, ':', 2)) order by id",
    [id],
  );

/** The tables that say this anywhere. */
async function placesOf(text: string): Promise<string[]> {
  const tables = await world.clone.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1",
  );
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await world.clone.query<{ has: boolean }>(`select exists (select from ${name} t where t::text ilike $1) as has`, [
        `%${text}%`,
      ]);
      return row?.has ? [name] : [];
    }),
  );
  return found.flat();
}

describe("a developer who asks to be forgotten", () => {
  test("is out at once, and of them stays an id: in what they did, had a job do, and what was done to them", async () => {
    const project = await makeProject(world);
    const { id, email, token } = project.developer;
    await world.clone.query("update projects set status = 'purged' where id = $1", [project.id]);
    await ask(world, "POST /api/auth/forgot-password", { body: { email } });
    await world.work();
    await sealAll(world);
    const before = await entriesOf(id);
    expect(before.filter(({ actor_kind, address }) => actor_kind === "job" && address !== null)).not.toEqual([]);

    const { status, body: erased } = await erase("developers", id);
    expect([status, erased.id]).toEqual([202, id]);
    expect(erased.entries).toBe(before.filter(({ address }) => address !== null).length);
    expect((await ask(world, "GET /api/developer", { token })).status).toBe(401);
    await world.work("eraseFromAuditLog", { personId: id, reason: body.reason });

    const after = await entriesOf(id);
    const others = after.filter(({ actor_id }) => actor_id !== admin.id);
    expect(others.filter(({ address, user_agent }) => address !== null || user_agent !== null)).toEqual([]);
    expect(JSON.stringify(await world.clone.query("select * from developers, audit_logs where developers.id = $1", [id]))).not.toContain(
      email,
    );
    expect(after.filter(({ action }) => action === "eraseDeveloper")).toMatchObject([{ actor_id: admin.id, reason: body.reason }]);
    expect(after.filter(({ action }) => action === "eraseFromAuditLog")).toMatchObject([
      { developer_id: id, reason: body.reason, after: { entries: erased.entries } },
    ]);
    expect((await erase("developers", id)).body).toMatchObject({ status: 409, code: "person_is_erased" });
  });

  test("keeps the account while it has projects, and while a legal hold keeps the log", async () => {
    const { developer } = await makeProject(world);
    expect((await erase("developers", developer.id)).body).toMatchObject({ status: 409, code: "has_projects" });
    const { id, token } = await makeDeveloper(world);
    const hold = await ask(world, "POST /api/admin/audit/holds", { token: admin.token, body });
    expect((await erase("developers", id)).body).toMatchObject({ status: 409, code: "audit_log_on_hold" });
    expect((await ask(world, "GET /api/developer", { token })).status).toBe(200);
    const end = await ask(world, `POST /api/admin/audit/holds/${hold.body.id}/end`, { token: admin.token, body });
    expect((await approve(world, end)).status).toBe(200);
    expect((await erase("developers", id)).status).toBe(202);
  });

  test("is somebody whom there is", async () => {
    expect((await erase("developers", newId("developer"))).body).toMatchObject({ status: 404, code: "developer_not_found" });
  });
});

describe("a member who is on staff no more", () => {
  test("is an id alone afterwards, and comes in by no way again; those who acted on them keep theirs elsewhere", async () => {
    const gone = await makeStaff(world, "support");
    const { id, email } = gone;
    expect((await erase("staff", id)).body).toMatchObject({ status: 409, code: "still_on_staff" });
    const off = { isActive: false, reason: "left" };
    expect((await approve(world, await ask(world, `PATCH /api/admin/staff/${id}`, { token: admin.token, body: off }))).status).toBe(200);
    const { status, body: erased } = await erase("staff", id);
    expect([status, erased.id]).toEqual([202, id]);
    expect(erased.entries).toBeGreaterThanOrEqual(3);
    await world.work("eraseFromAuditLog", { personId: id, reason: body.reason });
    expect(JSON.stringify(await entriesOf(id))).not.toContain(email);
    const list = await ask(world, "GET /api/admin/staff?limit=200", { token: admin.token });
    expect(list.body.items.find((each: { id: string }) => each.id === id)).toMatchObject({
      name: "deleted",
      email: `${id}@deleted.invalid`,
    });
    const on = await ask(world, `PATCH /api/admin/staff/${id}`, { token: admin.token, body: { isActive: true, reason: "back" } });
    expect(on.body.code).toBe("not_joined");
    const own = await entriesOf(admin.id);
    expect(own.filter(({ address, target }) => address !== null && target !== id)).not.toEqual([]);
  });

  test("stands by e-mail and name nowhere any more, whatever was asked of a second person about them", async () => {
    const email = "gone.for.good@example.com";
    const asked = { email, name: "Gone For-Good", role: "admin", password: "until they are gone" };
    const joined = await approve(world, await ask(world, "POST /api/admin/staff", { token: admin.token, body: asked }));
    expect(joined.status).toBe(200);
    const [{ id } = { id: "" }] = await world.clone.query<{ id: string }>("select id from staff where email = $1", [email]);
    const sealed = await sealFor(world, email);
    const drill = { holder: email, code: sealed.codes[0], totp: sealed.digits(), reason: "A drill", incident: "INC-1", isDrill: true };
    expect((await ask(world, "POST /api/admin/break-glass/sessions", { body: drill })).status).toBe(201);
    const patch = (change: object) =>
      ask(world, `PATCH /api/admin/staff/${id}`, { token: admin.token, body: { ...change, reason: "left" } });
    expect((await approve(world, await patch({ isActive: false }))).status).toBe(200);
    const waiting = await patch({ isActive: true });
    expect(waiting.body.code).toBe("approval_needed");
    expect(await placesOf(email)).toEqual(expect.arrayContaining(["approvals", "audit_logs", "staff"]));
    const again = { ...asked, name: "Somebody Else", email: "Gone.For.Bad@example.com" };
    await ask(world, "POST /api/admin/staff", { token: admin.token, body: again });

    const others = `not.${email}, ${email}.net and a+${email}`;
    await world.clone.query("update outbox set subject = $1 where template = 'break_glass_opened'", [`${others}; ${email}.`]);

    expect((await erase("staff", id)).status).toBe(202);
    await world.work();
    expect(await world.clone.query("select distinct subject from outbox where template = 'break_glass_opened'")).toEqual([
      { subject: `${others}; deleted@deleted.invalid.` },
    ]);
    await world.clone.query("update outbox set subject = '' where template = 'break_glass_opened'");
    expect([await placesOf(email), await placesOf(asked.name)]).toEqual([[], []]);
    expect(await placesOf(again.email)).toEqual(["approvals"]);
    expect(await approve(world, waiting)).toMatchObject({ status: 409, body: { code: "approval_stale" } });
    const effects = await world.clone.query("select effects from approvals where decision = 'approved' and effects @> $1::jsonb", [
      JSON.stringify([{ after: { role: "admin" } }]),
    ]);
    expect(effects).not.toEqual([]);
  });

  test("is somebody whom there is", async () => {
    expect((await erase("staff", newId("staff"))).body).toMatchObject({ status: 404, code: "staff_not_found" });
  });
});

test("only an admin erases, and says why", async () => {
  const { id } = await makeDeveloper(world);
  expect((await erase("developers", id, (await makeStaff(world, "operator")).token)).status).toBe(403);
  expect((await ask(world, `POST /api/admin/developers/${id}/erase`, { token: admin.token, body: { reason: " " } })).status).toBe(422);
});

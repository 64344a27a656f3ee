import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ask } from "../../../api/test/ask.ts";
import { makeStaff, password } from "../../../api/test/make.ts";
import { openWorld, type World } from "../../../api/test/world.ts";
import { Visitor } from "../../test/visitor.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld({ AUDIT_RETENTION_MONTHS: "18" });
});
afterAll(() => world?.close());

test("how long the audit log is kept stands above its holds and in the form that sets it, with what to do where the variable asks for less", async () => {
  const { email, token } = await makeStaff(world, "admin");
  const visitor = await new Visitor(world).signIn(email, password);
  const standing = async (act = "list") => (await visitor.get(`/api/resources/audit_holds/actions/${act}`)).json.standing;
  const keep = (months: number | undefined) =>
    ask(world, "PUT /api/admin/audit/retention", { token, body: { reason: "Case 12", ...(months && { months }) } });
  expect(await standing()).toEqual({ text: "The audit log is kept for 18 months, as AUDIT_RETENTION_MONTHS says.", isWarning: false });
  expect((await keep(24)).status).toBe(200);
  const less = {
    text: "The audit log is kept for 24 months, as staff set it. AUDIT_RETENTION_MONTHS asks for 18 months, which is less and does not count by itself: type 18 under “Set how long it is kept”, and have another admin approve it.",
    isWarning: true,
  };
  expect([await standing(), await standing("keep-for")]).toEqual([less, less]);
  expect((await keep(undefined)).status).toBe(200);
  expect((await standing()).text).toContain("The audit log is kept for ever, as staff set it. AUDIT_RETENTION_MONTHS asks for 18 months");
});

test("what the variable asks for is told where staff set the log to be kept for less, and that it is not set", async () => {
  const standingIn = async (variables: Record<string, string>) => {
    const other = await openWorld(variables);
    try {
      const { email } = await makeStaff(other, "admin");
      const visitor = await new Visitor(other).signIn(email, password);
      const standing = async () => (await visitor.get("/api/resources/audit_holds/actions/list")).json.standing.text;
      const before = await standing();
      await other.clone.query(
        "insert into audit_retention (months, reason, set_by, set_at) values (24, 'Case 12', (select id from staff limit 1), now()) on conflict (is_only) do update set months = 24, set_by = excluded.set_by",
      );
      return [before, await standing()];
    } finally {
      await other.close();
    }
  };
  expect(await standingIn({})).toEqual([
    "The audit log is kept for ever. AUDIT_RETENTION_MONTHS is not set.",
    "The audit log is kept for 24 months, as staff set it. AUDIT_RETENTION_MONTHS is not set.",
  ]);
  expect(await standingIn({ AUDIT_RETENTION_MONTHS: "36" })).toEqual([
    "The audit log is kept for 36 months, as AUDIT_RETENTION_MONTHS says.",
    "The audit log is kept for 24 months, as staff set it. AUDIT_RETENTION_MONTHS asks for 36 months, which does not count since staff set it.",
  ]);
});

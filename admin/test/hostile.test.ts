import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { includesRole, staffRoles } from "@nextmavens/api/platform/permission";
import type { Page } from "playwright-core";
import { ask } from "../../api/test/ask.ts";
import { inBrowser, openBrowser } from "../../api/test/browser.ts";
import { makeProject, makeStaff, password } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { plans } from "../src/resources/index.ts";
import { roleOf } from "../src/resources/offer.ts";
import { signIn } from "./page.ts";
import { everythingAndDeedsIn } from "./unchanged.ts";
import { Visitor } from "./visitor.ts";

/** No field of any form can be one of these. */
const impossible: Readonly<Record<string, unknown>> = {
  "a list": [["x"]],
  "a document": { toString: "x", length: 1 },
  NUL: "a\u0000b",
  "half a character": "a\ud800b",
  "900 kB": "x".repeat(900_000),
};

describe("forms of the console", () => {
  let world: World;
  let project: string;
  let unchanged: string;
  const visitors: Visitor[] = [];
  beforeAll(async () => {
    world = await openWorld();
    project = (await makeProject(world)).id;
    for (const role of staffRoles) visitors.push(await new Visitor(world).signIn((await makeStaff(world, role)).email, password));
    unchanged = await everythingAndDeedsIn(world);
  }, 60_000);
  afterAll(() => world?.close());

  const acts = plans.flatMap(({ table, readableBy, offers = [] }) =>
    offers.map(({ sight, operation }) => ({ table, readableBy, sight, operation })),
  );
  const pathOf = ({ table, sight }: (typeof acts)[number]) => {
    const id = table === "projects" ? project : "nobody";
    return sight.on === "record" ? `/api/resources/${table}/records/${id}/${sight.name}` : `/api/resources/${table}/actions/${sight.name}`;
  };

  test.each(Object.entries(impossible))(
    "are refused where every field is %s, to every role, and nothing is changed",
    async (_, value) => {
      for (const act of acts) {
        const typed = Object.fromEntries(
          act.sight.fields.slice(0, value === impossible["900 kB"] ? 1 : undefined).map(({ name }) => [name, value]),
        );
        const answers = await Promise.all(visitors.map((visitor) => visitor.post(pathOf(act), typed)));
        for (const [i, role] of staffRoles.entries()) {
          const { status, json } = answers[i] ?? {};
          const may = includesRole(role, roleOf(act.operation)) && includesRole(role, act.readableBy);
          const isRefused = may ? (status === 200 && json.notice?.type !== "success") || status === 404 : status === 403;
          expect({ act: `${act.table} ${act.sight.name}`, role, status, isRefused }).toEqual({
            act: `${act.table} ${act.sight.name}`,
            role,
            status,
            isRefused: true,
          });
        }
      }
      expect(await everythingAndDeedsIn(world)).toBe(unchanged);
    },
    120_000,
  );

  test("take no keys that every object has, and no body above a megabyte", async () => {
    const send = async (path: string, body: string) => {
      const headers = { cookie: visitors.at(-1)?.cookie ?? "", "content-type": "application/json" };
      return fetch(`${world.url}/admin${path}`, { method: "POST", headers, body });
    };
    for (const act of acts) {
      const keys = await send(
        pathOf(act),
        '{"__proto__": {"reason": "x"}, "constructor": {"prototype": {"reason": "x"}}, "hasOwnProperty": 1, "toString": 1}',
      );
      expect(await keys.text()).not.toContain('"type":"success"');
      expect((await send(pathOf(act), `{"reason": "${"x".repeat(1_000_000)}"}`)).status).toBe(413);
    }
    const ofNoKind = await send("/api/resources/detection_rules/actions/add", '{"kind": "constructor"}');
    expect(await ofNoKind.json()).toMatchObject({ errors: { kind: expect.any(String) } });
    expect(await everythingAndDeedsIn(world)).toBe(unchanged);
  }, 120_000);
});

/** Ends a script and a text, begins an image that acts, turns what follows around, and is a template elsewhere. */
const markup = (mark: string) => `${mark}</script><img src=x onerror="window.taken=1"><script>window.taken=1</script>\u202e{{7*7}}`;

inBrowser.describe("what people wrote", () => {
  test("is shown as they wrote it, and never as markup, wherever the console shows it", async () => {
    const world = await openWorld();
    const browser = await openBrowser();
    const complaints: string[] = [];
    try {
      const { id, developer, secret } = await makeProject(world);
      const { email, token } = await makeStaff(world, "admin");
      await world.clone.query("update staff set name = $1", [markup("member")]);
      await world.clone.query("update projects set name = $1 where id = $2", [markup("p"), id]);
      await world.clone.query("update developers set name = $1 where id = $2", [markup("owner"), developer.id]);
      await world.clone.query("update api_keys set name = $1 where id = $2", [markup("key"), secret.id]);
      const quota = { limit: 5, reason: markup("why"), confirm: true };
      await ask(world, `PUT /api/admin/projects/${id}/quotas/requests_per_day`, { token, body: quota });
      const { body } = await ask(world, `POST /api/admin/projects/${id}/suspensions`, {
        token,
        body: { reason: "abuse", statement: markup("statement") },
      });
      await ask(world, `POST /api/projects/${id}/suspensions/${body.id}/appeals`, {
        token: developer.token,
        body: { message: markup("appeal") },
      });
      const rowsOf = async (statement: string) => (await world.clone.query<{ id: string }>(statement, [id]))[0]?.id ?? "";
      const entry = await rowsOf("select id from audit_logs where project_id = $1 and action = 'suspendProject'");
      const message = await rowsOf("select id from outbox where project_id = $1 and channel = 'mail' order by id desc limit 1");
      const page = await signIn(world, browser, email, complaints);
      const places: readonly (readonly [path: string, shown: string])[] = [
        ["/resources/projects", "p"],
        [`/resources/projects/records/${id}/show`, "statement"],
        [`/resources/projects/records/${id}/set-quota`, ""],
        ["/resources/developers", "owner"],
        [`/resources/developers/records/${developer.id}/show`, "owner"],
        ["/resources/api_keys", "key"],
        [`/resources/api_keys/records/${secret.id}/show`, "key"],
        ["/resources/suspensions", "statement"],
        [`/resources/suspensions/records/${body.id}/show`, "statement"],
        ["/resources/audit_logs", "statement"],
        [`/resources/audit_logs/records/${entry}/show`, "statement"],
        ["/resources/project_quotas", "why"],
        ["/resources/appeals", ""],
        ["/resources/staff", "member"],
        ["/resources/outbox", ""],
        [`/resources/outbox/records/${message}/show`, "statement"],
        ["/overview", ""],
        ["", ""],
      ];
      for (const [path, mark] of places) {
        await page.goto(`${world.url}/admin${path}`);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.locator(".is-loading, .waiting, .waiting-row").first().waitFor({ state: "detached" });
        if (mark !== "") await page.getByText(`${mark}</script><img src=x`).first().waitFor();
        expect({ path, taken: await takenOf(page) }).toEqual({ path, taken: [] });
      }
      await page.keyboard.press("/");
      await page.getByRole("combobox", { name: /^Search/ }).fill("onerror");
      await page.getByRole("listbox", { name: "Found" }).getByText("</script><img").first().waitFor();
      expect(await takenOf(page)).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
      await world.close();
    }
  }, 180_000);
});

/** What of it became a part of the page, or ran. */
const takenOf = (page: Page): Promise<string[]> =>
  page.evaluate(`[
    ...(window.taken === undefined ? [] : ["ran"]),
    ...[...document.querySelectorAll("img[src=x], [onerror]")].map((each) => each.outerHTML),
    ...[...document.querySelectorAll("main script, dialog script")].map((each) => each.outerHTML),
  ]`);

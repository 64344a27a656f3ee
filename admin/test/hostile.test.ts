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
const markup = (mark: string) => `${mark}</script><img src=x onerror="window.taken=1"><script>window.taken=1</script>{{7*7}}`;
/** What turns the text around is taken no more; what stands there from before has it. */
const turned = (mark: string) => `${markup(mark)}\u202e`;

inBrowser.describe("what people wrote", () => {
  test("is shown as they wrote it, and never as markup, wherever the console shows it", async () => {
    const world = await openWorld();
    const browser = await openBrowser();
    const complaints: string[] = [];
    try {
      const { id, developer, secret } = await makeProject(world);
      const { email, token } = await makeStaff(world, "admin");
      await world.clone.query("update staff set name = $1", [turned("member")]);
      await world.clone.query("update projects set name = $1 where id = $2", [turned("p"), id]);
      await world.clone.query("update developers set name = $1 where id = $2", [turned("owner"), developer.id]);
      await world.clone.query("update api_keys set name = $1 where id = $2", [turned("key"), secret.id]);
      await done(world, `PUT /api/admin/projects/${id}/quotas/requests_per_day`, token, { limit: 5, reason: markup("why"), confirm: true });
      const suspension = { reason: "abuse", statement: markup("statement") };
      const { id: suspended } = await done(world, `POST /api/admin/projects/${id}/suspensions`, token, suspension);
      const appealed = { text: markup("appeal") };
      const { id: appeal } = await done(world, `POST /api/projects/${id}/suspensions/${suspended}/appeals`, developer.token, appealed);
      const rowsOf = async (statement: string) => (await world.clone.query<{ id: string }>(statement, [id]))[0]?.id ?? "";
      const entry = await rowsOf("select id from audit_logs where project_id = $1 and action = 'suspendProject'");
      const message = await rowsOf("select id from outbox where project_id = $1 and channel = 'mail' order by id desc limit 1");
      const page = await signIn(world, browser, email, complaints);
      const places: readonly (readonly [path: string, shown: string])[] = [
        ["/resources/projects", "p"],
        [`/resources/projects/records/${id}/show`, "statement"],
        [`/resources/projects/records/${id}/set-quota`, ""],
        [`/resources/projects/records/${id}/as-owner`, ""],
        ["/resources/developers", "owner"],
        [`/resources/developers/records/${developer.id}/show`, "owner"],
        ["/resources/api_keys", "key"],
        [`/resources/api_keys/records/${secret.id}/show`, "key"],
        ["/resources/suspensions", "statement"],
        [`/resources/suspensions/records/${suspended}/show`, "statement"],
        ["/resources/audit_logs", "statement"],
        [`/resources/audit_logs/records/${entry}/show`, "statement"],
        ["/resources/project_quotas", "why"],
        ["/resources/appeals", ""],
        [`/resources/appeals/records/${appeal}/show`, "appeal"],
        ["/resources/staff", "member"],
        ["/resources/outbox", ""],
        [`/resources/outbox/records/${message}/show`, "statement"],
        ["/account", "member"],
        ["/overview", ""],
        ["", ""],
      ];
      const turnedAround: string[] = [];
      for (const [path, mark] of places) {
        await page.goto(`${world.url}/admin${path}`);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.locator(".is-loading, .waiting, .waiting-row").first().waitFor({ state: "detached" });
        if (mark !== "") await page.getByText(`${mark}</script><img src=x`).first().waitFor();
        expect({ path, taken: await takenOf(page) }).toEqual({ path, taken: [] });
        turnedAround.push(...(await turnedIn(page)).map((each) => `${path}: ${each}`));
      }
      expect(turnedAround).toEqual([]);
      await page.keyboard.press("/");
      await page.getByRole("combobox", { name: /^Search/ }).fill("onerror");
      await page.getByRole("listbox", { name: "Found" }).getByText("</script><img").first().waitFor();
      expect([await takenOf(page), await turnedIn(page)]).toEqual([[], []]);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
      await world.close();
    }
  }, 180_000);
});

/** What the test stands on: where it is refused, nothing is shown to anybody. */
async function done(world: World, at: string, token: string, body: object) {
  const answer = await ask(world, at, { token, body });
  if (answer.status >= 300) throw new Error(`${at}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** What of it became a part of the page, or ran. */
const takenOf = (page: Page): Promise<string[]> =>
  page.evaluate(`[
    ...(window.taken === undefined ? [] : ["ran"]),
    ...[...document.querySelectorAll("img[src=x], [onerror]")].map((each) => each.outerHTML),
    ...[...document.querySelectorAll("main script, dialog script")].map((each) => each.outerHTML),
  ]`);

/**
 * Where what turns text around turns more than the text that it stands in: there is other text in the same paragraph, and nothing in between
 * holds it in. And where the console goes on in the same text, as titles do; what a message says was sent so, and is shown as it was.
 */
const turnedIn = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const found = [];
    const isMessage = /outbox|as-owner/.test(location.pathname);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (!text.data.includes("\\u202e") || text.parentElement.matches("script, style, option, textarea, .mail")) continue;
      let around = text.parentElement;
      const styleOf = () => getComputedStyle(around);
      while (styleOf().display === "inline" && !styleOf().unicodeBidi.startsWith("isolate")) around = around.parentElement;
      const isAlone = around.textContent === text.data || /flex|grid/.test(styleOf().display);
      const goesOn = !isMessage && /\\u202e[^\\u202c]*[^\\u202c\\s\\u2026]/.test(text.data);
      if (!isAlone || goesOn) found.push(around.outerHTML.slice(0, 300));
    }
    return found;
  })()`);

import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { ask } from "../../test/ask.ts";
import { makeProject } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { documented } from "../entry/features.ts";
import { knownProblems } from "../http/problems.ts";

/** The command that the reference shows for an operation, as it is copied. */
async function requestShown(id: string): Promise<string> {
  const { body } = await ask<string>(world, "GET /docs");
  const [, article = ""] = body.split(`<article class="op" id="${id}">`);
  const [, shown = ""] = /Request<button[^>]*>Copy<\/button><\/figcaption><pre[^>]*>(.*?)<\/pre>/s.exec(article) ?? [];
  return shown.replace(/&(?:quot|#39|lt|gt|amp);/g, (each) => entities[each] ?? each);
}
const entities: Readonly<Record<string, string>> = { "&quot;": '"', "&#39;": "'", "&lt;": "<", "&gt;": ">", "&amp;": "&" };

async function shell(command: string, env: Readonly<Record<string, string>>): Promise<{ status: number | null; stdout: string }> {
  const child = spawn("bash", ["-c", command], { env: { PATH: process.env["PATH"], ...env }, stdio: ["ignore", "pipe", "inherit"] });
  const closed = once(child, "close");
  const [stdout] = await Promise.all([text(child.stdout), closed]);
  return { status: child.exitCode, stdout };
}

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe("the OpenAPI document", () => {
  test("names the address people reach this platform by", async () => {
    const { status, headers, body } = await ask(world, "GET /api/openapi.json");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(body.openapi).toBe("3.1.0");
    expect(body.servers).toEqual([{ url: world.url }]);
  });

  test("has every operation once, by its id", async () => {
    const { body } = await ask(world, "GET /api/openapi.json");
    const ids = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>).flatMap((methods) =>
      Object.values(methods).map((each) => each.operationId),
    );
    expect(ids.sort()).toEqual(documented.map((each) => each.id).sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("has patterns that a validator takes as they stand, and that names fit", async () => {
    const { body } = await ask(world, "GET /api/openapi.json");
    const patterns = [...JSON.stringify(body).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(([, pattern = ""]) =>
      String(JSON.parse(pattern)),
    );
    expect(patterns.length).toBeGreaterThan(10);
    for (const pattern of patterns) expect(() => new RegExp(pattern, "u")).not.toThrow();
    expect(patterns.filter((pattern) => /\/[a-z]*$/.test(pattern))).toEqual([]);
    const { name } = body.paths["/api/projects"].post.requestBody.content["application/json"].schema.properties;
    expect("Corner shop").toMatch(new RegExp(name.pattern, "u"));
  });

  test("is not sent again to whoever has it", async () => {
    const first = await ask(world, "GET /api/openapi.json");
    const etag = first.headers.get("etag") ?? "";
    // What fetch says of itself otherwise, no-cache, asks for the whole thing.
    const again = await ask(world, "GET /api/openapi.json", { headers: { "if-none-match": etag, "cache-control": "max-age=0" } });
    expect(again.status).toBe(304);
    expect(again.body).toBe("");
  });
});

describe("the pages", () => {
  test.each(["/", "/docs", "/docs/problems", "/docs/problems/invalid_input", "/account/verify-email", "/account/reset-password"])(
    "%s lets nothing run or load but what is its own",
    async (path) => {
      const { status, headers, body } = await ask<string>(world, `GET ${path}`);
      expect(status).toBe(200);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("unsafe");
      expect(body).toMatch(/^<!doctype html>/);
      // Nothing is fetched from anywhere: neither scripts, styles nor pictures have an address.
      expect(body).not.toMatch(/<(script|img|iframe)[^>]+src=|<link[^>]+href="(?!data:)|@import|url\(/);
    },
  );

  test("the reference tells every operation, with its place and its refusals", async () => {
    const { body } = await ask<string>(world, "GET /docs");
    for (const { id, at } of documented) {
      expect(body).toContain(`<article class="op" id="${id}">`);
      expect(body).toContain(at.split(" ")[1]);
    }
    expect(body).toContain('href="/docs/problems/email_taken"');
  });

  test.each(documented.filter(({ security }) => security !== "apiKey").map((each) => [each.id, each] as const))(
    "the request that is shown for %s is one that its contract takes",
    async (id, operation) => {
      const [, body = "{}"] = /-d '(.*)'$/s.exec(await requestShown(id)) ?? [];
      const { error } = z.strictObject(operation.body).safeParse(JSON.parse(body));
      expect(error?.issues).toBeUndefined();
    },
  );

  test("the requests that are shown for rows and SQL work as they stand, and mean one row where they change any", async () => {
    const { secret } = await makeProject(world);
    const sql = (query: string) => ask(world, "POST /api/sql", { apikey: secret.key, body: { query } });
    await sql(
      "create table todos (id bigint generated always as identity primary key, task text not null, done boolean not null default false)",
    );
    await sql("insert into todos (task) values ('one'), ('two'), ('three')");
    for (const id of ["readRows", "insertRows", "updateRows", "deleteRows", "runSql"]) {
      const command = (await requestShown(id)).replace("curl", "curl -sS --fail-with-body");
      const { status, stdout } = await shell(command, { URL: world.url, KEY: secret.key });
      expect([id, stdout, status]).toEqual([id, expect.any(String), 0]);
    }
    const { body } = await sql("select task, done from todos order by id");
    expect(body.rows).toEqual([
      { task: "two", done: false },
      { task: "three", done: false },
      { task: "open the shop", done: false },
    ]);
  });

  test("an address that leads nowhere answers 404, as a page outside of the API", async () => {
    const { status, headers } = await ask(world, "GET /nowhere");
    expect(status).toBe(404);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  });
});

describe("problems", () => {
  test("every code has a page that says its status, its meaning and what to do", async () => {
    for (const { code, status, title } of knownProblems(documented)) {
      const page = await ask<string>(world, `GET /docs/problems/${code}`);
      expect([code, page.status]).toEqual([code, 200]);
      expect(page.body).toContain(`${status} ${title}`);
      expect(page.body).toContain("What to do");
    }
  });

  test.each([
    ["GET /api/developer", undefined],
    ["GET /api/nowhere", undefined],
    ["POST /api/auth/login", { email: 1 }],
    ["POST /api/auth/login", "{"],
    ["POST /api/auth/login", { email: "nobody@example.com", password: "wrong password" }],
    ["DELETE /api/auth/login", undefined],
  ])("the type of a refused %s leads to its page", async (at, body) => {
    const refused = await ask(world, at, { body, headers: { "content-type": "application/json" } });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    const page = await fetch(refused.body.type);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(refused.body.code);
  });

  test("an unknown code answers 404, and shows what was asked without running it", async () => {
    const { status, body } = await ask<string>(world, `GET /docs/problems/${encodeURIComponent("<script>alert(1)</script>")}`);
    expect(status).toBe(404);
    expect(body).toContain("&lt;script&gt;alert(1)");
    expect(body).not.toContain("<script>alert");
  });
});

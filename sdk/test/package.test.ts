import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { buildSync, transformSync } from "esbuild";
import { inBrowser, openBrowser } from "../../api/test/browser.ts";
import { newDataDir, type Process, startProcess } from "../../api/test/process.ts";
import { createClient } from "../src/index.ts";
import { type Installed, installPackage, nodes, tool } from "./package.ts";

let installed: Installed;
beforeAll(() => {
  installed = installPackage();
}, 120_000);
afterAll(() => installed?.remove());

const write = (name: string, text: string) => {
  writeFileSync(join(installed.project, name), text);
  return join(installed.project, name);
};

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const blocks = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = ""]) => code);

const isDeclaration = /^export (const|function|class|interface|type|async) /;

/** The line above ends a description, or tells the linter something below one. */
const isDescribed = (lines: readonly string[], at: number): boolean => {
  const above = lines[at - 1] ?? "";
  return above.endsWith("*/") || (above.startsWith("// biome-ignore") && isDescribed(lines, at - 1));
};

describe("the package", () => {
  test("pleases publint", () => {
    const { stdout, stderr, status } = tool("publint", installed.tarball, "--strict");
    expect({ status, told: stdout + stderr }).toMatchObject({ status: 0, told: expect.stringContaining("All good!") });
  });

  test("has types that every way to resolve them finds", () => {
    const { stdout, status } = tool("attw", installed.tarball, "--profile", "esm-only");
    expect({ status, told: stdout }).toMatchObject({ status: 0 });
  });

  test("says nothing of the checkout", () => {
    const manifest = JSON.parse(readFileSync(join(installed.project, "node_modules/@nextmavens/sdk/package.json"), "utf8"));
    expect(manifest).toMatchObject({ name: "@nextmavens/sdk", type: "module", sideEffects: false });
    expect(manifest).not.toHaveProperty("scripts");
    expect(manifest).not.toHaveProperty("published");
    expect(JSON.stringify(manifest.exports)).not.toContain("src");
  });

  test("has a description on everything it exports", () => {
    const index = readFileSync(new URL("../src/index.ts", import.meta.url), "utf8");
    const files = [...index.matchAll(/from "(\.\/[^"]+)"/g)].map(([, path = ""]) => path);
    const bare = files.flatMap((path) => {
      const lines = readFileSync(new URL(`../src/${path}`, import.meta.url), "utf8").split("\n");
      return lines.filter((line, at) => isDeclaration.test(line) && !isDescribed(lines, at));
    });
    expect(files.length).toBeGreaterThan(5);
    expect(bare).toEqual([]);
  });
});

/** Each error that is expected is one: a compiler that finds none there says so. */
const use = `
import { createClient, isQuotaExceeded, type ErrorCode, type InputOf, type ItemOf } from "@nextmavens/sdk";
const client = createClient({ url: "https://api.example.com" });
export const name: Promise<string> = client.getProject({ projectId: "prj_1" }).then((project) => project.name);
export const nothing: Promise<undefined> = client.revokeKey({ projectId: "prj_1", keyId: "key_1" });
export const input: InputOf<"createProject"> = { name: "Corner shop" };
export async function names(): Promise<ItemOf<"listProjects">[]> {
  const all = [];
  for await (const project of client.listProjects.each({ limit: 5 })) all.push(project);
  return all;
}
export const limitOf = (error: unknown): number | undefined => (isQuotaExceeded(error) ? error.details.limit : undefined);
export const codes: ErrorCode[] = ["email_taken", "timeout", "http_502", "23505"];
export const types: Promise<string> = client.readTypes();
export const added = (table: string) => client.changeSchema({ changes: [{ kind: "drop column", table, column: "due" }], dryRun: true });
// @ts-expect-error nobody paints a table
client.changeSchema({ changes: [{ kind: "paint table", table: "todos" }] });
// @ts-expect-error a project has no colour
client.createProject({ name: "x", colour: "red" });
// @ts-expect-error it needs an id
client.getProject();
// @ts-expect-error there is no such operation
client.paintProject({});
// @ts-expect-error it has no pages
client.getProject.each;
// @ts-expect-error an abort signal is not a string
client.listProjects({}, { signal: "now" });
`;

describe("the types", () => {
  /** What a strict compiler says in the project, where there is nothing but the package: no types of Node among it. */
  const told = (moduleResolution: string) => {
    const compilerOptions = {
      target: "es2022",
      lib: ["es2022", "dom", "dom.asynciterable"],
      module: moduleResolution === "bundler" ? "esnext" : moduleResolution,
      moduleResolution,
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
    };
    const files = ["readme.ts", "use.ts", "node.d.ts"];
    const { stdout } = tool("tsc", "-p", write("tsconfig.json", JSON.stringify({ compilerOptions, files })));
    return stdout.trim();
  };

  test.each(["nodenext", "bundler"])(
    "hold for the README's example, know what goes in and out, and refuse the rest, as %s resolves them",
    (moduleResolution) => {
      const file = "export function writeFile(path: string, text: string): Promise<void>;";
      write(
        "node.d.ts",
        `declare const process: { env: Record<string, string | undefined> };\ndeclare module "node:fs/promises" { ${file} }`,
      );
      write("readme.ts", blocks.join("\n"));
      write("use.ts", use);
      expect(told(moduleResolution)).toBe("");
    },
    60_000,
  );
});

describe("a bundle", () => {
  const bundle = (code: string, format: "esm" | "iife" = "esm") => {
    const path = write("entry.mjs", code);
    const { outputFiles } = buildSync({
      entryPoints: [path],
      bundle: true,
      minify: true,
      write: false,
      format,
      platform: "browser",
      target: "es2022",
      logLevel: "silent",
    });
    return outputFiles[0]?.text ?? "";
  };

  /** In bytes of gzip. Whoever must raise one should know what for: each operation of the control plane takes about 20. */
  const budgets = { createControlClient: 10_000, createDataClient: 14_500, createClient: 17_500, "*": 18_000 };

  test("keeps to its budget", () => {
    const sizes = Object.entries(budgets).map(([name, budget]) => {
      const code = name === "*" ? 'export * from "@nextmavens/sdk";' : `export { ${name} } from "@nextmavens/sdk";`;
      return { name, budget, bytes: gzipSync(bundle(code), { level: 9 }).length };
    });
    process.stdout.write(`bundle sizes (gzip): ${sizes.map(({ name, bytes, budget }) => `${name} ${bytes} of ${budget}`).join(", ")}\n`);
    expect(sizes.filter(({ bytes, budget }) => bytes > budget)).toEqual([]);
  });

  test("is empty where nothing is used", () => {
    expect(bundle('import "@nextmavens/sdk";')).toBe("");
    expect(bundle('import { createControlClient } from "@nextmavens/sdk"; globalThis.make = createControlClient;')).not.toContain(
      "Postgrest",
    );
  });

  describe("with the platform", () => {
    const data = newDataDir();
    const password = "correct horse battery";
    let platform: Process;
    let url: string;
    let keys: { secret: string; publishable: string };
    beforeAll(async () => {
      platform = startProcess({ DATA_DIR: data.path, LOG_LEVEL: "error" });
      url = await platform.ready();
      const { accessToken } = await createClient({ url }).registerDeveloper({ email: "ada@example.com", password, name: "Ada" });
      const client = createClient({ url, accessToken });
      const { id: projectId } = await client.createProject({ name: "made before" });
      const [secret, publishable] = await Promise.all(
        (["secret", "publishable"] as const).map((kind) => client.createKey({ projectId, name: kind, kind })),
      );
      keys = { secret: secret?.key ?? "", publishable: publishable?.key ?? "" };
    }, 120_000);
    afterAll(async () => {
      await platform?.signal("SIGTERM");
      data.remove();
    }, 60_000);

    const versions = nodes();
    if (!versions.some(({ version }) => version.startsWith("v20.")))
      process.stdout.write("SKIPPED: there is no Node 20 here to try the package with\n");

    test.each(versions)(
      "the README's example runs in an empty project under Node $version",
      async ({ path, version }) => {
        await createClient({ url, apiKey: keys.secret }).sql("drop table if exists todos, archive");
        // Each run has a project of its own name.
        const code = blocks
          .join("\n")
          .replaceAll("https://api.example.com", url)
          .replace(/(corner.shop)/gi, `$1 ${version}`);
        const after = 'console.log("RESULT", JSON.stringify({ data, error, rows, key, projects }));\nawait session.end();\n';
        const { stdout, stderr, status } = spawnSync(
          path,
          [write("example.mjs", transformSync(`${code}\n${after}`, { loader: "ts" }).code)],
          {
            cwd: installed.project,
            encoding: "utf8",
            timeout: 30_000,
            env: { NEXTMAVENS_KEY: keys.secret, PASSWORD: password, JWT_SECRET: "not a secret, for it stands in a test" },
          },
        );
        expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
        const result = JSON.parse(stdout.slice(stdout.indexOf("RESULT ") + 7));
        expect(result).toMatchObject({ error: null, rows: [{ open: 0 }], key: expect.stringMatching(/^nm_sk_/) });
        expect(result.data).toEqual([
          { id: 1, task: "open the shop" },
          { id: 2, task: "sweep the floor" },
        ]);
        expect(stdout).toMatch(/^ALTER TABLE "?public"?\."?todos"? ADD COLUMN/im);
        expect(stdout).toContain("2 sweep the floor");
        expect(readFileSync(join(installed.project, "database.ts"), "utf8")).toContain("due: string | null");
        expect(stdout).toMatch(/^prj_\w+ corner-shop/m);
        // A project that is still being made when it is renamed has another revision afterwards: then it says so.
        const names: readonly string[] = result.projects.items.map((each: { name: string }) => each.name);
        expect(names.includes(`Corner shop ${version}`) || stdout.includes("Somebody was faster")).toBe(true);
      },
      120_000,
    );

    inBrowser.test("in Chromium reads rows from another origin, refuses a secret key, and tells errors as elsewhere", async () => {
      await createClient({ url, apiKey: keys.secret }).sql(`
        create table menu (id int primary key, dish text not null);
        insert into menu values (1, 'soup'), (2, 'bread');
        alter table menu enable row level security;
        create policy everybody_reads on menu for select to anon using (true);
        grant select on menu to anon`);
      const script = bundle('import * as sdk from "@nextmavens/sdk"; globalThis.sdk = sdk;', "iife");
      const page = `<!doctype html><title>A shop</title><script>${script.replaceAll("</script", "<\\/script")}</script>`;
      const site = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(page));
      await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
      const browser = await openBrowser();
      try {
        const tab = await browser.newPage();
        await tab.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
        const seen = await tab.evaluate(inPage, { url, ...keys });
        expect(seen).toEqual({
          rows: [{ dish: "soup" }, { dish: "bread" }],
          secret: expect.stringContaining("A secret key must not reach a browser"),
          refused: "42501",
          denied: expect.stringMatching(/needs_secret_key|42501/),
          unreachable: "network_error",
          aborted: "AbortError",
        });
      } finally {
        await browser.close();
        site.close();
      }
    });
  });
});

/** Runs in the page, where only what is handed over exists. */
async function inPage({ url, secret, publishable }: { url: string; secret: string; publishable: string }) {
  const { sdk } = globalThis as unknown as { sdk: typeof import("../src/index.ts") };
  const client = sdk.createClient({ url, apiKey: publishable });
  const told = async (work: () => unknown, member: string): Promise<unknown> => {
    try {
      return `no error, but ${JSON.stringify(await work())}`;
    } catch (error) {
      return (error as Record<string, unknown>)[member];
    }
  };
  const { data: rows } = await client.from("menu").select("dish").order("id");
  const { error } = await client.from("menu").insert({ id: 3, dish: "tea" });
  return {
    rows,
    secret: await told(() => sdk.createClient({ url, apiKey: secret }), "message"),
    refused: error?.code,
    denied: await told(() => client.sql("select 1"), "code"),
    unreachable: await told(() => sdk.createClient({ url: "http://127.0.0.1:9", retry: false }).getHealth(), "code"),
    aborted: await told(() => client.getHealth({}, { signal: AbortSignal.abort() }), "name"),
  };
}

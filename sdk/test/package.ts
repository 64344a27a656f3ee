import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A folder in which somebody has just installed the package as npm would publish it. */
export interface Installed {
  readonly tarball: string;
  readonly project: string;
  remove(): void;
}

/** Packs a copy, so that nobody who reads the checkout meanwhile sees a half-built one, and installs it without any registry. */
export function installPackage(): Installed {
  const home = mkdtempSync(join(tmpdir(), "nextmavens-sdk-"));
  const checkout = join(home, "checkout");
  const packed = join(home, "packed");
  const project = join(home, "project");
  for (const folder of [checkout, packed, project]) mkdirSync(folder);
  const isSource = (path: string) => !/\/(dist|test|node_modules)$/.test(path);
  cpSync(join(root, "sdk"), join(checkout, "sdk"), { recursive: true, filter: isSource });
  cpSync(join(root, "tsconfig.base.json"), join(checkout, "tsconfig.base.json"));
  symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"));

  npm(join(checkout, "sdk"), "pack", "--pack-destination", packed);
  const [name = ""] = readdirSync(packed);
  for (const folder of dependencies()) npm(folder, "pack", "--ignore-scripts", "--pack-destination", packed);

  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "empty", private: true, type: "module" }));
  const tarballs = readdirSync(packed).map((each) => join(packed, each));
  npm(project, "install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", ...tarballs);
  return { tarball: join(packed, name), project, remove: () => rmSync(home, { recursive: true, force: true }) };
}

/** What the package needs, as it is installed here. */
function dependencies(): readonly string[] {
  const from = (folder: string) => createRequire(join(folder, "package.json"));
  const sdk = join(root, "sdk");
  const postgrest = folderOf(from(sdk).resolve("@supabase/postgrest-js"), "postgrest-js");
  const fetch = folderOf(from(sdk).resolve("openapi-fetch"), "openapi-fetch");
  const tslib = dirname(from(postgrest).resolve("tslib"));
  const types = folderOf(from(fetch).resolve("openapi-typescript-helpers"), "openapi-typescript-helpers");
  return [postgrest, fetch, tslib, types];
}

const folderOf = (path: string, name: string) => path.slice(0, path.lastIndexOf(`/${name}/`) + name.length + 1);

function npm(cwd: string, ...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync("npm", args, { cwd, encoding: "utf8", timeout: 60_000 });
  if (status !== 0) throw new Error(`npm ${args.join(" ")}:\n${stdout}\n${stderr}`);
}

/** Runs one of the tools installed here. */
export const tool = (name: string, ...args: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync(join(root, "node_modules/.bin", name), args, { encoding: "utf8", timeout: 60_000 });

/** Every Node to try: the one that runs this, and the machine's own where it is another. */
export function nodes(): readonly { readonly path: string; readonly version: string }[] {
  const others = (process.env["PATH"] ?? "").split(":").map((folder) => join(folder, "node"));
  const found = [process.execPath, ...others]
    .map((path) => ({ path, version: spawnSync(path, ["--version"], { encoding: "utf8" }).stdout?.trim() ?? "" }))
    .filter(({ version }) => version !== "");
  return [...new Map(found.reverse().map((each) => [each.version.split(".")[0], each])).values()];
}

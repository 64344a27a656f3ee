// Makes dist/, what npm publishes: JavaScript and declarations of src/. In the checkout nobody needs it, there src/ itself is read.
// So the manifest differs as well: `--manifest` puts its member `published` over the others, and `--restore` puts it back. npm calls them
// before and after it packs.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = `${here}dist/`;
const manifest = `${here}package.json`;
const kept = `${here}.package.json`;

function build() {
  rmSync(dist, { recursive: true, force: true });
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const { status } = spawnSync(process.execPath, [compiler, "-p", here], { stdio: "inherit" });
  if (status !== 0) process.exit(1);
  // The compiler leaves what is a declaration already where it is.
  cpSync(`${here}src/generated/schema.d.ts`, `${dist}generated/schema.d.ts`);
  // It also leaves .ts in the imports of declarations, which older compilers refuse.
  for (const path of readdirSync(dist, { recursive: true }).filter((each) => each.endsWith(".d.ts"))) {
    const text = readFileSync(dist + path, "utf8");
    writeFileSync(dist + path, text.replace(/((?:from|import) "\.{1,2}\/[^"]*?)(?:\.d)?\.ts"/g, '$1.js"'));
  }
}

function publishManifest() {
  restoreManifest();
  const { published, scripts: _, devDependencies: __, ...own } = JSON.parse(readFileSync(manifest, "utf8"));
  cpSync(manifest, kept);
  writeFileSync(manifest, `${JSON.stringify({ ...own, ...published }, undefined, 2)}\n`);
}

function restoreManifest() {
  if (existsSync(kept)) renameSync(kept, manifest);
}

if (process.argv.includes("--restore")) restoreManifest();
else build();
if (process.argv.includes("--manifest")) publishManifest();

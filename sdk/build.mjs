// Makes dist/, what npm publishes: JavaScript and declarations of src/. In the checkout nobody needs it, there src/ itself is read.
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = `${here}dist/`;
const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");

rmSync(dist, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [compiler, "-p", here], { stdio: "inherit" });
if (status !== 0) process.exit(1);

// The compiler leaves what is a declaration already where it is.
cpSync(`${here}src/generated/schema.d.ts`, `${dist}generated/schema.d.ts`);

// It also leaves .ts in the imports of declarations, which older compilers refuse.
for (const path of readdirSync(dist, { recursive: true }).filter((each) => each.endsWith(".d.ts"))) {
  const text = readFileSync(dist + path, "utf8");
  writeFileSync(dist + path, text.replace(/((?:from|import) "\.{1,2}\/[^"]*?)(?:\.d)?\.ts"/g, '$1.js"'));
}

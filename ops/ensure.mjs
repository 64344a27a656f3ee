// Runs before `npm start` and `npm test`, under whatever node the machine has: plain JavaScript, nothing from node_modules.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = new URL("..", import.meta.url);
const changed = (path) => statSync(new URL(path, root), { throwIfNoEntry: false })?.mtimeMs ?? 0;
// npm writes node_modules/.package-lock.json last, so an interrupted install counts as none.
const isStale = () =>
  changed("node_modules/.package-lock.json") < changed("package-lock.json") || !existsSync(new URL("node_modules/.bin/node", root));

// Errors alone: npm warns of packages that want a newer Node than the machine's, and theirs is the one it is about to bring.
const npm = (...args) =>
  spawnSync("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], { cwd: fileURLToPath(root), stdio: "inherit" }).status === 0;

/** Two installations at once destroy each other: an abstract socket is a lock that dies with its holder. */
const take = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => (error.code === "EADDRINUSE" ? resolve(undefined) : reject(error)));
    server.listen(`\0nextmavens-install-${createHash("sha256").update(root.href).digest("hex")}`, () => resolve(server));
  });

if (isStale()) {
  let lock = await take();
  for (; !lock; lock = await take()) await sleep(200);
  if (isStale()) console.log("installing what is missing: once, within a minute or two");
  // Second choice: a lock that this npm does not accept, for want of another platform's optional package.
  if (isStale() && !npm("ci", "--include=dev") && !npm("install", "--no-save", "--include=dev")) process.exitCode = 1;
  lock.close();
}

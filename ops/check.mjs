// Everything that must hold before a change is offered: one line per step, all are run, any failure fails.
import { spawnSync } from "node:child_process";

const steps = [
  ["format and lint", "biome", "check", "."],
  ["types", "tsc", "-p", "."],
  ["types of the console's components", "tsc", "-p", "admin"],
  ["types of the SDK, where only a browser's are known", "tsc", "-p", "sdk", "--noEmit"],
  ["direction of imports", "depcruise", "--config", ".dependency-cruiser.cjs", "api", "admin/src", "ops", "sdk"],
  ["nothing unused", "knip", "--no-progress"],
  ["generated files are current", "node", "ops/tasks/generate.ts", "--check"],
  ["OpenAPI document", "redocly", "lint", "sdk/openapi.json", "--format", "stylish"],
];
// Nobody is told that we lint, and nobody asked whether there is a newer version.
const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

const failed = steps.filter(([title, command, ...args]) => {
  const began = performance.now();
  const { status } = spawnSync(command, args, { stdio: "inherit", env });
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${title} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  return status !== 0;
});
if (failed.length > 0) process.exitCode = 1;

// Everything that must hold before a change is offered: one line per step, all are run, any failure fails.
import { spawnSync } from "node:child_process";

const steps = [
  ["format and lint", "biome", "check", "."],
  ["types", "tsc", "-p", "."],
];

const failed = steps.filter(([title, command, ...args]) => {
  const began = performance.now();
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${title} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  return status !== 0;
});
if (failed.length > 0) process.exitCode = 1;

import { enableCompileCache } from "node:module";
import { join, resolve } from "node:path";
import { readConfig } from "@nextmavens/api/platform/config";
import { help, readOptions } from "./options.ts";

const asked = readOptions(process.argv.slice(2));
const read = readConfig(process.env);
const problems = ["problem" in asked ? asked.problem : [], "problems" in read ? read.problems : []].flat();
if ("options" in asked && asked.options.isHelp) {
  console.log(help);
} else if ("options" in asked && "config" in read) {
  // Before the many modules of the platform are loaded, as it does itself.
  enableCompileCache(join(resolve(read.config.DATA_DIR), "cache"));
  if (asked.options.isAbuse) await (await import("./abuse/command.ts")).simulateAbuse(asked.options);
  else await (await import("./command.ts")).demo(asked.options, read.config);
} else {
  for (const problem of problems) console.error(problem);
  process.exitCode = 1;
}

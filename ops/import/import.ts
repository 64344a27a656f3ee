import { enableCompileCache } from "node:module";
import { join, resolve } from "node:path";
import { readConfig } from "@nextmavens/api/platform/config";
import { help, readOptions } from "./options.ts";
import { describe } from "./source.ts";

const asked = readOptions(process.argv.slice(2));
const read = readConfig(process.env);
if ("shows" in asked) {
  console.log(asked.shows === "help" ? help : describe());
} else if ("options" in asked && "config" in read) {
  // Before the many modules of the platform are loaded, as it does itself.
  enableCompileCache(join(resolve(read.config.DATA_DIR), "cache"));
  const { importFrom } = await import("./command.ts");
  await importFrom(asked.options, read.config);
} else {
  for (const problem of ["problem" in asked ? asked.problem : [], "problems" in read ? read.problems : []].flat()) console.error(problem);
  process.exitCode = 1;
}

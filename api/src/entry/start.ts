import { enableCompileCache } from "node:module";
import { join, resolve } from "node:path";
import { readConfig } from "../platform/config.ts";

const read = readConfig(process.env);
if ("problems" in read) {
  for (const problem of read.problems) console.error(problem);
  process.exitCode = 1;
} else {
  // Before the many modules of the platform are loaded, which is most of the time a start takes.
  enableCompileCache(join(resolve(read.config.DATA_DIR), "cache"));
  const { run } = await import("./run.ts");
  await run(read.config);
}

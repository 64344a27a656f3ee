import { readConfig } from "@nextmavens/api/platform/config";
import { help, readOptions } from "./options.ts";

const asked = readOptions(process.argv.slice(2));
const read = readConfig(process.env);
if ("shows" in asked) {
  console.log(help);
} else if ("options" in asked && "config" in read) {
  const { breakGlass } = await import("./command.ts");
  await breakGlass(asked.options, read.config);
} else {
  const problems = ["problem" in asked ? asked.problem : [], "problems" in read ? read.problems : []].flat();
  for (const problem of problems) console.error(problem);
  console.error("npm run break-glass -- --help tells what may be said.");
  process.exitCode = 1;
}

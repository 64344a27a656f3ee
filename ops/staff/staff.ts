import { runCommand } from "../run-command.ts";
import { help, readOptions } from "./options.ts";

await runCommand({
  name: "staff",
  help,
  readOptions,
  run: async (options, config) => (await import("./command.ts")).resetPassword(options, config),
});

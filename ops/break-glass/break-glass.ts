import { runCommand } from "../run-command.ts";
import { help, readOptions } from "./options.ts";

await runCommand({
  name: "break-glass",
  help,
  readOptions,
  run: async (options, config) => (await import("./command.ts")).breakGlass(options, config),
});

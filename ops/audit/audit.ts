import { readOptions } from "./options.ts";

const asked = readOptions(process.argv.slice(2));
if ("problem" in asked) {
  console.error(asked.problem);
  process.exitCode = 1;
} else {
  try {
    // The many modules of the platform are not loaded to refuse an option.
    const { run } = await import("./tasks.ts");
    process.exitCode = await run(asked);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

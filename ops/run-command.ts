import { type Config, readConfig } from "@nextmavens/api/platform/config";

interface Command<Options> {
  /** What follows `npm run`. */
  readonly name: string;
  readonly help: string;
  readonly readOptions: (
    args: readonly string[],
  ) => { readonly options: Options } | { readonly shows: "help" } | { readonly problem: string };
  readonly run: (options: Options, config: Config) => Promise<void>;
}

/** Runs a command with what was said to it; where that makes no sense, all of it is told. */
export async function runCommand<Options>({ name, help, readOptions, run }: Command<Options>): Promise<void> {
  const asked = readOptions(process.argv.slice(2));
  const read = readConfig(process.env);
  if ("shows" in asked) {
    console.log(help);
  } else if ("options" in asked && "config" in read) {
    await run(asked.options, read.config);
  } else {
    const problems = ["problem" in asked ? asked.problem : [], "problems" in read ? read.problems : []].flat();
    for (const problem of problems) console.error(problem);
    console.error(`npm run ${name} -- --help tells what may be said.`);
    process.exitCode = 1;
  }
}

import { spawnSync } from "node:child_process";
import { describe, test } from "@jest/globals";

/** Set by `.ci/run`, which installs every program that tests need: there nothing is skipped. */
const mayBeMissing = process.env["TESTS_NEED_ALL"] !== "1";

/** What to declare tests with: as usual, or, where what they need is missing, as skipped and told so, or failed where nothing may be missing. */
export function testsThatNeed(missing: string | undefined): Declares {
  if (missing === undefined) return { describe, test };
  if (!mayBeMissing) throw new Error(missing);
  process.stderr.write(`SKIPPED: ${missing}\n`);
  return { describe: describe.skip, test: test.skip };
}

interface Declares {
  readonly describe: typeof describe.skip;
  readonly test: typeof test.skip;
}

/** Why a program can't be started, or nothing. */
export const missingProgram = (program: string, debianPackage: string): string | undefined =>
  spawnSync(program, ["--version"]).status === 0 ? undefined : `${program} is not installed (Debian: apt-get install ${debianPackage})`;

import { parseArgs } from "node:util";

export interface Options {
  readonly seed: number | undefined;
  readonly scale: number | undefined;
  readonly url: string | undefined;
  readonly isYes: boolean;
  readonly isRemoval: boolean;
  /** Instead of a world: attackers among honest projects, and what the rules against abuse find. */
  readonly isAbuse: boolean;
  readonly isKept: boolean;
  readonly isHelp: boolean;
}

export const help = `npm run demo -- [options]

Makes a believable world on the platform that runs here, or starts one: developers, projects with
tables and rows, three weeks of usage, quotas, overrides, suspensions, staff. May be run again.

  --seed <number>   another world; the same number always makes the same one (1)
  --scale <share>   a smaller one: 0.1 is a tenth of the projects (1)
  --url <address>   where the platform answers (http://localhost:PORT)
  --yes             do not ask, even where others have something already
  --remove          take away exactly what it made
  --abuse           instead: a fortnight of attackers among honest projects, in memory, and what the
                    rules against abuse find of them; --kept adds the half that is kept aside
  --help            this text

It finds the platform by DATA_DIR or DATABASE_URL, as a further process of the platform would.`;

/** What was asked for, or what is wrong about it. */
export function readOptions(args: readonly string[]): { options: Options } | { problem: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: "string" },
        scale: { type: "string" },
        url: { type: "string" },
        yes: { type: "boolean", short: "y" },
        remove: { type: "boolean" },
        abuse: { type: "boolean" },
        kept: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    const { seed, scale, url, yes = false, remove = false, abuse = false, kept = false, help = false } = values;
    if (seed !== undefined && !/^\d{1,9}$/.test(seed)) return { problem: "--seed: must be a whole number" };
    if (scale !== undefined && !(Number(scale) > 0 && Number(scale) <= 1)) return { problem: "--scale: must be more than 0 and at most 1" };
    if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? ""))
      return { problem: "--url: must be an address such as http://localhost:3000" };
    if (kept && !abuse) return { problem: "--kept: goes with --abuse" };
    if (abuse && (scale !== undefined || url !== undefined || remove)) return { problem: "--abuse: goes with --seed and --kept only" };
    const options = {
      seed: seed === undefined ? undefined : Number(seed),
      scale: scale === undefined ? undefined : Number(scale),
      url: url?.replace(/\/+$/, ""),
      isYes: yes,
      isRemoval: remove,
      isAbuse: abuse,
      isKept: kept,
      isHelp: help,
    };
    return { options };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

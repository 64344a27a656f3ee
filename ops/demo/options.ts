import { parseArgs } from "node:util";

export interface Options {
  readonly seed: number | undefined;
  readonly scale: number | undefined;
  readonly url: string | undefined;
  readonly isYes: boolean;
  readonly isRemoval: boolean;
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
        help: { type: "boolean", short: "h" },
      },
    });
    const { seed, scale, url, yes = false, remove = false, help = false } = values;
    if (seed !== undefined && !/^\d{1,9}$/.test(seed)) return { problem: "--seed: must be a whole number" };
    if (scale !== undefined && !(Number(scale) > 0 && Number(scale) <= 1)) return { problem: "--scale: must be more than 0 and at most 1" };
    if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? ""))
      return { problem: "--url: must be an address such as http://localhost:3000" };
    const options = {
      seed: seed === undefined ? undefined : Number(seed),
      scale: scale === undefined ? undefined : Number(scale),
      url: url?.replace(/\/+$/, ""),
      isYes: yes,
      isRemoval: remove,
      isHelp: help,
    };
    return { options };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

import { parseArgs } from "node:util";

/** What was asked for. */
export type Options =
  | { readonly does: "seal"; readonly holder: string; readonly count: number; readonly newTotp: boolean }
  | { readonly does: "list" }
  | { readonly does: "revoke"; readonly code: string | undefined; readonly holder: string | undefined };

export const help = `npm run break-glass -- seal --holder <e-mail or id> [--count 5] [--new-totp]
                       list
                       revoke --code <its first four characters> | --holder <e-mail or id>

Makes, lists and revokes the sealed codes by which a named member of staff comes in at /break-glass when the
usual way is shut. A code serves once. It is printed here once, for paper, and kept only as a hash.

  seal        makes codes, and at the first time enrols an authenticator that serves for nothing else
  --count     how many codes (5)
  --new-totp  enrols another authenticator; codes sealed before are revoked
  list        whose codes there are, and which of them still serve
  revoke      makes one code worthless, or all that somebody holds
  --help      this text

The platform is found by DATA_DIR or DATABASE_URL and MASTER_KEY, as a further process of it would; it may be running.`;

const mostCodes = 20;

type Asked = { readonly options: Options } | { readonly shows: "help" } | { readonly problem: string };

export function readOptions(args: readonly string[]): Asked {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        holder: { type: "string" },
        count: { type: "string", default: "5" },
        code: { type: "string" },
        "new-totp": { type: "boolean", default: false },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help) return { shows: "help" };
    const [does, ...more] = positionals;
    if (more.length > 0) return { problem: `${more[0]}: is one word too many` };
    const { holder, code, count } = values;
    if (does === "list") return { options: { does } };
    if (does === "revoke") {
      if ((code === undefined) === (holder === undefined)) return { problem: "revoke: say --code or --holder" };
      return { options: { does, code, holder } };
    }
    if (does !== "seal") return { problem: "say what to do: seal, list or revoke" };
    if (holder === undefined) return { problem: "--holder: say whom the codes are for, by e-mail or id" };
    if (!/^\d{1,2}$/.test(count) || Number(count) < 1 || Number(count) > mostCodes)
      return { problem: `--count: must be a whole number from 1 to ${mostCodes}` };
    return { options: { does, holder, count: Number(count), newTotp: values["new-totp"] } };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

import { parseArgs } from "node:util";

/** Whose password is to be chosen anew. */
export interface Options {
  readonly email: string;
}

export const help = `npm run staff -- reset-password <e-mail>

Makes a link by which a member of staff who forgot the password chooses another: where the platform sends no mail,
or the mail does not arrive. It serves once, for an hour, and is printed here alone: hand it to the member, by a way
that nobody else reads. Where an authenticator app is enrolled it is asked for as well.

  --help  this text

The platform is found by DATA_DIR or DATABASE_URL and MASTER_KEY, as a further process of it would; it may be running.`;

type Asked = { readonly options: Options } | { readonly shows: "help" } | { readonly problem: string };

export function readOptions(args: readonly string[]): Asked {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: { type: "boolean", short: "h" } },
    });
    if (values.help) return { shows: "help" };
    const [does, email, ...more] = positionals;
    if (does !== "reset-password") return { problem: "say what to do: reset-password" };
    if (more.length > 0) return { problem: `${more[0]}: is one word too many` };
    return email === undefined ? { problem: "reset-password: say whose it is, by e-mail" } : { options: { email } };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

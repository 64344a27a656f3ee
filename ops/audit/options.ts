import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";

/** Where a log is read from: this installation where nothing is said. */
export interface From {
  readonly export: string | undefined;
  readonly database: string | undefined;
}

/** What `npm run audit` was asked for. */
export type Asked =
  | { readonly task: "verify"; readonly from: From; readonly publicKey: string | undefined; readonly checkpoints: readonly string[] }
  | { readonly task: "export"; readonly from: From; readonly to: string | undefined }
  | { readonly task: "prove"; readonly from: From; readonly id: string; readonly to: string | undefined }
  | { readonly task: "verify-proof"; readonly proof: string; readonly publicKey: string; readonly checkpoints: readonly string[] }
  | { readonly task: "public-key" }
  | { readonly task: "bench"; readonly entries: number }
  | { readonly task: "help" }
  | { readonly problem: string };

export const help = `npm run audit -- <task> [options]

  verify         checks the audit log: every entry, every batch, the chain and its signatures. Ends with 2 where something
                 is not as it was sealed, and says where; with 1 where it could not look
  export         writes the log as lines of JSON, for verify to check elsewhere
  prove <id>     writes the proof that this entry is in the log
  verify-proof <file>
                 checks such a proof; it needs no database
  public-key     the key to check with, of this installation
  bench          how many entries are written while they are sealed, and checked, in a second

  --public-key <key>     the key, or a file that has it; needed with --export and --database
  --checkpoint <file>    what was told of the log and kept elsewhere: mails, or what /api/audit/checkpoints answered.
                         May be repeated. Without any, a log that was cut or made anew as a whole can't be told
  --export <file>        the log as it was exported
  --database <url>       the database to look into; a password is better given by PGPASSWORD
  --to <file>            where to write, instead of the terminal
  --entries <number>     of bench (100000)
  --help                 this text

Without --export or --database this platform is meant: it is found by DATA_DIR or DATABASE_URL and MASTER_KEY, and may be running.`;

export function readOptions(args: readonly string[]): Asked {
  try {
    const { values, positionals } = parse(args);
    return values.help ? { task: "help" } : toAsked(values, positionals);
  } catch (error) {
    return { problem: `${(error as Error).message}\nnpm run audit -- --help tells what may be said.` };
  }
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      "public-key": { type: "string" },
      checkpoint: { type: "string", multiple: true, default: [] },
      export: { type: "string" },
      database: { type: "string" },
      to: { type: "string" },
      entries: { type: "string", default: "100000" },
      help: { type: "boolean", default: false },
    },
  });

function toAsked(values: ReturnType<typeof parse>["values"], [task, given, ...more]: readonly string[]): Asked {
  if (more.length > 0) throw new Error(`there is nothing to do with ${more.join(" ")}`);
  const from = { export: values.export, database: values.database };
  if (from.export !== undefined && from.database !== undefined) throw new Error("--export and --database exclude each other");
  const isElsewhere = from.export !== undefined || from.database !== undefined;
  const checkpoints = values.checkpoint.map((file) => readFileSync(file, "utf8"));
  const key = values["public-key"];
  const publicKey = key !== undefined && existsSync(key) ? readFileSync(key, "utf8").trim() : key;
  if (task === "verify") {
    if (isElsewhere && publicKey === undefined) throw new Error("--public-key is needed: whoever changed the log could name another");
    return { task, from, publicKey, checkpoints };
  }
  if (task === "export") return { task, from, to: values.to };
  if (task === "prove") return { task, from, id: needed(given, "the id of an entry"), to: values.to };
  if (task === "verify-proof")
    return {
      task,
      proof: readFileSync(needed(given, "the file of a proof"), "utf8"),
      publicKey: needed(publicKey, "--public-key"),
      checkpoints,
    };
  if (task === "public-key") return { task };
  if (task === "bench") return { task, entries: wholeNumber(values.entries) };
  throw new Error(
    task === undefined ? "say what to do: verify, export, prove, verify-proof, public-key or bench" : `there is no task ${task}`,
  );
}

function needed(value: string | undefined, what: string): string {
  if (value === undefined) throw new Error(`${what} is needed`);
  return value;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1_000 || number > 10_000_000) throw new Error("--entries must be from 1000 to 10000000");
  return number;
}

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type TableName, tableNames } from "./source.ts";

export interface Options {
  readonly from: string;
  /** Write. Without it, only the report is made. */
  readonly isApplied: boolean;
  readonly isResumed: boolean;
  readonly only: readonly TableName[];
  /** The name this platform has in our records, so that a second run knows what the first one took. */
  readonly source: string;
  /** The schema of its control tables. */
  readonly schema: string;
  readonly report: string | undefined;
  readonly keyPrefixes: readonly string[];
  readonly keyKind: "publishable" | "secret";
  readonly hasMoved: boolean;
  readonly rewritesFunctions: boolean;
  /** Where pg_dump and pg_restore are. */
  readonly bin: string | undefined;
  readonly words: Words;
}

export type Words = z.output<typeof Words>;
/** What a file for --map may say. */
const Words = z.strictObject({
  columns: z.record(z.string().regex(/^\w+\.\w+$/, "must be written table.column"), z.string()).default({}),
  metrics: z.record(z.string(), z.string()).default({}),
  plans: z.record(z.string(), z.string()).default({}),
  keyTypes: z.record(z.string(), z.enum(["publishable", "secret"])).default({}),
  scopes: z.record(z.string(), z.enum(["data:read", "data:write", "sql"])).default({}),
});

export const help = `npm run import -- --from postgresql://user@host:5432/database [options]

Takes the present platform into this one: developers, projects with their databases, API keys, limits,
suspensions, flags, and the old audit log. Tells what it would do, and does it with --apply.

A password is better given by PGPASSWORD than in --from, where others on this machine can see it.

  --apply              write; without it nothing is written here, and never anything there
  --resume             go on with an import that did not finish; implies --apply
  --only <tables>      of these tables only, with commas between
  --report <file>      the report as JSON too
  --name <name>        what to call that platform in the records here (present)
  --moved              it is the same platform as in earlier runs, at another address
  --schema <name>      the schema of its control tables (public)
  --key-prefix <text>  how its API keys begin, such as nmk_live_; may be repeated. Only where its table does not tell.
                       '' allows anything of 8 to 200 visible characters
  --key-kind <kind>    what keys without a type become: secret or publishable (secret)
  --rewrite-functions  put "public" where the text of a function names the old schema; without it, those are only told
  --map <file>         other names, as JSON: {"columns": {"developers.email": "mail"}, "metrics": {"calls": "requests_per_day"},
                       "plans": {"team": "pro"}, "keyTypes": {"browser": "publishable"}, "scopes": {"query": "sql"}}
  --pg-bin <folder>    where pg_dump and pg_restore are; they must be at least as new as its server
  --describe           the tables and columns that it is taken to have
  --help               this text

This platform is found by DATA_DIR or DATABASE_URL and MASTER_KEY, as a further process of it would; it may be running.`;

type Asked = { readonly options: Options } | { readonly shows: "help" | "describe" } | { readonly problem: string };

/** What was asked for, or what is wrong about it. */
export function readOptions(args: readonly string[]): Asked {
  try {
    const { values } = parse(args);
    if (values.help) return { shows: "help" };
    if (values.describe) return { shows: "describe" };
    return { options: toOptions(values) };
  } catch (error) {
    return {
      problem: `${error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message}\nnpm run import -- --help tells what may be said.`,
    };
  }
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      from: { type: "string" },
      apply: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      resume: { type: "boolean", default: false },
      only: { type: "string" },
      report: { type: "string" },
      name: { type: "string", default: "present" },
      moved: { type: "boolean", default: false },
      schema: { type: "string", default: "public" },
      "key-prefix": { type: "string", multiple: true, default: [] },
      "key-kind": { type: "string", default: "secret" },
      "rewrite-functions": { type: "boolean", default: false },
      map: { type: "string" },
      "pg-bin": { type: "string" },
      describe: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });

function toOptions(values: ReturnType<typeof parse>["values"]): Options {
  const from = values.from ?? "";
  if (!/^postgres(ql)?:\/\/./.test(from) || !URL.canParse(from))
    throw new Error("--from must say which database, such as postgresql://user@host:5432/database");
  if (values["dry-run"] && (values.apply || values.resume)) throw new Error("--dry-run and --apply exclude each other");
  return {
    from,
    isApplied: values.apply || values.resume,
    isResumed: values.resume,
    only: values.only === undefined ? tableNames : values.only.split(",").map(toTable),
    source: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,30}$/, "--name must be a short word in lower case")
      .parse(values.name),
    schema: values.schema,
    report: values.report,
    keyPrefixes: z
      .array(z.string().regex(/^[!-~]{0,40}$/, "--key-prefix must be visible characters, 40 at most"))
      .parse(values["key-prefix"]),
    keyKind: z.enum(["secret", "publishable"], "--key-kind must be secret or publishable").parse(values["key-kind"]),
    hasMoved: values.moved,
    rewritesFunctions: values["rewrite-functions"],
    bin: values["pg-bin"],
    words: Words.parse(values.map === undefined ? {} : readMap(values.map)),
  };
}

function toTable(name: string): TableName {
  const found = tableNames.find((each) => each === name.trim());
  if (!found) throw new Error(`--only: there is no table ${name.trim()}; there are ${tableNames.join(", ")}`);
  return found;
}

function readMap(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`--map ${path}: ${(error as Error).message}`);
  }
}

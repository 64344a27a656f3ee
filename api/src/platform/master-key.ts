import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeDataDir } from "./data-dir.ts";
import type { MasterKeys } from "./vault.ts";

/**
 * The master keys that were configured, or the one kept in the data directory. Where there is none it is made,
 * unless this process joins an installation that has one already.
 */
export function masterKeys(configured: string | undefined, dataDir: string, isJoining = false): MasterKeys {
  const text = configured ?? kept(dataDir) ?? (isJoining ? undefined : made(dataDir));
  if (text === undefined) {
    throw new Error(`there is no master key: set MASTER_KEY, or DATA_DIR to the one of the installation that this process joins`);
  }
  return parse(text);
}

/** `<base64>` is version 1; several are written `1:<base64>,2:<base64>`. */
function parse(text: string): MasterKeys {
  const entries = text.split(",").map((item): [number, Buffer] => {
    const [, version, key] = /^(?:(\d+):)?([\w+/=-]+)$/.exec(item.trim()) ?? [];
    const bytes = Buffer.from(key ?? "", "base64");
    if (bytes.length !== 32) throw new Error("a master key must be 32 bytes in base64");
    return [Number(version ?? 1), bytes];
  });
  const keys = new Map(entries);
  if (!keys.has(1)) throw new Error("MASTER_KEY lacks version 1, which the platform's own passwords are derived from");
  return keys;
}

const pathIn = (dataDir: string) => join(dataDir, "master.key");

function kept(dataDir: string): string | undefined {
  try {
    return readFileSync(pathIn(dataDir), "utf8").trim();
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return undefined;
    throw error;
  }
}

function made(dataDir: string): string | undefined {
  const part = `${pathIn(dataDir)}.${process.pid}`;
  try {
    makeDataDir(dataDir);
    writeFileSync(part, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flush: true });
  } catch (error) {
    rmSync(part, { force: true });
    throw new Error(
      `a master key cannot be kept in ${dataDir}: ${(error as Error).message}. Set MASTER_KEY, or DATA_DIR to where there is room`,
    );
  }
  try {
    // Unlike a rename, a link never replaces the key that another process made in this very moment.
    linkSync(part, pathIn(dataDir));
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") throw error;
  } finally {
    rmSync(part);
  }
  return kept(dataDir);
}

import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MasterKeys } from "./vault.ts";

/** The master keys that were configured, or the one kept in the data directory, made when there is none. */
export const masterKeys = (configured: string | undefined, dataDir: string): MasterKeys => parse(configured ?? kept(dataDir));

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

function kept(dataDir: string): string {
  const path = join(dataDir, "master.key");
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if ((error as { code?: string }).code !== "ENOENT") throw error;
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const part = `${path}.${process.pid}`;
  writeFileSync(part, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flush: true });
  try {
    // Unlike a rename, a link never replaces the key that another process made in this very moment.
    linkSync(part, path);
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") throw error;
  } finally {
    rmSync(part);
  }
  return readFileSync(path, "utf8").trim();
}

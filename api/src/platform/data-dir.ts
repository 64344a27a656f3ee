import { mkdirSync } from "node:fs";

/** Makes the data directory: nobody else's to look into, save that as root the database's own account passes through it. */
export function makeDataDir(path: string): void {
  mkdirSync(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
}

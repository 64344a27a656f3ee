import { createHash } from "node:crypto";
import type { TenantKind } from "./tenants.ts";

export interface SampleProject {
  readonly id: string;
  readonly developerId: string;
  readonly name: string;
  readonly schema: string;
  readonly kind: TenantKind;
  readonly table: string;
  readonly rows: number;
  /** A key as its customer has it; the database has only its hash. */
  readonly key: string;
}

/** Like a UUID, and the same for the same words. */
export const idOf = (words: string): string =>
  createHash("md5")
    .update(words)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

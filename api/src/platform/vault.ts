import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Seals secrets at rest under the newest master key and opens what any known one sealed. */
export interface Vault {
  /** `purpose` is bound in: what was sealed for one row does not open for another. */
  seal(plain: string, purpose: string): string;
  /** Throws when the text was altered, sealed for another purpose, or under a key that is not known. */
  open(sealed: string, purpose: string): string;
  /** A password of the platform's own, the same in every process that has the first master key. Base64url, 32 bytes. */
  derive(purpose: string): string;
}

/** Master keys by version, 32 bytes each; version 1 also derives the platform's own passwords. */
export type MasterKeys = ReadonlyMap<number, Buffer>;

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM (NIST SP 800-38D) with a random nonce; text form `v<key version>.<base64url of nonce, tag, ciphertext>`. */
export function makeVault(keys: MasterKeys): Vault {
  const newest = Math.max(...keys.keys());
  const keyOf = (version: number) => {
    const key = keys.get(version);
    if (!key) throw new Error(`master key version ${version} is not configured`);
    return key;
  };
  return {
    seal(plain, purpose) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, keyOf(newest), nonce).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return `v${newest}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
    },
    open(sealed, purpose) {
      const [, version, text] = /^v(\d+)\.([\w-]+)$/.exec(sealed) ?? [];
      if (!version || !text) throw new Error("not a sealed secret");
      const bytes = Buffer.from(text, "base64url");
      const decipher = createDecipheriv(algorithm, keyOf(Number(version)), bytes.subarray(0, nonceBytes)).setAAD(Buffer.from(purpose));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString("utf8");
    },
    derive: (purpose) => Buffer.from(hkdfSync("sha256", keyOf(1), "", `nextmavens:${purpose}`, 32)).toString("base64url"),
  };
}

import { createPrivateKey, createPublicKey, hash, sign, verify } from "node:crypto";

/** Signs texts by Ed25519 so that anybody with the public key can tell that they are ours (C2SP signed notes). */
export interface Signer {
  readonly publicKey: PublicKey;
  sign(text: string): Buffer;
  /** The text, which ends in a line break, with its signature beneath. */
  note(text: string): string;
}

export interface PublicKey {
  readonly name: string;
  /** As it is handed out: name, four bytes of a hash, algorithm and key. */
  readonly text: string;
  verify(text: string, signature: Uint8Array): boolean;
  /** The text of a note that this key has signed; undefined where it has not. */
  open(note: string): string | undefined;
}

const ed25519 = Buffer.of(1);
/** What stands before 32 bytes of a key in PKCS #8 and in SubjectPublicKeyInfo (RFC 8410). */
const privatePrefix = Buffer.from("302e020100300506032b657004220420", "hex");
const publicPrefix = Buffer.from("302a300506032b6570032100", "hex");
const keyBytes = 32;
const signatureBytes = 64;

/** The same 32 bytes make the same key. */
export function makeSigner(name: string, seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: "der", type: "pkcs8" });
  const publicKey = publicKeyOf(name, createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-keyBytes));
  const signed = (text: string) => sign(null, Buffer.from(text), key);
  const id = idOf(publicKey.text);
  return {
    publicKey,
    sign: signed,
    note: (text) => `${text}\n— ${name} ${Buffer.concat([id, signed(text)]).toString("base64")}\n`,
  };
}

/** Reads a public key as it is handed out. */
export function readPublicKey(text: string): PublicKey {
  const [, name = "", encoded = ""] = /^([^\s+]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded, "base64");
  const read = bytes.length === keyBytes + 1 && bytes[0] === ed25519[0] ? publicKeyOf(name, bytes.subarray(1)) : undefined;
  if (read?.text !== text.trim()) throw new Error("that is no public key: it looks like name+0a1b2c3d+AQ…");
  return read;
}

function publicKeyOf(name: string, bytes: Uint8Array): PublicKey {
  const key = createPublicKey({ key: Buffer.concat([publicPrefix, bytes]), format: "der", type: "spki" });
  const encoded = Buffer.concat([ed25519, bytes]);
  const id = hash("sha256", Buffer.concat([Buffer.from(`${name}\n`), encoded]), "buffer").subarray(0, 4);
  const verifies = (text: string, signature: Uint8Array) =>
    signature.length === signatureBytes && verify(null, Buffer.from(text), key, signature);
  return {
    name,
    text: `${name}+${id.toString("hex")}+${encoded.toString("base64")}`,
    verify: verifies,
    open(note) {
      const [, text = "", signer, encodedSignature = ""] = /^([\s\S]*\n)\n— (\S+) (\S+)\n$/.exec(note) ?? [];
      const signature = Buffer.from(encodedSignature, "base64");
      return signer === name && signature.subarray(0, 4).equals(id) && verifies(text, signature.subarray(4)) ? text : undefined;
    },
  };
}

const idOf = (publicKey: string) => Buffer.from(publicKey.split("+")[1] ?? "", "hex");

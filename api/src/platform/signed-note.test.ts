import { randomBytes } from "node:crypto";
import { expect, test } from "@jest/globals";
import { makeSigner, readPublicKey } from "./signed-note.ts";

const signer = makeSigner("a-log", randomBytes(32));
const text = "a-log\n7\nAAAA\n";

test("a note opens by the public key as it was handed out, and says what was signed", () => {
  expect(readPublicKey(signer.publicKey.text).open(signer.note(text))).toBe(text);
});

test("a note that says something else, or was signed by another, does not open", () => {
  const note = signer.note(text);
  const key = readPublicKey(signer.publicKey.text);
  for (const forged of [
    note.replace("7", "8"),
    note.replace("a-log\n", "b-log\n"),
    makeSigner("a-log", randomBytes(32)).note(text),
    text,
    "",
  ])
    expect(key.open(forged)).toBeUndefined();
});

test("the key and the note of the standard's own example are read", () => {
  const key = readPublicKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  const note = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;
  expect(key.open(note)).toContain("what your problem is.");
});

test.each(["", "a-log", `${signer.publicKey.text}A`, signer.publicKey.text.replace("a-log", "b-log")])("%j is no public key", (given) => {
  expect(() => readPublicKey(given)).toThrow("no public key");
});

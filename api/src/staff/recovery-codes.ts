import { randomLetters } from "../platform/ids.ts";
import { digestOf } from "../platform/token.ts";

const count = 10;

/** Ten codes of 80 random bits each, in groups of four as they are typed. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: count }, () => randomLetters().replace(/(.{4})(?!$)/g, "$1-"));

/** However it was typed: what is easily taken for another letter is that letter. */
export const hashOfRecoveryCode = (typed: string): Buffer =>
  digestOf(
    typed
      .toLowerCase()
      .replace(/[^0-9a-z]/g, "")
      .replaceAll("o", "0")
      .replace(/[il]/g, "1"),
  );

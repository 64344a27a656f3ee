import { z } from "zod";

/** Loaded by the first password: many a process never sees one. */
const argon2 = () => import("@node-rs/argon2");
const bcrypt = () => import("@node-rs/bcrypt");

/** argon2id (2 in the library's enum) with the parameters of OWASP's password storage cheat sheet: 19 MiB, 2 passes, 1 lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const ownForm = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;

/** Length is what counts (NIST SP 800-63B): no rule about kinds of characters. */
export const Password = z.string().min(8, "must have at least 8 characters").max(200);

export async function hashPassword(password: string): Promise<string> {
  const { hash } = await argon2();
  return hash(password, cost);
}

/**
 * Takes as long where there is no hash to compare with, so that time does not tell which accounts exist. Accounts that came
 * from elsewhere may have hashes of another kind and cost; a password that nothing can be compared with is never right.
 */
export async function isPassword(password: string, hashed: string | undefined): Promise<boolean> {
  const kind = hashed === undefined ? undefined : kindOf(hashed);
  if (kind === "bcrypt" && hashed !== undefined) {
    slowestBcrypt = Math.max(slowestBcrypt, bcryptCostOf(hashed));
    if (await verifyBcrypt(password, hashed)) return true;
  }
  decoy ??= hashPassword("nobody has this password");
  const { verify } = await argon2();
  // What can't be decoded after all matches nothing.
  const matches = await verify(kind === "argon2" && hashed !== undefined ? hashed : await decoy, password).catch(() => false);
  if (matches && kind === "argon2") return true;
  if (kind !== "bcrypt" && slowestBcrypt > 0)
    await verifyBcrypt(password, `$2b$${String(slowestBcrypt).padStart(2, "0")}$${".".repeat(53)}`);
  return false;
}

const verifyBcrypt = async (password: string, hashed: string) => (await bcrypt()).verify(password, hashed);

let decoy: Promise<string> | undefined;
/** The highest cost of a bcrypt hash compared here so far: from then on whatever is wrong takes that long. */
let slowestBcrypt = 0;

/** Stands where an account has no password that could be compared: its owner sets one by a mailed link. */
export const noPassword = "!";

/** Whether a hash from elsewhere can be compared with a password, at a cost this platform bears at each sign-in. */
export const isUsableHash = (hashed: string): boolean => kindOf(hashed) !== undefined;

/** Made by other rules than ours: worth making anew once the password is known. */
export const isForeignHash = (hashed: string): boolean => !hashed.startsWith(ownForm);

const argon2Form = /^\$argon2(?:id|i|d)\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$[A-Za-z0-9+/]{11,86}\$[A-Za-z0-9+/]{16,172}$/;
const bcryptForm = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/;
const mostMemoryKib = 262_144;
const mostPasses = 24;
const mostLanes = 16;
const leastBcryptCost = 4;
const mostBcryptCost = 14;

function kindOf(hashed: string): "argon2" | "bcrypt" | undefined {
  const [, memory, passes, lanes] = argon2Form.exec(hashed)?.map(Number) ?? [];
  if (memory && passes && lanes) {
    const isBearable = memory >= 8 * lanes && memory <= mostMemoryKib && passes <= mostPasses && lanes <= mostLanes;
    return isBearable ? "argon2" : undefined;
  }
  const bcrypt = bcryptCostOf(hashed);
  return bcrypt >= leastBcryptCost && bcrypt <= mostBcryptCost ? "bcrypt" : undefined;
}

const bcryptCostOf = (hashed: string): number => Number(bcryptForm.exec(hashed)?.[1] ?? 0);

import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";

/** argon2id (2 in the library's enum) with the parameters of OWASP's password storage cheat sheet: 19 MiB, 2 passes, 1 lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Length is what counts (NIST SP 800-63B): no rule about kinds of characters. */
export const Password = z.string().min(8, "must have at least 8 characters").max(200);

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Takes as long where there is no hash to compare with, so that time does not tell which accounts exist. */
export async function isPassword(password: string, hashed: string | undefined): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const matches = await verify(hashed ?? (await decoy), password);
  return matches && hashed !== undefined;
}

let decoy: Promise<string> | undefined;

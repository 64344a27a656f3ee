import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "@nextmavens/api/platform/db/sql";
import { totpAt } from "@nextmavens/api/platform/totp";
import { totpPurposeOf } from "@nextmavens/api/staff";
import { createClient } from "@nextmavens/sdk";
import { z } from "zod";
import type { Ground } from "./ground.ts";

const stepMs = 30_000;

/** What an authenticator app knows of an account, and the last time step that a code of it served for. */
interface App {
  readonly secret: string;
  readonly lastStep: number;
}

/** Signs a member of the demo's staff in. They have no phone: where staff must have an authenticator app, the demo is theirs. */
export async function enterAsStaff(ground: Ground, email: string) {
  const { url, password } = ground;
  const app = await appOf(ground, email);
  const code = app ? { totp: await codeOf(ground, app) } : {};
  const signedIn = await createClient({ url }).loginStaff({ email, password, ...code });
  const client = createClient({ url, accessToken: signedIn.accessToken });
  if ((await client.getOwnAccount()).mustEnrol) {
    const { secret } = await client.beginTotp({ password });
    await client.confirmTotp({ code: totpAt(secret, nowOf(ground)) });
  }
  return signedIn;
}

/** The app of this member, if one is enrolled. */
async function appOf({ owner, engine }: Ground, email: string): Promise<App | undefined> {
  const Enrolled = z.object({ id: z.string(), sealed: z.string(), lastStep: z.coerce.number() });
  const found = await owner.transact("platform", (db) =>
    db.maybe(
      Enrolled,
      sql`select id, totp_sealed as sealed, totp_last_step as "lastStep" from staff where lower(email) = lower(${email}) and totp_sealed is not null`,
    ),
  );
  return found && { secret: engine.vault.open(found.sealed, totpPurposeOf(found.id)), lastStep: found.lastStep };
}

/** The accounts among these that the demo has an app for, with the key that puts them into yours. */
export async function appsOf(ground: Ground, emails: readonly string[]) {
  const found = await Promise.all(emails.map(async (email) => ({ email, app: await appOf(ground, email) })));
  return found.flatMap(({ email, app }) => (app ? [{ email, key: app.secret }] : []));
}

/** A code serves once: of a step that has served, the next is awaited. */
async function codeOf(ground: Ground, { secret, lastStep }: App): Promise<string> {
  await sleep(Math.max(0, (lastStep + 1) * stepMs - ground.engine.clock().getTime()));
  return totpAt(secret, nowOf(ground));
}

const nowOf = ({ engine }: Ground) => engine.clock().toISOString();

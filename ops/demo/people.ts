import { perform } from "@nextmavens/api/platform/action";
import { sql } from "@nextmavens/api/platform/db/sql";
import { create, update } from "@nextmavens/api/staff";
import { type Client, createClient, NextMavensError } from "@nextmavens/sdk";
import { z } from "zod";
import { enterAsStaff } from "./app.ts";
import { daysAfter } from "./clock.ts";
import { demoCall, type Ground } from "./ground.ts";
import { staff as staffPlans } from "./house.ts";
import type { DeveloperPlan, StaffPlan } from "./plan.ts";
import type { DemoRecord } from "./record.ts";

/** Signs the demo's people in, each once. */
export class People {
  readonly #ground: Ground;
  readonly #clients = new Map<string, Promise<Client>>();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  developer(email: string): Promise<Client> {
    return this.#once(`developer ${email}`, async (visitor) => visitor.loginDeveloper({ email, password: this.#ground.password }));
  }

  /** A member of staff of this role, the same each time: the first there is, or the second. */
  staff(role: StaffPlan["role"], which: "first" | "second" = "first"): Promise<Client> {
    const email = staffPlans.filter((each) => each.role === role)[which === "first" ? 0 : 1]?.email ?? "";
    return this.#once(`staff ${email}`, () => enterAsStaff(this.#ground, email));
  }

  /** Remembers somebody who has just signed up. */
  welcome(email: string, accessToken: string): void {
    this.#clients.set(`developer ${email}`, Promise.resolve(createClient({ url: this.#ground.url, accessToken })));
  }

  #once(who: string, signIn: (visitor: Client) => Promise<{ accessToken: string }>): Promise<Client> {
    const { url } = this.#ground;
    const known = this.#clients.get(who) ?? signIn(createClient({ url })).then(({ accessToken }) => createClient({ url, accessToken }));
    this.#clients.set(who, known);
    return known;
  }
}

/** Adds the demo's staff: the admin by the action itself, as nobody is there to ask; the others by that admin. */
export async function addStaff(ground: Ground, record: DemoRecord, people: People, plan: StaffPlan): Promise<void> {
  const made = await record.intend("staff", plan.email);
  if (made.progress.isSettled) return;
  const { email, name, role } = plan;
  const member = { email, name, role, password: ground.password };
  const added =
    role === "admin" ? perform(ground.engine, demoCall("createStaff"), create, member) : (await people.staff("admin")).createStaff(member);
  const id = made.id ?? (await added.then((staff) => staff.id).catch(unlessTaken(() => idOfStaff(ground, email))));
  await record.made(made, id);
  if (plan.hasLeft)
    await perform(ground.engine, demoCall("updateStaff"), update, { staffId: id, isActive: false, reason: "Left the company" });
  const since = daysAfter(Date.parse(record.world.madeAt), -200);
  await ground.owner.transact("platform", (db) => db.run(sql`update staff set created_at = ${since} where id = ${id}`));
  await record.note(made, { isSettled: true });
}

/** An address that is taken is ours if it was taken by an earlier run: then the demo's password opens it. */
async function idOfStaff(ground: Ground, email: string): Promise<string> {
  const { staff } = await enterAsStaff(ground, email);
  return staff.id;
}

/** Signs a developer up, proves the address by the mail's token, and puts the day they came into the past. */
export async function addDeveloper(ground: Ground, record: DemoRecord, people: People, plan: DeveloperPlan): Promise<void> {
  const made = await record.intend("developer", plan.email);
  if (made.progress.isSettled) return;
  const { email, name } = plan;
  const visitor = createClient({ url: ground.url });
  const { developer, accessToken } = await visitor
    .registerDeveloper({ email, name, password: ground.password })
    .catch(unlessTaken(() => visitor.loginDeveloper({ email, password: ground.password })));
  people.welcome(email, accessToken);
  await record.made(made, developer.id);
  if (plan.isVerified) await proveAddress(ground, visitor, email);
  await putIntoThePast(ground, developer.id, plan, Date.parse(record.world.madeAt));
  await record.note(made, { isSettled: true });
}

/** The token is in the mail; where mail is not sent, as in most demos, that is in the outbox. */
async function proveAddress({ owner }: Ground, visitor: Client, email: string): Promise<void> {
  const mail = await owner.transact("platform", (db) =>
    db.maybe(
      z.object({ body: z.string() }),
      sql`select body from outbox where recipient = ${email} and template = 'verify-email' order by id desc limit 1`,
    ),
  );
  const token = /nm_et_\w+/.exec(mail?.body ?? "")?.[0];
  if (token) await visitor.verifyEmail({ token }).catch(unless("link_invalid", async () => undefined));
}

const putIntoThePast = ({ owner }: Ground, id: string, { plan, joinedAt }: DeveloperPlan, madeAt: number) =>
  owner.transact("platform", (db) =>
    db.run(sql`
      update developers
      set plan = ${plan}, created_at = ${daysAfter(madeAt, joinedAt)}, updated_at = ${daysAfter(madeAt, joinedAt)},
        email_verified_at = case when email_verified_at is not null then ${daysAfter(madeAt, joinedAt)}::timestamptz + interval '9 minutes' end
      where id = ${id}`),
  );

/** For an address that somebody has: whoever has it must be the demo's own. */
const unlessTaken =
  <T>(sayWho: () => Promise<T>) =>
  (error: unknown): Promise<T> => {
    if (!isRefusal(error, "email_taken", "staff_email_taken")) throw error;
    return sayWho().catch((reason: unknown) => {
      if (!isRefusal(reason, "wrong_credentials")) throw reason;
      throw new Error("an account that the demo wants to make is there already, and is not the demo's: try another --seed", {
        cause: reason,
      });
    });
  };

/** What else to do where something is refused with this code. */
export const unless =
  <T>(code: string, otherwise: () => Promise<T>) =>
  (error: unknown): Promise<T> => {
    if (isRefusal(error, code)) return otherwise();
    throw error;
  };

const isRefusal = (error: unknown, ...codes: readonly string[]) =>
  (error instanceof NextMavensError || (error instanceof Error && "code" in error)) &&
  codes.includes(String((error as { code?: unknown }).code));

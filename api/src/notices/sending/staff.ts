import type { Context } from "../../platform/action.ts";
import type { Delivery } from "../../platform/delivery.ts";
import { isStale, later, leaseMs, waitAfter } from "../rules.ts";
import * as queries from "./queries.ts";

type Message = NonNullable<Awaited<ReturnType<typeof queries.takeForStaff>>>;

/**
 * Tells staff one thing, and comes back for more. Telegram knows no idempotency keys: where it is not clear whether it took a message,
 * staff would rather read it twice than never.
 */
export async function tellStaff(context: Context): Promise<void> {
  const { db, now, staffChannel } = context;
  if (!staffChannel || !(await queries.takeTurn(db, "telegram", now, later(now, leaseMs)))) return;
  const message = await queries.takeForStaff(db, now, later(now, leaseMs));
  if (!message) return void (await queries.endTurn(db, "telegram"));
  context.afterCommit(async (act) => {
    const delivery = await staffChannel.send(`${message.subject}\n\n${message.body}`);
    await act("tellStaff", settle, { message, delivery });
  });
}

async function settle(context: Context, { message, delivery }: { message: Message; delivery: Delivery }): Promise<void> {
  const { db, now, log } = context;
  if (delivery.is === "taken") {
    await queries.markSent(db, [message.id], delivery.as, now);
    return goOn(context);
  }
  log.warn("staff was not told", { id: message.id, why: delivery.why });
  const askedForMs = delivery.is === "put_off" ? delivery.waitMs : undefined;
  const due = later(now, askedForMs ?? waitAfter(message.attempts, Math.random()));
  const isFinal = delivery.is === "refused" || isStale(message.createdAt, now);
  await queries.postpone(db, message.id, { due, error: delivery.why, isFinal });
  await context.enqueue("tellStaff", {}, { key: `tellStaff:${message.id}`, runAt: new Date(due) });
  // What it asked for holds for the whole bot.
  return goOn(context, askedForMs === undefined ? undefined : due);
}

async function goOn({ db, enqueue }: Context, from?: string) {
  await queries.endTurn(db, "telegram", from);
  if (from === undefined) await enqueue("tellStaff", {}, { key: "tellStaff" });
}

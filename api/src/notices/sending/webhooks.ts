import type { Context } from "../../platform/action.ts";
import { type Delivery, waitOf } from "../../platform/delivery.ts";
import { postOutside } from "../../platform/outside.ts";
import { isDead, isStale, later, leaseMs, waitAfter } from "../rules.ts";
import { openSecret, signed } from "../signature.ts";
import { disable } from "../webhook-disabling.ts";
import { endTurn, postpone, takeTurn } from "./queries.ts";
import * as queries from "./webhook-queries.ts";

const timeoutMs = 10_000;
const roundOf = { endpoints: 50, perEndpoint: 5 };

/**
 * Calls webhooks, a round at a time and one of these at a time, so that endpoints that hang take nobody else's turn in the queue of jobs.
 * A receiver may get the same twice, when its answer was lost: by the same `webhook-id`, as the standard has it.
 */
export async function callWebhooks(context: Context): Promise<void> {
  const { db, now } = context;
  if (!(await takeTurn(db, "webhook", now, later(now, leaseMs)))) return;
  const calls = await queries.takeRound(db, now, later(now, leaseMs), roundOf);
  if (calls.length === 0) return void (await endTurn(db, "webhook"));
  const posts = calls.map((call) => ({ call, headers: headersOf(context, call) }));
  context.afterCommit(async (act) => {
    let settled: Promise<unknown> = Promise.resolve();
    const post = async ({ call, headers }: (typeof posts)[number]) => {
      const answer = await attempt(context, call, headers);
      // One after the other: answers that come together take no more of the connections that requests need.
      settled = settled.then(() => act("callWebhooks", settle, { call, answer }));
    };
    await Promise.all(posts.map(post));
    await settled;
    await act("callWebhooks", goOn, {});
  });
}

const headersOf = ({ vault, now }: Context, { id, body, endpointId, sealed, previousSealed }: queries.Call) => ({
  "content-type": "application/json",
  "user-agent": "NextMavens-Webhooks/1",
  ...signed(
    id,
    now,
    body,
    [sealed, previousSealed].flatMap((each) => (each === null ? [] : [openSecret(vault, endpointId, each)])),
  ),
});

type Answer = Delivery | { readonly is: "gone"; readonly why: string; readonly status: number };

async function attempt({ settings }: Context, { url, body }: queries.Call, headers: Readonly<Record<string, string>>): Promise<Answer> {
  try {
    const { status, headers: answered } = await postOutside(url, { headers, body }, { timeoutMs, allowsLoopback: settings.allowsLoopback });
    if (status >= 200 && status < 300) return { is: "taken", as: [], status };
    const why = `it answered ${status}${status >= 300 && status < 400 ? ", and redirects are not followed" : ""}`;
    if (status === 410) return { is: "gone", why, status };
    return { is: "put_off", why, waitMs: waitOf(answered["retry-after"], Date.now()), status };
  } catch (error) {
    return { is: "unclear", why: error instanceof Error ? error.message : String(error) };
  }
}

async function settle(context: Context, { call, answer }: { call: queries.Call; answer: Answer }): Promise<void> {
  const { db, now } = context;
  if (answer.is === "taken") {
    await queries.markDelivered(db, call.id, answer.status ?? null, now);
    return void (await queries.noteSuccess(db, call.endpointId, now));
  }
  const { why, status } = { status: undefined, ...answer };
  const askedForMs = answer.is === "put_off" ? (answer.waitMs ?? 0) : 0;
  const dueAfter = (attempts: number) => later(now, Math.max(askedForMs, waitAfter(attempts, Math.random())));
  const isFinal = answer.is === "gone" || isStale(call.createdAt, now);
  await postpone(db, call.id, { due: dueAfter(call.attempts), error: why, status, isFinal });
  const endpoint = await queries.lockFailing(db, call.endpointId);
  if (!endpoint) return;
  if (answer.is === "gone") return disable(context, { ...call, ...endpoint }, "gone", why);
  if (endpoint.failingSince !== null && isDead(endpoint.failingSince, now))
    return disable(context, { ...call, ...endpoint }, "failing", why);
  // Of those who failed in one round, the first says how long it is left alone.
  const due = endpoint.dueAt > now ? endpoint.dueAt : dueAfter(endpoint.failures + 1);
  if (due !== endpoint.dueAt) await queries.noteFailure(db, call.endpointId, now, due);
  await context.enqueue("callWebhooks", {}, { key: `callWebhooks:${call.endpointId}`, runAt: new Date(due) });
}

async function goOn({ db, enqueue }: Context) {
  await endTurn(db, "webhook");
  await enqueue("callWebhooks", {}, { key: "callWebhooks" });
}

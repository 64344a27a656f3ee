import type { RequestInfo, StampedEntry } from "../platform/action.ts";
import type { BrokenGlass } from "../platform/broken-glass.ts";
import type { Db, Store } from "../platform/db/store.ts";
import { newId } from "../platform/ids.ts";
import { insertActs } from "./queries.ts";

const longest = 1_000;

interface Asked {
  readonly method: string;
  /** Of the address, with its query; what else was asked for, such as the words of a search. */
  readonly path: string;
}

/** Writes down what a request behind broken glass asks for, before it is answered: nothing is seen that the transcript doesn't tell. */
export const noteAsked = (store: Store, glass: BrokenGlass, request: RequestInfo, { method, path }: Asked, now: string) =>
  store.transact("platform", (db) =>
    insertActs(db, [
      {
        id: newId("breakGlassAct"),
        sessionId: glass.sessionId,
        at: now,
        kind: method === "GET" ? "read" : "asked",
        what: `${method} ${path}`.slice(0, longest),
        why: glass.why,
        requestId: request.id,
      },
    ]),
  );

/** And what was changed, in the transaction that changes it. */
export async function noteChanged(db: Db, entries: readonly StampedEntry[]): Promise<void> {
  const acts = entries.flatMap(({ actor, action, target, at, request }) => {
    const glass = actor.kind === "staff" ? actor.brokenGlass : undefined;
    if (!glass) return [];
    const { sessionId, why } = glass;
    return [{ id: newId("breakGlassAct"), sessionId, at, kind: "changed" as const, what: action, target, why, requestId: request.id }];
  });
  if (acts.length > 0) await insertActs(db, acts);
}

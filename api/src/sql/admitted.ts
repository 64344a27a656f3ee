import { countBytes, toLogin, type Visit, warn } from "../data/index.ts";
import { isAway } from "../platform/db/blame.ts";
import type { Act, Gate, Holder } from "../platform/gate.ts";
import { Refusal } from "../platform/refusal.ts";
import { type Batch, type Ran, run, type SqlDatabase } from "./run.ts";
import type { SplitStatement } from "./split.ts";

export interface Admitting extends SqlDatabase {
  readonly gate: Gate;
  /** Tells every process that what it remembers of the project's tables is stale. */
  readonly announce: (projectId: string) => Promise<void>;
}

/** Runs statements as the project's owner, once it is known which, as far as the project's limits let it. */
export type Run = (batch: Asked) => Promise<Ran>;

type Asked = Omit<Batch, "isReadOnly" | "judge" | "bounds"> & { readonly isReadOnly?: boolean };

/** Between the gate's leave, which is asked for before anything costs work, and its account of what came of it. */
export const admitted = <T>(door: Admitting, visit: Answering, holder: Holder, work: (run: Run) => Promise<T>): Promise<T> =>
  accounted(door.gate, visit, holder, { writes: false }, (tally) =>
    work(async (batch) => {
      const { gate } = door;
      const wanted = batch.isReadOnly ? { writes: false } : actOf(batch.statements);
      const refusal = wanted.writes && !wanted.shrinks ? await refusalToGrow(gate, holder) : undefined;
      tally.isRefused = refusal !== undefined && batch.statements.some(({ effect }) => effect !== "reads");
      if (refusal && tally.isRefused) throw refusal;
      if (!refusal) tally.act = wanted;
      const { act } = tally;
      const limits = { bounds: holder.bounds, isReadOnly: !act.writes, judge: judge(gate, holder, act) };
      const ran = await run(door, toLogin(holder, "owner"), { ...batch, ...limits });
      tally.rowsWritten = ran.rowsWritten;
      if (ran.hasNewSchema) await door.announce(holder.projectId);
      return ran;
    }),
  );

/** What an answer is given by. */
type Answering = Pick<Visit, "response">;

/** What is known so far of what an act comes to. */
export interface Tally {
  act: Act;
  rowsWritten: number;
  isRefused: boolean;
}

/** Does something that the gate gives leave to, and tells the gate what it came to. */
export async function accounted<T>(
  gate: Gate,
  { response }: Answering,
  holder: Holder,
  act: Act,
  work: (tally: Tally) => Promise<T>,
): Promise<T> {
  try {
    await gate.admit(holder, act);
  } finally {
    warn(response, gate, holder);
  }
  countBytes(response, gate, holder);
  const startedAt = performance.now();
  const tally: Tally = { act, rowsWritten: 0, isRefused: false };
  let status = 500;
  try {
    const result = await work(tally);
    status = 200;
    return result;
  } catch (error) {
    if (error instanceof Refusal) status = error.status === 504 ? 499 : error.status;
    else if (isAway(error)) status = 503;
    throw error;
  } finally {
    gate.settle(holder, { ...tally, status, durationMs: performance.now() - startedAt });
  }
}

/** Any statement may write by a function that it calls. */
const actOf = (statements: readonly SplitStatement[]): Act => {
  const writes = statements.some(({ effect }) => effect === "writes");
  return { writes: true, shrinks: !writes && statements.some(({ effect }) => effect === "shrinks") };
};

/** A project that has reached a limit on growing may still take away, and still read: then in a transaction that can't write. */
async function refusalToGrow(gate: Gate, holder: Holder): Promise<Refusal | undefined> {
  try {
    await gate.grow(holder);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Undoes what made the database grow by more than there is room for, whatever its statements looked like. */
export const judge = (gate: Gate, holder: Holder, act: Act) => async (rowsGrown: number) => {
  if (rowsGrown === 0) return;
  const setAside = act.writes && !act.shrinks ? 1 : 0;
  if (rowsGrown > setAside && rowsGrown > (await gate.room(holder)) + setAside) throw gate.noRoom(holder);
};

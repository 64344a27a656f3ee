import { type Engine, perform } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import { inRounds } from "../platform/rounds.ts";
import { evaluate, Memory } from "./actions/evaluate.ts";

/** Detections fall quiet, and sanctions end, no later than so much after their cause. */
const everyMs = 12_000;

/** Makes what evaluates the rules once, whenever it is called. */
export function makeEvaluation(engine: Engine): () => Promise<void> {
  const memory = new Memory();
  return () => perform(engine, callAs("evaluateDetections"), evaluate, memory);
}

/** Evaluates the rules again and again, until stopped. Any number of processes may: one at a time does. */
export const startEvaluating = (engine: Engine): { stop(): Promise<void> } =>
  inRounds(everyMs, makeEvaluation(engine), (error) => engine.log.warn("the rules that find abuse could not be evaluated", { error }));

const callAs = (id: string) => ({
  operation: { id, changes: false },
  actor: { kind: "job", id } as const,
  request: { id: newId("request"), address: undefined, userAgent: undefined },
});

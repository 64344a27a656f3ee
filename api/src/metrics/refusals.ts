import { Counter, type Registry } from "prom-client";
import type { Gate } from "../platform/gate.ts";
import { Refusal } from "../platform/refusal.ts";

/** Counts what a gate refuses, by the refusal's code; what passes costs nothing. */
export function watchRefusals(registry: Registry): (gate: Gate) => Gate {
  const refused = new Counter({
    name: "nextmavens_gate_refusals_total",
    help: "What the gate of the data plane said no to, by code.",
    labelNames: ["code"],
    registers: [registry],
  });
  const note = (error: unknown): never => {
    if (error instanceof Refusal) refused.inc({ code: error.code });
    throw error;
  };
  const noting = <T>(ask: () => T | Promise<T>): T | Promise<T> => {
    try {
      const answer = ask();
      return answer instanceof Promise ? answer.catch(note) : answer;
    } catch (error) {
      return note(error);
    }
  };
  return (gate) => ({
    ...gate,
    identify: (key) => noting(() => gate.identify(key)),
    admit: (holder, act) => noting(() => gate.admit(holder, act)),
    grow: (holder) => noting(() => gate.grow(holder)),
  });
}

import { type Engine, perform } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import { inRounds } from "../platform/rounds.ts";
import { seal } from "./seal/actions.ts";

const everyMs = 1_000;

/** Seals what was written, once. */
export const sealNow = (engine: Engine): Promise<number> =>
  perform(
    engine,
    {
      operation: { id: "sealAuditLog", changes: false },
      actor: { kind: "job", id: "sealAuditLog" },
      request: { id: newId("request"), address: undefined, userAgent: undefined },
    },
    seal,
    {},
  );

/** Seals again and again, until stopped. Any number of processes may: one at a time does. */
export const startSealing = (engine: Engine): { stop(): Promise<void> } =>
  inRounds(
    everyMs,
    async () => void (await sealNow(engine)),
    (error) => engine.log.warn("the audit log could not be sealed", { error }),
  );

import { minuteMs } from "./clock.ts";
import type { Ground } from "./ground.ts";
import { continueUsage, type Demo } from "./make.ts";
import { makeProgress } from "./progress.ts";
import { DemoRecord } from "./record.ts";

const quiet = makeProgress({ write: () => undefined });

/** Lets usage go on, minute by minute, until it is stopped or the demo is removed. */
export function keepAlive(ground: Ground, { plan }: Demo): () => Promise<void> {
  const goOn = async () => {
    const record = await DemoRecord.find(ground.owner);
    if (record) await continueUsage(ground, record, plan, quiet);
    else clearInterval(timer);
  };
  let going: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    going = going.then(goOn).catch((error: unknown) => ground.engine.log.warn("the demo's usage was not continued", { error }));
  }, minuteMs);
  return async () => {
    clearInterval(timer);
    await going;
  };
}

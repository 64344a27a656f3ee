import { minuteMs } from "./clock.ts";
import type { Ground } from "./ground.ts";
import { continueUsage, type Demo } from "./make.ts";
import { makeProgress } from "./progress.ts";

const quiet = makeProgress({ write: () => undefined });

/** Lets usage go on, minute by minute, until it is stopped. */
export function keepAlive(ground: Ground, { record, plan }: Demo): () => Promise<void> {
  let going: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    going = going
      .then(() => continueUsage(ground, record, plan, quiet))
      .catch((error: unknown) => ground.engine.log.warn("the demo's usage was not continued", { error }));
  }, minuteMs);
  return async () => {
    clearInterval(timer);
    await going;
  };
}

import { generateSync } from "otplib";
import { seal } from "../src/break-glass/index.ts";
import { perform } from "../src/platform/action.ts";
import { newId } from "../src/platform/ids.ts";
import type { World } from "./world.ts";

/** Whom a code was sealed for, with what they have on paper and on their device. */
export interface Holder {
  readonly codes: readonly string[];
  /** Six digits that serve now, or a step of 30 s later. */
  digits(stepsAhead?: number): string;
}

export async function sealFor(world: Pick<World, "engine">, holder: string, count = 1): Promise<Holder> {
  const call = {
    operation: { id: "sealBreakGlassCodes", changes: true },
    actor: { kind: "job", id: "test" } as const,
    request: { id: newId("request"), address: undefined, userAgent: undefined },
  };
  const { codes, totpUri = "" } = await perform(world.engine, call, seal, { holder, count, newTotp: true });
  return {
    codes: codes.map(({ printed }) => printed),
    digits: (stepsAhead = 0) => digitsOf(new URL(totpUri), world.engine.clock(), stepsAhead),
  };
}

/** What an authenticator that read this address shows then. */
export const digitsOf = ({ searchParams }: URL, at: Date, stepsAhead = 0): string =>
  generateSync({ secret: searchParams.get("secret") ?? "", epoch: Math.floor(at.getTime() / 1_000) + 30 * stepsAhead });

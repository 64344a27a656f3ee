import { z } from "zod";
import { type AnyOperation, operation } from "../platform/operation.ts";

const Check = z.object({
  status: z.enum(["pass", "warn", "fail"]),
  message: z.string().optional(),
  observedMs: z.number().optional().meta({ description: "how long the answer took" }),
  startedAt: z.string().optional().meta({ description: "since when the process runs" }),
  used: z.int().optional().meta({ description: "connections at work" }),
  waiting: z.int().optional().meta({ description: "requests that wait for one" }),
  max: z.int().optional().meta({ description: "connections there may be" }),
});
export type Check = z.output<typeof Check>;

export const Health = z
  .object({
    status: z.enum(["pass", "warn", "fail"]).meta({ description: "the worst of the checks" }),
    checkedAt: z.string().meta({ description: "an answer serves everybody who asks within a second" }),
    checks: z.record(z.string(), Check),
  })
  .meta({ id: "Health", description: "How the platform is." });
export type Health = z.output<typeof Health>;

const leaving = "This process is stopping and takes no new work: ask another.";
const failing = "Something it needs does not answer.";

const health = <Id extends string>(id: Id, path: string, summary: string, alsoAnswers: AnyOperation["alsoAnswers"] = {}) =>
  operation({ id, at: `GET /api/health${path}`, tag: "Operations", summary, permission: "public", returns: [200, Health], alsoAnswers });

export const getHealth = health("getHealth", "", "Whether this process serves; asks nobody else", {
  404: leaving,
  503: "It is starting.",
});
export const getLiveness = health("getLiveness", "/live", "Whether this process runs at all; where it does not answer, restart it");
export const getReadiness = health(
  "getReadiness",
  "/ready",
  "Whether this process can do all its work: the database answers and is up to date",
  {
    404: leaving,
    503: failing,
  },
);
export const getDatabaseHealth = health(
  "getDatabaseHealth",
  "/db",
  "Whether the control database answers, how fast, and how busy the way to it is",
  {
    503: failing,
  },
);
export const getRedisHealth = health("getRedisHealth", "/redis", "Whether Redis answers, where one is configured", { 503: failing });

/** They stand outside of actions, but are described like all others. */
export const describedOperations: readonly AnyOperation[] = [getHealth, getLiveness, getReadiness, getDatabaseHealth, getRedisHealth];

import { z } from "zod";
import { operation } from "../platform/operation.ts";

const Check = z.object({ status: z.enum(["pass", "warn", "fail"]), observedMs: z.number().optional(), message: z.string().optional() });

export const Health = z
  .object({ status: z.enum(["pass", "warn", "fail"]), checks: z.record(z.string(), Check) })
  .meta({ id: "Health", description: "How the platform is; 503 where it is `fail`." });
export type Health = z.output<typeof Health>;

export const getHealth = operation({
  id: "getHealth",
  at: "GET /api/health",
  tag: "Operations",
  summary: "Whether this process serves; asks nobody else",
  permission: "public",
  returns: [200, Health],
  tellsUnder503: true,
});

export const getDatabaseHealth = operation({
  id: "getDatabaseHealth",
  at: "GET /api/health/db",
  tag: "Operations",
  summary: "Whether the control database answers, and how fast",
  permission: "public",
  returns: [200, Health],
  tellsUnder503: true,
});

import { z } from "zod";
import { idOf, prefixes } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";
import { kinds, nounsOf } from "./rules.ts";

const itemId = z
  .string()
  .regex(
    new RegExp(`^(${[...new Set(kinds.map((kind) => prefixes[nounsOf[kind]]))].join("|")})_[0-7][0-9a-hjkmnp-tv-z]{25}$`),
    "is the id of something that waits",
  )
  .meta({ description: "what waits, by its own id", example: "apl_01jh8x4q3efyxb0v1s2t3w4y5z" });

export const WorkItem = z
  .object({
    kind: z.enum(kinds),
    id: itemId,
    projectId: idOf("project").nullable(),
    since: z.string().meta({ description: "since when it waits" }),
    dueAt: z.string().meta({ description: "by when somebody should have looked at it; of an override or a sanction, when it ends" }),
    startedBy: z.string().nullable().meta({ description: "who of staff began it, or wrote last about it" }),
    takenBy: idOf("staff").nullable().meta({ description: "who took it upon themselves" }),
    takenAt: z.string().nullable(),
  })
  .meta({ id: "WorkItem", description: "Something that waits for a person." });
export type WorkItem = z.output<typeof WorkItem>;

export const refuse = refusals({
  work_not_waiting: [404, "Nothing of this id waits for a person."],
  taken_meanwhile: [409, "Somebody else took it meanwhile: `takenBy` says who."],
  not_taken_by_you: [409, "You have not taken it."],
});

const shared = { tag: "Staff" } as const;

export const listWorkQueue = operation({
  ...shared,
  id: "listWorkQueue",
  at: "GET /api/admin/work-queue",
  summary:
    "List what waits for a person, the most urgent first: sessions behind broken glass, appeals, detections, approvals, and what is about to end",
  permission: { staff: "viewer" },
  query: {
    projectId: idOf("project").optional().meta({ description: "what of one project waits" }),
    limit: z.coerce.number().int().min(1).max(200).default(60).meta({ description: "how many items at most" }),
  },
  returns: [200, z.object({ items: z.array(WorkItem) })],
});

export const takeWork = operation({
  ...shared,
  id: "takeWork",
  at: "POST /api/admin/work-queue/{itemId}/take",
  summary:
    "Take something that waits upon yourself, so that others see that somebody looks at it; nothing else is changed, and nothing at all where you have it",
  permission: { staff: "support" },
  path: { itemId },
  body: {
    from: idOf("staff").nullable().default(null).meta({
      description:
        "who had taken it as you read it, whom you take it over from; by default nobody. Where it is somebody else by now, nothing is done",
    }),
  },
  returns: [200, WorkItem],
  refuses: refuse.declare("work_not_waiting", "taken_meanwhile"),
});

export const releaseWork = operation({
  ...shared,
  id: "releaseWork",
  at: "POST /api/admin/work-queue/{itemId}/release",
  summary: "Put back something that you took, for anybody to take",
  permission: { staff: "support" },
  path: { itemId },
  returns: [200, WorkItem],
  refuses: refuse.declare("work_not_waiting", "not_taken_by_you"),
});

import { z } from "zod";
import { operation } from "../platform/operation.ts";
import { textOf } from "../platform/text.ts";

const Text = textOf(1000);
const Closed = z.object({ message: z.string(), since: z.string() });

export const PlatformStatus = z
  .object({
    maintenance: Closed.nullable().meta({ description: "what callers are told meanwhile; null while they are served" }),
    posts: z.array(z.object({ at: z.string(), text: z.string() })).meta({ description: "what those who run it say, newest first" }),
  })
  .meta({ id: "PlatformStatus", description: "How this host stands, as the page at /status tells everybody." });

export const setMaintenance = operation({
  id: "setMaintenance",
  at: "PUT /api/admin/maintenance",
  tag: "Operations",
  summary: "Refuse all requests but staff's with a message, on this host, until it is served again",
  permission: { staff: "admin" },
  isSensitive: true,
  body: {
    message: Text.nullable().meta({
      description: "what callers are told; null serves them again",
      example: "We are moving to another server until 10:00 UTC.",
    }),
    reason: Text,
  },
  returns: [200, PlatformStatus],
});

export const postStatus = operation({
  id: "postStatus",
  at: "POST /api/admin/status/posts",
  tag: "Operations",
  summary: "Say something on the public status page",
  permission: { staff: "operator" },
  body: { text: Text, reason: Text },
  returns: [201, PlatformStatus],
});

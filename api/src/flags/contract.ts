import { z } from "zod";
import { ofMany } from "../platform/each.ts";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";
import { noteOf, textOf } from "../platform/text.ts";

/** Of dots alone it could not stand in an address: browsers read `.` and `..` as folders. */
const key = z
  .string()
  .regex(/^(?!\.{1,2}$)[A-Za-z0-9_.-]{1,100}$/, "has 1 to 100 letters, digits, dots, dashes and underscores, and not dots alone")
  .meta({ example: "new-checkout" });
const definition = z.record(z.string(), z.unknown()).meta({
  description: "flagd's own form: https://flagd.dev/reference/flag-definitions/",
  example: { state: "ENABLED", variants: { on: true, off: false }, defaultVariant: "off" },
});
const description = noteOf(1000);
const reason = textOf(1000);

export const Flag = z
  .object({
    key,
    description: z.string(),
    definition,
    updatedBy: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
    revision: z.int(),
  })
  .meta({ id: "Flag", description: "A feature flag: its variants, and who gets which." });
export type Flag = z.output<typeof Flag>;

export const refuse = refusals({
  flag_not_found: [404, "There is no such flag."],
  edited_meanwhile: [412, "It was changed since you read it: read it again and repeat your edit."],
  invalid_flag_definition: [422, "This is not a flag definition of flagd's: `errors` says where."],
});

const path = { key };

export const listFlags = operation({
  id: "listFlags",
  at: "GET /api/admin/flags",
  tag: "Staff: flags",
  summary: "List all feature flags",
  permission: { staff: "viewer" },
  returns: [200, z.object({ items: z.array(Flag) })],
});

export const getFlag = operation({
  id: "getFlag",
  at: "GET /api/admin/flags/{key}",
  tag: "Staff: flags",
  summary: "A feature flag",
  permission: { staff: "viewer" },
  path,
  returns: [200, Flag],
  refuses: refuse.declare("flag_not_found"),
});

export const setFlag = operation({
  id: "setFlag",
  at: "PUT /api/admin/flags/{key}",
  tag: "Staff: flags",
  summary: "Make or change a feature flag",
  permission: { staff: "operator" },
  path,
  body: { definition, description: description.default(""), reason },
  ifMatch: "optional",
  returns: [200, Flag],
  refuses: refuse.declare("invalid_flag_definition", "edited_meanwhile"),
});

export const removeFlag = operation({
  id: "removeFlag",
  at: "DELETE /api/admin/flags/{key}",
  tag: "Staff: flags",
  summary: "Remove a feature flag; answers with what it was",
  permission: { staff: "operator" },
  path,
  body: { reason },
  ifMatch: "optional",
  returns: [200, Flag],
  refuses: refuse.declare("flag_not_found", "edited_meanwhile"),
});

export const removeFlags = ofMany(removeFlag, {
  id: "removeFlags",
  at: "POST /api/admin/flags/remove",
  summary: "Remove many feature flags for one reason",
});

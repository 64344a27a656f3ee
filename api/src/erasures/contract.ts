import { z } from "zod";
import { refuse as refuseDeveloper } from "../developers/index.ts";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";
import { textOf } from "../platform/text.ts";
import { refuse as refuseStaff } from "../staff/index.ts";

export const Erasure = z
  .object({
    id: z.string().meta({ description: "whom it is about: what is left of them" }),
    entries: z.int().meta({ description: "how many entries of the audit log hold values of theirs, and lose them within moments" }),
  })
  .meta({ id: "Erasure", description: "The values of a person go from the platform for good; what they did stays, under their id." });

export const refuse = refusals({
  audit_log_on_hold: [409, "A legal hold keeps the audit log as it is: nothing is erased before it is ended."],
  person_is_erased: [409, "This person is erased already: what tells of them goes within moments, or as soon as no legal hold keeps it."],
});

const reason = textOf(1000).meta({
  description: "for the audit log, which keeps it: name the request and not the person",
  example: "Request 2026-118",
});

export const eraseDeveloper = operation({
  id: "eraseDeveloper",
  at: "POST /api/admin/developers/{developerId}/erase",
  tag: "Staff",
  summary:
    "Erase a developer who asked for it: ends the account, whose projects must be gone, and takes their values out of the audit log for good",
  permission: { staff: "admin" },
  isSensitive: true,
  path: { developerId: idOf("developer") },
  body: { reason },
  returns: [202, Erasure],
  refuses: [...refuse.declare("audit_log_on_hold", "person_is_erased"), ...refuseDeveloper.declare("developer_not_found", "has_projects")],
});

export const eraseStaff = operation({
  id: "eraseStaff",
  at: "POST /api/admin/staff/{staffId}/erase",
  tag: "Staff",
  summary: "Erase a member who is on staff no more: takes their e-mail and name away, and their values out of the audit log for good",
  permission: { staff: "admin" },
  isSensitive: true,
  path: { staffId: idOf("staff") },
  body: { reason },
  returns: [202, Erasure],
  refuses: [...refuse.declare("audit_log_on_hold", "person_is_erased"), ...refuseStaff.declare("staff_not_found", "still_on_staff")],
});

import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { maskedText } from "../platform/masking.ts";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";
import { lineOf } from "../platform/text.ts";

const list = z
  .string()
  .regex(/^[a-z_]{1,63}$/, "is the name of a list of the console")
  .meta({ description: "whose list it narrows, as the console's addresses call it", example: "suspensions" });
const name = lineOf(60).meta({ example: "Suspended for abuse" });

/** What an address may say of a list: how it is narrowed and ordered, and nothing else. */
const isOfLists = (query: string) =>
  [...new URLSearchParams(query).keys()].every((key) => /^(filters\.[\w~]+|sortBy|direction|perPage)$/.test(key));
/** Everything it says, without secrets that were looked for: a key's beginning finds it as well. */
const maskedQuery = (query: string) => {
  const said = [...new URLSearchParams(query)];
  const masked = said.map(([key, value]): [string, string] => [key, maskedText(value)]);
  return masked.every(([, value], i) => value === said[i]?.[1]) ? query : new URLSearchParams(masked).toString();
};
const query = z
  .string()
  .min(1, "must not be empty")
  .max(2000)
  .overwrite(maskedQuery)
  .refine(isOfLists, "says `filters.…`, `sortBy`, `direction` and `perPage` alone")
  .meta({ description: "as it stands in the address of the list", example: "filters.state=in+force&filters.reason=abuse" });

export const SavedFilter = z
  .object({ id: idOf("savedFilter"), list, name: z.string(), query, createdAt: z.string() })
  .meta({ id: "SavedFilter", description: "A filter of one of the console's lists that a member of staff saved for themselves." });

export const mostOfOne = 100;

export const refuse = refusals({
  saved_filter_not_found: [404, "You have no such filter."],
  saved_filter_name_taken: [409, "You have a filter of this name for this list already."],
  too_many_saved_filters: [409, `Nobody keeps more than ${mostOfOne} filters: delete one first.`],
});

const path = { filterId: idOf("savedFilter") };
const shared = { tag: "Staff", permission: { staff: "viewer" } } as const;

export const listSavedFilters = operation({
  ...shared,
  id: "listSavedFilters",
  at: "GET /api/admin/saved-filters",
  summary: "List the filters you saved, by list and name",
  returns: [200, z.object({ items: z.array(SavedFilter) })],
});

export const saveFilter = operation({
  ...shared,
  id: "saveFilter",
  at: "POST /api/admin/saved-filters",
  summary: "Save a filter of one of the console's lists, for yourself",
  body: { list, name, query },
  returns: [201, SavedFilter],
  refuses: refuse.declare("saved_filter_name_taken", "too_many_saved_filters"),
});

export const renameSavedFilter = operation({
  ...shared,
  id: "renameSavedFilter",
  at: "PATCH /api/admin/saved-filters/{filterId}",
  summary: "Give a filter you saved another name",
  path,
  body: { name },
  returns: [200, SavedFilter],
  refuses: refuse.declare("saved_filter_not_found", "saved_filter_name_taken"),
});

export const removeSavedFilter = operation({
  ...shared,
  id: "removeSavedFilter",
  at: "DELETE /api/admin/saved-filters/{filterId}",
  summary: "Delete a filter you saved; answers with what it was",
  path,
  returns: [200, SavedFilter],
  refuses: refuse.declare("saved_filter_not_found"),
});

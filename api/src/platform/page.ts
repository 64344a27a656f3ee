import { z } from "zod";
import { idOf, type Noun } from "./ids.ts";

/** The query of every list: how many, and behind which one of these. */
export const pagingOf = (noun: Noun) => ({
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: "how many items at most" }),
  cursor: idOf(noun).optional().meta({ description: "`nextCursor` of the page before" }),
});

/** The answer of every list. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** Makes a page of what was read with one row more than `limit`; the cursor is the last item's id. */
export const toPage = <Item extends { readonly id: string }>(rows: readonly Item[], limit: number) => {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
};

import { z } from "zod";

/** The query of every list: how many, and where the last page ended. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: "how many items at most" }),
  cursor: z.string().max(200).optional().meta({ description: "`nextCursor` of the page before" }),
};

/** The answer of every list. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** Makes a page of what was read with one row more than `limit`; the cursor is the last item's id. */
export const toPage = <Item extends { readonly id: string }>(rows: readonly Item[], limit: number) => {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
};

import type { CallOptions, Page } from "./operations.ts";

type List = (input: object, options: CallOptions) => Promise<unknown>;

/** Makes of a list that comes by pages one that gives item by item, and asks for a page only when it is reached. */
export const each = (list: List) =>
  async function* (input: object = {}, options: CallOptions = {}): AsyncGenerator<unknown, void, undefined> {
    const read = (page: object) => list({ ...input, ...page }, options) as Promise<Page<unknown>>;
    let page = await read({});
    const seen = new Set<string>();
    for (;;) {
      yield* page.items;
      const { nextCursor: cursor } = page;
      if (cursor === null) return;
      if (seen.has(cursor)) throw new Error(`The pages go round in a circle: the cursor ${JSON.stringify(cursor)} came twice.`);
      seen.add(cursor);
      page = await read({ cursor });
    }
  };

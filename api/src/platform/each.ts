import { z } from "zod";
import type { Context } from "./action.ts";
import { type AnyOperation, type InputOf, operation } from "./operation.ts";
import { doPart } from "./part.ts";
import { Refusal } from "./refusal.ts";

const eachMost = 200;

const Outcome = z
  .object({
    id: z.string(),
    isDone: z.boolean(),
    refusal: z.object({ code: z.string(), detail: z.string() }).nullable().meta({ description: "why it was not done to this one" }),
  })
  .meta({ id: "Outcome", description: "What came of one of many." });

export const Outcomes = z
  .object({ done: z.int().meta({ description: "to how many it was done" }), items: z.array(Outcome) })
  .meta({ id: "Outcomes", description: "What came of each of many, in the order they were named; one named twice is told once." });
type Outcomes = z.output<typeof Outcomes>;

/** The operation on one thing as one on many of its kind, said by the same words, for the same staff. */
export const ofMany = <D extends AnyOperation>(
  one: D,
  described: { readonly id: string; readonly at: `POST /${string}`; readonly summary: string },
) => {
  const [, id] = keyOf(one);
  return operation({
    ...described,
    tag: one.tag,
    permission: one.permission,
    ...(one.isSensitive ? { isSensitive: true } : {}),
    body: { ids: z.array(id).min(1).max(eachMost), ...(one.body as D["body"]) },
    returns: [200, Outcomes],
  });
};

/** What an operation on one thing calls its id. */
function keyOf({ id, path }: AnyOperation) {
  const [[name, schema] = [], ...others] = Object.entries(path);
  if (name === undefined || others.length > 0) throw new Error(`${id} is not about one thing`);
  return [name, schema as z.ZodType<string>] as const;
}

const Named = z.looseObject({ ids: z.array(z.string()) });

type ManyOf<D extends AnyOperation> = InputOf<ReturnType<typeof ofMany<D>>>;

/** The act of an operation on one thing, done to each of many. */
export const eachOf =
  <D extends AnyOperation>(one: D, act: (context: Context, input: InputOf<D>) => Promise<unknown>) =>
  (context: Context, input: ManyOf<D>) => {
    const { ids, ...words } = Named.parse(input);
    const [name] = keyOf(one);
    return toEach(context, one, ids, (own, id) => act(own, one.input.parse({ ...words, [name]: id }) as InputOf<D>));
  };

/**
 * Does one act to each of many, with an audit entry of its own: what is refused of one is undone and told, and leaves the others alone.
 * In the order of their ids, so that two who do it at the same time wait for each other instead of both for ever.
 */
async function toEach(
  context: Context,
  one: Pick<AnyOperation, "id">,
  ids: readonly string[],
  act: (context: Context, id: string) => Promise<unknown>,
): Promise<Outcomes> {
  const refusals = new Map<string, Refusal | undefined>();
  for (const id of ids.toSorted()) if (!refusals.has(id)) refusals.set(id, await attempt(context, one, (own) => act(own, id)));
  const items = [...new Set(ids)].map((id) => outcomeOf(id, refusals.get(id)));
  const done = items.filter(({ isDone }) => isDone).length;
  if (done === 0) context.unchanged();
  return { done, items };
}

const outcomeOf = (id: string, refusal: Refusal | undefined) => ({
  id,
  isDone: refusal === undefined,
  refusal: refusal ? { code: refusal.code, detail: refusal.message } : null,
});

async function attempt(context: Context, { id: action }: Pick<AnyOperation, "id">, work: (own: Context) => Promise<unknown>) {
  try {
    await doPart(context, (own) => work({ ...own, audit: (entry) => own.audit({ action, ...entry }) }));
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

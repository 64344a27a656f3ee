/** Who may do what, told from the operations themselves: the page in the console and the one in ops/rights.md show the same. */
import type { AnyOperation } from "@nextmavens/api/platform/operation";
import { plans } from "./resources/index.ts";
import { roleOf } from "./resources/offer.ts";
import type { RightsSight } from "./sight.ts";

/** `operations` are those of the whole API; what is not for staff is left out. */
export function rightsOf(operations: readonly AnyOperation[]): RightsSight {
  const acts = plans.flatMap(({ title, offers = [] }) =>
    offers.map(({ operation, sight }) => ({ operation: operation.id, name: `${title}: ${sight.label}` })),
  );
  return {
    operations: operations
      .filter(({ permission }) => typeof permission === "object" && "staff" in permission)
      .map((operation) => ({
        id: operation.id,
        at: operation.at,
        tag: operation.tag,
        summary: operation.summary,
        role: roleOf(operation),
        isSensitive: operation.isSensitive === true,
        forTwo: operation.forTwo ? (operation.forTwo.where ?? "always") : null,
        acts: acts.filter((each) => each.operation === operation.id).map(({ name }) => name),
      })),
    lists: plans.flatMap(({ title, readableBy, exportableBy }) => [
      { title, role: readableBy },
      ...(exportableBy === undefined ? [] : [{ title: `${title}: export as CSV`, role: exportableBy }]),
    ]),
  };
}

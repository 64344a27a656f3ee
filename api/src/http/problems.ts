import type { AnyOperation } from "../platform/operation.ts";
import { everyRefusal } from "../platform/refusal.ts";
import { titleOf } from "./problem.ts";
import { generalRefusals, refusalsOf } from "./refusals-of.ts";

/** Every code that anybody may be refused with, and which operations do so; the other ones are of any address, or of the data plane. */
export function knownProblems(operations: readonly AnyOperation[]) {
  const told = [
    ...operations.flatMap((operation) => refusalsOf(operation).map((refusal) => ({ ...refusal, operation: operation.id }))),
    ...everyRefusal().map((refusal) => ({ ...refusal, operation: undefined })),
  ];
  const general = new Set(generalRefusals.map((each) => each.code));
  return [...Map.groupBy(told, (each) => each.code)]
    .map(([code, some]) => ({
      code,
      status: some[0]?.status ?? 500,
      title: titleOf(some[0]?.status ?? 500),
      messages: [...new Set(some.map((each) => each.message))],
      operations: some.flatMap(({ operation }) => operation ?? []),
      isGeneral: general.has(code),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

import type { Request } from "express";
import { z } from "zod";
import { wordsOf } from "../platform/flaws.ts";
import { isNestedDeeper } from "../platform/nesting.ts";
import type { AnyOperation } from "../platform/operation.ts";
import { refuseUnstorable } from "../platform/storable.ts";
import { refuse } from "./refuse.ts";

/** Path, query and body, each checked by its own part of the contract, as one input. */
export function readInput(operation: AnyOperation, request: Request): Record<string, unknown> {
  return {
    ...readPath(operation, request.params),
    ...z.strictObject(operation.query).parse(request.query, { error: wordsOf }),
    ...z.strictObject(operation.body).parse(bodyOf(request), { error: wordsOf }),
  };
}

/** An id that can't be one names nothing; a wrong choice among a few is told as such. */
function readPath(operation: AnyOperation, params: Request["params"]) {
  const result = z.strictObject(operation.path).safeParse(params, { error: wordsOf });
  if (result.success) return result.data;
  if (result.error.issues.some((issue) => issue.code === "invalid_format")) throw refuse("not_found");
  throw result.error;
}

function bodyOf(request: Request): unknown {
  const body: unknown = request.body;
  if (body === undefined) {
    const hasBody = request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) > 0;
    if (hasBody && !request.is("application/json")) throw refuse("unsupported_media_type");
    return {};
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw refuse("body_not_an_object");
  if (isNestedDeeper(body)) throw refuse("nested_too_deep");
  refuseUnstorable(body);
  return body;
}

/** The revision that an edit was made against. */
export function readIfMatch(operation: AnyOperation, request: Request): number | undefined {
  if (operation.ifMatch === undefined) return undefined;
  const header = request.headers["if-match"];
  if (header === undefined) {
    if (operation.ifMatch === "required") throw refuse("precondition_required");
    return undefined;
  }
  if (header === "*") return undefined;
  const [, revision] = /^(?:W\/)?"(\d{1,9})"$/.exec(header) ?? [];
  if (revision === undefined) throw refuse("invalid_if_match");
  return Number(revision);
}

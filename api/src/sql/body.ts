import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { isCompressed } from "../data/index.ts";
import { jsonFlawOf } from "../platform/flaws.ts";
import { isNestedDeeper } from "../platform/nesting.ts";
import { readNumbersWhole } from "../platform/whole-numbers.ts";
import { refuse } from "./contract.ts";

/** The JSON of a body that was read whole, its numbers digit for digit, or a refusal that says what is wrong with it. */
export function readJson({ headers }: IncomingMessage, bytes: Buffer): unknown {
  const [type = "application/json"] = headers["content-type"]?.split(";") ?? [];
  if (isCompressed(headers) || type.trim().toLowerCase() !== "application/json") throw refuse("unsupported_media_type");
  const body = parse(bytes);
  if (isNestedDeeper(body)) throw refuse("nested_too_deep");
  return body;
}

function parse(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw refuse("invalid_json");
  try {
    return readNumbersWhole(bytes.toString("utf8"));
  } catch (error) {
    throw refuse("invalid_json", { details: { because: jsonFlawOf(error) } });
  }
}

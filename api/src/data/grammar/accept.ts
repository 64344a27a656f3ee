import { fault } from "../fault.ts";

/** What the answer shall look like: a list, or one object and nothing else. */
export type Shape = "list" | "object";

const list = "application/json";
const shapes: ReadonlyMap<string, Shape> = new Map([
  ["*/*", "list"],
  ["application/*", "list"],
  [list, "list"],
  ["application/vnd.pgrst.array+json", "list"],
  ["application/vnd.pgrst.array", "list"],
  ["application/vnd.pgrst.object+json", "object"],
  ["application/vnd.pgrst.object", "object"],
]);

/** The first of the media types asked for that is offered; the caller's order decides, qualities only rule out. */
export function readAccept(header: string | undefined): Shape {
  if (header === undefined || header === "" || header === "*/*" || header === list) return "list";
  for (const range of header.split(",")) {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const isRuledOut = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    const shape = shapes.get(type);
    if (shape && !isRuledOut && !parameters.includes("nulls=stripped")) return shape;
  }
  throw fault("PGRST107", `None of these media types are available: ${header.slice(0, 200)}`, { status: 406 });
}

/** What a body may be sent as. */
export function checkContentType(header: string | undefined): void {
  if (header === undefined || header === "application/json") return;
  const [type, ...parameters] = header.split(";").map((part) => part.trim().toLowerCase());
  const isUtf8 = parameters.every((parameter) => !parameter.startsWith("charset=") || /^charset="?utf-?8"?$/.test(parameter));
  if (type === "application/json" && isUtf8) return;
  throw fault("PGRST107", `Content-Type not acceptable: ${header.slice(0, 200)}`, { hint: "Send the body as application/json." });
}

import type { Contents } from "../catalog/build.ts";
import type { Routine } from "../catalog/model.ts";
import { fault } from "../fault.ts";
import { asVendored, type MediaType } from "../grammar/accept.ts";

/** What the answer's body is made of rows as. */
export type Output = Rows & { readonly explain: Explain | undefined; readonly contentType: string };
export type Rows =
  | { readonly kind: "list" | "object"; readonly stripsNulls: boolean }
  | { readonly kind: "csv" }
  /** By the function's own result, or an aggregate of the tenant's. */
  | { readonly kind: "custom"; readonly by: { readonly schema: string; readonly name: string; readonly table: string | null } | undefined };

export interface Explain {
  readonly format: "json" | "text";
  readonly options: readonly string[];
}

const utf8 = "; charset=utf-8";
const list = { kind: "list", stripsNulls: false, explain: undefined, contentType: `application/json${utf8}` } as const;

interface Asked {
  readonly accept: readonly MediaType[];
  /** Whose rows they are. */
  readonly table: string | undefined;
  readonly routine: Routine | undefined;
  /** Whether whole rows are asked for, so that an aggregate over them can be used. */
  readonly isWhole: boolean;
  readonly mayExplain: boolean;
}

/** The first of the media types asked for that can be had. */
export function chooseOutput(asked: Asked, catalog: Pick<Contents, "mediaHandlers">): Output {
  for (const media of asked.accept) {
    const found = outputFor(media, asked, catalog);
    if (found) return found;
  }
  const types = asked.accept.map(({ type }) => type).join(", ");
  throw fault("PGRST107", `None of these media types are available: ${types.slice(0, 200)}`);
}

function outputFor(media: MediaType, asked: Asked, catalog: Pick<Contents, "mediaHandlers">): Output | undefined {
  const vendored = asVendored(media.type);
  if (!vendored) return ownOutput(media.type, asked, catalog) ?? builtIn(media.type);
  const stripsNulls = media.parameters.get("nulls") === "stripped";
  const suffix = stripsNulls ? ";nulls=stripped" : "";
  if (vendored[1] === "object") {
    return { kind: "object", stripsNulls, explain: undefined, contentType: `application/vnd.pgrst.object+json${suffix}${utf8}` };
  }
  if (vendored[1] === "array") {
    const contentType = stripsNulls ? `application/vnd.pgrst.array+json${suffix}${utf8}` : list.contentType;
    return { kind: "list", stripsNulls, explain: undefined, contentType };
  }
  return asked.mayExplain ? explained(media, vendored[2] === "json" ? "json" : "text", asked, catalog) : undefined;
}

function builtIn(type: string): Output | undefined {
  if (type === "*/*" || type === "application/*" || type === "application/json") return list;
  if (type === "text/csv") return { kind: "csv", explain: undefined, contentType: `text/csv${utf8}` };
  return undefined;
}

/** Aggregates and results of the tenant's own come first. */
function ownOutput(
  type: string,
  { table, routine, isWhole }: Asked,
  { mediaHandlers }: Pick<Contents, "mediaHandlers">,
): Output | undefined {
  const result = routine?.returns.media;
  if (result && !routine.returns.isComposite) {
    const fits = result === type || result === "*/*" || type === "*/*";
    return fits ? custom(result === "*/*" ? "application/octet-stream" : result, undefined) : undefined;
  }
  const fitting = mediaHandlers.filter(({ media }) => media === type || media === "*/*");
  const ofTable = isWhole && table !== undefined ? fitting.find((each) => each.table === table) : undefined;
  const handler = ofTable ?? (type === "*/*" ? undefined : fitting.find((each) => each.table === null && each.media === type));
  return handler && custom(handler.media === "*/*" ? "application/octet-stream" : handler.media, handler);
}

/** Media types that are told with their encoding. */
const withCharset: ReadonlySet<string> = new Set([
  "text/plain",
  "text/csv",
  "text/xml",
  "application/json",
  "application/geo+json",
  "application/openapi+json",
]);
const custom = (type: string, by: { schema: string; name: string; table: string | null } | undefined): Output => ({
  kind: "custom",
  by,
  explain: undefined,
  contentType: withCharset.has(type) ? `${type}${utf8}` : type,
});

const planOptions = ["analyze", "verbose", "settings", "buffers", "wal"];

function explained(media: MediaType, format: "json" | "text", asked: Asked, catalog: Pick<Contents, "mediaHandlers">): Output | undefined {
  const forType = media.parameters.get("for") ?? "application/json";
  const wanted = (media.parameters.get("options") ?? "").split("|");
  const options = planOptions.filter((option) => wanted.includes(option));
  const [type = "", ...rest] = forType.split(";").map((part) => part.trim());
  const parameters = new Map(rest.map((part) => part.split("=") as [string, string]));
  const rows = outputFor({ type, parameters }, { ...asked, mayExplain: false }, catalog);
  if (!rows) return undefined;
  const told = [`for="${fullName(forType)}"`, ...(options.length > 0 ? [`options=${options.join("|")}`] : [])].join("; ");
  return { ...rows, explain: { format, options }, contentType: `application/vnd.pgrst.plan+${format}; ${told}${utf8}` };
}

/** Media types of the dialect's own are told in full. */
const fullName = (type: string) => type.replace(/^(application\/vnd\.pgrst\.(?:object|array))(?=$|;)/, "$1+json");

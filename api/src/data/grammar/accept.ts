/** A media type that somebody asks for or sends. */
export interface MediaType {
  /** In small letters, without parameters. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const none: ReadonlyMap<string, string> = new Map();
export const anything: MediaType = { type: "*/*", parameters: none };
const onlyAnything = [anything];

/** The media types asked for, the most wanted first. */
export function readAccept(header: string | undefined): readonly MediaType[] {
  if (header === undefined || header === "" || header === "*/*") return onlyAnything;
  const ranges = splitOutsideQuotes(header, ",").map(readMediaType);
  const wanted = ranges.filter(({ parameters }) => qualityOf(parameters) > 0);
  return wanted.toSorted((one, other) => qualityOf(other.parameters) - qualityOf(one.parameters));
}

const qualityOf = (parameters: ReadonlyMap<string, string>) => {
  const quality = parameters.get("q");
  return quality === undefined ? 1 : Number(quality) || 0;
};

/** `type/subtype; name=value; name="value"` */
export function readMediaType(text: string): MediaType {
  const [type = "", ...rest] = splitOutsideQuotes(text, ";").map((part) => part.trim());
  if (rest.length === 0) return { type: type.toLowerCase(), parameters: none };
  const parameters = rest.map((part) => {
    const at = part.indexOf("=");
    return at < 0
      ? ([part.toLowerCase(), ""] as const)
      : ([part.slice(0, at).trim().toLowerCase(), unquoted(part.slice(at + 1).trim())] as const);
  });
  return { type: type.toLowerCase(), parameters: new Map(parameters) };
}

const unquoted = (text: string) => (/^".*"$/.test(text) ? text.slice(1, -1) : text);

const splitOutsideQuotes = (text: string, at: string) => text.split(new RegExp(`${at}(?=(?:[^"]*"[^"]*")*[^"]*$)`));

/** Media types of the dialect's own, with and without `+json`. */
export const asVendored = (type: string) => /^application\/vnd\.pgrst\.(object|array|plan)(?:\+(json|text))?$/.exec(type);

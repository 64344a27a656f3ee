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

/** A quote that nobody closes is a letter like others. */
function splitOutsideQuotes(text: string, at: string): readonly string[] {
  const parts: string[] = [];
  const lastQuote = text.lastIndexOf('"');
  let from = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const letter = text.charAt(i);
    if (letter === '"') isQuoted = !isQuoted && i < lastQuote;
    if (letter !== at || isQuoted) continue;
    parts.push(text.slice(from, i));
    from = i + 1;
  }
  return [...parts, text.slice(from)];
}

/** Media types of the dialect's own, with and without `+json`. */
export const asVendored = (type: string) => /^application\/vnd\.pgrst\.(object|array|plan)(?:\+(json|text))?$/.exec(type);

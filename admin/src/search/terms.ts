/** What a term that somebody typed may name. */
export type Term =
  | { readonly kind: "id"; readonly prefix: string; readonly id: string }
  | { readonly kind: "part of an id"; readonly prefix: string; readonly beginning: string }
  | { readonly kind: "key"; readonly text: string }
  | { readonly kind: "request"; readonly id: string }
  | { readonly kind: "tenant"; readonly id: string }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "record"; readonly resource: string; readonly id: string }
  | { readonly kind: "words"; readonly text: string };

const longest = 500;
const fewestLetters = 2;
const shownOfAKey = 20;

/** Every way to read the term; several may be right. What can be nothing of ours is read as nothing. */
export function termsIn(typed: string): Term[] {
  const text = typed.trim().slice(0, longest);
  if (text.includes("\0")) return [];
  return [...readings.flatMap((read) => read(unwrapped(text)) ?? []), ...wordsIn(text)];
}

/** Without the signs that stand around something where it was copied from. */
const unwrapped = (text: string) => text.replace(/^["'`“”‘’„«»‹›<([{\s]+|["'`“”‘’«»‹›>)\]},.;:\s]+$/gu, "");

const id = /^([a-z]{3})_[0-9a-z]{26}$/;

/** Ids are written in small letters, and read in any. */
function idTermIn(text: string): Term | undefined {
  const [whole, prefix] = id.exec(text.toLowerCase()) ?? [];
  return whole && prefix ? { kind: "id", prefix, id: whole } : undefined;
}

const readings: readonly ((text: string) => Term | readonly Term[] | undefined)[] = [
  idTermIn,
  // An address of the console, or any other that names something.
  (text) => (text.includes("/") ? [...recordIn(text), ...text.split(/[/?&=#]/).flatMap((part) => idTermIn(part) ?? [])] : undefined),
  (text) => {
    const [beginning, prefix] = /^([a-z]{3})_[0-9a-z]{1,25}$/.exec(text.toLowerCase()) ?? [];
    return beginning && prefix ? { kind: "part of an id", prefix, beginning } : undefined;
  },
  // A key's beginning, or all of one, of which no more is looked at than may be shown; keys taken over have any form.
  (text) =>
    /^[\w-]{6,200}$/.test(text) && !/^nm_(pk|sk|pat)_?$/.test(text) ? { kind: "key", text: text.slice(0, shownOfAKey) } : undefined,
  // Callers may name requests as they like, as long as it is harmless.
  (text) => (/^[\w.:-]{6,100}$/.test(text) ? { kind: "request", id: text } : undefined),
  (text) => (/^[\w.-]{1,100}$/.test(text) ? { kind: "name", text } : undefined),
  // As logs of PostgreSQL name a project's database and its logins.
  (text) => {
    const tenant = /^(?:t_)?([0-9a-z]{16})(?:_[a-z]+)?$/.exec(text.toLowerCase())?.[1];
    return tenant ? { kind: "tenant", id: tenant } : undefined;
  },
];

const wordsIn = (text: string): Term[] => ((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= fewestLetters ? [{ kind: "words", text }] : []);

/** As the console's own addresses name a record. */
function recordIn(text: string): Term[] {
  const [, resource, key] = /\/resources\/(\w+)\/records\/([\w.%-]+)/.exec(text) ?? [];
  if (!resource || !key) return [];
  try {
    return [{ kind: "record", resource, id: decodeURIComponent(key) }];
  } catch {
    return [];
  }
}

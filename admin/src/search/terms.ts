/** What a term that somebody typed may name. */
export type Term =
  | { readonly kind: "id"; readonly prefix: string; readonly id: string }
  | { readonly kind: "part of an id"; readonly prefix: string; readonly beginning: string }
  | { readonly kind: "key"; readonly text: string }
  | { readonly kind: "request"; readonly id: string }
  | { readonly kind: "tenant"; readonly id: string }
  | { readonly kind: "words"; readonly text: string };

const longest = 200;
const fewestLetters = 2;
const shownOfAKey = 20;

/** Every way to read the term; several may be right. What can be nothing of ours is read as nothing. */
export function termsIn(typed: string): Term[] {
  const text = typed.trim().slice(0, longest);
  if (text.includes("\0")) return [];
  return readings.flatMap((read) => read(text) ?? []);
}

const readings: readonly ((text: string) => Term | undefined)[] = [
  (text) => {
    const [id, prefix] = /^([a-z]{3})_[0-9a-z]{26}$/.exec(text) ?? [];
    return id && prefix ? { kind: "id", prefix, id } : undefined;
  },
  (text) => {
    const [beginning, prefix] = /^([a-z]{3})_[0-9a-z]{1,25}$/.exec(text) ?? [];
    return beginning && prefix ? { kind: "part of an id", prefix, beginning } : undefined;
  },
  // A key's beginning, or all of one, of which no more is looked at than may be shown; keys taken over have any form.
  (text) =>
    /^[\w-]{6,200}$/.test(text) && !/^nm_(pk|sk|pat)_?$/.test(text) ? { kind: "key", text: text.slice(0, shownOfAKey) } : undefined,
  // Callers may name requests as they like, as long as it is harmless.
  (text) => (/^[\w.:-]{6,100}$/.test(text) ? { kind: "request", id: text } : undefined),
  // As logs of PostgreSQL name a project's database and its logins.
  (text) => {
    const id = /^(?:t_)?([0-9a-z]{16})(?:_[a-z]+)?$/.exec(text)?.[1];
    return id ? { kind: "tenant", id } : undefined;
  },
  (text) => ((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= fewestLetters ? { kind: "words", text } : undefined),
];

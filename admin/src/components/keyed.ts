/** Things that have no name of their own, each with a key: what it says, and how often that was said before it. */
export function keyed<T>(things: readonly T[], said: (thing: T) => string): readonly { readonly key: string; readonly thing: T }[] {
  const times = new Map<string, number>();
  return things.map((thing) => {
    const text = said(thing);
    const before = times.get(text) ?? 0;
    times.set(text, before + 1);
    return { key: `${before} ${text}`, thing };
  });
}

/** Keys of so many places that hold nothing yet. */
export const places = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => String(i));

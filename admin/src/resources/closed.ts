const openers: Readonly<Record<string, string>> = {
  ...{ "\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c" },
  ...{ "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069" },
};
const controls = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text that turns nothing around beyond its own end: what it opened (UAX #9, section 2) and did not close is closed there. */
export function closed(text: string): string {
  const open: string[] = [];
  for (const [control] of text.matchAll(controls)) {
    const closing = openers[control];
    if (closing !== undefined) open.unshift(closing);
    // An isolate ends whatever was opened within it; an embedding ends only itself.
    else if (control === "\u2069" && open.includes(control)) open.splice(0, open.indexOf(control) + 1);
    else if (control === open[0]) open.shift();
  }
  return text + open.join("");
}

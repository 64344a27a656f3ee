/** So long after its reader last did anything, a page speaks for itself. */
const aloneAfterMs = 60_000;

let touchedAt = Date.now();
for (const kind of ["keydown", "pointerdown", "pointermove", "wheel"])
  window.addEventListener(kind, () => (touchedAt = Date.now()), { capture: true, passive: true });

/** What a page asks while nobody is at it keeps no session alive, and says so. */
export const attendance = (): Readonly<Record<string, string>> => (Date.now() - touchedAt > aloneAfterMs ? { unattended: "1" } : {});

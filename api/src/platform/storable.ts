import { z } from "zod";

/** Refuses text that PostgreSQL can't hold, wherever in the value it stands: NUL, and half a surrogate pair. */
export function refuseUnstorable(value: unknown, path: string[] = []): void {
  if (typeof value === "string" && (value.includes("\0") || !value.isWellFormed())) {
    throw new z.ZodError([
      { code: "custom", path, message: "holds a character that can't be stored (NUL or half a surrogate pair)", input: undefined },
    ]);
  }
  if (typeof value === "object" && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      refuseUnstorable(name, path);
      refuseUnstorable(part, [...path, name]);
    }
  }
}

import { z } from "zod";

/** What people call a thing: one line, without characters that can't be seen. */
export const Name = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(100)
  .regex(/^\P{C}*$/u, "must be one line of visible characters")
  // Else the document would have the flag stand in the pattern; JSON Schema reads all of them with it.
  .meta({ pattern: "^\\P{C}*$" });

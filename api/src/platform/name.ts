import { lineOf } from "./text.ts";

/** What people call a thing: one line, without characters that can't be seen. */
export const Name = lineOf(100);

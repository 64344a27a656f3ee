import type { Row } from "../sight.ts";

/** What a form says now, and what changes it. */
export interface Draft {
  readonly typed: Row;
  readonly change: (name: string, value: unknown) => void;
}

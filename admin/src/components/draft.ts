import type { ActAnswer, Row } from "../sight.ts";

/** What a form says now, and what changes it. */
export interface Draft {
  readonly typed: Row;
  readonly change: (name: string, value: unknown) => void;
  /** What is typed as it travels. */
  readonly wire: () => Row;
  /** Has the form show what is wrong with it. */
  readonly tell: (answer: ActAnswer | undefined) => void;
}

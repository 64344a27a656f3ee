import type { Classified } from "./classify.ts";

/** A statement of a text, and what its parse tree says. */
export interface SplitStatement extends Classified {
  readonly text: string;
  /** Characters before it in the whole text. */
  readonly offset: number;
}

/** What the parser made of a text. */
export type Split =
  | { readonly kind: "statements"; readonly statements: readonly SplitStatement[] }
  | { readonly kind: "syntax_error"; readonly message: string; readonly position: number | undefined }
  | { readonly kind: "too_many_statements" };

export const statementsMax = 1_000;

import type { ActSight, Row } from "../sight.ts";
import { textOf } from "./merge.ts";

/** What was typed into forms that were left without being sent, by their path; in this page's memory, and nowhere else. */
const left = new Map<string, Row>();

export const draftOf = (path: string): Row | undefined => left.get(path);

export function keepDraft(path: string, typed: Row): void {
  if (Object.keys(typed).length === 0) left.delete(path);
  else left.set(path, typed);
}

export const dropDraft = (path: string): void => void left.delete(path);

/** What of a form is worth keeping: what was typed and is no secret, and of which part of the record it is. */
export const typedIn = ({ fields, startsBy }: ActSight, typed: Row, began: Row): Row =>
  Object.fromEntries(
    fields
      .filter(({ kind }) => kind !== "secret" && kind !== "confirm")
      .filter(({ name }) => textOf(typed[name]) !== (name === startsBy ? "" : textOf(began[name])))
      .map(({ name }) => [name, typed[name]]),
  );

import type { Row } from "../sight.ts";

/** What was typed into forms that were left without being sent, by their path; in this page's memory, and nowhere else. */
const left = new Map<string, Row>();

export const draftOf = (path: string): Row | undefined => left.get(path);

export function keepDraft(path: string, typed: Row): void {
  if (Object.keys(typed).length === 0) left.delete(path);
  else left.set(path, typed);
}

export const dropDraft = (path: string): void => void left.delete(path);

import type { Session } from "../platform/db/session.ts";
import type { Answer } from "./write.ts";

/** What was told beside the answers: PostgreSQL's warnings, what a function raised as a notice, and a warning of ours. */
export interface Notice {
  readonly severity: string;
  readonly message: string;
}

const noticesMax = 100;
const lettersMax = 2_000;

/** Does work and keeps the first of what the session is told meanwhile. */
export async function noticing<T>(session: Session, work: () => Promise<T>): Promise<T & { readonly notices: readonly Notice[] }> {
  const notices: Notice[] = [];
  const stop = session.hear(({ severity = "NOTICE", message = "" }) => {
    if (notices.length < noticesMax) notices.push({ severity, message: message.slice(0, lettersMax) });
  });
  try {
    return { ...(await work()), notices };
  } finally {
    stop();
  }
}

/** A warning where columns of one answer share a name: JSON keeps the last of an object's members of one name. */
export function warnOfNamesakes(answers: readonly Pick<Answer, "columns">[]): readonly Notice[] {
  const names = new Set(answers.flatMap(({ columns }) => namesakesIn(columns.map(({ name }) => name))));
  if (names.size === 0) return [];
  const message = `columns share a name, so a row holds only the last of each; name them apart with AS, or ask for text/csv: ${[...names].map((name) => JSON.stringify(name)).join(", ")}`;
  return [{ severity: "WARNING", message: message.slice(0, lettersMax) }];
}

function namesakesIn(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}

/** The JSON of an answer, with them as its last member. */
export const withNotices = (body: string, notices: readonly Notice[]): string =>
  notices.length === 0 ? body : `${body.slice(0, -1)},"notices":${JSON.stringify(notices)}}`;

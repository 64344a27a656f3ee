import { isDeepStrictEqual } from "node:util";
import type { Visit } from "../door/member.ts";
import type { ActAnswer, Row } from "../sight.ts";
import { namesIn, type Sources } from "./answers.ts";
import type { Offered } from "./offer.ts";
import type { Shown } from "./plan.ts";

interface Asked {
  readonly visit: Visit;
  readonly typed: Row;
  readonly row: Row;
}

/**
 * Does what a form asks for, unless the record is not any more what the form began with: then nothing is done, and how things stand is told.
 * An operation that knows revisions judges by those, in its transaction; for all of them it counts what the form says it was `began` with.
 */
export async function acted(sources: Sources, resource: Shown, offered: Offered, asked: Asked): Promise<ActAnswer> {
  const { visit, row } = asked;
  const { began, ...typed } = asked.typed;
  if (offered.sight.on === "record" && isObject(began)) {
    const start = await offered.start(row, sources.engine, visit, typed);
    if (isOther(began, start)) return stale(sources, row, start);
  }
  const { isStale, ...answer } = await offered.act(sources.engine, visit, typed, row);
  if (!isStale) return answer;
  const [now = row] = await resource.table.rowsOf([String(row[resource.sight.key])]);
  return stale(sources, now, await offered.start(now, sources.engine, visit, typed));
}

const isObject = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

/** Compared as they travel: a form knows no undefined. */
const isOther = (began: Row, start: Row) => {
  const now: Row = JSON.parse(JSON.stringify(start));
  return Object.entries(began).some(([name, value]) => Object.hasOwn(now, name) && !isDeepStrictEqual(value, now[name]));
};

async function stale(sources: Sources, row: Row, start: Row): Promise<ActAnswer> {
  const by = row["updated_by"] ?? row["set_by"];
  const at = row["updated_at"];
  return {
    notice: { type: "error", message: "It was changed since you read it. Nothing is saved yet: what differs stands below." },
    stale: {
      start,
      by: typeof by === "string" ? by : undefined,
      at: typeof at === "string" ? at : undefined,
      names: await namesIn(sources, [{ by }]),
    },
  };
}

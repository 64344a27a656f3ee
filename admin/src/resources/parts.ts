import { wordsOf } from "@nextmavens/api/platform/flaws";
import type { z } from "zod";
import type { FieldSight, Row } from "../sight.ts";
import { type FieldWords, fieldsOf, inputOf } from "./fields.ts";

/** A document of one of several kinds, asked for field by field: by those of its kind. */
export interface Parts {
  /** The part of the input that it is. */
  readonly of: string;
  /** What says of which kind it is: a field of the form, or the record. */
  readonly by: string;
  readonly kinds: Readonly<Record<string, z.ZodObject>>;
  readonly words: Readonly<Record<string, FieldWords>>;
}

export const fieldsOfParts = ({ by, kinds, words }: Parts): FieldSight[] =>
  Object.entries(kinds).flatMap(([kind, { shape }]) =>
    fieldsOf(shape, new Map(Object.entries(words))).map((field) => ({ ...field, only: { of: by, is: kind } })),
  );

const kindIn = ({ by }: Parts, stated: Row, row: Row) => String(stated[by] ?? row[by]);

/** The input with its document put together from what was typed. */
export function withDocument(parts: Parts, fields: readonly FieldSight[], typed: Row, stated: Row, row: Row): Record<string, unknown> {
  const kind = kindIn(parts, stated, row);
  return {
    ...stated,
    [parts.of]: inputOf(
      fields.filter(({ only }) => only?.is === kind),
      typed,
    ),
  };
}

/** What is wrong with the document, said of the fields that it was put together from: of a kind that is not chosen there is nothing to say. */
export function issuesIn(parts: Parts, issues: readonly z.core.$ZodIssue[], stated: Row, row: Row): z.core.$ZodIssue[] {
  const shape = parts.kinds[kindIn(parts, stated, row)];
  return issues.flatMap((issue) =>
    issue.path[0] === parts.of ? (shape?.safeParse(stated[parts.of], { error: wordsOf }).error?.issues ?? []) : [issue],
  );
}

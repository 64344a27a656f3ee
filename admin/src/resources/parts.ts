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

/** Nothing where what was said is none of the kinds there are. */
const kindIn = ({ by, kinds }: Parts, stated: Row, row: Row): string | undefined => {
  const kind = stated[by] ?? row[by];
  return typeof kind === "string" && Object.hasOwn(kinds, kind) ? kind : undefined;
};

/** The input with its document put together from what was typed. */
export function withDocument(parts: Parts, fields: readonly FieldSight[], typed: Row, stated: Row, row: Row): Record<string, unknown> {
  const kind = kindIn(parts, stated, row);
  return {
    ...stated,
    [parts.of]: inputOf(
      fields.filter(({ only }) => kind !== undefined && only?.is === kind),
      typed,
    ),
  };
}

/** What is wrong with the document, said of the fields that it was put together from: of a kind that is not chosen there is nothing to say. */
export function issuesIn(parts: Parts, issues: readonly z.core.$ZodIssue[], stated: Row, row: Row): z.core.$ZodIssue[] {
  const kind = kindIn(parts, stated, row);
  const shape = kind === undefined ? undefined : parts.kinds[kind];
  return issues.flatMap((issue) =>
    issue.path[0] === parts.of ? (shape?.safeParse(stated[parts.of], { error: wordsOf }).error?.issues ?? []) : [issue],
  );
}

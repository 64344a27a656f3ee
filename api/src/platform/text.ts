import { z } from "zod";
import { maskedText } from "./masking.ts";

const letter = String.raw`[^\p{C}\p{DI}]`;
/** Which form of the character before is meant. */
const variant = String.raw`(?<=${letter})\p{VS}`;
/** Joins parts of an emoji, and letters of scripts that ask for it. */
const joiner = String.raw`(?<=${letter}\p{VS}?)[\u200c\u200d](?=\p{ExtPict}|\p{M}|(?![\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}])\p{L})`;
/** What nobody sees: it would turn the text around it, or make two that look alike differ. */
const unseen = new RegExp(String.raw`(?!${variant}|${joiner})[\p{C}\p{DI}\u2028\u2029]`, "u");

/** Those of parts of a country are spelt in letters that do not show. */
const flags = /\u{1f3f4}[\u{e0061}-\u{e007a}]{5}\u{e007f}/gu;

const lineBreaks = /\r\n|[\n\t]/g;

/** The first character of a text that can't be seen, and is none that emoji or a script need; in a line that is also where another would begin. */
export const unseenIn = (text: string): string | undefined => unseen.exec(text.replaceAll(flags, "."))?.[0];

const nameOf = (character: string) => `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;

/** How much longer a text may be than it is kept, for what is masked of it. Nothing longer is searched for secrets. */
const pastedMost = 10_000;

/**
 * What people write for others, line by line if they wish: all of it can be seen. A secret that somebody pasted into it would be
 * read on pages, in mails and exports by people whom it is none of: it is masked before anything else sees it.
 */
export const noteOf = (longest: number): z.ZodString =>
  z
    .string()
    .trim()
    .max(longest + pastedMost, { abort: true })
    .overwrite(maskedText)
    .max(longest)
    .superRefine((value, { addIssue }) => {
      const found = unseenIn(value.replaceAll(lineBreaks, " "));
      if (found !== undefined) addIssue(`holds a character that can't be seen (${nameOf(found)})`);
    });

export const textOf = (longest: number): z.ZodString => noteOf(longest).min(1, "must not be empty");

/** The same in one line. */
export const lineOf = (longest: number): z.ZodString =>
  z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(longest + pastedMost, { abort: true })
    .overwrite(maskedText)
    .max(longest)
    .refine((value) => unseenIn(value) === undefined, "must be one line of visible characters");

import { expect, test } from "@jest/globals";
import { z } from "zod";
import { routes } from "../src/entry/features.ts";

const takes = (schema: unknown, value: unknown) => schema instanceof z.ZodType && schema.safeParse(value).success;
const words = "Some words";

/** Secrets, names of what there is already, and what programs read. */
const notWritten =
  /^(email|password|newPassword|token|refreshToken|recoveryCode|code|holder|region|plan|url|jwksUrl|issuer|expression|schema|table|actor|target|action|requestId)$/;
/** The name of what goes for good, typed as it is; what is looked for in the audit log. */
const compared = ["purgeAnyProject name", "exportAuditLogs text"];

test("whatever people write for others holds nothing that can't be seen, in every operation", () => {
  const fields = routes.flatMap(({ operation: { id, body } }) =>
    Object.entries(body).flatMap(([name, schema]) =>
      takes(schema, words) && !notWritten.test(name) ? [{ field: `${id} ${name}`, schema }] : [],
    ),
  );
  expect(fields.length).toBeGreaterThan(60);
  for (const unseen of ["\u202e", "\u2066", "\u200b"])
    expect(fields.flatMap(({ field, schema }) => (takes(schema, `${words}${unseen}.`) ? [field] : []))).toEqual(compared);
  for (const seen of ["👩🏽‍🚀", "שלום", "مرحبا"])
    expect(fields.flatMap(({ field, schema }) => (takes(schema, `${words} ${seen}`) ? [] : [field]))).toEqual([]);
});

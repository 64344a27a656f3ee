import { expect, test } from "@jest/globals";
import { wrapCalls } from "./wrap-calls.ts";

test.each([
  ["(owner = current_setting('a.b'::text, true))", "(owner = (select current_setting('a.b'::text, true)))"],
  [
    "(((current_setting('a'::text))::json ->> 'sub'::text) = owner)",
    "((((select current_setting('a'::text)))::json ->> 'sub'::text) = owner)",
  ],
  ["(owner = ( SELECT current_setting('a'::text) AS current_setting))", undefined],
  ["(EXISTS ( SELECT 1\n   FROM t\n  WHERE ((t.a = current_setting('a'::text)))))", undefined],
  ["(owner = current_setting(b))", undefined],
  ["(owner = 'current_setting(''a'')'::text)", undefined],
  ["(\"current_setting('a')\" = 1)", undefined],
  ["((( SELECT 1) = 1) AND (a = current_setting('a''b'::text)))", "((( SELECT 1) = 1) AND (a = (select current_setting('a''b'::text))))"],
  ["(auth.uid() = owner)", "((select auth.uid()) = owner)"],
])("%s", (text, wrapped) => {
  expect(wrapCalls(text)).toBe(wrapped ?? text);
  expect(wrapCalls(wrapCalls(text).replaceAll("(select", "( SELECT"))).toBe(wrapCalls(text).replaceAll("(select", "( SELECT"));
});

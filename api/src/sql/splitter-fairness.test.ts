import { afterAll, describe, expect, test } from "@jest/globals";
import { openSplitter } from "./splitter.ts";

const splitter = openSplitter();
afterAll(() => splitter.close());

describe("the parser's queue", () => {
  test("lets a short text pass the long ones of other projects that wait", async () => {
    const done: string[] = [];
    const long = `select ${Array.from({ length: 20_000 }, (_, i) => `${i}`).join(",")}`;
    const split = (tenant: string, text: string) => splitter.split(tenant, text).then(() => done.push(tenant));
    await Promise.all([...["a", "b", "c"].map((tenant) => split(tenant, `${long},'${tenant}'`)), split("d", "select 1")]);
    expect(done.indexOf("d")).toBeLessThan(done.indexOf("b"));
  });
});

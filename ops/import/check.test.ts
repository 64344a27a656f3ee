import { describe, expect, test } from "@jest/globals";
import { compare, strayNames } from "./check.ts";
import { readOptions } from "./options.ts";
import { describe as describeSource, tableNames } from "./source.ts";

const columns = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([name, type]) => ({ name, type }));

describe("a table is compared with what it is taken to look like", () => {
  test("by any of a column's names, the likeliest first; what is not known is told", () => {
    const check = compare(
      "developers",
      columns({ id: "int8", email_address: "text", full_name: "text", name: "text", shoe_size: "int4" }),
      {},
    );
    expect(check).toMatchObject({
      problem: undefined,
      uses: { id: "id", email: "email_address", name: "name" },
      unknown: ["full_name", "shoe_size"],
    });
  });

  test("and stops it where a column lacks that it needs", () => {
    expect(compare("api_keys", columns({ id: "uuid", key_hash: "text" }), {}).problem).toBe(
      "it needs the column project_id; name yours by --map",
    );
    expect(compare("tenants", columns({ project_id: "uuid" }), {}).problem).toBe(
      "it needs the column schema_name or db_schema or schema; name yours by --map",
    );
  });

  test("and tells of one that can't be read as what it should be", () => {
    const check = compare("developers", columns({ id: "uuid", email: "bytea", created_at: "int8" }), {});
    expect(check.problem).toContain("it needs the column email or email_address (email is bytea, not text");
    expect(check.unreadable).toContain("created_at is int8, not timestamptz, timestamp, date");
    expect(check.unknown).toEqual([]);
  });

  test("and reads another column where --map says so", () => {
    const check = compare("developers", columns({ id: "uuid", email: "text", mail: "text" }), { "developers.email": "mail" });
    expect(check).toMatchObject({ uses: { email: "mail" }, unknown: ["email"] });
    expect(strayNames({ "developers.email": "mail", "developers.colour": "hue" }, tableNames)).toEqual(["developers.colour"]);
  });

  test("which --describe prints whole", () => {
    for (const table of tableNames) expect(describeSource()).toContain(`\n${table}: `);
    expect(describeSource()).toContain("* schema_name or db_schema or schema");
  });
});

describe("what is asked for", () => {
  const read = (...args: string[]) => readOptions(args);
  const from = ["--from", "postgresql://there/db"];

  test("is a dry run unless --apply or --resume says otherwise", () => {
    expect(read(...from)).toMatchObject({ options: { isApplied: false, isResumed: false, source: "present", schema: "public" } });
    expect(read(...from, "--apply")).toMatchObject({ options: { isApplied: true } });
    expect(read(...from, "--resume")).toMatchObject({ options: { isApplied: true, isResumed: true } });
  });

  test.each([
    [[], "--from must say which database"],
    [["--from", "mysql://there/db"], "--from must say which database"],
    [[...from, "--apply", "--dry-run"], "exclude each other"],
    [[...from, "--only", "developers,ghosts"], "there is no table ghosts"],
    [[...from, "--name", "No Name"], "--name must be a short word"],
    [[...from, "--key-kind", "master"], "--key-kind must be secret or publishable"],
    [[...from, "--key-prefix", "with space"], "--key-prefix must be visible characters"],
    [[...from, "--map", "/nonexistent.json"], "--map /nonexistent.json"],
    [[...from, "--aply"], "--aply"],
  ])("is refused with a reason: %j", (args, reason) => {
    expect(read(...args)).toMatchObject({ problem: expect.stringContaining(reason) });
  });
});

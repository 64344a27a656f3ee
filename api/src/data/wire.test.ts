import { describe, expect, test } from "@jest/globals";
import pg from "pg";
import { makeLog } from "../platform/log.ts";
import { problemOf } from "./wire.ts";

const at = { requestId: "r", publicUrl: "http://127.0.0.1", log: makeLog("silent") };
const reported = (code: string, file: string) => Object.assign(new pg.DatabaseError("reported", 8, "error"), { code, file });

describe("while PostgreSQL is away", () => {
  test.each([
    ["it starts again", reported("57P03", "postmaster.c")],
    ["it is stopped", reported("57P01", "postgres.c")],
    ["its socket is gone", Object.assign(new Error("connect ENOENT"), { code: "ENOENT" })],
    ["nobody listens", Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" })],
    ["no connection is free in time", new Error("timeout exceeded when trying to connect")],
    ["the connection ended", new Error("Connection terminated unexpectedly")],
    ["it does not answer", new Error("Query read timeout")],
  ])("because %s, callers are asked to come again", (_why, error) => {
    const { status, headers, body } = problemOf(error, at);
    expect([status, JSON.parse(String(body ?? "{}")).code, headers.includes("retry-after")]).toEqual([503, "database_unavailable", true]);
  });

  test("a bug of ours, or a code that somebody's code raised, is not taken for that", () => {
    expect(problemOf(new Error("oops"), at).status).toBe(500);
    expect(JSON.parse(String(problemOf(reported("57P03", "pl_exec.c"), at).body ?? "{}")).code).not.toBe("database_unavailable");
  });
});

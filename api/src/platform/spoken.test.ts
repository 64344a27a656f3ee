import { expect, test } from "@jest/globals";
import { spoken } from "./spoken.ts";

test("a moment is told to the minute, and in which zone", () => expect(spoken("2026-11-23T01:01:48.054Z")).toBe("2026-11-23 01:01 UTC"));

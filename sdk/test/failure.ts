import { expect } from "@jest/globals";
import { NextMavensError } from "../src/index.ts";

/** What the work failed with, which must be an error of ours. */
export async function failureOf(work: Promise<unknown>): Promise<NextMavensError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(NextMavensError);
  return error as NextMavensError;
}

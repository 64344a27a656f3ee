import type { Parts } from "@nextmavens/api/entry/parts";
import { type Action, perform } from "@nextmavens/api/platform/action";
import type { Config } from "@nextmavens/api/platform/config";
import { isAway } from "@nextmavens/api/platform/db/blame";
import { DoesNotStart } from "@nextmavens/api/platform/embedded/postgres";
import { newId } from "@nextmavens/api/platform/ids";
import { openHere } from "./import/here.ts";

/** Works at this platform, which may be running. What goes wrong is told in a sentence; `meanwhile` says what to do where the database is away. */
export async function atPlatform(config: Config, work: (parts: Parts) => Promise<void>, meanwhile = ""): Promise<void> {
  try {
    const here = await openHere(config);
    try {
      const parts = await here.openParts();
      try {
        await work(parts);
      } finally {
        await parts.close();
      }
    } finally {
      await here.close();
    }
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const isWithout = error instanceof DoesNotStart || isAway(error);
    console.error(isWithout ? `The database does not answer (${message || code}). ${meanwhile}`.trim() : message);
    process.exitCode = 1;
  }
}

/** Performs what a command of whoever runs the server asks for. */
export const actBy =
  (command: string, { engine }: Pick<Parts, "engine">) =>
  <Input, Output>(id: string, changes: boolean, action: Action<Input, Output>, input: Input) => {
    const request = { id: newId("request"), address: undefined, userAgent: undefined };
    return perform(engine, { operation: { id, changes }, actor: { kind: "job", id: command }, request }, action, input);
  };

import pg from "pg";
import { Messages, type Value } from "./messages.ts";

export type { Value } from "./messages.ts";

/** The part of pg's connection that an exchange uses. These are internals of pg, which is pinned for that reason. */
export interface Wire {
  readonly stream: Pipe;
  sendCopyFail(reason: string): void;
  on(event: "readyForQuery" | "end", listener: () => void): void;
  off(event: "readyForQuery" | "end", listener: () => void): void;
}

interface Pipe {
  readonly bytesRead: number;
  /** `sent` is called when they are the writer's again. */
  write(bytes: Buffer, sent?: () => void): boolean;
  pause(): void;
  resume(): void;
  destroy(error: Error): void;
  on(event: "data", listener: () => void): void;
}

export type Row = readonly Value[];

export interface Column {
  readonly name: string;
  readonly dataTypeID: number;
}

/** All exchanges are written here: each is written whole before another one begins. */
const messages = new Messages();

/** One conversation with a session up to its next `Sync`, in the shape that pg's client expects of a query. */
export abstract class Exchange<Answer> {
  readonly #outcome = Promise.withResolvers<Answer>();

  get answered(): Promise<Answer> {
    return this.#outcome.promise;
  }

  /** Writes the messages. */
  protected abstract say(messages: Messages): void;
  /** What was heard, once the session is ready again. */
  protected abstract conclude(): Answer;

  submit(wire: Wire): Error | null {
    try {
      messages.clear();
      this.say(messages);
      wire.stream.write(messages.take());
      return null;
    } catch (error) {
      return error as Error;
    }
  }

  handleReadyForQuery(_wire: Wire): void {
    this.#outcome.resolve(this.conclude());
  }

  /** After an error of PostgreSQL's the session is used again only once it said that it is ready. */
  handleError(error: Error, wire: Wire): void {
    if (!isDatabaseError(error) || isFatal(error)) {
      this.#outcome.reject(error);
      return;
    }
    const refuse = () => {
      wire.off("readyForQuery", refuse);
      wire.off("end", refuse);
      this.#outcome.reject(error);
    };
    wire.on("readyForQuery", refuse);
    wire.on("end", refuse);
  }

  handleRowDescription(_message: { readonly fields: readonly Column[] }): void {}
  handleDataRow(_message: { readonly fields: Row }): void {}
  handleCommandComplete(_message: { readonly text: string }): void {}
  handlePortalSuspended(_wire: Wire): void {}
  handleEmptyQuery(_wire: Wire): void {}
  handleCopyData(_message: { readonly chunk: Buffer }): void {}
  handleCopyInResponse(wire: Wire): void {
    wire.sendCopyFail("COPY is not offered here");
  }
}

/** What lets pg's client send an exchange behind others that are still under way: it takes only its own kind for that. */
Object.setPrototypeOf(Exchange.prototype, pg.Query.prototype);

/** An error as PostgreSQL reported it. */
export type DatabaseError = pg.DatabaseError;
/** PostgreSQL ends the session with it. */
export const isFatal = (error: unknown): boolean => isDatabaseError(error) && (error.severity === "FATAL" || error.severity === "PANIC");
export const isDatabaseError = (error: unknown): error is DatabaseError => error instanceof pg.DatabaseError;

import { Exchange, type Wire } from "./exchange.ts";
import { Flow, type Take } from "./flow.ts";
import type { Messages } from "./messages.ts";

/** `COPY ... TO STDOUT`. Each piece is a line, in bytes that are good only until `take` returns. Tells PostgreSQL's own words for it. */
export class CopyOut extends Flow<string> {
  readonly #text: string;
  readonly #take: Take<Buffer>;
  #tag = "";

  constructor(text: string, take: Take<Buffer>) {
    super();
    this.#text = text;
    this.#take = take;
  }

  protected override say(messages: Messages): void {
    begin(messages, this.#text);
    messages.sync();
  }

  override handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    this.pass(chunk, this.#take);
  }

  override handleCommandComplete({ text }: { readonly text: string }): void {
    this.#tag = text;
  }

  protected override conclude(): string {
    return this.#tag;
  }
}

const headBytes = 5;
const portionBytes = 65_536;

/** `COPY ... FROM STDIN`: send when it is open, and at the end say that it is done, or fail it. Tells PostgreSQL's own words for it. */
export class CopyIn extends Exchange<string> {
  readonly #text: string;
  readonly #open = Promise.withResolvers<void>();
  #wire: Wire | undefined;
  #tag = "";
  #isOver = false;
  /** Used again and again: what is made anew for each piece piles up, tens of megabytes of it, before it is collected. */
  readonly #letter = Buffer.allocUnsafeSlow(headBytes + portionBytes);
  #onSent = () => {};

  constructor(text: string) {
    super();
    this.#text = text;
    // Why it did not open is heard from the answer.
    this.#open.promise.catch(() => undefined);
  }

  /** Rejects with what PostgreSQL had against it. */
  get open(): Promise<void> {
    return this.#open.promise;
  }

  /** PostgreSQL has already said no, or is gone: nothing that is sent is heard. */
  get isOver(): boolean {
    return this.#isOver;
  }

  protected override say(messages: Messages): void {
    begin(messages, this.#text);
  }

  override submit(wire: Wire): Error | null {
    this.#wire = wire;
    return super.submit(wire);
  }

  override handleCopyInResponse(): void {
    this.#open.resolve();
  }

  override handleCommandComplete({ text }: { readonly text: string }): void {
    this.#tag = text;
  }

  override handleError(error: Error, wire: Wire): void {
    this.#open.reject(error);
    this.#say(sync);
    this.#end();
    super.handleError(error, wire);
  }

  override handleReadyForQuery(wire: Wire): void {
    this.#end();
    super.handleReadyForQuery(wire);
  }

  /** Sends bytes, wherever lines end in them; wait for it before you send more. Nothing of them is kept. */
  async send(bytes: Buffer): Promise<void> {
    for (let from = 0; from < bytes.length && !this.#isOver; from += portionBytes) {
      await this.#sendPortion(bytes.subarray(from, from + portionBytes));
    }
  }

  /** Done when the letter has left, or nobody reads it any more. */
  #sendPortion(bytes: Buffer): Promise<void> {
    this.#letter[0] = 0x64;
    this.#letter.writeInt32BE(4 + bytes.length, 1);
    bytes.copy(this.#letter, headBytes);
    return new Promise((resolve) => {
      this.#onSent = resolve;
      this.#wire?.stream.write(this.#letter.subarray(0, headBytes + bytes.length), () => resolve());
    });
  }

  /** All was sent. */
  finish(): void {
    this.#say(Buffer.concat([copyDone, sync]));
  }

  /** Nothing of it shall be kept. */
  fail(): void {
    this.#say(Buffer.concat([copyFail, sync]));
  }

  protected override conclude(): string {
    return this.#tag;
  }

  /** The last that is said, once. */
  #say(bytes: Buffer): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#wire?.stream.write(bytes);
  }

  #end(): void {
    this.#isOver = true;
    this.#onSent();
  }
}

/** By the extended protocol, which takes no second statement. */
function begin(messages: Messages, text: string): void {
  messages.parse("", text);
  messages.bind("", []);
  messages.execute(0);
}

const sync = Buffer.from([0x53, 0, 0, 0, 4]);
const copyDone = Buffer.from([0x63, 0, 0, 0, 4]);
const copyFail = Buffer.from([0x66, 0, 0, 0, 5, 0]);

/** A value as it travels: its text, or nothing. */
export type Value = string | null;

/** Messages of PostgreSQL's extended protocol, written one behind the other into bytes that go out in one piece. */
export class Messages {
  #bytes = Buffer.allocUnsafe(16_384);
  #at = 0;

  /** What was written since the last time, as bytes of its own. */
  take(): Buffer {
    const taken = Buffer.allocUnsafe(this.#at);
    this.#bytes.copy(taken, 0, 0, this.#at);
    this.#at = 0;
    if (this.#bytes.length > keptMax) this.#bytes = Buffer.allocUnsafe(16_384);
    return taken;
  }

  /** Leaves nothing of what somebody began and did not finish. */
  clear(): void {
    this.#at = 0;
  }

  /** Bytes that were written before. */
  add(bytes: Buffer): void {
    this.#need(bytes.length);
    this.#at += bytes.copy(this.#bytes, this.#at);
  }

  /** Prepares a statement; its parameters get the types that PostgreSQL infers. */
  parse(name: string, text: string): void {
    this.#begin("P", 2 * name.length + 3 * text.length);
    this.#text(name);
    this.#text(text);
    this.#int16(0);
    this.#end();
  }

  /** Closes a prepared statement, or does nothing where there is none. */
  close(name: string): void {
    this.#begin("C", 3 * name.length);
    this.#bytes[this.#at++] = 0x53;
    this.#text(name);
    this.#end();
  }

  /** Binds a prepared statement to values and runs it to its end. */
  run(name: string, values: readonly Value[]): void {
    this.bind(name, values);
    this.add(execute);
  }

  /** Everything travels as text. A portal with a name lasts until its transaction ends, one without until the next one. */
  bind(name: string, values: readonly Value[], portal = ""): void {
    this.#begin("B", 3 * name.length + 3 * portal.length);
    this.#text(portal);
    this.#text(name);
    this.#int16(0);
    this.#int16(values.length);
    for (const value of values) this.#value(value);
    this.#need(2);
    this.#int16(0);
    this.#end();
  }

  /** Asks what the rows will look like. */
  describe(): void {
    this.add(describe);
  }

  /** The same of a portal with a name. */
  describePortal(portal: string): void {
    this.#begin("D", 3 * portal.length);
    this.#bytes[this.#at++] = 0x50;
    this.#text(portal);
    this.#end();
  }

  /** Asks a portal with a name for its next rows, so many of them. */
  fetch(portal: string, rowsMax: number): void {
    this.#begin("E", 3 * portal.length);
    this.#text(portal);
    this.#at = this.#bytes.writeInt32BE(rowsMax, this.#at);
    this.#end();
  }

  /** Asks for so many rows, or for all with 0. */
  execute(rowsMax: number): void {
    this.add(execute);
    this.#bytes.writeInt32BE(rowsMax, this.#at - 4);
  }

  sync(): void {
    this.add(sync);
  }

  #start = 0;

  #begin(type: string, size: number): void {
    this.#need(size + 32);
    this.#bytes[this.#at++] = type.charCodeAt(0);
    this.#start = this.#at;
    this.#at += 4;
  }

  #end(): void {
    this.#bytes.writeInt32BE(this.#at - this.#start, this.#start);
  }

  #value(value: Value): void {
    if (value === null) {
      this.#need(4);
      this.#at = this.#bytes.writeInt32BE(-1, this.#at);
      return;
    }
    // A character of UTF-16 takes at most three bytes of UTF-8.
    this.#need(4 + 3 * value.length);
    const length = this.#bytes.write(value, this.#at + 4);
    this.#bytes.writeInt32BE(length, this.#at);
    this.#at += 4 + length;
  }

  /** Ends with a zero byte; nothing that holds one may come here. */
  #text(text: string): void {
    this.#at += this.#bytes.write(text, this.#at);
    this.#bytes[this.#at++] = 0;
  }

  #int16(value: number): void {
    this.#at = this.#bytes.writeInt16BE(value, this.#at);
  }

  #need(size: number): void {
    if (this.#at + size <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#at + size));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

/** A large body is not kept room for. */
const keptMax = 1_000_000;
const execute = Buffer.from([0x45, 0, 0, 0, 9, 0, 0, 0, 0, 0]);
const describe = Buffer.from([0x44, 0, 0, 0, 6, 0x50, 0]);
const sync = Buffer.from([0x53, 0, 0, 0, 4]);

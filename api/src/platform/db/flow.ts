import { Exchange, type Wire } from "./exchange.ts";

/**
 * Takes a piece of what PostgreSQL sends, and never throws. A promise asks that no more is read until it is fulfilled;
 * one that is rejected, that nothing comes any more: then the connection is cut, and that is why.
 */
export type Take<Piece> = (piece: Piece) => Promise<void> | undefined;

/** An exchange whose answer goes on as it comes and never stands in memory whole: who takes slowly makes PostgreSQL wait. */
export abstract class Flow<Answer> extends Exchange<Answer> {
  #wire: Wire | undefined;
  #bytesBefore = 0;
  #isWaiting = false;
  #isCut = false;
  #waitedMs = 0;

  override submit(wire: Wire): Error | null {
    this.#wire = wire;
    this.#bytesBefore = wire.stream.bytesRead;
    return super.submit(wire);
  }

  /** How long whoever takes made PostgreSQL wait. */
  protected get waitedMs(): number {
    return this.#waitedMs;
  }

  protected get bytesRead(): number {
    return (this.#wire?.stream.bytesRead ?? 0) - this.#bytesBefore;
  }

  /** What was already read still comes; who takes it must have room for that. */
  protected pass<Piece>(piece: Piece, take: Take<Piece>): void {
    if (this.#isCut) return;
    const room = take(piece);
    if (!room) return;
    if (this.#isWaiting) room.catch(this.#cut);
    else this.#await(room);
  }

  #await(room: Promise<void>): void {
    const stream = this.#wire?.stream;
    const since = performance.now();
    this.#isWaiting = true;
    stream?.pause();
    room.then(() => {
      this.#isWaiting = false;
      this.#waitedMs += performance.now() - since;
      stream?.resume();
    }, this.#cut);
  }

  readonly #cut = (error: unknown) => {
    if (this.#isCut) return;
    this.#isCut = true;
    this.#wire?.stream.destroy(error instanceof Error ? error : new Error(String(error)));
  };
}

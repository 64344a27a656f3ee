import type { Observation } from "@nextmavens/api/detections";

/** Requests one after the other, none earlier than the one before. */
export type Stream = Iterable<Observation>;

interface Timed {
  readonly at: number;
}

/** All of these as one, in the order of their times. */
export function* merged<T extends Timed>(streams: readonly Iterable<T>[]): Generator<T> {
  const heads = new Heap<{ at: number; item: T; rest: Iterator<T> }>();
  const follow = (rest: Iterator<T>) => {
    const { done, value } = rest.next();
    if (!done) heads.push({ at: value.at, item: value, rest });
  };
  for (const stream of streams) follow(stream[Symbol.iterator]());
  for (let head = heads.pop(); head; head = heads.pop()) {
    yield head.item;
    follow(head.rest);
  }
}

/** What each cause brings with it, at its time or later, put in order with what the others bring. */
export function* unfolded<Cause extends Timed, Effect extends Timed>(
  causes: Iterable<Cause>,
  unfold: (cause: Cause) => readonly Effect[],
): Generator<Effect> {
  const waiting = new Heap<Effect>();
  for (const cause of causes) {
    for (let first = waiting.first; first && first.at <= cause.at; first = waiting.first) {
      waiting.pop();
      yield first;
    }
    for (const effect of unfold(cause)) waiting.push(effect);
  }
  for (let first = waiting.pop(); first; first = waiting.pop()) yield first;
}

/** A binary heap: the earliest comes out first. */
class Heap<T extends Timed> {
  readonly #items: T[] = [];

  get first(): T | undefined {
    return this.#items[0];
  }

  push(item: T): void {
    const items = this.#items;
    let hole = items.length;
    for (let parent = (hole - 1) >> 1; hole > 0 && (items[parent] as T).at > item.at; parent = (hole - 1) >> 1) {
      items[hole] = items[parent] as T;
      hole = parent;
    }
    items[hole] = item;
  }

  pop(): T | undefined {
    const items = this.#items;
    const [first] = items;
    const last = items.pop();
    if (last !== undefined && items.length > 0) this.#sink(last);
    return first;
  }

  #sink(item: T): void {
    const items = this.#items;
    let hole = 0;
    for (let child = this.#earlierChild(hole); child !== undefined && (items[child] as T).at < item.at; child = this.#earlierChild(hole)) {
      items[hole] = items[child] as T;
      hole = child;
    }
    items[hole] = item;
  }

  #earlierChild(of: number): number | undefined {
    const left = 2 * of + 1;
    const right = left + 1;
    if (left >= this.#items.length) return undefined;
    return right < this.#items.length && (this.#items[right] as T).at < (this.#items[left] as T).at ? right : left;
  }
}

import { setTimeout as sleep } from "node:timers/promises";

/**
 * What `work` gives, asked for at most once in so many milliseconds and never twice at a time: whoever asks meanwhile
 * shares the answer. So a flood of questions costs whom they are about no more than one.
 */
export function remembered<T>(ms: number, work: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  let isStale = () => true;
  return () => {
    if (answer && !isStale()) return answer;
    isStale = () => false;
    const asked = work();
    const settle = () => {
      const settledAt = performance.now();
      isStale = () => performance.now() - settledAt > ms;
    };
    asked.then(settle, settle);
    answer = asked;
    return asked;
  };
}

interface Hope<T> {
  readonly isBad: (answer: T) => boolean;
  /** How long a better answer is waited for where the last one was bad. */
  readonly soonMs: number;
  /** For how long a bad answer is thought of. */
  readonly shortlyMs: number;
}

/** What `ask` gives; after a bad answer nobody waits for long: whoever asks next has that again, unless a better one comes soon. */
export function unlessBadAgain<T>(ask: () => Promise<T>, { isBad, soonMs, shortlyMs }: Hope<T>): () => Promise<T> {
  let last: { readonly answer: T; readonly at: number } | undefined;
  return () => {
    const asked = ask().then((answer) => {
      last = { answer, at: performance.now() };
      return answer;
    });
    if (!last || !isBad(last.answer) || performance.now() - last.at > shortlyMs) return asked;
    return Promise.race([asked, sleep(soonMs, last.answer, { ref: false })]);
  };
}

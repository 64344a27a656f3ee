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

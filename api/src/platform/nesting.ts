/** What JSON from outside may be nested to: checks of it recurse, and the stack has an end. */
export const nestingMax = 100;

/** Whether lists and objects stand in each other deeper than `max`; does not recurse itself. */
export function isNestedDeeper(value: unknown, max = nestingMax): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    const inner = level.filter((each) => typeof each === "object" && each !== null);
    if (inner.length > 0 && depth >= max) return true;
    level = inner.flatMap((each) => Object.values(each as object));
  }
  return false;
}

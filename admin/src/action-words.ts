/** What the audit log calls an act, for people: `suspendProject` → "Suspend project". */
export function actionWords(action: string): string {
  const spaced = action
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Some of them as somebody types them, in these words or as the log has them, so that they are found there. */
export const actionTyped = (words: string): string => words.replaceAll(" ", "");

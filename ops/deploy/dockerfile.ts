export interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** A Dockerfile's instructions, continued lines joined, comments left out. */
export const readDockerfile = (text: string): readonly Instruction[] =>
  text
    .replace(/^\s*#.*\n/gm, "")
    .replace(/\\\n\s*/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, word = "", rest = ""] = /^\s*(\w+)\s+(.*)$/.exec(line) ?? [];
      return { word: word.toUpperCase(), rest: rest.trim() };
    });

/** The instructions of the stage that becomes the image: the last one. */
export const lastStage = (instructions: readonly Instruction[]): readonly Instruction[] =>
  instructions.slice(instructions.findLastIndex(({ word }) => word === "FROM"));

/** What the ENV instructions set. */
export const environmentOf = (instructions: readonly Instruction[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    instructions
      .filter(({ word }) => word === "ENV")
      .flatMap(({ rest }) => [...rest.matchAll(/(\w+)=(\S+)/g)].map(([, name = "", value = ""]) => [name, value])),
  );

/** Whether a file gets into the build: the last line of .dockerignore that matches it, or a folder above it, decides. */
export function isSent(path: string, dockerignore: string): boolean {
  let sent = true;
  for (const line of dockerignore.split("\n")) {
    const pattern = line.trim();
    if (pattern === "" || pattern.startsWith("#")) continue;
    const isException = pattern.startsWith("!");
    if (matches(path, isException ? pattern.slice(1) : pattern)) sent = isException;
  }
  return sent;
}

function matches(path: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll("**/", "(.|)/?")
    .replaceAll("*", "[^/]*")
    .replaceAll("(.|)/?", "(.*/)?");
  return new RegExp(`^${source}(/|$)`).test(path);
}

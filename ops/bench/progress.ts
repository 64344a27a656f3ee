import { stdout } from "node:process";

const width = 30;

/** Shows how far a long work is: a line that grows on a terminal, and elsewhere a line for each tenth. */
export function makeProgress(what: string, total: number, say = (text: string): unknown => stdout.write(text), isTerminal = stdout.isTTY) {
  const began = performance.now();
  let told = 0;
  return (done: number): void => {
    const tenths = Math.floor((10 * done) / total);
    if (!isTerminal && tenths === told && done < total) return;
    told = tenths;
    const filled = Math.round((width * done) / total);
    const seconds = (performance.now() - began) / 1_000;
    const left =
      done === 0 ? "" : done < total ? `, ${((seconds / done) * (total - done)).toFixed(0)} s to go` : `, ${seconds.toFixed(1)} s`;
    const line = `${what} [${"#".repeat(filled)}${" ".repeat(width - filled)}] ${done} of ${total}${left}`;
    say(isTerminal ? `\r${line}  ${done === total ? "\n" : ""}` : `${line}\n`);
  };
}

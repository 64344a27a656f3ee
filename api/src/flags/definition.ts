import { MemoryStorage } from "@openfeature/flagd-core";

/** What is wrong with a definition, and where in it (a JSON Pointer, empty for the whole). */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

const faultsShown = 10;
const largestCharacters = 100_000;
const deepest = 64;

/** Everything wrong with a flag's definition, as flagd's own schema and evaluator see it; nothing when it is right. */
export function faultsOf(key: string, definition: Readonly<Record<string, unknown>>): Fault[] {
  if (isDeeper(definition, deepest)) return [{ path: "", message: `is nested deeper than ${deepest} levels` }];
  const text = JSON.stringify({ flags: { [key]: definition } });
  if (text.length > largestCharacters) return [{ path: "", message: `is longer than ${largestCharacters} characters` }];
  return schemaFaults(key, text) ?? unknownVariants(definition);
}

/** Rules are interpreted, never compiled: what staff type must not become code. */
function schemaFaults(key: string, text: string): Fault[] | undefined {
  const complaints: string[] = [];
  const complain = (...words: unknown[]) => void complaints.push(words.join(" "));
  const logger = { error: complain, warn: complain, info: () => undefined, debug: () => undefined };
  try {
    new MemoryStorage(logger, { disableDynamicCodeGeneration: true }).setConfigurations(text, true);
  } catch (error) {
    return read(error, `/flags/${key}`);
  }
  return complaints.length > 0 ? complaints.map((message) => ({ path: "/targeting", message })) : undefined;
}

/** flagd tells the faults its schema found as JSON at the end of its message, and all others as the cause. */
function read(error: unknown, prefix: string): Fault[] {
  const { message, cause } = error as Error;
  const list = message.indexOf("[");
  if (list === -1) return [{ path: "", message: cause instanceof Error ? (cause.message.split("\n")[0] ?? message) : message }];
  const found = JSON.parse(message.slice(list)) as { instancePath: string; message: string }[];
  const faults = found.map((each) => ({ path: each.instancePath.replace(prefix, ""), message: each.message }));
  return [...new Map(faults.map((fault) => [`${fault.path} ${fault.message}`, fault])).values()].slice(0, faultsShown);
}

/** A rule whose outcome names no variant would fail only for those it matches. */
function unknownVariants({ targeting, variants }: Readonly<Record<string, unknown>>): Fault[] {
  const known = Object.keys(variants as object);
  return outcomesOf(targeting, "/targeting")
    .filter(({ variant }) => !known.includes(variant))
    .map(({ path, variant }) => ({ path, message: `names the variant ${JSON.stringify(variant)}, which there is not` }));
}

interface Outcome {
  readonly path: string;
  readonly variant: string;
}

/** The variants that a rule names outright; what it reckons can't be known beforehand. */
function outcomesOf(rule: unknown, path: string): Outcome[] {
  if (typeof rule === "string") return [{ path, variant: rule }];
  if (typeof rule !== "object" || rule === null) return [];
  const { if: branches, fractional: buckets } = rule as Record<string, unknown>;
  if (Array.isArray(branches)) {
    return branches.flatMap((each, i) => (isOutcome(i, branches.length) ? outcomesOf(each, `${path}/if/${i}`) : []));
  }
  if (!Array.isArray(buckets)) return [];
  return buckets.flatMap((each, i) => (Array.isArray(each) ? outcomesOf(each[0], `${path}/fractional/${i}/0`) : []));
}

/** `if` alternates conditions and outcomes; a last one without a condition is the outcome of all the rest. */
const isOutcome = (i: number, length: number) => i % 2 === 1 || i === length - 1;

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === "object" && value !== null && (levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1)));

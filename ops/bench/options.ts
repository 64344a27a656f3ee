import { parseArgs } from "node:util";
import { memoryBytes, sessionsIn } from "@nextmavens/api/platform/memory";
import { type Case, caseNames, cases } from "./cases.ts";

/** What `npm run bench` was asked for. */
export interface Options {
  readonly cases: readonly Case[];
  readonly connections: readonly number[];
  readonly rounds: number;
  /** Of one turn. */
  readonly seconds: number;
  readonly warmUpSeconds: number;
  /** So many tenants are asked by turns with one of them, instead of the cases beside the floor. */
  readonly tenants: number | undefined;
  /** A server that does still less stands in for the platform beside the floor, and for one tenant beside many: how much there is to gain. */
  readonly isBare: boolean;
  /** A gigabyte is taken in and out, and nothing else is measured. */
  readonly isBulk: boolean;
  /** Large bodies are sent, and nothing else is measured. */
  readonly isBodies: boolean;
  /** The console's lists are asked over a million rows, and nothing else is measured. */
  readonly isLists: boolean;
  /** The console's pages are opened in a browser, and nothing else is measured. */
  readonly isConsole: boolean;
  /** Sessions with tenants' databases that the platform may hold, where tenants are many. */
  readonly sessions: number;
  /** Where the numbers are written, for machines. */
  readonly report: string;
}

export const usage = `npm run bench -- [--cases ${caseNames.join(",")}] [--connections 1,16,64]
                [--rounds 8] [--seconds 0.5] [--warm-up 1.5] [--report .data/bench.json] [--bare]
npm run bench -- --tenants 1000 [--sessions 500] [--bare] and, as above, --connections --rounds --seconds --warm-up --report
npm run bench -- --bulk
npm run bench -- --bodies
npm run bench -- --lists
npm run bench -- --console`;

/** The options, or a sentence on what is wrong with them. */
export function readOptions(given: readonly string[], environment: Readonly<Record<string, string | undefined>>): Options | string {
  try {
    const { values, positionals } = parseArgs({ args: [...given], options: known, allowPositionals: true });
    const alone = (["bulk", "bodies", "lists", "console"] as const).find((name) => values[name]);
    if (alone !== undefined && given.length > 1) return `--${alone} takes no other options`;
    const isMany = values.tenants !== undefined;
    if (isMany && (values.cases !== undefined || positionals.length > 0))
      return "--tenants measures one case of its own: leave --cases out";
    if (!isMany && values.sessions !== undefined) return "--sessions is for --tenants";
    const number = (name: NumberName, rule: Rule) => readNumber(`--${name}`, values[name] ?? environment[variables[name]], rule);
    return {
      cases: readCases([...(values.cases?.split(",") ?? []), ...positionals]),
      connections: (values.connections ?? environment["CONNECTIONS"] ?? (isMany ? "16,64" : "1,16,64"))
        .split(",")
        .map((each) => readNumber("--connections", each, { min: 1, max: 1_000, isWhole: true })),
      rounds: number("rounds", { min: 1, max: 1_000, isWhole: true, otherwise: values.console ? 5 : 8 }),
      seconds: number("seconds", { min: 0.1, max: 600, otherwise: isMany ? 3 : 0.5 }),
      warmUpSeconds: number("warm-up", { min: 0, max: 600, otherwise: isMany ? 10 : 1.5 }),
      tenants: isMany
        ? readNumber("--tenants", values.tenants, { min: 2, max: values.bare ? bareTenantsMax : 10_000, isWhole: true })
        : undefined,
      isBare: values.bare ?? false,
      isBulk: values.bulk ?? false,
      isBodies: values.bodies ?? false,
      isLists: values.lists ?? false,
      isConsole: values.console ?? false,
      sessions: readSessions(values.sessions, values.bare ? sessionsBesideBare : sessionsMax),
      report: values.report ?? environment["REPORT"] ?? ".data/bench.json",
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const known = {
  cases: { type: "string" },
  connections: { type: "string" },
  rounds: { type: "string" },
  seconds: { type: "string" },
  "warm-up": { type: "string" },
  tenants: { type: "string" },
  bare: { type: "boolean" },
  bulk: { type: "boolean" },
  bodies: { type: "boolean" },
  lists: { type: "boolean" },
  console: { type: "boolean" },
  sessions: { type: "string" },
  report: { type: "string" },
} as const;

type NumberName = keyof typeof variables;
/** May be said by the environment as well. */
const variables = { rounds: "ROUNDS", seconds: "SECONDS_EACH", "warm-up": "WARM_UP" } as const;

/** What the platform may be given. */
const sessionsMax = 1_000;

/** A bare server keeps a session for each, beside the platform's, and PostgreSQL is started for 1,200. */
const bareTenantsMax = 500;
const sessionsBesideBare = 600;

const readSessions = (text: string | undefined, max: number) =>
  readNumber("--sessions", text, { min: 4, max, isWhole: true, otherwise: Math.min(max, sessionsIn(memoryBytes())) });

interface Rule {
  readonly min: number;
  readonly max: number;
  readonly isWhole?: boolean;
  /** What it is where nothing is said. */
  readonly otherwise?: number;
}

function readNumber(name: string, text: string | undefined, { min, max, isWhole = false, otherwise }: Rule): number {
  if (text === undefined && otherwise !== undefined) return otherwise;
  const number = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
  if (number >= min && number <= max && (!isWhole || Number.isInteger(number))) return number;
  throw new Error(`${name} must be a ${isWhole ? "whole " : ""}number from ${min} to ${max}, not ${text ?? "nothing"}`);
}

/** By their short names or their long ones; all of them where none is named. */
function readCases(named: readonly string[]): readonly Case[] {
  const stranger = named.find((each) => !cases.some((one) => isNamed(one, each)));
  if (stranger !== undefined) throw new Error(`there is no case ${stranger}: there are ${caseNames.join(", ")}`);
  return named.length === 0 ? cases : cases.filter((each) => named.some((name) => isNamed(each, name)));
}

const isNamed = ({ name, what }: Case, asked: string) => asked === name || asked === what;

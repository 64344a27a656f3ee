import type { SubjectKind } from "./subject.ts";
import type { Part, Tally } from "./tally.ts";

/** One number of a window of requests, by which rules are written. */
export interface Feature {
  readonly name: string;
  /** Whose windows have it. */
  readonly subjects: readonly SubjectKind[];
  readonly unit: "requests" | "rows" | "bytes" | "milliseconds" | "different ones" | "share";
  readonly explanation: string;
  /** What of a tally it is made from beside counts; nothing, unless said. */
  readonly parts?: readonly Part[];
  readonly of: (tally: Tally) => number;
}

const both = ["project", "network"] as const;
const project = ["project"] as const;
const network = ["network"] as const;

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

/**
 * What rules can be written with. Requests that failed on our side (5xx) are in none of them. Windows of a network hold only requests that
 * were refused, that look for a hole, or that ask for an account: nobody is followed who does nothing strange.
 */
export const features: readonly Feature[] = [
  {
    name: "requests",
    subjects: project,
    unit: "requests",
    explanation: "All requests, those that were refused included.",
    of: ({ counts }) => counts.requests,
  },
  {
    name: "reads",
    subjects: project,
    unit: "requests",
    explanation: "Requests by GET or HEAD.",
    of: ({ counts }) => counts.reads,
  },
  {
    name: "writes",
    subjects: project,
    unit: "requests",
    explanation: "Requests that insert or update by REST, and requests by other doors that wrote rows.",
    of: ({ counts }) => counts.writes,
  },
  {
    name: "deletions",
    subjects: project,
    unit: "requests",
    explanation: "Requests by DELETE.",
    of: ({ counts }) => counts.deletions,
  },
  {
    name: "rowsWritten",
    subjects: project,
    unit: "rows",
    explanation: "Rows that were inserted, updated or deleted.",
    of: ({ counts }) => counts.rowsWritten,
  },
  {
    name: "identicalWrites",
    subjects: project,
    unit: "requests",
    explanation: "How often the very same body was sent to be written: that of the body that came most often.",
    parts: ["bodies"],
    of: (tally) => tally.mostOfOneBody,
  },
  {
    name: "identicalWriteShare",
    subjects: project,
    unit: "share",
    explanation: "Which part of the requests that write had the body that came most often, from 0 to 1.",
    parts: ["bodies"],
    of: (tally) => Math.min(1, share(tally.mostOfOneBody, tally.counts.writes)),
  },
  {
    name: "calls",
    subjects: project,
    unit: "requests",
    explanation: "Calls of the project's functions.",
    of: ({ counts }) => counts.calls,
  },
  {
    name: "durationMs",
    subjects: project,
    unit: "milliseconds",
    explanation: "How long all requests took together.",
    of: ({ counts }) => counts.durationMs,
  },
  {
    name: "bytesOut",
    subjects: project,
    unit: "bytes",
    explanation: "What was sent in answers.",
    of: ({ counts }) => counts.bytesOut,
  },
  {
    name: "exports",
    subjects: project,
    unit: "requests",
    explanation: "Requests that take a whole table away: by the door for exports, or by a read that leaves no row out.",
    of: ({ counts }) => counts.exports,
  },
  {
    name: "exportedTargets",
    subjects: project,
    unit: "different ones",
    explanation: "Different tables that were taken away whole.",
    parts: ["exportedTargets"],
    of: (tally) => tally.distinct("exportedTargets"),
  },
  {
    name: "schemaChanges",
    subjects: project,
    unit: "requests",
    explanation: "Requests that changed the schema, or tried to: CREATE, ALTER, DROP, and what the schema API does.",
    of: ({ counts }) => counts.schemaChanges,
  },
  {
    name: "clientErrors",
    subjects: both,
    unit: "requests",
    explanation: "Requests that were answered 4xx for what they asked; refusals by a limit or a sanction are not among them.",
    of: ({ counts }) => counts.clientErrors,
  },
  {
    name: "clientErrorShare",
    subjects: project,
    unit: "share",
    explanation: "Which part of the requests that was, from 0 to 1.",
    of: ({ counts }) => share(counts.clientErrors, counts.requests),
  },
  {
    name: "limitRefusals",
    subjects: project,
    unit: "requests",
    explanation: "Requests that a limit or a sanction refused.",
    of: ({ counts }) => counts.limitRefusals,
  },
  {
    name: "failedKeys",
    subjects: network,
    unit: "requests",
    explanation: "Requests with an API key that is none: made up, mistyped, expired or revoked.",
    of: ({ counts }) => counts.failedKeys,
  },
  {
    name: "failedTokens",
    subjects: both,
    unit: "requests",
    explanation: "Requests with a token of an end user that was not believed: forged, expired, or for somebody else.",
    of: ({ counts }) => counts.failedTokens,
  },
  {
    name: "denied",
    subjects: both,
    unit: "requests",
    explanation: "Requests for what the asker may not do: 403, or a permission that PostgreSQL denied.",
    of: ({ counts }) => counts.denied,
  },
  {
    name: "notFound",
    subjects: both,
    unit: "requests",
    explanation: "Requests answered 404: no such table or function.",
    of: ({ counts }) => counts.notFound,
  },
  {
    name: "missingTargets",
    subjects: both,
    unit: "different ones",
    explanation: "Different names of tables and functions that were asked for and are not there.",
    parts: ["missingTargets"],
    of: (tally) => tally.distinct("missingTargets"),
  },
  {
    name: "targets",
    subjects: project,
    unit: "different ones",
    explanation: "Different tables and functions that were asked for and are there.",
    parts: ["targets"],
    of: (tally) => tally.distinct("targets"),
  },
  {
    name: "refusedStatements",
    subjects: both,
    unit: "requests",
    explanation: "Requests whose statement PostgreSQL refused: wrong syntax, unknown columns, broken constraints, denied permissions.",
    of: ({ counts }) => counts.refusedStatements,
  },
  {
    name: "probes",
    subjects: both,
    unit: "requests",
    explanation:
      "Requests whose filters or body hold what somebody sends who looks for a hole: ' or 1=1, union select, pg_sleep( and the like.",
    of: ({ counts }) => counts.probes,
  },
  {
    name: "addresses",
    subjects: both,
    unit: "different ones",
    explanation: "Different addresses that requests came from.",
    parts: ["addresses"],
    of: (tally) => tally.distinct("addresses"),
  },
  {
    name: "networks",
    subjects: project,
    unit: "different ones",
    explanation: "Different networks that requests came from: /24 of IPv4, /48 of IPv6.",
    parts: ["networks"],
    of: (tally) => tally.distinct("networks"),
  },
  {
    name: "keys",
    subjects: both,
    unit: "different ones",
    explanation: "Different valid API keys that were used.",
    parts: ["keys"],
    of: (tally) => tally.distinct("keys"),
  },
  {
    name: "addressesPerKey",
    subjects: project,
    unit: "different ones",
    explanation: "Different addresses that used one key: of the key with most. A publishable key has as many as the application has users.",
    parts: ["keyAndAddress"],
    of: (tally) => tally.mostOf("keyAndAddress"),
  },
  {
    name: "networksPerSecretKey",
    subjects: project,
    unit: "different ones",
    explanation:
      "Different networks that used one secret key: of the key with most. Servers are in few; a key that leaked is used from many.",
    parts: ["secretKeyAndNetwork"],
    of: (tally) => tally.mostOf("secretKeyAndNetwork"),
  },
  {
    name: "projects",
    subjects: network,
    unit: "different ones",
    explanation: "Different projects whose valid keys came with such requests.",
    parts: ["projects"],
    of: (tally) => tally.distinct("projects"),
  },
  {
    name: "signUps",
    subjects: network,
    unit: "requests",
    explanation: "Attempts to open an account with the platform.",
    of: ({ counts }) => counts.signUps,
  },
  {
    name: "failedSignIns",
    subjects: network,
    unit: "requests",
    explanation: "Attempts to sign in that failed.",
    of: ({ counts }) => counts.failedSignIns,
  },
];

/** What there is for windows of this kind. */
export const featuresFor = (kind: SubjectKind) => features.filter(({ subjects }) => subjects.includes(kind));

/** What of tallies some features are made from, beside counts. */
export const partsOf = (names: readonly string[]): readonly Part[] => [
  ...new Set(features.flatMap(({ name, parts = [] }) => (names.includes(name) ? parts : []))),
];

export type FeatureValues = Readonly<Record<string, number>>;

/** The features of one window. Numbers of different ones are exact up to the most that are told apart. */
export const valuesOf = (kind: SubjectKind, tally: Tally): FeatureValues =>
  Object.fromEntries(featuresFor(kind).map(({ name, of }) => [name, of(tally)]));

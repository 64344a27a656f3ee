import type { ErrorRateRule, PatternRule, Rule, SpikeRule } from "./rule.ts";

type Shipped<Of> = Omit<Of, "id" | "revision" | "kind">;

const hourSeconds = 3_600;
const common = { isEnabled: true, durationSeconds: hourSeconds, cooldownSeconds: hourSeconds } as const;

const patterns: readonly Shipped<PatternRule>[] = [
  {
    ...common,
    key: "key_guessing",
    title: "API keys are guessed",
    description:
      "Many requests from one network carry API keys that are none. A mistyped or revoked key fails again and again as well, but from a program that is let run seldom a hundred times in five minutes.",
    mode: "warn",
    level: "warned",
    subject: "network",
    expression: "failedKeys >= 100",
    windowSeconds: 300,
  },
  {
    ...common,
    key: "sign_up_burst",
    title: "Accounts are opened in bulk",
    description:
      "One network asks for many accounts with the platform within an hour. Classrooms and offices do that too, but seldom for so many.",
    mode: "warn",
    level: "warned",
    subject: "network",
    expression: "signUps >= 15",
    windowSeconds: 3_600,
  },
  {
    ...common,
    key: "password_guessing",
    title: "Passwords of developers are guessed",
    description: "Attempts to sign in fail again and again from one network.",
    mode: "warn",
    level: "warned",
    subject: "network",
    expression: "failedSignIns >= 30",
    windowSeconds: 900,
  },
  {
    ...common,
    key: "many_doors",
    title: "One network tries many projects",
    description:
      "From one network, requests are refused at many projects whose keys are known there: somebody tries a list of keys that were found in public.",
    mode: "warn",
    level: "warned",
    subject: "network",
    expression: "projects >= 10 && (denied + notFound + refusedStatements) >= 50",
    windowSeconds: 900,
  },
  {
    ...common,
    key: "names_walked",
    title: "Names of tables are tried one after another",
    description:
      "Many different tables or functions that are not there are asked for: somebody walks a list of names to find what a project holds. An application that is out of date asks for a few, again and again.",
    mode: "act",
    level: "throttled",
    subject: "project",
    expression: "missingTargets >= 25 && missingTargets > targets && notFound > 0.1 * requests",
    windowSeconds: 300,
  },
  {
    ...common,
    key: "injection_probes",
    title: "Filters are tried for holes",
    description:
      "Requests hold what only somebody sends who looks for a hole in statements. Values never become SQL here, so nothing was got at; still, whoever tries this with an application's key is no user of it.",
    mode: "act",
    level: "throttled",
    subject: "project",
    expression: "probes >= 15 && probes >= 0.02 * requests",
    windowSeconds: 300,
  },
  {
    ...common,
    key: "refused_statements",
    title: "Statements are refused in great numbers",
    description:
      "PostgreSQL refuses most of what is asked: unknown columns, broken syntax, denied permissions. Either somebody tries out what the database lets through, or a release is broken; both want somebody's eyes.",
    mode: "warn",
    level: "warned",
    subject: "project",
    expression: "refusedStatements >= 120 && refusedStatements >= 0.5 * requests",
    windowSeconds: 300,
  },
  {
    ...common,
    key: "forbidden_doors",
    title: "What is forbidden is tried again and again",
    description: "Many requests ask for what their key or user may not do.",
    mode: "warn",
    level: "warned",
    subject: "project",
    expression: "denied >= 150 && denied >= 0.4 * requests",
    windowSeconds: 300,
  },
  {
    ...common,
    key: "forged_tokens",
    title: "Tokens of end users are forged",
    description:
      "Many tokens of end users are not believed, and few requests succeed. After a signing key was changed this is so for some minutes with every user at once, so it only warns.",
    mode: "warn",
    level: "warned",
    subject: "project",
    expression: "failedTokens >= 100 && failedTokens >= 0.5 * requests",
    windowSeconds: 300,
  },
  {
    ...common,
    key: "secret_key_leaked",
    title: "A secret key is used from many networks",
    description:
      "One secret key is used from more networks than anybody's servers are in: it may have leaked. Functions that run in a cloud come from many networks as well, so it only warns.",
    mode: "warn",
    level: "warned",
    subject: "project",
    expression: "networksPerSecretKey >= 12",
    windowSeconds: 900,
  },
  {
    ...common,
    key: "identical_writes",
    title: "The same is written over and over",
    description:
      "Most of what is written is one and the same body: a form that is filled by a machine, or a program in a loop. It fills the database with nothing.",
    mode: "act",
    level: "throttled",
    subject: "project",
    expression: "identicalWrites >= 100 && identicalWriteShare >= 0.6",
    windowSeconds: 300,
  },
  {
    ...common,
    key: "ddl_storm",
    title: "The schema is changed without pause",
    description:
      "The schema is changed in request after request. Each change makes every process read the schema anew, and migrations of people and tools come in one piece and end.",
    mode: "act",
    level: "throttled",
    subject: "project",
    expression: "schemaChanges >= 150",
    windowSeconds: 300,
  },
  {
    ...common,
    key: "everything_exported",
    title: "Everything is taken away",
    description:
      "Table after table is read whole within minutes. It may be the owner's own backup; if it is not, somebody has the key. So it tells the owner and hinders nothing.",
    mode: "warn",
    level: "warned",
    subject: "project",
    expression: "exportedTargets >= 12 && exportedTargets >= 0.8 * targets && bytesOut >= 1000000",
    windowSeconds: 900,
  },
];

const spikes: readonly Shipped<SpikeRule>[] = [
  {
    ...common,
    key: "requests_spike",
    title: "Far more requests than usual",
    description: "A project has far more requests than at this hour of other weeks. A success looks like that as well, so it only tells.",
    mode: "warn",
    level: "warned",
    metric: "requests",
    threshold: 8,
    floor: 1_500,
  },
  {
    ...common,
    key: "rows_written_spike",
    title: "Far more rows are written than usual",
    description: "A project writes far more rows than at this hour of other weeks.",
    mode: "warn",
    level: "warned",
    metric: "rowsWritten",
    threshold: 10,
    floor: 5_000,
  },
  {
    ...common,
    key: "query_time_spike",
    title: "Requests take far more of the database's time than usual",
    description:
      "A project's requests take far more time together than at this hour of other weeks: a missing index, or work that does not belong there.",
    mode: "observe",
    level: "warned",
    metric: "durationMs",
    threshold: 10,
    floor: 120_000,
  },
];

const errorRates: readonly Shipped<ErrorRateRule>[] = [
  {
    ...common,
    key: "endpoint_errors",
    title: "Most requests for one thing are mistaken",
    description:
      "Requests for one table or function are refused for what they ask, so fast that what is tolerable in a month is used up in hours. Nearly always a release is broken; its owner wants to know. What fails on our side is not counted.",
    mode: "warn",
    level: "warned",
    objective: 0.95,
    requestsMin: 200,
  },
];

/** A rule that comes with the platform, before it has an id of an installation. */
export type ShippedRule =
  | ({ readonly kind: "pattern" } & Shipped<PatternRule>)
  | ({ readonly kind: "spike" } & Shipped<SpikeRule>)
  | ({ readonly kind: "error_rate" } & Shipped<ErrorRateRule>);

/** The rules that every installation begins with. */
export const shippedRules: readonly ShippedRule[] = [
  ...patterns.map((rule) => ({ kind: "pattern" as const, ...rule })),
  ...spikes.map((rule) => ({ kind: "spike" as const, ...rule })),
  ...errorRates.map((rule) => ({ kind: "error_rate" as const, ...rule })),
];

/** The shipped rules as they are before any installation gave them ids: for trials without a database. */
export const rulesOfTrials: readonly Rule[] = shippedRules.map((rule) => ({ ...rule, id: rule.key, revision: 1 }));

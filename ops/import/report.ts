import type { CopiedTenant } from "./apply.ts";
import type { TableCheck } from "./check.ts";
import type { Checks } from "./gather.ts";
import type { Counts, Finding, Ledger } from "./ledger.ts";
import { type TableName, tableNames } from "./source.ts";

export interface Report {
  readonly source: string;
  readonly from: string;
  readonly at: string;
  readonly mode: "dry run" | "applied";
  readonly outcome: Outcome;
  readonly tables: Readonly<Record<string, Counts & Pick<TableCheck, "problem" | "absent" | "unreadable" | "unknown">>>;
  readonly findings: readonly Finding[];
  readonly tenants: readonly CopiedTenant[];
  /** Why no schema can be copied from here. */
  readonly hindrance: string | undefined;
}

type Outcome = "nothing to do" | "to do" | "done" | "unfinished";

interface Given extends Pick<Report, "source" | "from" | "mode" | "hindrance"> {
  readonly tables: readonly TableName[];
  readonly checks: Checks;
  readonly ledger: Ledger;
  readonly tenants: readonly CopiedTenant[];
  readonly isEmpty: boolean;
}

export function makeReport({ tables, checks, ledger, isEmpty, ...rest }: Given): Report {
  const of = (table: TableName) => {
    const { problem, absent, unreadable, unknown } = checks[table];
    return [table, { ...ledger.counts[table], problem, absent, unreadable, unknown }];
  };
  return {
    ...rest,
    at: new Date().toISOString(),
    outcome: outcomeOf(rest.mode, isEmpty, ledger),
    tables: Object.fromEntries(tableNames.filter((table) => tables.includes(table)).map(of)),
    findings: ledger.findings,
  };
}

function outcomeOf(mode: Report["mode"], isEmpty: boolean, { hasFailed }: Ledger): Outcome {
  if (hasFailed) return "unfinished";
  if (isEmpty) return "nothing to do";
  return mode === "dry run" ? "to do" : "done";
}

/** The report for people; of what is told of many rows, only so many lines. */
export function textOf(report: Report): string {
  const { mode, from, source } = report;
  const title = mode === "dry run" ? `What an import of ${source} (${from}) would do:` : `The import of ${source} (${from}):`;
  return [
    title,
    "",
    ...countLines(report),
    ...differences(report),
    ...hindranceLines(report),
    ...findingLines(report),
    ...tenantLines(report),
    "",
    closing(report),
  ].join("\n");
}

const columns = ["found", "already", "taken", "changed", "refused", "failed"] as const;

function countLines({ tables, mode }: Report): string[] {
  const heads = {
    found: "there",
    already: "already here",
    taken: mode === "dry run" ? "to take" : "taken",
    changed: "changed",
    refused: "left behind",
    failed: "failed",
  };
  const line = (first: string, cells: readonly string[]) => `  ${first.padEnd(18)}${cells.map((cell) => cell.padStart(13)).join("")}`;
  return [
    line(
      "",
      columns.map((each) => heads[each]),
    ),
    ...Object.entries(tables).map(([table, counts]) =>
      line(
        table,
        columns.map((each) => String(counts[each])),
      ),
    ),
  ];
}

function differences({ tables }: Report): string[] {
  const lines = Object.entries(tables).flatMap(([table, { problem, absent, unreadable, unknown }]) => [
    ...(problem === undefined ? [] : [`  ${table}: nothing of it can be taken: ${problem}`]),
    ...(problem === undefined && absent.length > 0 ? [`  ${table} lacks ${absent.join(", ")}`] : []),
    ...(problem === undefined && unreadable.length > 0 ? [`  ${table}: ${unreadable.join("; ")}`] : []),
    // An entry of the old audit log comes whole, whatever its columns.
    ...(unknown.length > 0 && table !== "audit_logs"
      ? [`  ${table} has columns that nothing is known of; they are left behind: ${unknown.join(", ")}`]
      : []),
  ]);
  return lines.length === 0 ? [] : ["", "Otherwise than it is taken to be (--describe):", ...lines];
}

const hindranceLines = ({ hindrance }: Report) => (hindrance === undefined ? [] : ["", `No schema can be copied: ${hindrance}`]);

const linesOfEach = 20;
const headings = {
  failed: "Failed, and tried again by the next run:",
  refused: "Left behind:",
  changed: "Taken otherwise than it was:",
} as const;

function findingLines({ findings }: Report): string[] {
  return (["failed", "refused", "changed"] as const).flatMap((kind) => {
    const of = findings.filter((each) => each.kind === kind);
    const tables = [...Map.groupBy(of, ({ table }) => table).values()];
    return of.length === 0 ? [] : ["", headings[kind], ...tables.flatMap(someOf)];
  });
}

function someOf(findings: readonly Finding[]): string[] {
  const lines = findings.slice(0, linesOfEach).map(({ table, id, what }) => `  ${table} ${id}: ${what}`);
  const more = findings.length - lines.length;
  return more > 0 ? [...lines, `  … and ${more} more of ${findings[0]?.table} (all of them are in --report)`] : lines;
}

const notesShown = 60;

function tenantLines({ tenants }: Report): string[] {
  if (tenants.length === 0) return [];
  const sum = (what: "tables" | "rows") => tenants.reduce((all, each) => all + each[what], 0);
  const noted = tenants.filter(({ notes }) => notes.length > 0);
  const lines = noted.flatMap(({ schema, project, notes }) => notes.map((note) => `  ${project} (${schema}): ${note}`));
  const more = lines.length > notesShown ? [`  … and ${lines.length - notesShown} more (all of them are in --report)`] : [];
  const told = lines.length === 0 ? [] : ["", "Of what was copied, look at:", ...lines.slice(0, notesShown), ...more];
  return ["", `${tenants.length} databases were copied and counted: ${sum("tables")} tables, ${sum("rows")} rows.`, ...told];
}

function closing({ outcome, mode }: Report): string {
  if (outcome === "nothing to do") return "There is nothing to do: all that can be taken is here.";
  if (outcome === "unfinished") return "Not all of it could be taken. Put right what failed, then go on with --resume.";
  return mode === "dry run"
    ? "Nothing was written. To do it, add --apply."
    : "Done. What is left behind is told above; a second run takes only what is new.";
}

import { useState } from "react";
import type { RelationSight, SchemaPolicySight, SchemaSight, SchemaTableSight } from "../../sight.ts";
import { bytes, count, exact } from "../format.ts";
import { Section } from "../section.tsx";
import { SmallTable } from "../small-table.tsx";
import { Badge } from "../values.tsx";
import { isExposed, isOpen, many, nameOf, shortly } from "./words.ts";

/** From so many on, one looks for a table rather than at all of them. */
const searchedFrom = 10;

/** Every table in words: who reaches it, its columns, what they refer to, and its policies. */
export function Tables({ schema }: { schema: SchemaSight }) {
  const [sought, seek] = useState("");
  const shown = schema.tables.filter((table) => nameOf(table).toLowerCase().includes(sought.trim().toLowerCase()));
  return (
    <Section
      title="Tables"
      unit={shown.length === schema.tables.length ? exact(shown.length) : `${exact(shown.length)} of ${exact(schema.tables.length)}`}
      controls={
        schema.tables.length < searchedFrom ? null : (
          <input
            className="small"
            type="search"
            aria-label="Find a table"
            placeholder="Find a table"
            value={sought}
            onChange={({ target }) => seek(target.value)}
          />
        )
      }
    >
      {shown.length === 0 ? <p className="empty small">No table is called so.</p> : null}
      {shown.map((table) => (
        <Table key={nameOf(table)} table={table} schema={schema} />
      ))}
    </Section>
  );
}

const Table = ({ table, schema }: { table: SchemaTableSight; schema: SchemaSight }) => (
  <details className="schema-table">
    <summary>
      <strong>{nameOf(table)}</strong>
      <Reach table={table} schema={schema} />
      {table.policies.length > 0 ? <span className="quiet">{many(table.policies.length, "policy", "policies")}</span> : null}
      <span className="quiet schema-size">
        {table.rowsEstimate === null ? "rows not counted yet" : `about ${count(table.rowsEstimate)} rows`} · {bytes(table.bytes)}
      </span>
    </summary>
    <Columns table={table} relations={schema.relations} />
    <Policies policies={table.policies} />
    <p className="quiet small">{[many(table.indexesCount, "index", "indexes"), many(table.triggersCount, "trigger")].join(" · ")}</p>
  </details>
);

/** Who reaches a table over REST; without a policy, row-level security lets nobody reach a row. */
function Reach({ table, schema }: { table: SchemaTableSight; schema: SchemaSight }) {
  if (!isExposed(schema, table.schema)) return <Badge word="not over REST" />;
  if (table.reachableBy.length === 0) return <Badge word="secret keys only" />;
  if (isOpen(schema, table)) return <Badge word="open to anybody" />;
  return (
    <>
      <Badge word="row-level security" />
      {table.policies.length === 0 ? <Badge word="no policy" /> : null}
    </>
  );
}

function Columns({ table, relations }: { table: SchemaTableSight; relations: readonly RelationSight[] }) {
  const own = relations.filter(({ from }) => from.schema === table.schema && from.table === table.name);
  const targetOf = (column: string) => own.find(({ from }) => from.columns.includes(column))?.to;
  return (
    <SmallTable label={`Columns of ${table.name}`}>
      {table.columns.map(({ name, type, isNullable, isKey }) => {
        const target = targetOf(name);
        return (
          <tr key={name}>
            <td>
              <code>{name}</code>
            </td>
            <td className="quiet">{shortly(type)}</td>
            <td className={isKey ? "" : "quiet"}>{isKey ? "primary key" : isNullable ? "may be null" : ""}</td>
            <td className="wide quiet">{target ? `refers to ${nameOf({ schema: target.schema, name: target.table })}` : ""}</td>
          </tr>
        );
      })}
    </SmallTable>
  );
}

const Policies = ({ policies }: { policies: readonly SchemaPolicySight[] }) =>
  policies.length === 0 ? null : (
    <SmallTable label="Policies">
      {policies.map(({ name, command, roles, isPermissive }) => (
        <tr key={name}>
          <td className="wraps">policy “{name}”</td>
          <td className="wide wraps quiet">
            {isPermissive ? "lets" : "restricts"} {roles.includes("public") ? "everybody" : roles.join(", ")}:{" "}
            {command === "all" ? "read and write" : command}
          </td>
        </tr>
      ))}
    </SmallTable>
  );

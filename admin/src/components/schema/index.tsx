import type { RelationSight, SchemaSight, SchemaTableSight } from "../../sight.ts";
import { bytes, count, exact } from "../format.ts";
import { Section } from "../section.tsx";
import { useFetched } from "../talk.ts";
import { Badge } from "../values.tsx";
import { Relations } from "./relations.tsx";
import { many, shortly } from "./words.ts";

/** What a project's database is made of: a picture of it, and everything in words. Looking is written into the audit log. */
export function SchemaBrowser({ projectId }: { projectId: string }) {
  const { answer: schema, problem } = useFetched<SchemaSight>(`/projects/${encodeURIComponent(projectId)}/schema`, projectId);
  if (problem) {
    return (
      <p className="notice error" role="alert">
        {problem}
      </p>
    );
  }
  if (!schema) return <div className="sheet waiting" aria-busy="true" />;
  if (schema.tables.length + schema.views.length + schema.functions.length === 0)
    return <p className="empty">The owner has made nothing in this database yet.</p>;
  return (
    <>
      {schema.tables.length > 0 ? <Relations schema={schema} /> : null}
      <Tables schema={schema} />
      <div className="schema-rest">
        <Names title="Views" names={schema.views.map(nameOf)} />
        <Names title="Functions" names={schema.functions.map((each) => `${nameOf(each)}(${each.signature})`)} />
        <Names title="Extensions" names={schema.extensions.map(({ name, version }) => `${name} ${version}`)} />
      </div>
      <p className="quiet">Names and types only. That you looked is in the audit log.</p>
    </>
  );
}

const nameOf = ({ schema, name }: { readonly schema: string; readonly name: string }) => (schema === "public" ? name : `${schema}.${name}`);

const Names = ({ title, names }: { title: string; names: readonly string[] }) =>
  names.length === 0 ? null : (
    <Section title={title} unit={exact(names.length)}>
      <ul className="schema-names">
        {names.map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </Section>
  );

const Tables = ({ schema }: { schema: SchemaSight }) => (
  <Section title="Tables" unit={exact(schema.tables.length)}>
    {schema.tables.map((table) => (
      <details key={nameOf(table)} className="schema-table">
        <summary>
          <strong>{nameOf(table)}</strong>
          <Rls table={table} />
          <span className="quiet schema-size">
            {table.rowsEstimate === null ? "not counted yet" : `about ${count(table.rowsEstimate)} rows`} · {bytes(table.bytes)}
          </span>
        </summary>
        <Columns table={table} relations={schema.relations} />
        <p className="quiet small">
          {[
            many(table.indexesCount, "index", "indexes"),
            many(table.triggersCount, "trigger"),
            ...table.policies.map(({ name, command, roles }) => `policy “${name}” for ${command} by ${roles.join(", ")}`),
          ].join(" · ")}
        </p>
      </details>
    ))}
  </Section>
);

/** Open is what publishable keys or end users reach with nothing between. */
function Rls({ table: { hasRls, reachableBy } }: { table: SchemaTableSight }) {
  if (reachableBy.length === 0) return <Badge word="secret keys only" />;
  return <Badge word={hasRls ? "row-level security" : "open to anybody"} />;
}

function Columns({ table, relations }: { table: SchemaTableSight; relations: readonly RelationSight[] }) {
  const own = relations.filter(({ from }) => from.schema === table.schema && from.table === table.name);
  const targetOf = (column: string) => own.find(({ from }) => from.columns.includes(column))?.to;
  return (
    <div className="table-scroll">
      <table className="list plain">
        <tbody>
          {table.columns.map(({ name, type, isNullable, isKey }) => {
            const target = targetOf(name);
            return (
              <tr key={name}>
                <td>
                  <code>{name}</code>
                </td>
                <td className="quiet">
                  {shortly(type)}
                  {isNullable ? "" : ", never null"}
                </td>
                <td>{isKey ? "primary key" : ""}</td>
                <td className="wide quiet">{target ? `refers to ${nameOf({ schema: target.schema, name: target.table })}` : ""}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

import { useState } from "react";
import type { SchemaSight } from "../../sight.ts";
import { exact } from "../format.ts";
import { Problem } from "../problem.tsx";
import { Section } from "../section.tsx";
import { useFetched } from "../talk.ts";
import { Relations } from "./relations.tsx";
import { Tables } from "./tables.tsx";
import { nameOf } from "./words.ts";

/** What a project's database is made of: a picture of it, and everything in words. Looking is written into the audit log. */
export function SchemaBrowser({ projectId }: { projectId: string }) {
  const { answer: schema, problem } = useFetched<SchemaSight>(`/projects/${encodeURIComponent(projectId)}/schema`, projectId);
  if (problem) return <Problem said={problem} />;
  if (!schema) return <div className="sheet waiting" aria-busy="true" />;
  if (schema.tables.length + schema.views.length + schema.functions.length === 0)
    return <p className="empty">The owner has made nothing in this database yet.</p>;
  return <Parts whole={schema} />;
}

/** All of it, or one of its schemas where there are several. */
function Parts({ whole }: { whole: SchemaSight }) {
  const [chosen, choose] = useState("");
  const places = [...new Set([...whole.tables, ...whole.views, ...whole.functions].map(({ schema }) => schema))].sort();
  const schema = chosen === "" ? whole : partOf(whole, chosen);
  return (
    <>
      {places.length > 1 ? (
        <p className="schema-choice">
          <label htmlFor="schema-chosen">Schema</label>
          <select id="schema-chosen" className="small" value={chosen} onChange={({ target }) => choose(target.value)}>
            <option value="">all {places.length}</option>
            {places.map((place) => (
              <option key={place}>{place}</option>
            ))}
          </select>
        </p>
      ) : null}
      {schema.tables.length > 0 ? <Relations key={chosen} schema={schema} /> : null}
      {schema.tables.length > 0 ? <Tables key={`tables ${chosen}`} schema={schema} /> : null}
      <div className="schema-rest">
        <Names title="Views" names={schema.views.map(nameOf)} />
        <Names title="Functions" names={schema.functions.map((each) => `${nameOf(each)}(${each.signature})`)} />
        <Names title="Extensions" names={schema.extensions.map(({ name, version }) => `${name} ${version}`)} />
      </div>
      <p className="quiet">Names and types only. That you looked is in the audit log.</p>
    </>
  );
}

function partOf(whole: SchemaSight, place: string): SchemaSight {
  const isHere = ({ schema }: { readonly schema: string }) => schema === place;
  return { ...whole, tables: whole.tables.filter(isHere), views: whole.views.filter(isHere), functions: whole.functions.filter(isHere) };
}

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

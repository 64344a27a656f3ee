import { type FormEvent, useState } from "react";
import type { FieldSight, OpenTableSight, RowsSight } from "../../sight.ts";
import { Field } from "../field.tsx";
import { exact } from "../format.ts";
import { Section } from "../section.tsx";
import { post } from "../talk.ts";

const why: FieldSight = { name: "why", label: "Why, behind broken glass", kind: "line", isRequired: true, longest: 1_000 };
const opening: readonly FieldSight[] = [
  { name: "schema", label: "Schema", kind: "line", isRequired: true, longest: 63 },
  { name: "table", label: "Table", kind: "line", isRequired: true, longest: 63 },
  why,
];
const perLook = 50;

interface Seen extends Omit<RowsSight, "rows"> {
  readonly rows: readonly { readonly at: number; readonly cells: readonly (string | null)[] }[];
  readonly offset: number;
}

type Typed = Readonly<Record<string, string>>;

/** Behind broken glass: rows of one table at a time, after an escalation of its own. */
export function Rows({ projectId }: { projectId: string }) {
  const [table, setTable] = useState<OpenTableSight>();
  const at = `/projects/${encodeURIComponent(projectId)}/rows`;
  return (
    <>
      <Section title="Open a table" unit="for this session alone">
        <p className="in-section quiet">
          Rows belong to the owner and their customers. Opening a table and each look at it are written down with your reason, and the owner
          reads them in the project’s audit log: which table, what was looked for, how many rows. Not the rows.
        </p>
        <Asking
          fields={opening}
          start={{ schema: "public", table: "", why: "" }}
          label="Open this table"
          send={async ({ schema, table, why }) => setTable(await post<OpenTableSight>(`${at}/open`, { schema, table }, undefined, why))}
        />
      </Section>
      {table ? <Looks key={table.id} at={at} table={table} /> : null}
    </>
  );
}

function Looks({ at, table: { id, schema, table, reason } }: { at: string; table: OpenTableSight }) {
  const [seen, setSeen] = useState<Seen & { readonly asked: Typed }>();
  const see = async (asked: Typed, offset: number) => {
    const { column = "", how = "is", value = "", reason: why } = asked;
    const filters = column === "" ? [] : [{ column, how, value }];
    const found = await post<RowsSight>(`${at}/look`, { accessId: id, filters, limit: perLook, offset }, undefined, why);
    setSeen({ ...found, rows: found.rows.map((cells, n) => ({ at: offset + n, cells })), offset, asked });
  };
  const fields: readonly FieldSight[] = [
    { name: "column", label: "Column", kind: "line", isRequired: false, placeholder: "all rows" },
    { name: "how", label: "How", kind: "choice", isRequired: true, choices: ["is", "contains"] },
    { name: "value", label: "Value", kind: "line", isRequired: false },
    { ...why, name: "reason", label: "Why this look" },
  ];
  return (
    <Section title={`${schema}.${table}`} unit={`${perLook} rows a look`}>
      <Asking fields={fields} start={{ column: "", how: "is", value: "", reason }} label="Look" send={(asked) => see(asked, 0)} />
      {seen ? <Found seen={seen} name={`${schema}.${table}`} more={() => see(seen.asked, seen.offset + perLook)} /> : null}
    </Section>
  );
}

function Found({ seen, name, more }: { seen: Seen; name: string; more: () => Promise<void> }) {
  const { columns, rows, hasMore, hasRls, offset } = seen;
  return (
    <>
      {hasRls ? (
        <p className="in-section notice">
          The owner forces row-level security upon its own login here: rows that its policies keep back are not shown.
        </p>
      ) : null}
      {rows.length === 0 ? (
        <p className="empty small">No rows are found.</p>
      ) : (
        <div className="table-scroll">
          <table className="list plain" aria-label={`Rows of ${name}`}>
            <thead>
              <tr>
                {columns.map((each) => (
                  <th key={each.name} scope="col" title={each.type}>
                    {each.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ at, cells }) => (
                <tr key={at}>
                  {columns.map(({ name }, i) => (
                    <td key={name}>{cells[i] ?? <span className="quiet">null</span>}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hasMore ? (
        <p className="in-section">
          <button type="button" className="button" onClick={() => void more()}>
            Look at rows {exact(offset + perLook + 1)} and on
          </button>
        </p>
      ) : null}
    </>
  );
}

/** A small form, with what was refused said under it. */
function Asking({
  fields,
  start,
  label,
  send,
}: {
  fields: readonly FieldSight[];
  start: Typed;
  label: string;
  send: (typed: Typed) => Promise<void>;
}) {
  const [typed, setTyped] = useState<Typed>(start);
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setProblem(undefined);
    await send(typed).catch((error: Error) => setProblem(error.message));
    setSending(false);
  };
  return (
    <form className="trial rows-form" noValidate onSubmit={(event) => void submit(event)}>
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={typed[field.name]}
          error={undefined}
          metric=""
          change={(value) => setTyped({ ...typed, [field.name]: String(value ?? "") })}
        />
      ))}
      <button type="submit" className="button primary" disabled={isSending}>
        {isSending ? "Working…" : label}
      </button>
      {problem ? (
        <p className="notice error" role="alert">
          {problem}
        </p>
      ) : null}
    </form>
  );
}

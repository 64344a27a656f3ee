import { useState } from "react";
import type { ActAnswer, ActSight, RecordSight, ResourceSight, Row } from "../sight.ts";
import { Field, wireOf } from "./field.tsx";
import { notify } from "./notice.tsx";
import { post } from "./talk.ts";

const manyOf = ({ acts }: ResourceSight, name: string) => acts.find((each) => each.manyOf === name);

/** The acts of a list that can be done to many of its records at once. */
export const actsForMany = (resource: ResourceSight) => resource.acts.filter(({ name }) => manyOf(resource, name));

interface BulkProps {
  readonly resource: ResourceSight;
  readonly chosen: readonly RecordSight[];
  readonly clear: () => void;
  readonly refresh: () => void;
}

/** What may be done to the chosen records: asked for once, done and entered into the audit log for each by itself, as the API does it. */
export function Bulk({ resource, chosen, clear, refresh }: BulkProps) {
  const [name, setName] = useState<string>();
  const act = actsForMany(resource).find((each) => each.name === name);
  if (chosen.length === 0) return null;
  return (
    <section className="sheet bulk" aria-label="Chosen">
      <p className="bulk-head">
        <strong>{chosen.length} chosen</strong>
        {actsForMany(resource).map((each) => {
          const fit = chosen.filter(({ acts }) => acts.includes(each.name)).length;
          return fit === 0 ? null : (
            <button
              key={each.name}
              type="button"
              className="button small"
              aria-pressed={each.name === name}
              onClick={() => setName(each.name)}
            >
              {each.label} {fit === chosen.length ? null : `(${fit})`}
            </button>
          );
        })}
        <button type="button" className="button link" onClick={clear}>
          Choose none
        </button>
      </p>
      {act ? (
        <Asked
          key={act.name}
          resource={resource}
          act={act}
          chosen={chosen.filter(({ acts }) => acts.includes(act.name))}
          done={() => {
            clear();
            setName(undefined);
            refresh();
          }}
        />
      ) : null}
    </section>
  );
}

interface AskedProps {
  readonly resource: ResourceSight;
  readonly act: ActSight;
  readonly chosen: readonly RecordSight[];
  readonly done: () => void;
}

function Asked({ resource, act, chosen, done }: AskedProps) {
  const [typed, setTyped] = useState<Row>({});
  const [error, setError] = useState<ActAnswer["errors"]>();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [isWorking, setWorking] = useState(false);
  const body = Object.fromEntries(act.fields.map((field) => [field.name, wireOf(field, typed[field.name])]));
  const work = async () => {
    setWorking(true);
    const path = `/resources/${resource.id}/actions/${manyOf(resource, act.name)?.name}`;
    const ids = chosen.map(({ id }) => id).join("\n");
    const { notice, errors, outcomes } = await post<ActAnswer>(path, { ...body, ids }).catch(
      (each: Error): ActAnswer => ({ notice: { type: "error", message: each.message } }),
    );
    setWorking(false);
    setError(errors);
    if (!outcomes) return setProblems(errors ? [] : [notice.message]);
    const titles = new Map(chosen.map(({ id, title }) => [id, title]));
    const refused = outcomes.flatMap(({ id, refusal }) => (refusal ? [`${titles.get(id) ?? id}: ${refusal.detail}`] : []));
    setProblems(refused);
    notify(refused.length === 0 ? "success" : "error", notice.message);
    if (refused.length === 0) done();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void work();
      }}
    >
      <p className={`consequence ${act.isGrave ? "grave" : ""}`}>
        <strong>What will happen, to each of {chosen.length}:</strong> {act.consequence}
      </p>
      {act.fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={typed[field.name]}
          error={error?.[field.name]}
          metric=""
          change={(value) => setTyped({ ...typed, [field.name]: value })}
        />
      ))}
      {problems.map((problem) => (
        <p key={problem} className="notice error">
          {problem}
        </p>
      ))}
      <button type="submit" className={`button ${act.isGrave ? "danger solid" : "primary"}`} disabled={isWorking}>
        {isWorking ? "Working…" : `${act.label}: ${chosen.length}`}
      </button>
    </form>
  );
}

import { useEffect, useState } from "react";
import type { ActAnswer, ActSight, RecordSight, ResourceSight, Row } from "../sight.ts";
import { DraftBack } from "./draft-back.tsx";
import { draftOf, dropDraft, keepDraft, typedIn } from "./drafts.ts";
import { Field, wireOf } from "./field.tsx";
import { notify } from "./notice.tsx";
import { post } from "./talk.ts";
import { useUnsaved } from "./unsaved.ts";

const manyOf = ({ acts }: ResourceSight, name: string) => acts.find((each) => each.manyOf === name);

const pathOf = (resource: ResourceSight, { name }: ActSight) => `/resources/${resource.id}/actions/${manyOf(resource, name)?.name}`;

/** The acts of a list that can be done to many of its records at once. */
export const actsForMany = (resource: ResourceSight) => resource.acts.filter(({ name }) => manyOf(resource, name));

interface BulkProps {
  readonly resource: ResourceSight;
  readonly chosen: readonly RecordSight[];
  readonly choose: (ids: readonly string[]) => void;
  readonly refresh: () => void;
}

/** One of many that it was not done to, and why. */
interface Refused {
  readonly id: string;
  readonly title: string;
  readonly why: string;
}

/**
 * What may be done to the chosen records: asked for once, done and entered into the audit log for each by itself, as the API does it. What it
 * was refused for stays chosen.
 */
export function Bulk({ resource, chosen, choose, refresh }: BulkProps) {
  const [name, setName] = useState<string>();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const act = actsForMany(resource).find((each) => each.name === name);
  const able = chosen.filter(({ acts }) => act && acts.includes(act.name));
  if (chosen.length === 0 && refused.length === 0) return null;
  const leave = () => {
    setName(undefined);
    setRefused([]);
  };
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
              onClick={() => {
                leave();
                setName(each.name);
              }}
            >
              {each.label} {fit === chosen.length ? null : `(${fit})`}
            </button>
          );
        })}
        <button
          type="button"
          className="button link"
          onClick={() => {
            if (act) dropDraft(pathOf(resource, act));
            leave();
            choose([]);
          }}
        >
          Choose none
        </button>
      </p>
      {refused.length > 0 ? <NotDone refused={refused} /> : null}
      {act && able.length > 0 ? (
        <Asked
          key={act.name}
          resource={resource}
          act={act}
          chosen={able}
          done={(left) => {
            setRefused(left);
            if (left.length === 0) setName(undefined);
            choose(left.map(({ id }) => id));
            refresh();
          }}
        />
      ) : null}
    </section>
  );
}

const NotDone = ({ refused }: { refused: readonly Refused[] }) => (
  <div className="notice error" role="alert">
    <p>Not done to {refused.length}:</p>
    <ul>
      {refused.map(({ id, title, why }) => (
        <li key={id}>
          {title}: {why}
        </li>
      ))}
    </ul>
  </div>
);

interface AskedProps {
  readonly resource: ResourceSight;
  readonly act: ActSight;
  readonly chosen: readonly RecordSight[];
  /** It was done to all but these. */
  readonly done: (left: readonly Refused[]) => void;
}

function Asked({ resource, act, chosen, done }: AskedProps) {
  const path = pathOf(resource, act);
  const [draft, setDraft] = useState(() => draftOf(path));
  const [typed, setTyped] = useState<Row>(draft ?? {});
  const [error, setError] = useState<ActAnswer["errors"]>();
  const [problem, setProblem] = useState<string>();
  const [isWorking, setWorking] = useState(false);
  const body = Object.fromEntries(act.fields.map((field) => [field.name, wireOf(field, typed[field.name])]));
  useUnsaved(Object.keys(typed).length > 0);
  useEffect(() => keepDraft(path, typedIn(act, typed, {})), [path, act, typed]);
  const startAfresh = () => {
    setDraft(undefined);
    setTyped({});
  };
  const work = async () => {
    setWorking(true);
    const ids = chosen.map(({ id }) => id).join("\n");
    const { notice, errors, outcomes } = await post<ActAnswer>(path, { ...body, ids }).catch(
      (each: Error): ActAnswer => ({ notice: { type: "error", message: each.message } }),
    );
    setWorking(false);
    setError(errors);
    setProblem(outcomes || errors ? undefined : notice.message);
    if (!outcomes) return;
    const titles = new Map(chosen.map(({ id, title }) => [id, title]));
    const left = outcomes.flatMap(({ id, refusal }) => (refusal ? [{ id, title: titles.get(id) ?? id, why: refusal.detail }] : []));
    notify(left.length === 0 ? "success" : "error", notice.message);
    if (left.length === 0) dropDraft(path);
    done(left);
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
      {draft ? <DraftBack startAfresh={startAfresh} /> : null}
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
      {problem ? (
        <p className="notice error" role="alert">
          {problem}
        </p>
      ) : null}
      <button type="submit" className={`button ${act.isGrave ? "danger solid" : "primary"}`} disabled={isWorking}>
        {isWorking ? "Working…" : `${act.label}: ${chosen.length}`}
      </button>
    </form>
  );
}

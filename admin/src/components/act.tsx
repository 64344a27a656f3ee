import { useEffect, useState } from "react";
import { Link, useNavigate, useParams } from "react-router-dom";
import type { ActAnswer, ActSight, MailPreview as Preview, RecordAnswer, ResourceSight, Row } from "../sight.ts";
import { Field, wireOf } from "./field.tsx";
import { listPath, mayBacktest, recordPath, resourceOf } from "./here.ts";
import { MailPreview } from "./mail-preview.tsx";
import { NotHere } from "./not-here.tsx";
import { notify } from "./notice.tsx";
import { ProjectNow } from "./project/now.tsx";
import { post, useFetched } from "./talk.ts";
import { Copy } from "./values.tsx";

/** An act: what will happen, what it asks for, and what happened. */
export function ActPage() {
  const { resourceId, recordId, act } = useParams();
  const resource = resourceOf(resourceId);
  const sight = resource?.acts.find(({ name, on }) => name === act && on === (recordId === undefined ? "resource" : "record"));
  return resource && sight ? (
    <Act key={`${resource.id} ${recordId} ${act}`} resource={resource} act={sight} recordId={recordId} />
  ) : (
    <NotHere />
  );
}

function Act({ resource, act, recordId }: { resource: ResourceSight; act: ActSight; recordId: string | undefined }) {
  const path =
    recordId === undefined
      ? `/resources/${resource.id}/actions/${act.name}`
      : `/resources/${resource.id}/records/${encodeURIComponent(recordId)}/${act.name}`;
  const { answer, problem } = useFetched<Partial<RecordAnswer>>(path, path);
  if (problem) return <p className="notice error">{problem}</p>;
  if (!answer) return <p className="waiting">Loading…</p>;
  if (recordId !== undefined && !answer.record?.id) return <NotHere what={resource.one} />;
  if (recordId !== undefined && !answer.record?.acts.includes(act.name)) return <NotNow act={act} resource={resource} id={recordId} />;
  const project = answer.names?.[String(answer.record?.params["project_id"])] ?? "the project";
  const title = act.heading.replace("{}", answer.record?.title ?? "").replace("{project}", project);
  document.title = `${title} · NextMavens console`;
  return (
    <>
      <p className="crumbs">
        <Link to={listPath(resource.id)}>{resource.title}</Link>
        {answer.record && recordId !== undefined ? (
          <>
            {" / "}
            <Link to={recordPath(resource.id, recordId)}>{answer.record.title}</Link>
          </>
        ) : null}
      </p>
      <div className={recordId !== undefined && resource.page === "project" ? "act beside" : "act"}>
        <Form
          title={title}
          act={act}
          path={path}
          start={answer.start ?? {}}
          preview={answer.preview}
          limited={resource.id === "projects" ? recordId : String(answer.record?.params["project_id"] ?? "")}
          back={recordId === undefined ? listPath(resource.id) : recordPath(resource.id, recordId)}
        />
        {recordId !== undefined && resource.page === "project" ? <ProjectNow id={recordId} /> : null}
      </div>
    </>
  );
}

/** Whoever kept its address, or comes second, may meet an act that makes no sense any more. */
const NotNow = ({ act, resource, id }: { act: ActSight; resource: ResourceSight; id: string }) => (
  <div className="empty">
    <p>
      “{act.label}” does not apply to this {resource.one} as it is now.
    </p>
    <Link className="button" to={recordPath(resource.id, id)}>
      To the {resource.one}
    </Link>
  </div>
);

interface FormProps {
  readonly title: string;
  readonly act: ActSight;
  readonly path: string;
  readonly start: Row;
  readonly preview: Preview | undefined;
  /** The project whose limit it may be about. */
  readonly limited: string | undefined;
  /** Where one comes from, and goes after. */
  readonly back: string;
}

function Form({ title, act, path, start, preview, limited, back }: FormProps) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState<Row>(start);
  const [answer, setAnswer] = useState<ActAnswer>();
  const [isSending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    try {
      const body = { ...typed, ...Object.fromEntries(act.fields.map((field) => [field.name, wireOf(field, typed[field.name])])) };
      const given = await post<ActAnswer>(path, body);
      setAnswer(given);
      if (given.notice.type === "error") return;
      notify("success", given.notice.message);
      if (!given.shown?.length) navigate(given.redirectUrl ?? back);
    } catch (error) {
      setAnswer({ notice: { type: "error", message: error instanceof Error ? error.message : "Something went wrong." } });
    } finally {
      setSending(false);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer leads to what is wrong with it.
  useEffect(() => document.querySelector<HTMLElement>('.form [aria-invalid="true"]')?.focus(), [answer]);
  if (answer?.shown?.length) return <ShownOnce title={title} answer={answer} back={back} />;
  return (
    <form
      className="sheet form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const unfinished = unfinishedIn(event.currentTarget);
        if (Object.keys(unfinished).length === 0) void send();
        else setAnswer({ notice: { type: "error", message: "Please look at the fields marked below." }, errors: unfinished });
      }}
    >
      <h1>{title}</h1>
      <p className={`consequence ${act.isGrave ? "grave" : ""}`}>
        <strong>What will happen:</strong> {act.consequences?.words[String(typed[act.consequences.of])]} {act.consequence}
      </p>
      {answer?.notice.type === "error" ? (
        <p className="notice error" role="alert">
          {answer.notice.message}
        </p>
      ) : null}
      {act.fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={typed[field.name]}
          error={answer?.errors?.[field.name]}
          metric={String(typed["metric"] ?? start["metric"] ?? "")}
          change={(value) => setTyped({ ...typed, [field.name]: value })}
        />
      ))}
      {preview ? <MailPreview preview={preview} fields={act.fields} typed={typed} /> : null}
      <div className="form-acts">
        <Link className="button" to={back}>
          Cancel
        </Link>
        {limited && mayBacktest && act.fields.some(({ name }) => name === "limit") ? (
          <Link className="button" to={trialPath(limited, { ...start, ...typed })}>
            Try this first
          </Link>
        ) : null}
        <button type="submit" className={`button ${act.isGrave ? "danger solid" : "primary"}`} disabled={isSending}>
          {isSending ? "Working…" : act.label}
        </button>
      </div>
    </form>
  );
}

/** The same limit, tried on what was recorded. */
const trialPath = (projectId: string, { metric, limit }: Row) =>
  `/admin/backtest?${new URLSearchParams({ kind: "quota", projectId, metric: String(metric ?? ""), limit: String(limit ?? "") })}`;

/** A date without its time reads as nothing at all: what was meant to end would last for ever. */
const unfinishedIn = (form: HTMLFormElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...form.elements].flatMap((each) =>
      each instanceof HTMLInputElement && each.validity.badInput ? [[each.name, "Complete the date and the time, or clear both."]] : [],
    ),
  );

/** Secrets that are kept nowhere: copied now, or lost. */
const ShownOnce = ({ title, answer, back }: { title: string; answer: ActAnswer; back: string }) => (
  <div className="sheet form">
    <h1>{title}</h1>
    <p className="consequence">
      <strong>{answer.notice.message}</strong> This is shown once and kept nowhere: copy it now.
    </p>
    {answer.shown?.map(({ label, value }) => (
      <div key={value} className="shown-once">
        <span>{label}</span>
        <span className="with-copy">
          <code>{value}</code>
          <Copy text={value} what={label} />
        </span>
      </div>
    ))}
    <div className="form-acts">
      <Link className="button primary" to={back}>
        Done
      </Link>
    </div>
  </div>
);

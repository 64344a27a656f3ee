import { type ReactNode, useEffect, useState } from "react";
import { Link, useNavigate } from "react-router-dom";
import type { ActAnswer, ActSight, FieldSight, RecordAnswer, Row, StaleSight } from "../sight.ts";
import type { Draft } from "./draft.ts";
import { DraftBack } from "./draft-back.tsx";
import { draftOf, dropDraft, keepDraft, typedIn } from "./drafts.ts";
import { Effects } from "./effects.tsx";
import { ExpressionCheck } from "./expression.tsx";
import { Field, wireOf } from "./field.tsx";
import { Foreseen } from "./foreseen.tsx";
import { isBehindGlass } from "./here.ts";
import { MailPreview } from "./mail-preview.tsx";
import { type Difference, differencesOf, mergedOf, textOf } from "./merge.ts";
import { notify } from "./notice.tsx";
import { Stale } from "./stale.tsx";
import { Standing } from "./standing.tsx";
import { ask, post } from "./talk.ts";
import { undoing } from "./undo.ts";
import { useUnsaved } from "./unsaved.ts";
import { Copy } from "./values.tsx";

interface FormProps {
  readonly title: string;
  readonly act: ActSight;
  readonly path: string;
  readonly start: Row;
  readonly answer: Partial<RecordAnswer>;
  /** Where one comes from, and goes after. */
  readonly back: string;
  /** It is filled in on the spot: nobody goes anywhere. */
  readonly here?: { readonly titleId: string; readonly leave: () => void; readonly done: () => void } | undefined;
  /** Where what is typed can be tried before it is done. */
  readonly trial?: (typed: Row) => string | undefined;
  /** What one looks at while one types. */
  readonly beside?: ((draft: Draft) => ReactNode) | undefined;
  /** What may be tried with it before. */
  readonly below?: ((draft: Draft) => ReactNode) | undefined;
}

/** The form of an act: says what will happen, and at its fields what is wrong. */
export function Form({
  title,
  act,
  path,
  start,
  answer: { preview, foreseen, standing, choices, approval, names = {}, start: asOpened },
  back,
  here,
  trial,
  beside,
  below,
}: FormProps) {
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => draftOf(path));
  const [typed, setTyped] = useState<Row>({ ...start, ...draft, ...saidBy(start, asOpened) });
  const [answer, setAnswer] = useState<ActAnswer>();
  const [sent, setSent] = useState<Row>({});
  const [isSending, setSending] = useState(false);
  const [why, setWhy] = useState("");
  const [began, setBegan] = useState<Row | undefined>(asOpened);
  const [stale, setStale] = useState<Meeting>();
  const [isTouched, setTouched] = useState(draft !== undefined);
  useUnsaved(isTouched);
  useEffect(() => {
    if (isTouched) keepDraft(path, typedIn(act, typed, began ?? {}));
  }, [isTouched, path, act, typed, began]);
  const fields = act.fields.filter(({ only }) => only === undefined || typed[only.of] === only.is);
  // An expression is looked at while it is typed: what was wrong with it before says nothing any more.
  const errorOf = ({ name, kind }: FieldSight) =>
    kind === "expression" && typed[name] !== sent[name] ? undefined : answer?.errors?.[name];
  const wire = () => ({ ...typed, ...Object.fromEntries(fields.map((field) => [field.name, wireOf(field, typed[field.name])])) });
  const chosen = act.startsBy === undefined ? "" : textOf(typed[act.startsBy]);
  const beganBy = act.startsBy === undefined ? "" : textOf(began?.[act.startsBy]);
  useEffect(() => {
    if (act.startsBy === undefined || chosen === "" || chosen === beganBy) return;
    const asked = new AbortController();
    ask<Partial<RecordAnswer>>(`${path}?${new URLSearchParams({ [act.startsBy]: chosen })}`, { signal: asked.signal })
      .then(({ start: now = {} }) => {
        setTyped((before) => startedAnew(before, began ?? {}, now));
        setBegan(now);
      })
      .catch((error: Error) => asked.signal.aborted || notify("error", error.message));
    return () => asked.abort();
  }, [act.startsBy, path, chosen, beganBy, began]);
  const tell = (given: ActAnswer | undefined) => {
    setSent(typed);
    setAnswer(given);
  };
  const meet = (met: StaleSight) => {
    const differences = differencesOf(fields, began ?? {}, met.start, wire());
    setStale({ stale: met, differences });
    setTyped(mergedOf(differences, met.start, typed));
    setBegan(met.start);
  };
  const send = async () => {
    setSending(true);
    setSent(typed);
    try {
      const given = await post<ActAnswer>(path, { ...wire(), began }, undefined, why);
      setAnswer(given);
      if (given.stale) meet(given.stale);
      if (given.notice.type === "error") return;
      dropDraft(path);
      setTouched(false);
      notify("success", given.notice.message, undoing(given));
      if (given.shown?.length) return;
      if (here) here.done();
      else navigate(given.redirectUrl ?? back);
    } catch (error) {
      setAnswer({ notice: { type: "error", message: error instanceof Error ? error.message : "Something went wrong." } });
    } finally {
      setSending(false);
    }
  };
  useEffect(() => {
    if (answer?.notice.type !== "error") return;
    const wrong = document.querySelector<HTMLElement>('.form [aria-invalid="true"]');
    // The button rested while it was sent, and whatever rests loses the focus.
    if (wrong) wrong.focus();
    else if (document.activeElement === document.body) document.querySelector<HTMLElement>(".form button[type=submit]")?.focus();
  }, [answer]);
  if (answer?.shown?.length) return <ShownOnce title={title} answer={answer} back={back} here={here} />;
  const change = (name: string, value: unknown) => {
    setTouched(true);
    setTyped((before) => ({ ...before, [name]: value }));
  };
  const startAfresh = () => {
    dropDraft(path);
    setDraft(undefined);
    setTouched(false);
    setBegan(asOpened);
    setTyped(start);
    setAnswer(undefined);
  };
  const trialPath = trial?.(typed);
  const decisive = act.consequences ? textOf(typed[act.consequences.of]) : "";
  const now = { typed, change, wire, tell };
  return (
    <>
      <div className={beside ? "act beside" : "act"}>
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
          <Title title={title} here={here} />
          <div className={`consequence ${act.isGrave ? "grave" : ""}`}>
            <strong>What will happen:</strong> {act.consequences?.words[decisive]} {act.consequence}
            {foreseen ? <Foreseen foreseen={foreseen} chosen={decisive} endsAt={textOf(wire()["endsAt"])} /> : null}
          </div>
          {draft ? <DraftBack startAfresh={startAfresh} /> : null}
          {standing ? <Standing standing={standing} /> : null}
          {act.forTwo === undefined ? null : (
            <p className="notice warn">
              <strong>Needs a second person{act.forTwo === "" ? "" : ` ${act.forTwo}`}:</strong> nothing is changed until another admin
              approves exactly this, within seven days.
            </p>
          )}
          {answer?.notice.type === "error" ? (
            <p className="notice error" role="alert">
              {answer.notice.message}
            </p>
          ) : null}
          {stale ? <Stale {...stale} textIn={(name) => textOf(wire()[name])} change={change} /> : null}
          {approval ? <Effects effects={approval.effects} names={names} /> : null}
          {fields.map((field) => (
            <Field
              key={field.name}
              field={withChoices(field, choices)}
              value={typed[field.name]}
              error={errorOf(field)}
              metric={field.name === "limit" ? String(typed["metric"] ?? "") : ""}
              change={(value) => change(field.name, value)}
            >
              {field.kind === "expression" && errorOf(field) === undefined ? <ExpressionCheck typed={typed} /> : null}
            </Field>
          ))}
          {preview ? <MailPreview preview={preview} fields={act.fields} typed={typed} /> : null}
          {isBehindGlass ? <Escalation why={why} setWhy={setWhy} /> : null}
          <div className="form-acts">
            <Leave className="button" label="Cancel" back={back} leave={here?.leave} left={() => dropDraft(path)} />
            {trialPath ? (
              <Link className="button" to={trialPath}>
                Try this first
              </Link>
            ) : null}
            <button type="submit" className={`button ${act.isGrave ? "danger solid" : "primary"}`} disabled={isSending}>
              {isSending ? "Working…" : act.label}
            </button>
          </div>
        </form>
        {beside?.(now)}
      </div>
      {below ? <div className="below">{below(now)}</div> : null}
    </>
  );
}

/** What the way that led to the form says of it goes before what was typed another time. */
const saidBy = (start: Row, asOpened: Row = {}): Row =>
  Object.fromEntries(Object.entries(start).filter(([name, value]) => textOf(value) !== textOf(asOpened[name])));

/** What is in the form of another part of the record: as that is, but for what was typed. */
const startedAnew = (typed: Row, began: Row, now: Row): Row => ({
  ...now,
  ...Object.fromEntries(Object.entries(typed).filter(([name, value]) => name !== "revision" && textOf(value) !== textOf(began[name]))),
});

const Title = ({ title, here }: Pick<FormProps, "title" | "here">) => (here ? <h2 id={here.titleId}>{title}</h2> : <h1>{title}</h1>);

interface LeaveProps {
  readonly className: string;
  readonly label: string;
  readonly back: string;
  readonly leave: (() => void) | undefined;
  readonly left?: () => void;
}

const Leave = ({ className, label, back, leave, left }: LeaveProps) =>
  leave ? (
    <button
      type="button"
      className={className}
      onClick={() => {
        left?.();
        leave();
      }}
    >
      {label}
    </button>
  ) : (
    <Link className={className} to={back} onClick={left}>
      {label}
    </Link>
  );

interface Meeting {
  readonly stale: StaleSight;
  readonly differences: readonly Difference[];
}

/** Behind broken glass one reads; to act is an escalation, each time with a reason. */
const Escalation = ({ why, setWhy }: { why: string; setWhy: (why: string) => void }) => (
  <div className="escalation">
    <p>
      <strong>This session only reads.</strong> To do this one act, say why it can't wait. It is written down with what you change.
    </p>
    <div className="field">
      <label htmlFor="escalation">Why, behind broken glass</label>
      <input id="escalation" maxLength={1000} value={why} onChange={({ target }) => setWhy(target.value)} />
    </div>
  </div>
);

const withChoices = (field: FieldSight, choices: RecordAnswer["choices"]): FieldSight => {
  const known = choices?.[field.name];
  return known ? { ...field, choices: known } : field;
};

/** A date without its time reads as nothing at all: what was meant to end would last for ever. */
const unfinishedIn = (form: HTMLFormElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...form.elements].flatMap((each) =>
      each instanceof HTMLInputElement && each.validity.badInput ? [[each.name, "Complete the date and the time, or clear both."]] : [],
    ),
  );

/** Secrets that are kept nowhere: copied now, or lost. */
const ShownOnce = ({ title, answer, back, here }: Pick<FormProps, "title" | "back" | "here"> & { answer: ActAnswer }) => (
  <div className="act sheet form">
    <Title title={title} here={here} />
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
      <Leave className="button primary" label="Done" back={back} leave={here?.done} />
    </div>
  </div>
);

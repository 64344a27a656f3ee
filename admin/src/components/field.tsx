import { maskedText } from "@nextmavens/api/platform/masking";
import type { ReactNode } from "react";
import type { FieldSight } from "../sight.ts";
import { localOf } from "./filters.tsx";
import { amount, bytes, duration, exact, exactAmount, exactTime, quantity, relative } from "./format.ts";
import { textOf } from "./merge.ts";

interface FieldProps {
  readonly field: FieldSight;
  readonly value: unknown;
  readonly error: string | undefined;
  /** What a limit's figure counts. */
  readonly metric: string;
  readonly change: (value: unknown) => void;
  /** Said under the input of what stands in it. */
  readonly children?: ReactNode;
}

/** One field of a form, with what is wrong with it beside it. */
export function Field({ field, value, error, metric, change, children }: FieldProps) {
  const id = `field-${field.name}`;
  const about = [field.hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  if (field.kind === "confirm") return error || value === "true" ? <Confirm {...{ id, field, value, error, change }} /> : null;
  const read = readingOf(field, String(value ?? ""), metric);
  return (
    <div className={`field${error ? " wrong" : ""}`}>
      <label htmlFor={id}>
        {field.label}
        {field.isRequired ? null : <span className="optional">optional</span>}
      </label>
      <span className={field.unit && field.kind !== "choice" ? "with-unit" : "whole"}>
        <Input id={id} field={field} value={value} change={change} describedBy={about} isWrong={error !== undefined} />
        {field.unit && field.kind !== "choice" ? <span className="unit">{field.unit}</span> : null}
      </span>
      {read ? <p className="reading">{read}</p> : null}
      {children}
      {error ? (
        <p id={`${id}-error`} className="error-text">
          {error}
        </p>
      ) : null}
      {field.hint ? (
        <p id={`${id}-hint`} className="hint">
          {sentence(field.hint)}
        </p>
      ) : null}
    </div>
  );
}

type ConfirmProps = Pick<FieldProps, "field" | "value" | "error" | "change"> & { readonly id: string };

/** Shown once the platform asks for it, under what it says of the consequences. */
const Confirm = ({ id, field, value, error, change }: ConfirmProps) => (
  <div className="field wrong confirm">
    {error ? (
      <p id={`${id}-error`} className="error-text">
        {error}
      </p>
    ) : null}
    <label htmlFor={id}>
      <input
        id={id}
        name={field.name}
        type="checkbox"
        checked={value === "true"}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        onChange={({ target }) => change(target.checked ? "true" : "")}
      />{" "}
      {field.label}
    </label>
  </div>
);

interface InputProps {
  readonly id: string;
  readonly field: FieldSight;
  readonly value: unknown;
  readonly change: (value: unknown) => void;
  readonly describedBy: string;
  readonly isWrong: boolean;
}

function Input({ id, field, value, change, describedBy, isWrong }: InputProps) {
  const common = {
    id,
    name: field.name,
    "aria-invalid": isWrong,
    "aria-required": field.isRequired,
    ...(describedBy ? { "aria-describedby": describedBy } : {}),
    ...(field.placeholder ? { placeholder: field.placeholder } : {}),
  };
  const text = textOf(value);
  switch (field.kind) {
    case "choice":
    case "yes-no":
      return (
        <select {...common} value={text} onChange={({ target }) => change(target.value)}>
          <option value="">{field.isRequired ? "Choose…" : "unchanged"}</option>
          {(field.kind === "yes-no" ? ["true", "false"] : (field.choices ?? [])).map((each) => (
            <option key={each} value={each}>
              {field.unit ? readings[field.unit]?.(Number(each)) : (choiceWords[each] ?? each.replaceAll("_", " "))}
            </option>
          ))}
        </select>
      );
    case "lines":
      return <textarea {...common} rows={3} spellCheck={false} value={text} onChange={({ target }) => change(target.value)} />;
    case "area":
      return <textarea {...common} rows={4} value={text} onChange={({ target }) => change(target.value)} />;
    case "json":
    case "expression":
      return (
        <textarea
          {...common}
          className="json"
          rows={field.kind === "json" ? 16 : 5}
          spellCheck={false}
          value={text}
          onChange={({ target }) => change(target.value)}
        />
      );
    case "moment":
      return (
        <input
          {...common}
          type="datetime-local"
          value={/Z$/.test(text) ? localOf(text) : text}
          onChange={({ target }) => change(target.value)}
        />
      );
    case "secret":
      return <input {...common} type="password" autoComplete="new-password" value={text} onChange={({ target }) => change(target.value)} />;
    case "number":
      return <input {...common} inputMode="decimal" autoComplete="off" value={text} onChange={({ target }) => change(target.value)} />;
    default:
      return <input {...common} autoComplete="off" value={text} onChange={({ target }) => change(target.value)} />;
  }
}

const choiceWords: Readonly<Record<string, string>> = { true: "yes", false: "no" };

/** How what is typed is understood, before it is sent. */
function readingOf({ kind, unit, longest = Number.POSITIVE_INFINITY }: FieldSight, typed: string, metric: string): string | undefined {
  if (kind === "number") return unit ? figureIn(unit, typed) : figureOf(typed, metric);
  if (kind === "moment") return momentOf(typed);
  // The browser would cut off what is pasted, and tell nobody.
  if (typed.length > longest) return `${exact(typed.length)} characters, of ${exact(longest)} at most`;
  return kind === "area" && maskedText(typed) !== typed ? "What looks like a secret in it is replaced by [masked]." : undefined;
}

/** A time is typed in the viewer's zone; that of everybody else is beside it. */
function momentOf(typed: string): string | undefined {
  const time = new Date(typed);
  return Number.isNaN(time.getTime()) ? undefined : `${exactTime(time.toISOString())} · ${relative(time.toISOString(), Date.now())}`;
}

/** Figures too large to be taken in at a glance. */
const readings: Readonly<Record<string, (value: number) => string>> = {
  bytes,
  ms: (value) => duration(value / 1_000),
  seconds: duration,
  share: (value) => `${exact(value * 100)} % succeed, ${exact(Math.round((1 - value) * 10_000) / 100)} % may be mistaken`,
};

function figureIn(unit: string, typed: string): string | undefined {
  const value = Number(quantity(typed));
  const read = readings[unit]?.(value);
  return typed.trim() === "" || Number.isNaN(value) || read === `${typed} ${unit}` ? undefined : read;
}

function figureOf(typed: string, metric: string): string | undefined {
  const value = Number(quantity(typed));
  if (typed.trim() === "" || Number.isNaN(value) || metric === "") return undefined;
  const inWords = amount(value, metric);
  const inFigures = exactAmount(value, metric);
  return inWords === inFigures ? inWords : `${inWords} (${inFigures})`;
}

/** What was typed as it travels: figures as numbers, times as UTC. */
export function wireOf({ kind }: FieldSight, value: unknown): unknown {
  if (typeof value !== "string" || value === "") return value;
  if (kind === "number") return quantity(value);
  if (kind === "moment" && !value.endsWith("Z")) return new Date(value).toISOString();
  return value;
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;

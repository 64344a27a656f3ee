import { type Action, type Engine, perform } from "@nextmavens/api/platform/action";
import { mayEscalateTo } from "@nextmavens/api/platform/broken-glass";
import { Outcomes } from "@nextmavens/api/platform/each";
import { wordsOf } from "@nextmavens/api/platform/flaws";
import { isNestedDeeper, nestingMax } from "@nextmavens/api/platform/nesting";
import type { AnyOperation, InputOf, OutputOf } from "@nextmavens/api/platform/operation";
import { includesRole, type StaffRole } from "@nextmavens/api/platform/permission";
import { Refusal } from "@nextmavens/api/platform/refusal";
import { refuseUnstorable } from "@nextmavens/api/platform/storable";
import { z } from "zod";
import type { Visit } from "../door/member.ts";
import type { ActAnswer, ActSight, FieldSight, Foreseen, MailPreview, RecordAnswer, Row } from "../sight.ts";
import { type FieldWords, fieldsOf, inputOf } from "./fields.ts";
import { isTakenBack, undoOf } from "./inverses.ts";
import { fieldsOfParts, issuesIn, type Parts, withDocument } from "./parts.ts";

/** How an operation is shown as an act on a page. `Given` is what the record says of the input by itself. */
interface Showing<Input, Output> {
  /** The last part of the act's address. */
  readonly name: string;
  readonly label: string;
  /** The title of its form; `{}` stands for what the record is called, `{project}` for its project. */
  readonly heading?: string;
  readonly on: "record" | "resource";
  /** A part of the record's page that offers it, instead of the head. */
  readonly part?: string;
  readonly isGrave?: boolean;
  /** What will happen, said before it does. */
  readonly consequence: string;
  /** And what besides, by what is chosen in a field. */
  readonly consequences?: { readonly of: keyof Input & string; readonly words: Readonly<Record<string, string>> };
  /** Input taken from the record rather than asked for. */
  readonly given?: (row: Row) => Partial<Input>;
  /** Whether the act makes sense on this record now. */
  readonly isOffered?: (row: Row, visit: Visit) => boolean;
  readonly words?: { readonly [Name in keyof Input & string]?: FieldWords };
  /** A document that is asked for field by field. */
  readonly parts?: Parts;
  /** Which fields come first, where the contract's order is not a form's. */
  readonly order?: readonly string[];
  /** The record is not what the operation edits but what that belongs to: its revision says nothing of the edit. */
  readonly editsAnother?: boolean;
  /** What the form begins with; `said` is what is chosen in it already. */
  readonly start?: (row: Row, engine: Engine, visit: Visit, said: Row) => Row | Promise<Row>;
  /** The field that says of which of the record's parts the form is: it begins with how that is. */
  readonly startsBy?: keyof Input & string;
  /** What may be chosen in its fields, where the database or the record says so. */
  readonly choices?: (engine: Engine, visit: Visit, row: Row) => RecordAnswer["choices"] | Promise<RecordAnswer["choices"]>;
  /** Nobody decides it without what the record's page shows. */
  readonly needsPage?: boolean;
  /** What its owner will be told, shown beside the form. */
  readonly preview?: (row: Row, engine: Engine) => MailPreview;
  /** What it will do in figures, as things stand. */
  readonly foresee?: (row: Row, engine: Engine, visit: Visit) => Promise<Foreseen>;
  /** It does to many records what the act of this name does to one. */
  readonly manyOf?: string;
  /** What came of each of many. */
  readonly outcomes?: (output: Output) => NonNullable<ActAnswer["outcomes"]>;
  readonly done: (output: Output, row: Row) => string;
  /** What is shown this once and kept nowhere. */
  readonly shown?: (output: Output) => readonly { readonly label: string; readonly value: string }[];
  readonly leadsTo?: (output: Output, row: Row) => string;
}

/** An operation of the API as an act of the console: same contract, same action, another door. */
export interface Offered {
  readonly operation: AnyOperation;
  readonly sight: ActSight;
  readonly isOffered: (row: Row, visit: Visit) => boolean;
  readonly start: (row: Row, engine: Engine, visit: Visit, said: Row) => Promise<Row>;
  readonly choices: (engine: Engine, visit: Visit, row: Row) => Promise<RecordAnswer["choices"]>;
  readonly preview: (row: Row, engine: Engine) => MailPreview | undefined;
  readonly foresee: (row: Row, engine: Engine, visit: Visit) => Promise<Foreseen | undefined>;
  readonly needsPage: boolean;
  /** What was typed as the input it makes; and what is wrong with it, as the form says it. */
  readonly stated: (typed: Row, row: Row) => Record<string, unknown>;
  readonly refused: (error: unknown, stated: Row, row: Row) => ActAnswer;
  readonly act: (engine: Engine, visit: Visit, typed: Readonly<Record<string, unknown>>, row: Row) => Promise<Acted>;
}

/** What came of it; whether the record was changed since the form was opened, the console has still to tell more of. */
export type Acted = ActAnswer & { readonly isStale?: boolean };

export function offer<D extends AnyOperation>(
  operation: D,
  action: Action<InputOf<D>, OutputOf<D>>,
  showing: Showing<InputOf<D>, OutputOf<D>>,
): Offered {
  const given = showing.given ?? (() => ({}));
  const known = new Set(Object.keys(given({})));
  const asked = Object.entries({ ...operation.path, ...operation.body, ...operation.query }).filter(([name]) => !known.has(name));
  const { parts, order = [] } = showing;
  const whole = fieldsOf(Object.fromEntries(asked), new Map(Object.entries<FieldWords | undefined>(showing.words ?? {})));
  const fields = inOrder(parts ? whole.flatMap((field) => (field.name === parts.of ? fieldsOfParts(parts) : [field])) : whole, order);
  const stated = (typed: Row, row: Row) => {
    const plain = inputOf(
      fields.filter(({ only }) => only === undefined),
      typed,
    );
    const said = { ...plain, ...given(row) };
    return parts ? withDocument(parts, fields, typed, said, row) : said;
  };
  const refusedAt = (error: unknown, said: Row, row: Row) =>
    parts && error instanceof z.ZodError
      ? refused(new z.ZodError(issuesIn(parts, error.issues, said, row)), fields, { ...said, ...(said[parts.of] as Row) })
      : refused(error, fields, said);
  const { name, label, heading = label, on, part, isGrave = false, consequence, consequences, manyOf, startsBy } = showing;
  const optional = {
    ...(startsBy ? { startsBy } : {}),
    ...(part ? { part } : {}),
    ...(consequences ? { consequences } : {}),
    ...(manyOf ? { manyOf } : {}),
    ...(operation.forTwo ? { forTwo: operation.forTwo.where ?? "" } : {}),
  };
  roleOf(operation);
  return {
    sight: { name, label, heading, on, isGrave, consequence, fields, ...optional },
    operation,
    isOffered: showing.isOffered ?? (() => true),
    start: async (row, engine, visit, chosen) => ({
      ...(await showing.start?.(row, engine, visit, chosen)),
      ...(showing.editsAnother ? {} : revisionOf(operation, row)),
    }),
    choices: async (engine, visit, row) => showing.choices?.(engine, visit, row),
    preview: (row, engine) => showing.preview?.(row, engine),
    foresee: async (row, engine, visit) => showing.foresee?.(row, engine, visit),
    needsPage: showing.needsPage ?? false,
    stated,
    refused: refusedAt,
    async act(engine, visit, typed, row) {
      const said = stated(typed, row);
      try {
        refuseHostile(said);
        const input = operation.input.parse(said, { error: wordsOf }) as InputOf<D>;
        const began = isTakenBack(operation) ? await showing.start?.(row, engine, visit, typed) : undefined;
        const call = { operation, actor: visit.actor, request: visit.request, ifMatch: ifMatchOf(operation, typed) };
        const output = await perform(engine, call, action, input);
        return {
          notice: { type: "success", message: showing.done(output, row) },
          ...undoOf(operation, output, { row, said, began: began ?? {}, requestId: visit.request.id }),
          ...(showing.outcomes ? { outcomes: showing.outcomes(output) } : {}),
          ...(showing.shown ? { shown: showing.shown(output) } : {}),
          ...(showing.leadsTo ? { redirectUrl: showing.leadsTo(output, row) } : {}),
        };
      } catch (error) {
        return waitsFor(error) ?? refusedAt(error, said, row);
      }
    },
  };
}

/** An act on one record, and the same on many: asked for once, by the operation that does it to each of them. */
export const offerForMany = <D extends AnyOperation>(
  { sight: { name, label, heading, isGrave, consequence } }: Offered,
  operation: D,
  action: Action<InputOf<D>, OutputOf<D>>,
  given: Partial<InputOf<D>> = {},
): Offered =>
  offer(operation, action, {
    ...{ name: `${name}-many`, label, heading, on: "resource", isGrave, consequence, manyOf: name },
    given: () => given,
    outcomes: (output) => Outcomes.parse(output).items,
    done: (output) => {
      const { done, items } = Outcomes.parse(output);
      return `${label}: ${done} of ${items.length} done.`;
    },
  });

const inOrder = (fields: readonly FieldSight[], order: readonly string[]) => {
  const place = ({ name }: FieldSight) => (order.includes(name) ? order.indexOf(name) : order.length);
  return fields.toSorted((a, b) => place(a) - place(b));
};

/** Only what the API lets staff do is offered to staff. */
export function roleOf({ id, permission }: AnyOperation): StaffRole {
  if (typeof permission === "object" && "staff" in permission) return permission.staff;
  throw new Error(`${id} is not an operation of staff`);
}

export const mayUse = ({ member, actor }: Visit, { operation }: Offered) =>
  includesRole(member.role, roleOf(operation)) && (!actor.brokenGlass || mayEscalateTo(operation.id));

/** The revision the form was opened at, so that nobody's edit is overwritten unseen. */
const revisionOf = ({ ifMatch }: AnyOperation, row: Row) =>
  ifMatch && typeof row["revision"] === "number" ? { revision: row["revision"] } : {};
const ifMatchOf = ({ ifMatch }: AnyOperation, { revision }: Readonly<Record<string, unknown>>) =>
  ifMatch && revision !== undefined && revision !== "" && Number.isSafeInteger(Number(revision)) ? Number(revision) : undefined;

/** What no contract speaks of because the API's own door refuses it for all of them. */
function refuseHostile(stated: Readonly<Record<string, unknown>>): void {
  const [deep] = Object.entries(stated).find(([, value]) => isNestedDeeper(value)) ?? [];
  if (deep !== undefined)
    throw new z.ZodError([{ code: "custom", path: [deep], message: `is nested deeper than ${nestingMax} levels`, input: undefined }]);
  refuseUnstorable(stated);
}

/** Something that waits for a second person is asked for, and no mistake: its page tells what goes on. */
function waitsFor(error: unknown): Acted | undefined {
  if (!(error instanceof Refusal) || error.code !== "approval_needed") return undefined;
  const message = "Nothing is changed yet: it waits for another admin to approve it.";
  return { notice: { type: "success", message }, redirectUrl: `/admin/resources/approvals/records/${error.details["approvalId"]}/show` };
}

/** What every feature calls it that a revision is not the one in force. */
const editedMeanwhile = "edited_meanwhile";

/** What is wrong with the form at its fields, and what the platform decided against as a sentence. */
function refused(error: unknown, fields: readonly FieldSight[], stated: Readonly<Record<string, unknown>>): Acted {
  if (error instanceof Refusal) {
    const isStale = error.code === editedMeanwhile ? { isStale: true } : {};
    return { notice: { type: "error", message: noticeOf(error, fields) }, errors: errorsIn(error, fields), ...isStale };
  }
  if (!(error instanceof z.ZodError)) throw error;
  const shown = new Set(fields.map(({ name }) => name));
  const errors: Record<string, string> = {};
  const elsewhere: string[] = [];
  for (const issue of error.issues) {
    const [field = "", ...deeper] = issue.path.map(String);
    if (shown.has(field)) errors[field] ??= stated[field] === undefined ? "This is needed." : [...deeper, said(issue)].join(": ");
    else elsewhere.push(said(issue));
  }
  return {
    notice: { type: "error", message: elsewhere.length > 0 ? elsewhere.join(" ") : "Please look at the fields marked below." },
    errors,
  };
}

/** As the platform says it, but where a form has another way to say it: a choice, yes or no, a document. */
function said(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return "Choose one of these.";
  return (issue.code === "invalid_type" && inForms[issue.expected]) || sentence(issue.message);
}
const inForms: Readonly<Record<string, string>> = {
  boolean: "Choose yes or no.",
  record: "Must be a JSON object.",
  object: "Must be a JSON object.",
};

const Pointed = z.object({ errors: z.array(z.object({ path: z.string(), message: z.string() })) });

const Faulty = z.object({ fault: z.object({ message: z.string(), marked: z.string() }) });

/** Refusals name a field as the API calls it; a form calls it by its label, and what an answer lists it shows at the field. */
const named = (message: string, fields: readonly FieldSight[]) =>
  fields.reduce((text, { name, label }) => text.replaceAll(`\`${name}\``, `“${label}”`), message.replace(": `errors` says where", ""));

const ToConfirm = z.object({ consequences: z.array(z.string()) });

/** What is to be confirmed stands at the box that confirms it. */
const noticeOf = ({ message, details }: Refusal, fields: readonly FieldSight[]) =>
  ToConfirm.safeParse(details).success ? "Read below whom this hits, and confirm it." : named(message, fields);

/** A refusal may name the field it is about, say where in a document it lies, or tell what is to be confirmed. */
function errorsIn({ message, details }: Refusal, fields: readonly FieldSight[]): Record<string, string> {
  const toConfirm = ToConfirm.safeParse(details);
  const box = fields.find(({ kind }) => kind === "confirm");
  if (toConfirm.success && box) return { [box.name]: toConfirm.data.consequences.join("\n") };
  const at = (name: string) => message.indexOf(`\`${name}\``);
  const [meant] = fields.filter(({ name }) => at(name) !== -1).sort((a, b) => at(a.name) - at(b.name));
  if (meant) return { [meant.name]: named(message, fields) };
  const pointed = Pointed.safeParse(details);
  const document = fields.find(({ kind }) => kind === "json" || kind === "expression");
  const faulty = Faulty.safeParse(details);
  if (faulty.success && document) return { [document.name]: `${faulty.data.fault.message}\n${faulty.data.fault.marked}` };
  if (!pointed.success || !document) return {};
  return { [document.name]: pointed.data.errors.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join("\n") };
}

const sentence = (message: string) => `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? "" : "."}`;

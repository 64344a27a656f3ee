import { type BreakGlassSession, enter, openBreakGlass } from "@nextmavens/api/break-glass";
import { perform } from "@nextmavens/api/platform/action";
import { wordsOf } from "@nextmavens/api/platform/flaws";
import { Refusal } from "@nextmavens/api/platform/refusal";
import { refuseUnstorable } from "@nextmavens/api/platform/storable";
import { postStatus, setMaintenance } from "@nextmavens/api/status";
import type { Request, Response } from "express";
import { z } from "zod";
import { infoOf } from "../door/member.ts";
import type { SealedCookie } from "../door/sealed-cookie.ts";
import { type Act, type House, unlessAway, whileAwaited } from "./inside.ts";
import type { Said, Typed } from "./pages.ts";

const Opening = z.object({
  ...openBreakGlass.body,
  minutes: z.preprocess((text) => (/^\d{1,3}$/.test(String(text)) ? Number(text) : text), openBreakGlass.body.minutes),
  isDrill: z.preprocess((kind) => kind !== "real", z.boolean()),
});

const longestShown = 2_000;
const textOf = (value: unknown) => (typeof value === "string" ? value.slice(0, longestShown) : "");

/** What comes back into the form, but nothing secret. */
const typedIn = (fields: Readonly<Record<string, unknown>>): Typed => ({
  holder: textOf(fields["holder"]),
  reason: textOf(fields["reason"]),
  incident: textOf(fields["incident"]),
  minutes: textOf(fields["minutes"]),
  isReal: fields["kind"] === "real",
});

interface Refused {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly typed: Typed;
  readonly said: Said;
}

/** Lets a holder in, by the database or, where that is away, by the local verifier file; or says why not. */
export async function openBy(house: House, cookie: SealedCookie, request: Request, response: Response): Promise<Refused | undefined> {
  const { kind, ...fields } = request.fields ?? {};
  const typed = typedIn(request.fields ?? {});
  try {
    refuseUnstorable(fields);
    const opened = await open(house, Opening.parse({ ...fields, isDrill: kind }, { error: wordsOf }), request, response);
    const expires = new Date(opened.expiresAt);
    response.cookie(cookie.name, cookie.seal(opened.staffId, opened.staffSessionId), { ...cookie.options, expires });
    return undefined;
  } catch (error) {
    if (error instanceof Refusal)
      return { status: error.status, headers: error.headers, typed, said: { tone: "error", message: sentenceOf(error) } };
    if (!(error instanceof z.ZodError)) throw error;
    const errors = Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0]), message]));
    return { status: 422, typed, said: { tone: "error", message: "Please look at the fields marked below.", errors } };
  }
}

interface Opened {
  readonly staffId: string;
  readonly staffSessionId: string;
  readonly expiresAt: string;
}

async function open(house: House, input: z.output<typeof Opening>, request: Request, response: Response): Promise<Opened> {
  const { engine, outage, clock } = house;
  // However long the database is waited for, the digits are judged by when they came in.
  const from = { ...infoOf(request, response), cameAt: clock().toISOString() };
  const call = { operation: openBreakGlass, actor: { kind: "public", id: "public" } as const, request: from };
  const entered = engine && (await unlessAway(house, (isGivenUp) => perform(engine, call, whileAwaited(enter, isGivenUp), input)));
  return entered ? ofSession(entered) : outage.open(input, from);
}

const ofSession = ({ session, staffSessionId }: { session: BreakGlassSession; staffSessionId: string }): Opened => ({
  staffId: session.holder,
  staffSessionId,
  expiresAt: session.expiresAt,
});

const Mistyped = z.object({ groups: z.array(z.number()) });

function sentenceOf({ message, details }: Refusal): string {
  const mistyped = Mistyped.safeParse(details);
  return mistyped.success ? `The code is mistyped in group ${mistyped.data.groups.join(", ")}. Look at the paper again.` : message;
}

const Maintenance = z.object(setMaintenance.body);
const Post = z.object(postStatus.body);

/** What a form of the session's own page asks for. Maintenance that says nothing is over. */
export function readAct(path: string, fields: Readonly<Record<string, unknown>>): Act | z.ZodError {
  try {
    refuseUnstorable(fields);
    const { message, text, reason } = fields;
    if (path === "/status") return { does: "postStatus", ...Post.parse({ text, reason }, { error: wordsOf }) };
    return {
      does: "setMaintenance",
      ...Maintenance.parse({ message: fields["ends"] === undefined ? message : null, reason }, { error: wordsOf }),
    };
  } catch (error) {
    if (error instanceof z.ZodError) return error;
    throw error;
  }
}

/** The page at /break-glass: forms that need no script, no AdminJS and no bundle, for the day when those may be what is broken. */
import { end, endBreakGlass, enter, openBreakGlass } from "@nextmavens/api/break-glass";
import { type Engine, perform } from "@nextmavens/api/platform/action";
import { wordsOf } from "@nextmavens/api/platform/flaws";
import { Refusal } from "@nextmavens/api/platform/refusal";
import { refuseUnstorable } from "@nextmavens/api/platform/storable";
import express, { type Request, type Response } from "express";
import { z } from "zod";
import { readBody } from "../door/body.ts";
import { type GlassCookie, glassCookie } from "../door/broken-glass.ts";
import { hardened, nonceOf } from "../door/headers.ts";
import { infoOf, noteRequest, type Visit, visitBy } from "../door/member.ts";
import { sameOriginOnly } from "../door/same-origin.ts";
import { type OpenSession, openingPage, openPage, overPage, styleHash, type Typed } from "./pages.ts";
import { findOpen } from "./queries.ts";

/** Belongs at /break-glass, ahead of whatever reads bodies. */
export function breakGlassPages(engine: Engine): express.Router {
  const cookie = glassCookie(engine.vault, engine.publicUrl);
  const router = express.Router();
  router.use(noteRequest, ...hardened(engine.publicUrl.startsWith("https:"), [styleHash]), sameOriginOnly(engine.publicUrl), readBody);
  router.get("/", async (request, response) => {
    const inside = await insideOf(engine, cookie, request, response);
    response.send(inside ? openPage(inside.session, engine.clock(), nonceOf(response)) : openingPage({}));
  });
  router.post("/", (request, response) => openBy(engine, cookie, request, response));
  router.post("/end", async (request, response) => {
    const inside = await insideOf(engine, cookie, request, response);
    if (inside) {
      const { actor, request: info } = inside.visit;
      await perform(engine, { operation: endBreakGlass, actor, request: info }, end, { sessionId: inside.session.id });
    }
    response.clearCookie(cookie.name, cookie.options);
    response.send(overPage());
  });
  return router;
}

interface Inside {
  readonly visit: Visit;
  readonly session: OpenSession;
}

async function insideOf(engine: Engine, cookie: GlassCookie, request: Request, response: Response): Promise<Inside | undefined> {
  const visit = await visitBy(engine, cookie.read(request.headers.cookie), request, response);
  const glass = visit?.actor.brokenGlass;
  if (!visit || !glass) return undefined;
  const session = await engine.store.transact("platform", (db) => findOpen(db, glass.sessionId));
  return session && { visit, session };
}

const Fields = z.object({
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

async function openBy(engine: Engine, cookie: GlassCookie, request: Request, response: Response): Promise<void> {
  const { kind, ...fields } = request.fields ?? {};
  const typed = typedIn(request.fields ?? {});
  try {
    refuseUnstorable(fields);
    const input = Fields.parse({ ...fields, isDrill: kind }, { error: wordsOf });
    const call = { operation: openBreakGlass, actor: { kind: "public", id: "public" } as const, request: infoOf(request, response) };
    const { session, staffSessionId } = await perform(engine, call, enter, input);
    response.cookie(cookie.name, cookie.seal(session.holder, staffSessionId), { ...cookie.options, expires: new Date(session.expiresAt) });
    response.redirect(303, "/break-glass");
  } catch (error) {
    if (error instanceof z.ZodError) {
      const errors = Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0]), message]));
      response.status(422).send(openingPage(typed, { message: "Please look at the fields marked below.", errors }));
    } else if (error instanceof Refusal) {
      response
        .status(error.status)
        .set(error.headers)
        .send(openingPage(typed, { message: sentenceOf(error), errors: {} }));
    } else throw error;
  }
}

const Mistyped = z.object({ groups: z.array(z.number()) });

function sentenceOf({ message, details }: Refusal): string {
  const mistyped = Mistyped.safeParse(details);
  return mistyped.success ? `The code is mistyped in group ${mistyped.data.groups.join(", ")}. Look at the paper again.` : message;
}

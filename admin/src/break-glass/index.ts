/** The page at /break-glass: forms that need no script, no AdminJS and no bundle, for the day when those may be what is broken. */
import express, { type RequestHandler, type Response } from "express";
import { z } from "zod";
import { readBody } from "../door/body.ts";
import { hardened, nonceOf } from "../door/headers.ts";
import { noteRequest } from "../door/member.ts";
import { sameOriginOnly } from "../door/same-origin.ts";
import { glassCookie } from "../door/sealed-cookie.ts";
import { openBy, readAct } from "./fields.ts";
import { type House, insideOf } from "./inside.ts";
import { awayPage, openingPage, openPage, overPage, styleHash } from "./pages.ts";

export type { House } from "./inside.ts";

/** Answers with a page that tells where to go while the database is away. */
export function databaseAway(isSecure: boolean): RequestHandler[] {
  const sayAway: RequestHandler = (_request, response) => void response.status(503).set("retry-after", "5").send(awayPage());
  return [...hardened(isSecure, [styleHash]), sayAway];
}

/** Belongs at /break-glass, ahead of whatever reads bodies. */
export function breakGlassPages(house: House): express.Router {
  const cookie = glassCookie(house.vault, house.publicUrl);
  const router = express.Router();
  router.use(noteRequest, ...hardened(house.publicUrl.startsWith("https:"), [styleHash]), sameOriginOnly(house.publicUrl), readBody);
  router.get("/", async (request, response) => {
    const inside = await insideOf(house, cookie, request, response);
    response.send(inside ? await openPage(inside, house, nonceOf(response)) : openingPage(house.outage.ways, {}));
  });
  router.post("/", (request, response) => openBy(house, cookie, request, response));
  router.post("/end", async (request, response) => {
    await (await insideOf(house, cookie, request, response))?.end();
    response.clearCookie(cookie.name, cookie.options);
    response.send(overPage());
  });
  router.post(["/maintenance", "/status"], async (request, response) => {
    const inside = await insideOf(house, cookie, request, response);
    if (!inside)
      return void response
        .status(401)
        .send(openingPage(house.outage.ways, {}, { message: "Your session is over; this was not done.", errors: {} }));
    const act = readAct(request.path, request.fields ?? {});
    if (act instanceof z.ZodError) return sayAgain(response, await openPage(inside, house, nonceOf(response), sentenceOf(act)));
    await inside.act(act);
    response.redirect(303, "/break-glass");
  });
  return router;
}

const labels: Readonly<Record<string, string>> = { message: "What callers are told", text: "What everybody reads", reason: "Why" };

const sentenceOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `“${labels[String(path[0])] ?? String(path[0])}” ${message}.`).join(" ");

const sayAgain = (response: Response, page: string) => void response.status(422).send(page);

/** The page at /break-glass: forms that need no script, no AdminJS and no bundle, for the day when those may be what is broken. */
import express, { type RequestHandler, type Response } from "express";
import { z } from "zod";
import { readBody } from "../door/body.ts";
import { hardened, nonceOf } from "../door/headers.ts";
import { noteRequest } from "../door/member.ts";
import { sameOriginOnly } from "../door/same-origin.ts";
import { glassCookie } from "../door/sealed-cookie.ts";
import { openBy, readAct } from "./fields.ts";
import { type House, type Inside, type Standing, whereIs } from "./inside.ts";
import { awayPage, elsewherePage, notDone, openingPage, openPage, overPage, said, styleHash } from "./pages.ts";

export type { House } from "./inside.ts";
export { lookFirst } from "./pages.ts";

/** Answers with a page that tells where to go while the database is away. */
export function databaseAway(isSecure: boolean, isUnderWay = false): RequestHandler[] {
  const sayAway: RequestHandler = (_request, response) => void response.status(503).set("retry-after", "5").send(awayPage(isUnderWay));
  return [...hardened(isSecure, [styleHash]), sayAway];
}

/** Belongs at /break-glass, ahead of whatever reads bodies. */
export function breakGlassPages(house: House): express.Router {
  const { outage, databaseAnswers: answers } = house;
  const cookie = glassCookie(house.vault, house.publicUrl);
  const sayElsewhere = (response: Response) => void response.status(403).send(elsewherePage(house.publicUrl));
  const router = express.Router();
  router.use(
    noteRequest,
    ...hardened(house.publicUrl.startsWith("https:"), [styleHash]),
    sameOriginOnly(house.publicUrl, sayElsewhere),
    readBody,
  );
  const door = async () => ({ ways: outage.ways, isAway: !(await answers()), opens: outage.lastKnown() !== undefined });
  const show = async (inside: Inside, response: Response, problem?: string) => {
    const standing: Standing = { database: (await answers()) ? "answers" : "does not answer", lastKnown: outage.lastKnown() };
    inside.see(standing);
    response.send(openPage(inside, standing, house, nonceOf(response), problem));
  };
  const forget = (response: Response) => void response.clearCookie(cookie.name, cookie.options);
  router.get("/", async (request, response) => {
    const where = await whereIs(house, cookie, request, response);
    if (where.is === "inside") return show(where.inside, response);
    if (where.is === "over") forget(response);
    response.send(openingPage(await door(), {}, said[where.is]));
  });
  router.post("/", async (request, response) => {
    const refused = await openBy(house, cookie, request, response);
    if (!refused) return response.redirect(303, "/break-glass");
    const { status, headers = {}, typed, said } = refused;
    response
      .status(status)
      .set(headers)
      .send(openingPage(await door(), typed, said));
  });
  router.post("/end", async (request, response) => {
    const where = await whereIs(house, cookie, request, response);
    const ended = where.is === "inside" ? await where.inside.end() : where.is === "unknown" ? where.end() : "now";
    forget(response);
    response.send(overPage(ended));
  });
  router.post(["/maintenance", "/status"], async (request, response) => {
    const where = await whereIs(house, cookie, request, response);
    if (where.is !== "inside") return void response.status(401).send(openingPage(await door(), {}, notDone[where.is]));
    const { inside } = where;
    const act = readAct(request.path, request.fields ?? {});
    if (act instanceof z.ZodError) return show(inside, response.status(422), sentenceOf(act));
    if (await inside.act(act)) return response.redirect(303, "/break-glass");
    response.status(503).send(openingPage(await door(), {}, notDone.unknown));
  });
  return router;
}

const labels: Readonly<Record<string, string>> = { message: "What callers are told", text: "What everybody reads", reason: "Why" };

const sentenceOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `“${labels[String(path[0])] ?? String(path[0])}” ${message}.`).join(" ");

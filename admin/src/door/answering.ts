import { setTimeout as sleep } from "node:timers/promises";
import type { Request, RequestHandler, Response } from "express";

/** Whether the database answers, be it slowly. Asked often: it is neither flooded by that, nor waited for where it stands still. */
export type DatabaseAnswers = () => Promise<boolean>;

/** How often it is asked, while work is under way, whether the database still answers. */
const lookAgainMs = 500;

/** Comes back as soon as the database has fallen silent, or the work is over. */
export async function silence(databaseAnswers: DatabaseAnswers, isOver: () => boolean): Promise<void> {
  do await sleep(lookAgainMs, undefined, { ref: false });
  while (!isOver() && (await databaseAnswers()));
}

/** Says that the database does not answer; that it fell silent while something was under way, which may have been done. */
export type SayAway = (request: Request, response: Response, isUnderWay: boolean) => void;

/** Lets nobody wait for a database that is away or stands still, from the beginning or in the midst of a request. */
export const whileAnswered =
  (databaseAnswers: DatabaseAnswers, sayAway: SayAway): RequestHandler =>
  async (request, response, next) => {
    if (!(await databaseAnswers())) return sayAway(request, response, false);
    // The session's own way to end a response writes to the database first.
    const { end } = response;
    next();
    const isOver = () => response.closed || response.headersSent;
    await silence(databaseAnswers, isOver);
    if (isOver()) return;
    response.locals["isGivenUp"] = true;
    response.end = end;
    sayAway(request, response, request.method !== "GET");
  };

/** Whoever asked has been told meanwhile that the database does not answer: whatever comes of it now is nobody's. */
export const isGivenUp = (response: Response): boolean => response.locals["isGivenUp"] === true;

import { type Action, type Engine, perform } from "@nextmavens/api/platform/action";
import { wordsOf } from "@nextmavens/api/platform/flaws";
import type { AnyOperation, InputOf, OutputOf } from "@nextmavens/api/platform/operation";
import { Refusal } from "@nextmavens/api/platform/refusal";
import { refuseUnstorable } from "@nextmavens/api/platform/storable";
import * as staff from "@nextmavens/api/staff";
import express, { type Request, type RequestHandler, type Response } from "express";
import { z } from "zod";
import type { Pages } from "../pages/index.ts";
import { codesIn } from "./codes.ts";
import { type Visit, visitOf } from "./member.ts";
import { sayProblem } from "./problem.ts";

type Asked = Readonly<Record<string, unknown>>;

/** One's own account, at /admin/account: open also to who must enrol before anything else. Everybody who gets here has signed in. */
export function accountRoutes(engine: Engine, pages: Pages): express.Router {
  const router = express.Router();
  const asVisitor = asVisitorOf(engine);
  const show = async (visit: Visit, response: Response, message?: string) => {
    const account = await asVisitor(visit, staff.getOwnAccount, staff.getOwn, {});
    const sessions = account.mustEnrol ? [] : (await asVisitor(visit, staff.listOwnSessions, staff.listOwn, {})).items;
    response.send(pages.account(response, { ...account, sessions }, message));
  };
  /** What is refused is told on the account's page, or asks first who one is. */
  const at = (path: string, act: (visit: Visit, fields: Asked, response: Response) => Promise<unknown>) =>
    router.post(path, async (request: Request, response: Response) => {
      const visit = visitFor(response);
      try {
        await act(visit, request.fields ?? {}, response);
      } catch (error) {
        const problem = problemIn(error);
        response.status(problem.status).set(problem.headers);
        if (problem.code === "sudo_required") return void response.send(pages.prove(response, visit.actor.proof?.hasTotp === true));
        await show(visit, response, problem.message);
      }
    });
  const back = (response: Response) => response.redirect(303, "/admin/account");

  router.get("/", (_request, response) => show(visitFor(response), response));
  at("/enrol", async (visit, { password, code }, response) => {
    const begun = await asVisitor(visit, staff.beginTotp, staff.beginEnrolment, { password, ...codesIn(code) });
    response.send(pages.enrol(response, begun));
  });
  at("/confirm", async (visit, { code, uri }, response) => {
    try {
      const { recoveryCodes } = await asVisitor(visit, staff.confirmTotp, staff.confirmEnrolment, { code });
      response.send(pages.codes(response, recoveryCodes));
    } catch (error) {
      const secret = secretIn(uri);
      if (!secret) throw error;
      const { status, message } = problemIn(error);
      response.status(status).send(pages.enrol(response, { secret, uri: String(uri) }, message));
    }
  });
  at("/recovery-codes", async (visit, _fields, response) => {
    const { recoveryCodes } = await asVisitor(visit, staff.makeRecoveryCodes, staff.makeCodes, {});
    response.send(pages.codes(response, recoveryCodes));
  });
  at("/prove", async (visit, fields, response) => {
    await proveBy(engine, visit, fields);
    back(response);
  });
  at("/sessions/end", async (visit, { sessionId }, response) => {
    await asVisitor(visit, staff.endOwnSession, staff.endOwn, { sessionId });
    back(response);
  });
  at("/sessions/end-others", async (visit, _fields, response) => {
    await asVisitor(visit, staff.endOtherSessions, staff.endOthers, {});
    back(response);
  });
  return router;
}

/** The console's script shows again who its reader is, before it repeats what was sensitive. */
export const prove =
  (engine: Engine): RequestHandler =>
  async (request, response) => {
    try {
      response.json(await proveBy(engine, visitFor(response), request.fields ?? {}));
    } catch (error) {
      const { status, code, message } = problemIn(error);
      // 401 would tell the script that the session is over.
      sayProblem(response, status === 401 ? 422 : status, code, message);
    }
  };

const proveBy = (engine: Engine, visit: Visit, { password, code }: Asked) =>
  asVisitorOf(engine)(visit, staff.proveStaff, staff.prove, { ...(password === undefined ? {} : { password }), ...codesIn(code) });

const asVisitorOf =
  (engine: Engine) =>
  <D extends AnyOperation>({ actor, request }: Visit, operation: D, action: Action<InputOf<D>, OutputOf<D>>, typed: Asked) => {
    refuseUnstorable(typed);
    const input = operation.input.parse(typed, { error: wordsOf }) as InputOf<D>;
    return perform(engine, { operation, actor, request }, action, input);
  };

function problemIn(error: unknown) {
  if (error instanceof Refusal) return error;
  if (!(error instanceof z.ZodError)) throw error;
  const message = error.issues.map(({ path, message: said }) => `${path.join(".")} ${said}`).join("; ");
  return { status: 422, code: "invalid_input", headers: {}, message };
}

/** What the form sent back of the enrolment, to show the picture again. */
const secretIn = (uri: unknown) =>
  typeof uri === "string" && uri.length < 500 ? /[?&]secret=([A-Z2-7]{16,80})(?:&|$)/.exec(uri)?.[1] : undefined;

const visitFor = (response: Response): Visit => {
  const visit = visitOf(response);
  if (!visit) throw new Error("nobody has signed in");
  return visit;
};

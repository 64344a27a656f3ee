import type { Engine } from "@nextmavens/api/platform/action";
import * as staff from "@nextmavens/api/staff";
import express, { type Request, type RequestHandler, type Response } from "express";
import type { Pages } from "../pages/index.ts";
import { actAs, flawIn } from "./act-as.ts";
import { codesIn } from "./codes.ts";
import { type Visit, visitOf } from "./member.ts";
import { sayProblem } from "./problem.ts";

type Asked = Readonly<Record<string, unknown>>;

const isConfirmed =
  "That enrolment is over: whether an app is enrolled stands below. Codes are shown once; make new ones if these are gone.";

/** One's own account, at /admin/account: open also to who must enrol before anything else. Everybody who gets here has signed in. */
export function accountRoutes(engine: Engine, pages: Pages): express.Router {
  const router = express.Router();
  const asVisitor = actAs(engine);
  const show = async (visit: Visit, response: Response, message?: string) => {
    const account = await asVisitor(visit, staff.getOwnAccount, staff.getOwn, {});
    const sessions = account.mustEnrol ? [] : (await asVisitor(visit, staff.listOwnSessions, staff.listOwn, {})).items;
    response.send(pages.account(response, { ...account, sessions }, message));
  };
  /** What is refused is told on the account's page, or asks first who one is. */
  const paths = new Set<unknown>();
  const at = (path: string, act: (visit: Visit, fields: Asked, response: Response) => Promise<unknown>) => {
    paths.add(path);
    router.post(path, async (request: Request, response: Response) => {
      const visit = visitFor(response);
      try {
        await act(visit, request.fields ?? {}, response);
      } catch (error) {
        const problem = flawIn(error);
        response.status(problem.status).set(problem.headers);
        if (problem.code === "sudo_required")
          return void response.send(pages.prove(response, hasTotp(visit), { next: path, fields: request.fields ?? {} }));
        await show(visit, response, problem.message);
      }
    });
  };
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
      const { status, code: problem, message } = flawIn(error);
      response.status(status);
      // The page with the codes, loaded anew: it was confirmed already.
      if (problem === "totp_not_begun") return void (await show(visit, response, isConfirmed));
      const secret = secretIn(uri);
      if (!secret) throw error;
      response.send(pages.enrol(response, { secret, uri: String(uri) }, message));
    }
  });
  at("/recovery-codes", async (visit, _fields, response) => {
    const { recoveryCodes } = await asVisitor(visit, staff.makeRecoveryCodes, staff.makeCodes, {});
    response.send(pages.codes(response, recoveryCodes));
  });
  router.get("/password", (_request, response) => void response.send(pages.password(response, hasTotp(visitFor(response)))));
  at("/password", async (visit, { password, newPassword, code }, response) => {
    try {
      const { ended } = await asVisitor(visit, staff.changeOwnPassword, staff.changePassword, { password, newPassword, ...codesIn(code) });
      response.send(pages.passwordChanged(response, ended));
    } catch (error) {
      const { status, headers, code: problem, message } = flawIn(error);
      const said = problem === "wrong_credentials" ? "Your password or the code is not right." : message;
      response
        .status(status)
        .set(headers)
        .send(pages.password(response, hasTotp(visit), said));
    }
  });
  at("/prove", async (visit, { password, code, ...begun }, response) => {
    try {
      await proveBy(engine, visit, { password, code });
    } catch (error) {
      const { status, headers } = flawIn(error);
      const { next, ...fields } = begun;
      response.status(status).set(headers);
      return void response.send(pages.prove(response, hasTotp(visit), { next: String(next), fields }, notProven(error)));
    }
    // What was begun goes on, by the same form.
    const { next } = begun;
    if (next !== "/prove" && paths.has(next)) response.redirect(307, `/admin/account${next}`);
    else back(response);
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
      const { status, code } = flawIn(error);
      // 401 would tell the script that the session is over.
      sayProblem(response, status === 401 ? 422 : status, code, notProven(error));
    }
  };

const proveBy = (engine: Engine, visit: Visit, { password, code }: Asked) =>
  actAs(engine)(visit, staff.proveStaff, staff.prove, { ...(password === undefined ? {} : { password }), ...codesIn(code) });

const notProven = (error: unknown): string => {
  const { code, message } = flawIn(error);
  return code === "wrong_credentials" ? "Your password is not right." : message;
};

const hasTotp = ({ actor }: Visit) => actor.proof?.hasTotp === true;

/** What the form sent back of the enrolment, to show the picture again. */
const secretIn = (uri: unknown) =>
  typeof uri === "string" && uri.length < 500 ? /[?&]secret=([A-Z2-7]{16,80})(?:&|$)/.exec(uri)?.[1] : undefined;

const visitFor = (response: Response): Visit => {
  const visit = visitOf(response);
  if (!visit) throw new Error("nobody has signed in");
  return visit;
};

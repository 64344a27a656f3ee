import type { Engine } from "@nextmavens/api/platform/action";
import * as staff from "@nextmavens/api/staff";
import express from "express";
import type { Pages } from "../pages/index.ts";
import { actAs, flawIn, nobody, tokenIn } from "./act-as.ts";
import { codesIn } from "./codes.ts";

/** For who forgot the password: a link is mailed, and opens a page where another is chosen. */
export function resetRoutes(engine: Engine, pages: Pages): express.Router {
  const router = express.Router();
  const act = actAs(engine);
  const canMail = engine.mailer !== undefined;
  router.get("/forgot-password", (_request, response) => void response.send(pages.forgot(response, { canMail })));
  router.post("/forgot-password", async (request, response) => {
    const { email } = request.fields ?? {};
    try {
      await act(nobody(request, response), staff.forgotStaffPassword, staff.forgot, { email });
      response.send(pages.linkSent(response));
    } catch (error) {
      const { status, headers, message } = flawIn(error);
      response.status(status).set(headers);
      response.send(pages.forgot(response, { canMail, message }));
    }
  });

  router.get("/reset-password", (_request, response) => void response.send(pages.reset(response, {})));
  router.post("/reset-password", async (request, response) => {
    const { password, code, ...fields } = request.fields ?? {};
    const token = tokenIn(fields["token"]);
    try {
      await act(nobody(request, response), staff.resetStaffPassword, staff.reset, { token, password, ...codesIn(code) });
      response.send(pages.resetDone(response));
    } catch (error) {
      const { status, code: problem, headers, message } = flawIn(error);
      response.status(status).set(headers);
      response.send(problem === "reset_link_invalid" ? pages.resetOver(response, message) : pages.reset(response, { token, message }));
    }
  });
  return router;
}

import type { Engine } from "@nextmavens/api/platform/action";
import { Password } from "@nextmavens/api/platform/password";
import { accept, acceptInvitation } from "@nextmavens/api/staff";
import express from "express";
import type { Pages } from "../pages/index.ts";
import { actAs, flawIn, nobody, tokenIn } from "./act-as.ts";
import type { Enter } from "./sign-in.ts";

/** What a mailed invitation opens: a password is set, and whoever set it is in, to enrol a second factor. */
export function invitationRoutes(engine: Engine, pages: Pages, enter: Enter): express.Router {
  const router = express.Router();
  router.get("/invitation", (_request, response) => void response.send(pages.invitation(response, {})));

  router.post("/invitation", async (request, response) => {
    const { password, ...fields } = request.fields ?? {};
    const token = tokenIn(fields["token"]);
    try {
      const { email } = await actAs(engine)(nobody(request, response), acceptInvitation, accept, { token, password });
      await enter(request, response, { email, password: Password.parse(password) });
      response.redirect(303, "/admin/account");
    } catch (error) {
      const { status, code, headers, message } = flawIn(error);
      response.status(status).set(headers);
      response.send(
        code === "invitation_invalid" ? pages.invitationOver(response, message) : pages.invitation(response, { token, message }),
      );
    }
  });
  return router;
}

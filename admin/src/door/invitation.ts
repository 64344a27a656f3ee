import { type Engine, perform } from "@nextmavens/api/platform/action";
import { wordsOf } from "@nextmavens/api/platform/flaws";
import { Refusal } from "@nextmavens/api/platform/refusal";
import { refuseUnstorable } from "@nextmavens/api/platform/storable";
import { accept, acceptInvitation } from "@nextmavens/api/staff";
import express from "express";
import { z } from "zod";
import type { Pages } from "../pages/index.ts";
import { infoOf } from "./member.ts";
import type { Enter } from "./sign-in.ts";

/** What a mailed invitation opens: a password is set, and whoever set it is in, to enrol a second factor. */
export function invitationRoutes(engine: Engine, pages: Pages, enter: Enter): express.Router {
  const router = express.Router();
  router.get("/invitation", (_request, response) => void response.send(pages.invitation(response, {})));

  router.post("/invitation", async (request, response) => {
    const { password, ...fields } = request.fields ?? {};
    const token = tokenIn(fields["token"]);
    try {
      refuseUnstorable({ token, password });
      const input = acceptInvitation.input.parse({ token, password }, { error: wordsOf });
      const call = { operation: acceptInvitation, actor: { kind: "public", id: "public" } as const, request: infoOf(request, response) };
      const { email } = await perform(engine, call, accept, input);
      await enter(request, response, { email, password: input.password });
      response.redirect(303, "/admin/account");
    } catch (error) {
      if (error instanceof Refusal && error.code === "invitation_invalid")
        return void response.status(error.status).send(pages.invitationOver(response, error.message));
      const flaw = flawIn(error);
      if (!flaw) throw error;
      response.status(flaw.status).set(flaw.headers);
      response.send(pages.invitation(response, { token, message: flaw.message }));
    }
  });
  return router;
}

/** Where no script took it from the address, somebody may have copied the whole link. */
const tokenIn = (typed: unknown) => (typeof typed === "string" ? (typed.split("#").at(-1) ?? "").trim() : "");

function flawIn(error: unknown) {
  if (error instanceof Refusal) return error;
  if (!(error instanceof z.ZodError)) return undefined;
  return { status: 422, headers: {}, message: error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ") };
}

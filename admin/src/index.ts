/** The staff console at /admin: AdminJS behind our own door, reading as a role that may only SELECT, changing things only by the API's actions. */
import type { Upkeep } from "@nextmavens/api/break-glass";
import type { Engine } from "@nextmavens/api/platform/action";
import { isAway } from "@nextmavens/api/platform/db/blame";
import type { Server } from "@nextmavens/api/platform/db/server";
import { over } from "@nextmavens/api/platform/db/store";
import type { AnyOperation, Route } from "@nextmavens/api/platform/operation";
import express, { type ErrorRequestHandler, type RequestHandler } from "express";
import { openReads } from "./adapter/reads.ts";
import { openAssets } from "./assets.ts";
import { databaseAway, lookFirst } from "./break-glass/index.ts";
import { openBundle } from "./bundle.ts";
import { accountRoutes } from "./door/account.ts";
import { type DatabaseAnswers, isGivenUp, type SayAway, whileAnswered } from "./door/answering.ts";
import { readBody } from "./door/body.ts";
import { hardened } from "./door/headers.ts";
import { invitationRoutes } from "./door/invitation.ts";
import { noteBehindGlass, noteRequest, recognise, visitOf } from "./door/member.ts";
import { sayProblem } from "./door/problem.ts";
import { resetRoutes } from "./door/reset.ts";
import { sameOriginOnly } from "./door/same-origin.ts";
import { glassCookie, type SealedCookie } from "./door/sealed-cookie.ts";
import { openSessions } from "./door/session.ts";
import { enterBy, signInRoutes } from "./door/sign-in.ts";
import { leanly } from "./lean.ts";
import { makePages, type Pages } from "./pages/index.ts";

export interface Console {
  /** Belongs at /admin, ahead of whatever reads bodies. */
  readonly router: express.Router;
  close(): Promise<void>;
}

interface Given {
  readonly engine: Engine;
  /** Where the control database is: the console reads it by a login of its own. */
  readonly server: Server;
  readonly databaseAnswers: DatabaseAnswers;
  /** Whether this host's break-glass is ready for the database to go away. */
  readonly upkeep: Pick<Upkeep, "flaw">;
  /** What the job queue is read by. */
  readonly jobsPool: Parameters<typeof over>[0];
  /** What the API serves, of which the console tells who may. */
  readonly operations: readonly AnyOperation[];
  /** And how it performs it: what an owner is answered staff see by the same actions. */
  readonly routes: readonly Route[];
}

export async function createConsole({ engine, server, databaseAnswers, upkeep, jobsPool, operations, routes }: Given): Promise<Console> {
  const { publicUrl, log } = engine;
  const assets = await openAssets(await openBundle());
  const pages = makePages(assets);
  const sessions = openSessions(engine);
  const reads = openReads(server, engine.vault, (error) => log.warn("a connection of the console was lost", { error }));

  const router = express.Router();
  router.use(noteRequest, assets.router);
  router.use(...hardened(publicUrl.startsWith("https:")), sameOriginOnly(publicUrl), readBody);
  const glass = glassCookie(engine.vault, publicUrl);
  router.post("/logout", leaveByGlass(glass));
  router.use(whileAnswered(databaseAnswers, sayAway(publicUrl)));
  router.use(sessions.middleware, recognise(engine, glass), noteBehindGlass(engine), tellOver(glass));
  const adminJs = onFirstUse(() =>
    leanly(() => import("./console.ts")).then(({ openConsole }) =>
      openConsole({ engine, reads, jobs: over(jobsPool), glassFlaw: upkeep.flaw, pages, operations, routes }),
    ),
  );
  router.get("/login", adminJs.begin);
  const enter = enterBy(engine);
  router.use(signInRoutes(engine, pages, enter, sessions.cookieName), invitationRoutes(engine, pages, enter), resetRoutes(engine, pages));
  router.use(membersOnly, sameMember);
  router.use("/account", accountRoutes(engine, pages));
  router.use(enrolledOnly(engine), adminJs.handle);
  router.use((request, response) => {
    if (isForProgram(request)) return sayProblem(response, 404, "not_found", "There is nothing here.");
    response.status(404).send(pages.missing(response, "The console has no such page."));
  });
  router.use(sayFailure(engine, pages));
  return {
    router,
    async close() {
      await sessions.close();
      await reads.close();
    },
  };
}

/** Who is behind broken glass leaves by its own page, which ends the session for good, whether the database answers or not. */
const leaveByGlass =
  (cookie: SealedCookie): RequestHandler =>
  ({ headers }, response, next) =>
    cookie.read(headers.cookie) ? response.redirect(307, "/break-glass/end") : next();

/** Whose session behind broken glass was ended meanwhile is told so once, instead of being asked for a password. */
const tellOver =
  (cookie: SealedCookie): RequestHandler =>
  (request, response, next) => {
    const isTold = visitOf(response) || request.method !== "GET" || isForProgram(request) || !cookie.read(request.headers.cookie);
    return isTold ? next() : response.redirect(303, "/break-glass");
  };

/** Nobody without a live session gets further: pages send them to sign in, programs are told. */
const membersOnly: RequestHandler = (request, response, next) => {
  if (visitOf(response)) return next();
  if (isForProgram(request) || request.method !== "GET") return sayProblem(response, 401, "not_signed_in", "Sign in first.");
  response.redirect(303, `/admin/login?next=${encodeURIComponent(request.originalUrl)}`);
};

/** A page shows whose it is, and acts for nobody else who has signed in beside it since. */
const sameMember: RequestHandler = (request, response, next) => {
  const shown = request.headers["member"];
  if (shown === undefined || shown === visitOf(response)?.member.id) return next();
  sayProblem(response, 409, "other_member", "Somebody else has signed in in this browser: load the page anew.");
};

/** Where a second factor is a must, who has none gets no further than to enrol one. */
const enrolledOnly =
  ({ settings }: Engine): RequestHandler =>
  (request, response, next) => {
    const proof = visitOf(response)?.actor.proof;
    if (!proof || proof.hasTotp || !settings.staff.isMfaRequired) return next();
    if (isForProgram(request)) return sayProblem(response, 403, "second_factor_required", "Enrol an authenticator app first.");
    response.redirect(303, "/admin/account");
  };

const isForProgram = ({ path }: express.Request) => path.startsWith("/api/");

/** A process whose console nobody visits goes without AdminJS; while somebody types a password it is loaded. */
function onFirstUse(open: () => Promise<express.Router>): { begin: RequestHandler; handle: RequestHandler } {
  let opening: Promise<express.Router> | undefined;
  const opened = async () => {
    try {
      opening ??= open();
      return await opening;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  };
  return {
    begin(_request, _response, next) {
      // What fails here fails again, and is told, when it is needed.
      opened().catch(() => undefined);
      next();
    },
    handle: async (request, response, next) => (await opened())(request, response, next),
  };
}

/** To programs as a problem, to people as a page that tells where to go meanwhile. */
function sayAway(publicUrl: string): SayAway {
  const pageFor = (isUnderWay: boolean) => express.Router().use(...databaseAway(publicUrl.startsWith("https:"), isUnderWay));
  const [page, pageAfter] = [pageFor(false), pageFor(true)];
  return (request, response, isUnderWay) => {
    if (!isForProgram(request)) return void (isUnderWay ? pageAfter : page)(request, response, () => undefined);
    const said = isUnderWay ? `The database fell silent. ${lookFirst}` : "The database does not answer just now.";
    sayProblem(response.set("retry-after", "5"), 503, "database_unavailable", said);
  };
}

/** SQLSTATE of a statement that ran into its time limit. */
const tooSlow = "57014";

const sayFailure = ({ log, publicUrl }: Engine, pages: Pages): ErrorRequestHandler => {
  const away = sayAway(publicUrl);
  return (error: unknown, request, response, next) => {
    if (isGivenUp(response)) return;
    if (response.headersSent) return next(error);
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
    if (error instanceof URIError) {
      if (isForProgram(request)) return sayProblem(response, 400, "invalid_url", "The address is not valid.");
      return void response.status(400).send(pages.missing(response, "The address is not valid."));
    }
    if (isAway(error)) return away(request, response, false);
    if (code === tooSlow) return sayProblem(response, 503, "too_slow", "That took longer than five seconds. Narrow the filters.");
    const requestId = String(response.getHeader("x-request-id"));
    log.error("the console failed", { error, requestId });
    if (isForProgram(request))
      return sayProblem(response, 500, "internal_error", "Something went wrong on our side. Tell us the request id.");
    response.status(500).send(pages.failed(response, requestId));
  };
};

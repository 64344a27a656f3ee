import { isUtf8 } from "node:buffer";
import compression from "compression";
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from "express";
import helmet from "helmet";
import { noteAsked } from "../break-glass/index.ts";
import type { Witness } from "../detections/index.ts";
import { type Actor, type Engine, perform, Replayed, type RequestInfo } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import type { Route } from "../platform/operation.ts";
import { Refusal } from "../platform/refusal.ts";
import { authorize } from "./authorize.ts";
import { idempotent } from "./idempotency.ts";
import { readIfMatch, readInput } from "./input.ts";
import { toProblem } from "./problem.ts";
import { refuse } from "./refuse.ts";

/** The control plane: every operation behind the same steps, in the same order. */
export function controlPlane(
  engine: Engine,
  routes: readonly Route[],
  identify: (request: Request) => Promise<Actor>,
  witness?: Witness | undefined,
): express.Router {
  const router = express.Router();
  router.use(
    helmet({ contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } } }),
    compression(),
  );
  router.use(express.json({ limit: "1mb", verify: refuseBadUtf8 }));
  const methods = new Map<string, string[]>();
  for (const route of routes) {
    const [verb, path] = placeOf(route);
    methods.set(path, [...(methods.get(path) ?? []), verb.toUpperCase()]);
    const answered = answer(engine, route, identify);
    router[verb](path, witness && path.startsWith(signingIn) ? witnessed(witness, route, answered) : answered);
  }
  for (const [path, allowed] of methods) router.all(path, methodNotAllowed(allowed));
  router.use("/api", (_request, _response, next) => next(refuse("not_found")));
  return router;
}

/** Where accounts are opened and entered. */
const signingIn = "/api/auth/";

/** Tells whoever looks for abuse what came of it. */
const witnessed =
  (witness: Witness, { operation }: Route, answer: Answer): Answer =>
  async (request, response) => {
    const startedAt = performance.now();
    const told = { operationId: operation.id, address: request.ip, method: request.method, startedAt };
    try {
      await answer(request, response);
      witness.sawOperation({ ...told, status: response.statusCode, code: null });
    } catch (error) {
      const refusal = error instanceof Refusal ? error : undefined;
      witness.sawOperation({ ...told, status: refusal?.status ?? 500, code: refusal?.code ?? null });
      throw error;
    }
  };

type Answer = (request: Request, response: Response) => Promise<void>;

/** What happens to a request: who asks, may they, what do they say, do it once, answer. */
function answer(engine: Engine, { operation, action }: Route, identify: (request: Request) => Promise<Actor>): Answer {
  const [status, body] = operation.returns;
  return async (request, response) => {
    const actor = await identify(request).catch(operation.permission === "public" ? asStranger : undefined);
    authorize(operation.permission, actor);
    await noteBehindGlass(engine, actor, request, response);
    const input = readInput(operation, request);
    const asked = { operation, actor, request: infoOf(request, response), ifMatch: readIfMatch(operation, request) };
    const repeatable = idempotent(engine.vault, asked, request, input);
    const call = { ...asked, ...(repeatable && { around: repeatable.around }) };
    const result: unknown = await perform(engine, call, action as never, input);
    if (!(result instanceof Replayed)) await repeatable?.keepAsAnswered(engine.store, result);
    response.setHeader("cache-control", "no-store");
    if (result instanceof Replayed) response.setHeader("idempotency-replayed", "true");
    const shown = result instanceof Replayed ? result.body : result;
    if (hasRevision(shown)) response.setHeader("etag", `"${shown.revision}"`);
    if (status === 204) response.status(204).end();
    else response.status(status).json(result instanceof Replayed ? shown : body.parse(shown));
  };
}

/** What is asked behind broken glass is marked and written down, before it is answered. */
async function noteBehindGlass({ store, clock }: Engine, actor: Actor, request: Request, response: Response): Promise<void> {
  if (actor.kind !== "staff" || !actor.brokenGlass) return;
  response.setHeader("break-glass", actor.brokenGlass.sessionId);
  const { method, originalUrl: path } = request;
  await noteAsked(store, actor.brokenGlass, infoOf(request, response), { method, path }, clock().toISOString());
}

/** Who may be anybody is not turned away for an old token: clients send it along when they refresh or sign in. */
const asStranger = (error: unknown): Actor => {
  if (error instanceof Refusal) return { kind: "public", id: "public" };
  throw error;
};

const placeOf = ({ operation }: Route) => {
  const [method = "", path = ""] = operation.at.split(" ");
  return [method.toLowerCase() as "get" | "post" | "put" | "patch" | "delete", path.replace(/\{(\w+)\}/g, ":$1")] as const;
};

const hasRevision = (result: unknown): result is { revision: number } =>
  typeof result === "object" && result !== null && "revision" in result && typeof result.revision === "number";

const infoOf = (request: Request, response: Response): RequestInfo => ({
  id: requestIdOf(response),
  address: request.ip,
  userAgent: request.headers["user-agent"]?.slice(0, 300),
});

const requestIdOf = (response: Response) => String(response.getHeader("x-request-id"));

/** The caller's request id is kept if it is harmless, so that both sides can name the same request. */
export const noteRequest: RequestHandler = (request, response, next) => {
  const given = request.headers["x-request-id"];
  response.setHeader("x-request-id", typeof given === "string" && /^[\w.:-]{1,100}$/.test(given) ? given : newId("request"));
  next();
};

const refuseBadUtf8 = (_request: unknown, _response: unknown, body: Buffer) => {
  if (!isUtf8(body)) throw Object.assign(new Error("invalid UTF-8"), { type: "nextmavens.utf8" });
};

const methodNotAllowed =
  (allowed: readonly string[]): RequestHandler =>
  (_request, _response, next) =>
    next(refuse("method_not_allowed", { details: { methods: allowed }, headers: { allow: allowed.join(", ") } }));

/** Says an error as problem+json. */
export const sayProblem =
  ({ publicUrl, log }: Pick<Engine, "publicUrl" | "log">): ErrorRequestHandler =>
  (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = toProblem(error, { requestId: requestIdOf(response), publicUrl, log });
    response.status(problem.status).set(problem.headers).send(JSON.stringify(problem.body));
  };

import type { Request, RequestHandler, Response } from "express";
import { sayProblem } from "./problem.ts";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses what another site makes a browser send. Browsers say where a request comes from in Sec-Fetch-Site, older ones in Origin;
 * a request with neither comes from a program that holds the cookie by itself. The cookie's SameSite=Strict says the same once more.
 */
export const sameOriginOnly =
  (publicUrl: string, refuse = sayCrossSite): RequestHandler =>
  (request, response, next) =>
    safe.has(request.method) || isOwn(request, new URL(publicUrl).host) ? next() : refuse(response);

const sayCrossSite = (response: Response): void => sayProblem(response, 403, "cross_site", "This came from another site and was refused.");

function isOwn(request: Request, publicHost: string): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  const { origin } = request.headers;
  if (origin === undefined) return true;
  const host = URL.canParse(origin) ? new URL(origin).host : undefined;
  return host !== undefined && (host === request.headers.host || host === publicHost);
}

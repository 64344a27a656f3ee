import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

/** Headers of every answer of the console: nothing from outside runs, frames it, or learns its addresses. `styles` are inline ones, by their hashes. */
export function hardened(isSecure: boolean, styles: readonly string[] = []): RequestHandler[] {
  return [
    (_request, response, next) => {
      response.locals["nonce"] = randomBytes(16).toString("base64");
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response as Response)}'`],
          styleSrc: ["'self'", ...styles],
          imgSrc: ["'self'", "data:"],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      // Without it browsers send `Origin: null` with forms, and the check of where a form came from would fail.
      referrerPolicy: { policy: "same-origin" },
      strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      frameguard: { action: "deny" },
    }),
    (_request, response, next) => {
      response.setHeader("cache-control", "no-store");
      next();
    },
  ];
}

/** What an inline script of this answer must carry to run. */
export const nonceOf = (response: Response): string => String(response.locals["nonce"]);

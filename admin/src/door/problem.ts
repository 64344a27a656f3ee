import type { Response } from "express";

/** Says no to a program: problem+json (RFC 9457), as the control plane does. */
export function sayProblem(response: Response, status: number, code: string, detail: string): void {
  const body = { type: "about:blank", title: detail, status, detail, code, message: detail, requestId: response.getHeader("x-request-id") };
  response.status(status).type("application/problem+json").send(JSON.stringify(body));
}

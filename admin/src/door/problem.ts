import type { Refusal } from "@nextmavens/api/platform/refusal";
import type { Response } from "express";

/** Says no to a program: problem+json (RFC 9457), as the control plane does. */
export function sayProblem(response: Response, status: number, code: string, detail: string): void {
  const body = { type: "about:blank", title: detail, status, detail, code, message: detail, requestId: response.getHeader("x-request-id") };
  response.status(status).type("application/problem+json").send(JSON.stringify(body));
}

/** The same of what the platform decided against. */
export function sayRefusal(response: Response, { status, code, message, headers }: Refusal): void {
  response.set(headers);
  sayProblem(response, status, code, message);
}

import { Readable } from "node:stream";
import type { Request, RequestHandler } from "express";
import { sayProblem } from "./problem.ts";

const largest = 1_000_000;

declare module "express-serve-static-core" {
  interface Request {
    /** What a form or a program sent, by field; AdminJS's routes read it under this name. */
    fields?: Record<string, unknown>;
  }
}

/** Reads forms and JSON by what Node itself brings. No files are taken. */
export const readBody: RequestHandler = async (request, response, next) => {
  if (request.method !== "POST") return next();
  const body = await collect(request);
  if (body === undefined) return sayProblem(response, 413, "body_too_large", "The body is larger than 1 MB.");
  try {
    request.fields = usableOf(await fieldsOf(body, request.headers["content-type"] ?? ""));
  } catch {
    return sayProblem(response, 400, "unreadable_body", "The body could not be read as a form or as JSON.");
  }
  next();
};

async function collect(request: Request): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= largest) parts.push(part);
  }
  return size > largest ? undefined : Buffer.concat(parts);
}

async function fieldsOf(body: Buffer, type: string): Promise<Record<string, unknown>> {
  if (body.length === 0) return {};
  if (/^application\/json\b/i.test(type)) return objectOf(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)));
  const form = await new Response(Readable.toWeb(Readable.from([body])) as ReadableStream, {
    headers: { "content-type": type },
  }).formData();
  return Object.fromEntries([...form].filter(([, value]) => typeof value === "string"));
}

/** AdminJS looks fields up by name in plain objects: it would take `constructor` for one that is there. */
const usableOf = (fields: Record<string, unknown>) => Object.fromEntries(Object.entries(fields).filter(([name]) => !(name in {})));

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError("not an object");
  return { ...value };
}

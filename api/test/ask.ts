import type { World } from "./world.ts";

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Anything JSON can say; tests look into it without first describing it. */
// biome-ignore lint/suspicious/noExplicitAny: a test that reads what is not there fails by that
export type Json = any;

/** A request through the front door: `ask(world, "POST /api/projects", { token, body })`. */
export async function ask<Body = Json>(
  world: Pick<World, "url">,
  at: string,
  options: {
    readonly token?: string | undefined;
    readonly apikey?: string;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Promise<Answer<Body>> {
  const [method = "GET", path = "/"] = at.split(" ");
  const response = await fetch(`${world.url}${path}`, {
    method,
    redirect: "manual",
    headers: {
      ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }),
      ...(options.apikey !== undefined && { apikey: options.apikey }),
      ...(options.body !== undefined && { "content-type": "application/json" }),
      ...options.headers,
    },
    ...(options.body !== undefined && { body: isRaw(options.body) ? options.body : JSON.stringify(options.body) }),
  });
  const text = await response.text();
  const isJson = /\bjson\b/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, body: isJson && text !== "" ? JSON.parse(text) : text };
}

/** Sent as it is: what JSON could not say, to see that it is refused. */
const isRaw = (body: unknown): body is string | Uint8Array<ArrayBuffer> => typeof body === "string" || body instanceof Uint8Array;

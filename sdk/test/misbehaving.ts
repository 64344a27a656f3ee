import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server heard of one request. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  readonly at: number;
}

/** How the server behaves for one request. */
export type Behaviour = (response: ServerResponse, heard: Heard) => void | Promise<void>;

export interface Misbehaving {
  readonly url: string;
  /** Every request, in the order they came. */
  readonly heard: readonly Heard[];
  /** What it does next, request by request; the last one stays. Forgets what it heard. */
  will(...behaviours: readonly Behaviour[]): void;
  close(): Promise<void>;
}

/** A server that does what it is told, however wrong. */
export async function openMisbehaving(): Promise<Misbehaving> {
  const heard: Heard[] = [];
  let plan: Behaviour[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "", url = "", headers } = request;
    const one: Heard = { method, path: url, headers, body: Buffer.concat(chunks).toString(), at: Date.now() };
    heard.push(one);
    const behaviour = plan.length > 1 ? plan.shift() : plan[0];
    await behaviour?.(response, one);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    will(...behaviours) {
      plan = [...behaviours];
      heard.length = 0;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Answers with JSON. */
export const json =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (response) => {
    response.writeHead(status, { "content-type": status < 400 ? "application/json" : "application/problem+json", ...headers });
    response.end(JSON.stringify(body));
  };

/** Answers with this very text. */
export const text =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

/** Refuses as the platform does. */
export const problem = (status: number, code: string, more: object = {}, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  json(
    status,
    { type: `/docs/problems/${code}`, title: "No", status, detail: `No: ${code}.`, code, requestId: "req_theirs", ...more },
    headers,
  );

/** Closes the connection without a word. */
export const reset: Behaviour = (response) => {
  response.socket?.resetAndDestroy();
};

/** Promises more than it sends, and closes the connection. */
export const half =
  (body: string): Behaviour =>
  (response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": String(body.length * 2) });
    response.write(body, () => response.socket?.destroy());
  };

/** Never answers. */
export const silent: Behaviour = () => undefined;

/** Begins to answer, and never ends. */
export const endless: Behaviour = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"items": [');
};

/** Sends as fast as it can until nobody listens. */
export const flood: Behaviour = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const chunk = Buffer.alloc(65_536, " ");
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on("drain", more);
  more();
};

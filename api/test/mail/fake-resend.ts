import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What may go wrong with a request. Before: nothing of it is kept. After: its mail is delivered, and nobody is told. */
export const faults = [
  "too_many_requests",
  "cut_before",
  "cut_after",
  "cut_in_the_answer",
  "silent_after",
  "error_before",
  "error_after",
  "html_before",
  "html_after",
  "death_before",
  "death_after",
] as const;
export type Fault = (typeof faults)[number];

interface Settings {
  /** Milliseconds; tests may have it go faster than time does. */
  readonly clock: () => number;
  readonly requestsPerSecond: number;
  /** What shall go wrong with the request that comes next, if anything. */
  readonly nextFault: () => Fault | undefined;
  /** Ends the process that asked, told by its API key, before this resolves. */
  readonly endSender: (apiKey: string) => Promise<void>;
}

/** Takes whatever comes, as fast as it comes. */
export const untroubled: Settings = {
  clock: Date.now,
  requestsPerSecond: 1_000,
  nextFault: () => undefined,
  endSender: async () => undefined,
};

interface Mail {
  readonly to: string | readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface Kept {
  readonly hash: string;
  readonly at: number;
  /** Absent while the request is under way. */
  body?: object;
}

const day = 24 * 60 * 60_000;

/**
 * A mail service over HTTP that keeps to what Resend documents: two requests a second and `retry-after`, at most a hundred mails in a
 * batch and all or none of them, idempotency keys of at most 256 characters that hold for 24 hours and for the same payload only.
 */
export class FakeResend {
  /** How often each mail was delivered, by its subject. */
  readonly delivered = new Map<string, number>();
  /** What was delivered, as it was sent. */
  readonly mails: Mail[] = [];
  /** How many requests came to which end. */
  readonly ends = new Map<string, number>();
  readonly #settings: Settings;
  readonly #keys = new Map<string, Kept>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  #second = 0;
  #requests = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = Buffer.concat(await Array.fromAsync(request).catch(() => [])).toString();
    const end = await this.#answer(request, response, text);
    this.ends.set(end, (this.ends.get(end) ?? 0) + 1);
  }

  /** How it ended. */
  async #answer(request: IncomingMessage, response: ServerResponse, text: string): Promise<string> {
    const { headers, url } = request;
    const refuse = (status: number, name: string, more: Record<string, string> = {}) => {
      response.writeHead(status, { "content-type": "application/json", ...more });
      response.end(JSON.stringify({ statusCode: status, name, message: name.replaceAll("_", " ") }));
      return name;
    };
    const apiKey = headers.authorization?.replace(/^Bearer /, "") ?? "";
    if (!/^re_\w+$/.test(apiKey)) return refuse(401, "missing_api_key");
    if (url !== "/emails" && url !== "/emails/batch") return refuse(404, "not_found");
    if (this.#isTooFast())
      return refuse(429, "rate_limit_exceeded", { "retry-after": "1", "ratelimit-limit": String(this.#settings.requestsPerSecond) });
    const key = headers["idempotency-key"];
    if (typeof key !== "string" || key.length === 0 || key.length > 256) return refuse(400, "invalid_idempotency_key");
    const fault = this.#settings.nextFault();
    if (fault === "too_many_requests") return refuse(429, "rate_limit_exceeded", { "retry-after": "3" }) && fault;
    if (fault === "cut_before") return this.#cut(response, fault);
    if (fault === "error_before") return refuse(500, "internal_server_error") && fault;
    if (fault === "html_before") return this.#html(response, fault);
    if (fault === "death_before") return this.#die(apiKey, response, fault);

    const hash = createHash("sha256").update(`${url}\n${text}`).digest("hex");
    const kept = this.#recall(key);
    if (kept && kept.hash !== hash) return refuse(409, "invalid_idempotent_request");
    if (kept && !kept.body) return refuse(409, "concurrent_idempotent_requests");
    const problem = kept ? undefined : problemOf(url, text);
    if (problem) return refuse(422, problem);
    const body = kept?.body ?? this.#deliver(key, hash, url, text);

    switch (fault) {
      case "cut_after":
        return this.#cut(response, fault);
      case "silent_after":
        return fault;
      case "error_after":
        return refuse(500, "internal_server_error") && fault;
      case "html_after":
        return this.#html(response, fault);
      case "death_after":
        return this.#die(apiKey, response, fault);
      case "cut_in_the_answer":
        response
          .writeHead(200, { "content-type": "application/json", "content-length": "1000" })
          .write('{"data":[', () => request.socket.destroy());
        return fault;
      default:
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
        return kept ? "told_again" : "taken";
    }
  }

  #isTooFast(): boolean {
    const second = Math.floor(this.#settings.clock() / 1_000);
    this.#requests = second === this.#second ? this.#requests + 1 : 1;
    this.#second = second;
    return this.#requests > this.#settings.requestsPerSecond;
  }

  #recall(key: string): Kept | undefined {
    const kept = this.#keys.get(key);
    return kept && this.#settings.clock() - kept.at < day ? kept : undefined;
  }

  #deliver(key: string, hash: string, url: string, text: string): object {
    const mails: Mail[] = [JSON.parse(text)].flat();
    this.mails.push(...mails);
    for (const { subject } of mails) this.delivered.set(subject, (this.delivered.get(subject) ?? 0) + 1);
    const ids = mails.map(() => ({ id: randomUUID() }));
    const body = url === "/emails" ? (ids[0] ?? {}) : { data: ids };
    this.#keys.set(key, { hash, at: this.#settings.clock(), body });
    return body;
  }

  #cut(response: ServerResponse, fault: Fault) {
    response.socket?.destroy();
    return fault;
  }

  #html(response: ServerResponse, fault: Fault) {
    response.writeHead(502, { "content-type": "text/html" }).end("<html><body><h1>502 Bad Gateway</h1></body></html>");
    return fault;
  }

  async #die(apiKey: string, response: ServerResponse, fault: Fault) {
    await this.#settings.endSender(apiKey);
    return this.#cut(response, fault);
  }
}

const batchMax = 100;

/** What it can't take of a request, as it names that. */
function problemOf(url: string, text: string): string | undefined {
  const isBatch = url === "/emails/batch";
  const given: unknown = JSON.parse(text);
  if (Array.isArray(given) !== isBatch) return "validation_error";
  const mails: Readonly<Record<string, unknown>>[] = [given].flat() as [];
  if (mails.length === 0 || mails.length > batchMax) return "validation_error";
  if (mails.some(({ from, to, subject, text, html }) => !from || !to || !subject || !(text || html))) return "missing_required_field";
  return mails.some(({ to }) => !/^[^\s@]+@[^\s@]+$/.test(String(to))) ? "validation_error" : undefined;
}

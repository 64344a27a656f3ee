import type { World } from "../../api/test/world.ts";

export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body where it is JSON; tests look into it without first describing it. */
  // biome-ignore lint/suspicious/noExplicitAny: a test that reads what is not there fails by that
  readonly json: any;
}

/** Somebody who visits the console with a cookie jar of one cookie, as a browser would. */
export class Visitor {
  private readonly base: string;
  cookie = "";

  constructor(world: Pick<World, "url">) {
    this.base = `${world.url}/admin`;
  }

  get = (path: string, headers: Readonly<Record<string, string>> = {}) => this.send("GET", path, undefined, headers);

  /** A form, as a page sends it. */
  submit = (path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
    this.send("POST", path, new URLSearchParams(fields), headers);

  /** JSON, as the console's own script sends it. */
  post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    this.send("POST", path, JSON.stringify(body), { "content-type": "application/json", ...headers });

  async signIn(email: string, password: string): Promise<this> {
    const { status, text } = await this.submit("/login", { email, password });
    if (status !== 303) throw new Error(`not signed in: ${status} ${text}`);
    return this;
  }

  private async send(method: string, path: string, body: RequestInit["body"], headers: Readonly<Record<string, string>>): Promise<Seen> {
    const response = await fetch(`${this.base}${path}`, {
      method,
      redirect: "manual",
      headers: { ...(this.cookie ? { cookie: this.cookie } : {}), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const set = response.headers.getSetCookie().find((each) => /^(__Host-)?nm_console=/.test(each));
    if (set !== undefined) this.cookie = set.split(";")[0] ?? "";
    const text = await response.text();
    const isJson = /\bjson\b/.test(response.headers.get("content-type") ?? "");
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
  }
}

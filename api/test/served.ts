import { makeFront } from "../src/entry/front.ts";
import { portOf } from "../src/http/server.ts";
import { perform } from "../src/platform/action.ts";
import type { StaffRole } from "../src/platform/permission.ts";
import { create as createStaff, createStaff as createStaffOperation } from "../src/staff/index.ts";
import { openWorld, type World } from "./world.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever came back
  readonly body: any;
}
export interface Ask {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A world behind its real HTTP server, with the people and things a test begins with. */
export interface Served extends World {
  readonly url: string;
  call(at: string, ask?: Ask): Promise<Answer>;
  readonly make: {
    developer(): Promise<{ id: string; email: string; password: string; token: string; refreshToken: string }>;
    staff(role?: StaffRole): Promise<{ id: string; email: string; password: string; token: string }>;
    project(token: string, name?: string): Promise<{ id: string }>;
    key(token: string, projectId: string, kind?: "publishable" | "secret"): Promise<{ id: string; key: string }>;
  };
}

let serial = 0;

export async function openServed(environment: Readonly<Record<string, string>> = {}): Promise<Served> {
  const world = await openWorld(environment);
  const front = await makeFront(world);
  await new Promise<void>((resolve) => front.server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${portOf(front.server)}`;

  const call = async (at: string, { token, body, headers = {} }: Ask = {}): Promise<Answer> => {
    const [method = "GET", path = "/"] = at.split(" ");
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && {
        body: typeof body === "string" ? body : body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body),
      }),
      redirect: "manual",
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: /json/.test(response.headers.get("content-type") ?? "") ? JSON.parse(text) : text,
    };
  };
  const expecting = async (status: number, answer: Promise<Answer>) => {
    const { status: got, body } = await answer;
    if (got !== status) throw new Error(`expected ${status}, got ${got}: ${JSON.stringify(body)}`);
    return body;
  };
  const make: Served["make"] = {
    async developer() {
      const given = {
        email: `developer${++serial}@example.com`,
        password: `a long enough password ${serial}`,
        name: `Developer ${serial}`,
      };
      const body = await expecting(201, call("POST /api/auth/register", { body: given }));
      return { id: body.developer.id, ...given, token: body.accessToken, refreshToken: body.refreshToken };
    },
    async staff(role = "admin") {
      const given = { email: `staff${++serial}@example.com`, password: `a long enough password ${serial}`, name: `Staff ${serial}`, role };
      const request = { id: "req_test", address: undefined, userAgent: undefined };
      const made = await perform(
        world.engine,
        { operation: createStaffOperation, actor: { kind: "job", id: "test" }, request },
        createStaff,
        given,
      );
      const body = await expecting(200, call("POST /api/admin/auth/login", { body: { email: given.email, password: given.password } }));
      return { id: made.id, email: given.email, password: given.password, token: body.accessToken };
    },
    project: (token, name = `project ${++serial}`) => expecting(201, call("POST /api/projects", { token, body: { name } })),
    key: (token, projectId, kind = "secret") =>
      expecting(201, call(`POST /api/projects/${projectId}/keys`, { token, body: { name: `key ${++serial}`, kind } })),
  };
  return {
    ...world,
    url,
    call,
    make,
    async close() {
      front.server.closeAllConnections();
      await new Promise((resolve) => front.server.close(resolve));
      await front.close();
      await world.close();
    },
  };
}

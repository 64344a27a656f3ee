import { isDeepStrictEqual } from "node:util";
import type { World } from "../world.ts";
import type { Case } from "./case.ts";

export interface Keys {
  readonly anon: string;
  readonly service_role: string;
}

/** What was wrong with the answer; nothing, if all was as it must be. */
export async function problemsOf(world: World, keys: Keys, wanted: Case): Promise<readonly string[]> {
  const answer = await askCase(world, keys, wanted);
  const { status, headers, body } = answer;
  const problems: string[] = [];
  const say = (what: string, expected: unknown, got: unknown) => problems.push(`${what}: expected ${show(expected)}, got ${show(got)}`);
  if (status !== (wanted.status ?? 200)) say("status", wanted.status ?? 200, status);
  if ("gives" in wanted && !isDeepStrictEqual(body, wanted.gives)) say("body", wanted.gives, body);
  if (wanted.includes !== undefined && !includes(body, wanted.includes)) say("body", wanted.includes, body);
  for (const [name, value] of Object.entries<string | RegExp | undefined>(headersOf(wanted))) {
    const told = headers.get(name) ?? undefined;
    if (!(value instanceof RegExp ? told !== undefined && value.test(told) : told === value)) say(name, value, told);
  }
  // Without the body an unexpected status says little.
  if (status !== (wanted.status ?? 200) && !problems.some((each) => each.startsWith("body"))) problems.push(`the body was ${show(body)}`);
  if (wanted.afterwards) {
    const after = await askCase(world, keys, { name: "", at: wanted.afterwards.at, as: "service_role" });
    if (!isDeepStrictEqual(after.body, wanted.afterwards.gives))
      say(`afterwards ${wanted.afterwards.at}`, wanted.afterwards.gives, after.body);
  }
  return problems;
}

async function askCase(world: World, keys: Keys, { at, as, sends, headers }: Case) {
  const [, method = "GET", target = ""] = /^(?:([A-Z]+) )?(.*)$/s.exec(at) ?? [];
  const isRaw = typeof sends === "string" || sends instanceof Uint8Array;
  const response = await fetch(`${world.url}${target.startsWith("/") ? "" : "/api/rest/"}${encode(target)}`, {
    method,
    redirect: "manual",
    headers: { apikey: keys[as ?? "anon"], ...(sends !== undefined && { "content-type": "application/json" }), ...headers },
    ...(sends !== undefined && { body: isRaw ? (sends as string | Uint8Array<ArrayBuffer>) : JSON.stringify(sends) }),
  });
  const text = await response.text();
  const isJson = /^[^;]*\bjson(;|$)/.test(response.headers.get("content-type") ?? "") && text !== "";
  return { status: response.status, headers: response.headers, body: isJson ? readJson(text) : text };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return `no JSON: ${text}`;
  }
}

/** Cases are written to be read: what a URL cannot hold as it is, is encoded here. */
const encode = (target: string) => target.replaceAll(/[^\x21-\x7e]|["<>\\^`{|}#]/gu, encodeURIComponent);

/** JSON tells its kind, unless a case says another. */
const headersOf = ({ gives, includes, tells }: Case) => ({
  ...((typeof gives === "object" || includes !== undefined) && { "content-type": "application/json; charset=utf-8" }),
  ...tells,
});

function includes(got: unknown, wanted: unknown): boolean {
  if (wanted instanceof RegExp) return typeof got === "string" && wanted.test(got);
  if (typeof wanted !== "object" || wanted === null) return Object.is(got, wanted);
  if (typeof got !== "object" || got === null || Array.isArray(got) !== Array.isArray(wanted)) return false;
  return Object.entries(wanted).every(([name, value]) => includes((got as Record<string, unknown>)[name], value));
}

const show = (value: unknown) => (value instanceof RegExp ? String(value) : (JSON.stringify(value) ?? "nothing").slice(0, 1_000));

/** Cases that may have changed something, after which the tables are filled anew. */
export const mayChange = ({ at }: Case) => /^(POST|PUT|PATCH|DELETE) /.test(at);

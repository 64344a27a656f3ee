import { type Answer, ask, type Json } from "../ask.ts";
import { makeStaff } from "../make.ts";
import { type TestTenant, tenantOf } from "../tenant.ts";
import { openWorld, type World } from "../world.ts";
import { traps } from "./traps.ts";

/** Two tenants, of whom one means the other harm, and the public doors that it has. */
export interface Scene {
  readonly world: World;
  readonly attacker: TestTenant;
  readonly victim: TestTenant;
  readonly staff: { readonly token: string };
  sql(query: string, by?: TestTenant): Promise<Answer<Json>>;
  /** With the publishable key, unless another is given. */
  rest(at: string, options?: Options): Promise<Answer<Json>>;
  /** Calls a function of the attacker's. */
  call(name: string, args?: object, options?: Options): Promise<Answer<Json>>;
}

export interface Options {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: "publishable" | "secret";
  readonly by?: TestTenant;
}

export async function openScene(): Promise<Scene> {
  const world = await openWorld({ OVERRIDE_APPROVAL_FACTOR: "1000" });
  const [attacker, victim] = [await tenantOf(world), await tenantOf(world)];
  const staff = await makeStaff(world);
  const rest: Scene["rest"] = (at, { key = "publishable", by = attacker, ...options } = {}) =>
    ask(world, at.replace(" ", " /api/rest/"), { apikey: by[key].key, ...options });
  const scene: Scene = {
    world,
    attacker,
    victim,
    staff,
    sql: (query, by = attacker) => ask(world, "POST /api/sql", { apikey: by.secret.key, body: { query } }),
    rest,
    call: (name, args = {}, options = {}) => rest(`POST rpc/${name}`, { ...options, body: args }),
  };
  for (const { projectId } of [attacker, victim]) {
    const body = { limit: 100_000, reason: "to be attacked" };
    await must(ask(world, `PUT /api/admin/projects/${projectId}/quotas/requests_per_second`, { token: staff.token, body }));
  }
  await must(scene.sql(victims, victim));
  await must(scene.sql(traps));
  return scene;
}

const victims = `
  create table secrets (id int primary key, text text);
  insert into secrets values (1, 'of the victim');
  create table shop (id int primary key, name text);
  insert into shop values (1, 'open');
  grant select on shop to anon`;

async function must(answered: Promise<Answer<Json>>): Promise<void> {
  const { status, body } = await answered;
  if (status !== 200) throw new Error(JSON.stringify(body));
}

/** What the victim and the platform have, whatever was tried: data, settings, and service by every door. */
export async function harmTo({ world, victim, staff, sql, rest }: Scene): Promise<readonly string[]> {
  const [secrets, shop, settings, own, login] = await Promise.all([
    sql("select text from secrets", victim),
    rest("GET shop", { by: victim }),
    sql("select current_setting('search_path') as path, current_setting('statement_timeout') as limit, current_user::text as me", victim),
    ask(world, `GET /api/projects/${victim.projectId}`, { token: victim.developer.token }),
    ask(world, "GET /api/admin/audit?limit=1", { token: staff.token }),
  ]);
  const expected: readonly (readonly [string, unknown, unknown])[] = [
    ["data", secrets.body.rows, [{ text: "of the victim" }]],
    ["REST", shop.body, [{ id: 1, name: "open" }]],
    ["settings", settings.body.rows, [{ path: "public,extensions", limit: "30s", me: `t_${victim.tenantId}_owner` }]],
    ["control plane", own.status, 200],
    ["staff", login.status, 200],
  ];
  return expected.flatMap(([what, is, shall]) =>
    JSON.stringify(is) === JSON.stringify(shall) ? [] : [`${what}: ${JSON.stringify(is)?.slice(0, 200)}`],
  );
}

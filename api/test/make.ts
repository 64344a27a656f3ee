import { randomBytes } from "node:crypto";
import { perform } from "../src/platform/action.ts";
import { newId } from "../src/platform/ids.ts";
import type { StaffRole } from "../src/platform/permission.ts";
import { create as createStaff } from "../src/staff/index.ts";
import { ask } from "./ask.ts";
import type { World } from "./world.ts";

export const password = "correct horse battery";
const some = () => randomBytes(6).toString("hex");

/** A developer who has just signed up. */
export async function makeDeveloper(world: World, email = `${some()}@example.com`) {
  const { status, body } = await ask(world, "POST /api/auth/register", { body: { email, password, name: "A developer" } });
  if (status !== 201) throw new Error(`no developer: ${JSON.stringify(body)}`);
  return { id: String(body.developer.id), email, token: String(body.accessToken), refreshToken: String(body.refreshToken) };
}

/** A signed-in member of staff. */
export async function makeStaff(world: World, role: StaffRole = "admin") {
  const email = `${some()}@example.com`;
  const call = {
    operation: { id: "createStaff", changes: true },
    actor: { kind: "job", id: "test" } as const,
    request: { id: newId("request"), address: undefined, userAgent: undefined },
  };
  const { id } = await perform(world.engine, call, createStaff, { email, name: "Somebody", role, password });
  const { status, body } = await ask(world, "POST /api/admin/auth/login", { body: { email, password } });
  if (status !== 200) throw new Error(`no staff: ${JSON.stringify(body)}`);
  return { id, email, role, token: String(body.accessToken) };
}

/** A developer with a project, its tenant, and a key of each kind. */
export async function makeProject(world: World) {
  const developer = await makeDeveloper(world);
  const { id } = await makeProjectFor(world, developer.token);
  const keyOf = (kind: "publishable" | "secret") => makeKey(world, developer.token, id, kind);
  return { id, developer, publishable: await keyOf("publishable"), secret: await keyOf("secret") };
}

export async function makeProjectFor(world: World, token: string, name = `project ${some()}`) {
  const { status, body } = await ask(world, "POST /api/projects", { token, body: { name } });
  if (status !== 201) throw new Error(`no project: ${JSON.stringify(body)}`);
  return { id: String(body.id) };
}

export async function makeKey(world: World, token: string, projectId: string, kind: "publishable" | "secret" = "secret") {
  const { status, body } = await ask(world, `POST /api/projects/${projectId}/keys`, { token, body: { name: kind, kind } });
  if (status !== 201) throw new Error(`no key: ${JSON.stringify(body)}`);
  return { id: String(body.id), key: String(body.key) };
}

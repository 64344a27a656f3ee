import { type Answer, ask, type Json } from "./ask.ts";
import { makeStaff } from "./make.ts";
import type { World } from "./world.ts";

/** Has another admin approve what was just asked for. */
export async function approve(world: World, { status, body }: Answer<Json>, token?: string): Promise<Answer<Json>> {
  if (body.code !== "approval_needed") throw new Error(`nothing waits for a second person: ${status} ${JSON.stringify(body)}`);
  return approveAsked(world, body.approvalId, token);
}

/** The same of what waits under this id. */
export async function approveAsked(world: World, id: string, token?: string): Promise<Answer<Json>> {
  const by = token ?? (await makeStaff(world, "admin")).token;
  return ask(world, `POST /api/admin/approvals/${id}/approve`, { token: by, body: { reason: "agreed" } });
}

import type { Context } from "../platform/action.ts";
import type { InputOf } from "../platform/operation.ts";
import type { postStatus, setMaintenance } from "./contract.ts";

const statusOf = ({ maintenance, statusBoard }: Context) => ({ maintenance: maintenance.closed ?? null, posts: [...statusBoard.posts()] });

/** Files, not rows: they must hold while the database is away. What they say is written once its audit entry is. */
export async function setMaintenanceMode(context: Context, { message, reason }: InputOf<typeof setMaintenance>) {
  const { maintenance, now } = context;
  const before = maintenance.closed ?? null;
  const after = message === null ? null : { message, since: before?.since ?? now };
  if (before === null && after === null) context.unchanged();
  else context.audit({ target: "maintenance", reason, before, after });
  context.afterCommit(async () => (after === null ? maintenance.end() : maintenance.begin(after.message, after.since)));
  return { ...statusOf(context), maintenance: after };
}

export async function post(context: Context, { text, reason }: InputOf<typeof postStatus>) {
  const { statusBoard, now } = context;
  context.audit({ target: "status", reason, after: { text } });
  context.afterCommit(async () => statusBoard.post(text, now));
  const before = statusOf(context);
  return { ...before, posts: [{ at: now, text }, ...before.posts] };
}

import { publishCheckpoint } from "../audit/index.ts";
import { notify, sendAtOnce } from "../notices/index.ts";
import type { ActAsJob, Context } from "../platform/action.ts";
import { staffRoles } from "../platform/permission.ts";
import { listActive } from "../staff/index.ts";
import type { BreakGlassSession } from "./contract.ts";
import { breakGlassEnded, breakGlassOpened, sealedCodeWithoutDigits } from "./mails.ts";

type Said = Pick<ReturnType<typeof breakGlassOpened>, "template" | "subject" | "body">;

/** What happened is sealed outside of the database as well, before anything else can happen in it; then everything that waits is sent. */
async function sealAndSend(act: ActAsJob): Promise<void> {
  await act("publishCheckpoint", publishCheckpoint, {});
  await sendAtOnce(act);
}

/** By mail to each of them and in their channel, sent by this very process: on the worst day nobody may be there to do jobs. */
export async function tellAll(context: Context, said: Said): Promise<void> {
  await notify(context, { to: { staff: true }, ...said });
  for (const { email } of await listActive(context.db, staffRoles)) await notify(context, { to: { address: email }, ...said });
  // Whoever comes in does not wait for what a mail service takes its time for.
  context.afterCommit(async (act) => void sealAndSend(act).catch((error) => context.log.warn("staff was not told at once", { error })));
}

export const tellOpened = (context: Context, session: BreakGlassSession, holder: string) => {
  const { publicUrl, request } = context;
  return tellAll(context, breakGlassOpened({ ...session, sessionId: session.id, holder, address: request.address ?? null, publicUrl }));
};

export const tellEnded = (context: Context, session: BreakGlassSession) =>
  tellAll(context, breakGlassEnded({ ...session, sessionId: session.id, endedBy: context.actor.id, publicUrl: context.publicUrl }));

/** Of one code once in the time in which its digits can't be guessed: the alert of an opening shall not drown in these. */
export async function tellWrongDigits(context: Context, holder: string, code: { readonly id: string; readonly name: string }) {
  if (await context.throttle.attempt("breakGlassAlertByCode", code.id)) return;
  const { now: openedAt, request } = context;
  await tellAll(context, sealedCodeWithoutDigits({ holder, code: code.name, openedAt, address: request.address ?? null }));
}

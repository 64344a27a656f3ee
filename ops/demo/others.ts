import type { Config } from "@nextmavens/api/platform/config";
import { sql } from "@nextmavens/api/platform/db/sql";
import { z } from "zod";
import type { Ground } from "./ground.ts";

const Others = z.object({ developers: z.number(), projects: z.number(), flags: z.number(), sentMail: z.number() });
export type Others = z.output<typeof Others>;

/** What is on the platform that the demo did not make; to be asked where there is no demo yet. */
export const countOthers = ({ owner }: Ground): Promise<Others> =>
  owner.transact("platform", (db) =>
    db.one(
      Others,
      sql`
      select
        (select count(*) from developers where deleted_at is null) as developers,
        (select count(*) from projects where status <> 'purged') as projects,
        (select count(*) from feature_flags) as flags,
        (select count(*) from outbox where state = 'sent') as "sentMail"`,
    ),
  );

/** What one should know before a demo is made here; nothing where there is nothing to disturb. */
export function warningOf(
  { developers, projects, flags, sentMail }: Others,
  { RESEND_API_KEY }: Pick<Config, "RESEND_API_KEY">,
): string | undefined {
  const lines: string[] = [];
  if (developers + projects + flags > 0) {
    lines.push(
      `This platform is in use: it holds ${developers} developers, ${projects} projects and ${flags} feature flags.`,
      "The demo makes its own beside them and touches none of these; it stands in the same lists, charts and audit log.",
    );
  }
  if (RESEND_API_KEY !== undefined || sentMail > 0) {
    lines.push("Mail is sent from here: that to the demo's people, at example.com and example.org, would go out and bounce.");
  }
  return lines.length === 0 ? undefined : lines.join("\n");
}

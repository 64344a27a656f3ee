import { z } from "zod";

/** What the journal says of a session when it is opened. */
export const Opened = z.object({
  staffId: z.string(),
  holder: z.string(),
  codeId: z.string(),
  totpStep: z.number(),
  staffSessionId: z.string(),
  reason: z.string(),
  incident: z.string(),
  minutes: z.number(),
  isDrill: z.boolean(),
  openedAt: z.string(),
  expiresAt: z.string(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
});
export type Opened = z.output<typeof Opened>;

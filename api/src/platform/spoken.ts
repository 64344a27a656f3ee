/** A moment (ISO 8601 in UTC) for people, to the minute: `2026-11-23 01:01 UTC`. The console's preview of a mail says it too. */
export const spoken = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

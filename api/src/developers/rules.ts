const day = 24 * 60 * 60_000;

/** How long a personal access token lives where nothing was said, and at the most. */
const tokenLifetimeMs = 90 * day;
const tokenLifetimeMsMax = 366 * day;

/** A token made with another ends no later than that one: `latest`. */
export const mayExpireAt = (expiresAt: string, now: string, latest?: string): boolean => {
  const lifetime = Date.parse(expiresAt) - Date.parse(now);
  return lifetime > 0 && lifetime <= tokenLifetimeMsMax && (latest === undefined || expiresAt <= latest);
};

export const defaultExpiry = (now: string, latest?: string): string => {
  const usual = new Date(Date.parse(now) + tokenLifetimeMs).toISOString();
  return latest !== undefined && latest < usual ? latest : usual;
};

/** How long a mailed link serves. */
export const linkLifetimeMs = { verify: 3 * day, reset: 60 * 60_000 } as const;

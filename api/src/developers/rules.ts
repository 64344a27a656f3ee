const day = 24 * 60 * 60_000;

/** How long a personal access token lives where nothing was said, and at the most. */
export const tokenLifetimeMs = 90 * day;
export const tokenLifetimeMsMax = 366 * day;

export const mayExpireAt = (expiresAt: string, now: string): boolean => {
  const lifetime = Date.parse(expiresAt) - Date.parse(now);
  return lifetime > 0 && lifetime <= tokenLifetimeMsMax;
};

/** How long a mailed link serves. */
export const linkLifetimeMs = { verify: 3 * day, reset: 60 * 60_000 } as const;

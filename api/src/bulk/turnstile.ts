import { refuse } from "./contract.ts";

/** Each holds a session for as long as its client likes, and there are not many of those. */
const perProjectMax = 2;

/** Lets a few imports and exports of a project run at a time, in this process. */
export function makeTurnstile(): <T>(projectId: string, work: () => Promise<T>) => Promise<T> {
  const inside = new Map<string, number>();
  return async (projectId, work) => {
    const others = inside.get(projectId) ?? 0;
    if (others >= perProjectMax)
      throw refuse("bulk_busy", { details: { max: perProjectMax }, headers: { "retry-after": "5", connection: "close" } });
    inside.set(projectId, others + 1);
    try {
      return await work();
    } finally {
      const left = (inside.get(projectId) ?? 1) - 1;
      if (left > 0) inside.set(projectId, left);
      else inside.delete(projectId);
    }
  };
}

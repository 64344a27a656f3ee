import { refuse } from "./contract.ts";

/** What one request holds of the budget. */
export interface Held {
  /** Throws 503 where there is no room for so many more bytes. */
  take(bytes: number): void;
  release(): void;
}

export interface BodyBudget {
  hold(projectId: string): Held;
}

/** Bodies up to this length are so little that they need no budget: large ones of others do not keep them out. */
export const smallBytes = 32_768;

const limits = { bytesMax: 64_000_000, bytesPerProjectMax: 24_000_000 };

/** Bounds the bytes of bodies that stand in memory at once, of one project and of all. */
export function makeBodyBudget({ bytesMax, bytesPerProjectMax } = limits): BodyBudget {
  const ofProject = new Map<string, number>();
  let all = 0;
  const add = (projectId: string, bytes: number) => {
    const held = (ofProject.get(projectId) ?? 0) + bytes;
    all += bytes;
    if (held > 0) ofProject.set(projectId, held);
    else ofProject.delete(projectId);
  };
  return {
    hold(projectId) {
      let mine = 0;
      return {
        take(bytes) {
          const isTooMuch = all + bytes > bytesMax || (ofProject.get(projectId) ?? 0) + bytes > bytesPerProjectMax;
          if (isTooMuch) throw refuse("bodies_waiting", { headers: { "retry-after": "1", connection: "close" } });
          add(projectId, bytes);
          mine += bytes;
        },
        release() {
          add(projectId, -mine);
          mine = 0;
        },
      };
    },
  };
}

import type { ActAnswer } from "../sight.ts";
import { isBehindGlass } from "./here.ts";
import { notify } from "./notice.tsx";
import { fetchAnew, post } from "./talk.ts";

/** What takes back what was done just now, where that can be: an act of its own, refused if the same was changed since. */
export const undoing = ({ undo }: ActAnswer) => (undo && !isBehindGlass ? () => void takeBack(undo) : undefined);

async function takeBack({ path, body }: NonNullable<ActAnswer["undo"]>): Promise<void> {
  try {
    const { notice, errors, stale } = await post<ActAnswer>(path, body);
    if (notice.type === "success") {
      notify("success", `Undone. ${notice.message}`);
      fetchAnew();
    } else notify("error", `Not undone. ${stale ? "It was changed since." : (Object.values(errors ?? {})[0] ?? notice.message)}`);
  } catch (error) {
    notify("error", `Not undone. ${error instanceof Error ? error.message : "Something went wrong."}`);
  }
}

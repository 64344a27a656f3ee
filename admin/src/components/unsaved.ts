import { useEffect } from "react";

const held = new Set<object>();

/** Whether somebody has typed something that was not sent yet. */
export const holdsUnsaved = (): boolean => held.size > 0;

/** The browser asks before it forgets a page in which something was typed. */
window.addEventListener("beforeunload", (event) => {
  if (holdsUnsaved()) event.preventDefault();
});

export function useUnsaved(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const mine = {};
    held.add(mine);
    return () => void held.delete(mine);
  }, [isUnsaved]);
}

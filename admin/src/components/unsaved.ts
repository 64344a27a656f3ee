import { useEffect } from "react";

const held = new Set<object>();

/** Whether somebody has typed something that was not sent yet. */
export const holdsUnsaved = (): boolean => held.size > 0;

export function useUnsaved(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const mine = {};
    held.add(mine);
    return () => void held.delete(mine);
  }, [isUnsaved]);
}

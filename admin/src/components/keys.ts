import { useSyncExternalStore } from "react";

/** Keys that act by themselves, without Ctrl or Alt; whoever speaks to the computer or hits them unmeant switches them off. */
const storedAs = "nm-single-keys";

const listeners = new Set<() => void>();
const areOn = () => localStorage.getItem(storedAs) !== "off";
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function switchSingleKeys(isOn: boolean): void {
  localStorage.setItem(storedAs, isOn ? "on" : "off");
  for (const each of listeners) each();
}

export const useSingleKeys = () => useSyncExternalStore(subscribe, areOn);

/** Where keys are text, or belong to what stands over the page. */
const takers = "input, textarea, select, dialog, [contenteditable]";

/** The key that was pressed by itself where it can mean something to the page. */
export function singleKey({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): string | undefined {
  const isTaken = target instanceof HTMLElement && target.closest(takers) !== null;
  return ctrlKey || metaKey || altKey || isTaken || !areOn() ? undefined : key;
}

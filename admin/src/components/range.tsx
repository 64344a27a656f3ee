import { useSearchParams } from "react-router-dom";
import type { Range } from "../sight.ts";
import { Switch } from "./switch.tsx";

export const rangeWords: Readonly<Record<Range, string>> = { day: "24 hours", fortnight: "14 days" };

/** How far back the pictures of this page reach; the address says it, so that it can be passed on. */
export function useRange(usual: Range): [Range, (range: Range) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = search.get("range");
  const range = asked === "day" || asked === "fortnight" ? asked : usual;
  const change = (to: Range) => {
    const next = new URLSearchParams(search);
    if (to === usual) next.delete("range");
    else next.set("range", to);
    setSearch(next, { replace: true });
  };
  return [range, change];
}

export const RangeSwitch = ({ range, change }: { range: Range; change: (range: Range) => void }) => (
  <Switch title="How far back" choices={rangeWords} chosen={range} choose={change} />
);

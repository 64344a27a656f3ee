import { useEffect, useRef } from "react";
import { Link, useSearchParams } from "react-router-dom";

export interface Tab {
  readonly name: string;
  readonly label: string;
  /** How many there are, where that is worth saying. */
  readonly count?: string;
}

/** Which part of a page is open: the address says it, the first one in silence. */
export function useTab(tabs: readonly Tab[]): string {
  const [search] = useSearchParams();
  const first = tabs[0]?.name ?? "";
  const asked = search.get("tab");
  return tabs.some(({ name }) => name === asked) ? (asked ?? first) : first;
}

export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  const [search] = useSearchParams();
  const open = useTab(tabs);
  const bar = useRef<HTMLElement>(null);
  const place = tabs.findIndex(({ name }) => name === open);
  // Where there is room for some only, the open one is among them.
  useEffect(() => {
    const current = bar.current?.children[place];
    if (bar.current && current instanceof HTMLElement)
      bar.current.scrollLeft = current.offsetLeft - (bar.current.clientWidth - current.offsetWidth) / 2;
  }, [place]);
  const to = (name: string) => {
    const next = new URLSearchParams(search);
    if (name === tabs[0]?.name) next.delete("tab");
    else next.set("tab", name);
    return `?${next}`;
  };
  return (
    <nav ref={bar} className="tabs" aria-label={label}>
      {tabs.map(({ name, label: text, count }) => (
        <Link key={name} to={to(name)} replace preventScrollReset aria-current={name === open ? "page" : undefined}>
          {text}
          {count ? <span className="faint">{count}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

import { median } from "./report.ts";
import { kinds, type Visit } from "./visit.ts";

/** A page as it was seen in every round: with nothing of it in the browser's cache, and with what was kept there. */
export interface PageTaken {
  readonly name: string;
  readonly cold: readonly Visit[];
  readonly warm: readonly Visit[];
}

/** What pages load, and how large it is by each of `encodings`. */
export interface Asset {
  readonly name: string;
  readonly sizes: readonly number[];
}

export const encodings = ["identity", "gzip", "br"] as const;
const goalMs = 2_000;

/** What staff wait for after each sign-in, beside what they should wait at most. */
export function signInTable({ cold, warm }: PageTaken): string {
  const line = (name: string, visits: readonly Visit[]) => name.padEnd(nameWidth) + times.map(([time]) => timeOf(visits, time)).join("");
  const worst = Math.max(...[...cold, ...warm].map(({ wholeMs }) => wholeMs));
  return [
    `\nfrom the sent sign-in to the first page, ms: the middle of ${cold.length} rounds (the worst)`,
    "".padEnd(nameWidth) + times.map(([, title]) => title.padStart(timeWidth)).join(""),
    line("nothing kept", cold),
    line("assets kept", warm),
    `goal ${goalMs} ms: ${worst <= goalMs ? "kept" : "MISSED"} at the worst, ${worst.toFixed(0)} ms`,
  ].join("\n");
}

/** A line for each page: how long until it is all there, and what is sent for it. */
export function pagesTable(pages: readonly PageTaken[]): string {
  const sentOf = (visits: readonly Visit[]) => kinds.map((kind) => median(visits.map(({ bytes }) => bytes[kind])));
  const lines = pages.map(({ name, cold, warm }) => {
    const sent = [...sentOf(cold), sum(sentOf(cold)), sum(sentOf(warm))];
    return name.padEnd(nameWidth) + timeOf(cold, "wholeMs") + timeOf(warm, "wholeMs") + sent.map(kb).join("");
  });
  const slow = pages.filter(({ cold, warm }) => [...cold, ...warm].some(({ wholeMs }) => wholeMs > goalMs));
  const titles = [...kinds, "all", "if kept"].map((title) => title.padStart(kbWidth)).join("");
  return [
    "\neach page, ms until it is all there, and kB as they were sent",
    `${"".padEnd(nameWidth)}${"nothing kept".padStart(timeWidth)}${"assets kept".padStart(timeWidth)}${titles}`,
    ...lines,
    slow.length === 0
      ? `none ever took longer than ${goalMs} ms`
      : `longer than ${goalMs} ms: ${slow.map(({ name }) => name.trim()).join(", ")}`,
  ].join("\n");
}

/** What every page shares, and what packing it saves. */
export const assetsTable = (assets: readonly Asset[]): string =>
  [
    "\nscripts and styles, kB by encoding",
    "".padEnd(assetWidth) + encodings.map((each) => each.padStart(kbWidth)).join(""),
    ...assets.map(({ name, sizes }) => name.padEnd(assetWidth) + sizes.map(kb).join("")),
    "all".padEnd(assetWidth) + encodings.map((_, i) => kb(sum(assets.map(({ sizes }) => sizes[i] ?? 0)))).join(""),
  ].join("\n");

const nameWidth = 24;
const assetWidth = 40;
const timeWidth = 16;
const kbWidth = 10;
const times = [
  ["firstPaintMs", "first paint"],
  ["largestPaintMs", "largest paint"],
  ["wholeMs", "all there"],
] as const;

/** The middle, and the worst. */
function timeOf(visits: readonly Visit[], time: (typeof times)[number][0]): string {
  const all = visits.map((visit) => visit[time]);
  return `${median(all).toFixed(0)} (${Math.max(...all).toFixed(0)})`.padStart(timeWidth);
}

const kb = (bytes: number) => (bytes / 1_000).toFixed(1).padStart(kbWidth);
const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);

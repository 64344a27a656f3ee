/** Numbers and times as people read them; the exact value goes into the hover. */

const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

export const exact = (value: number) => grouped.format(value);

/** 9,999 stays as it is; 61,234 is 61k. */
export const count = (value: number) => (Math.abs(value) < 10_000 ? exact(value) : short.format(value).replace("K", "k"));

/** Beside an axis, where all are shortened alike: 5k, 10k, 15k. */
export const axisCount = (value: number) => short.format(value).replace("K", "k");

const byteUnits = ["bytes", "kB", "MB", "GB", "TB", "PB"] as const;

/** As PostgreSQL counts them: 1 kB is 1024 bytes. */
export function bytes(value: number): string {
  const step = value === 0 ? 0 : Math.min(Math.floor(Math.log2(Math.abs(value)) / 10), byteUnits.length - 1);
  const amount = value / 1024 ** step;
  return `${step === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1).replace(/\.0$/, "")} ${byteUnits[step]}`;
}

/** `requests_per_day` → "/day": 500k/day. */
const windowOf = (metric: string) => {
  const window = /_per_(\w+)$/.exec(metric)?.[1];
  return window === undefined ? "" : `/${window === "second" ? "s" : window}`;
};
const isBytes = (metric: string) => /_bytes(_per_|$)/.test(metric);
const isTime = (metric: string) => /_ms(_per_|$)/.test(metric);

/** An amount in the unit its metric has, where the metric's own name stands beside it. */
export const measure = (value: number, metric: string) => (isBytes(metric) ? bytes(value) : isTime(metric) ? time(value) : count(value));

/** The same with the time it is for. */
export const amount = (value: number, metric: string) => `${measure(value, metric)}${windowOf(metric)}`;

export const exactAmount = (value: number, metric: string) =>
  `${exact(value)} ${isBytes(metric) ? "bytes" : isTime(metric) ? "ms" : ""}`.trim();

/** From how much on a time is told in a unit of so much. */
const timeUnits = [
  { from: 3_600_000, ms: 3_600_000, unit: "h" },
  { from: 600_000, ms: 60_000, unit: "min" },
  { from: 10_000, ms: 1_000, unit: "s" },
  { from: Number.NEGATIVE_INFINITY, ms: 1, unit: "ms" },
] as const;

function time(value: number): string {
  const { ms, unit } = timeUnits.find(({ from }) => value >= from) ?? { ms: 1, unit: "ms" };
  return `${exact(Math.round((value / ms) * 10) / 10)} ${unit}`;
}

const lengths: readonly (readonly [unit: string, seconds: number])[] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

/** 5,400 seconds are "1 hour 30 minutes". */
export function duration(seconds: number): string {
  let left = Math.max(0, seconds);
  const parts: string[] = [];
  for (const [unit, size] of lengths) {
    const many = size === 1 ? left : Math.floor(left / size);
    left -= many * size;
    if (many > 0) parts.push(`${exact(many)} ${unit}${many === 1 ? "" : "s"}`);
  }
  return parts.join(" ") || "0 seconds";
}

export const percent = (part: number, whole: number) => (whole === 0 ? (part > 0 ? 100 : 0) : Math.floor((part / whole) * 100));

/** Names that tell of a unit in which nobody reads them. */
const called: Readonly<Record<string, string>> = {
  query_ms: "query time",
  query_ms_per_day: "query time per day",
  egress_bytes: "egress",
  egress_bytes_per_month: "egress per month",
  database_bytes: "database size",
  stored_bytes: "size of files",
};

/** `requests_per_second` → "Requests per second". */
export const words = (name: string) => {
  const spaced = called[name] ?? name.replaceAll("_", " ");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
const relativeWords = new Intl.RelativeTimeFormat("en", { numeric: "always", style: "narrow" });

/** "3h ago", "in 2d"; less than a minute is "just now" or "in a moment". */
export function relative(time: string, now: number): string {
  const seconds = (Date.parse(time) - now) / 1000;
  const [unit, size] = units.find(([, least]) => Math.abs(seconds) >= least) ?? ["second", 1];
  if (unit === "second") return seconds > 0 ? "in a moment" : "just now";
  return relativeWords.format(Math.trunc(seconds / size), unit);
}

const local = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });

/** In the viewer's own zone. */
export const localTime = (time: string) => local.format(new Date(time));

export const exactTime = (time: string) =>
  `${time
    .replace("T", " ")
    .replace(/\.\d+Z$/, "Z")
    .replace("Z", " UTC")}`;

/** The end of an id tells ids apart: they begin with the time they were made. */
export const shortId = (id: string) => (/^[a-z]{3}_[0-9a-z]{26}$/.test(id) ? `${id.slice(0, 4)}…${id.slice(-6)}` : id);

const factors: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  bn: 1e9,
  kb: 1024,
  mb: 1024 ** 2,
  gb: 1024 ** 3,
  tb: 1024 ** 4,
  b: 1,
  bytes: 1,
};

/** "500 MB" and "75k" as the number they mean; anything else is left for the contract to judge. */
export function quantity(typed: string): string {
  const [, number, unit = ""] = /^([\d.,_ ]*\d)\s*([a-z]*)$/i.exec(typed.trim()) ?? [];
  const factor = unit === "" ? 1 : factors[unit.toLowerCase()];
  if (number === undefined || factor === undefined) return typed;
  const value = Number(number.replace(/[,_ ]/g, "")) * factor;
  return Number.isFinite(value) ? String(Math.round(value * 1e6) / 1e6) : typed;
}

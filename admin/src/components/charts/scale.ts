/** Where things stand in a picture: round steps for amounts, and moments that people name for times. */

const steps = [1, 2, 2.5, 5, 10];

/** Round amounts from 0 to at least `max`, about as many as wanted; whole ones, since what we count is whole. */
export function ticks(max: number, wanted: number): number[] {
  if (max <= 0) return [0, 1];
  const rough = max / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, (steps.find((each) => each * power >= rough) ?? 10) * power);
  const whole = Number.isInteger(step) ? step : Math.ceil(step);
  return Array.from({ length: Math.ceil(max / whole) + 1 }, (_, i) => i * whole);
}

export interface TimeTick {
  readonly at: number;
  readonly label: string;
}

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const minuteSteps = [5, 10, 15, 30];
const hourSteps = [1, 2, 3, 4, 6, 12];
const dayStep = (days: number, room: number) => Math.max(1, Math.ceil(days / room));

const hours = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const days = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric" });
const daysUtc = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", timeZone: "UTC" });

/** Minutes of the viewer's clock within some hours, hours within some days, or the viewer's midnights within more; at most `room` of them. */
export function timeTicks(from: number, to: number, room: number): TimeTick[] {
  const minutes = minuteSteps.find((each) => (to - from) / minuteMs / each <= room);
  if (minutes !== undefined && to - from < 3 * hourMs) return minuteTicks(from, to, minutes);
  return to - from <= 2 * dayMs ? hourTicks(from, to, room) : midnights(from, to, room);
}

function minuteTicks(from: number, to: number, step: number): TimeTick[] {
  const first = Math.ceil(from / (step * minuteMs)) * step * minuteMs;
  const many = Math.max(0, Math.ceil((to - first) / (step * minuteMs)));
  return Array.from({ length: many }, (_, i) => first + i * step * minuteMs).map((at) => ({ at, label: hours.format(at) }));
}

function hourTicks(from: number, to: number, room: number): TimeTick[] {
  const step = hourSteps.find((each) => (to - from) / hourMs / each <= room) ?? 24;
  const first = new Date(from);
  first.setMinutes(0, 0, 0);
  const found: TimeTick[] = [];
  for (let at = first.getTime(); at < to; at += hourMs) {
    const hour = new Date(at).getHours();
    if (at >= from && hour % step === 0) found.push({ at, label: hour === 0 ? days.format(at) : hours.format(at) });
  }
  return found;
}

function midnights(from: number, to: number, room: number): TimeTick[] {
  const step = dayStep((to - from) / dayMs, room);
  const day = new Date(from);
  day.setHours(0, 0, 0, 0);
  const found: TimeTick[] = [];
  for (; day.getTime() < to; day.setDate(day.getDate() + 1)) {
    if (day.getTime() >= from) found.push({ at: day.getTime(), label: days.format(day) });
  }
  return found.filter((_, i) => (found.length - 1 - i) % step === 0);
}

/** The middles of days as UTC has them, for steps that are such days; the last one always. */
export function dayMiddles(from: number, to: number, room: number): TimeTick[] {
  const count = Math.round((to - from) / dayMs);
  const step = dayStep(count, room);
  return Array.from({ length: count }, (_, i) => ({ at: from + i * dayMs + dayMs / 2, label: daysUtc.format(from + i * dayMs) })).filter(
    (_, i) => (count - 1 - i) % step === 0,
  );
}

const dayAndHour = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});
const wholeDay = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });

/** What a step is called: a day of UTC's, or hours of the viewer's. */
export const stepName = (from: number, stepMs: number): string =>
  stepMs === dayMs ? `${wholeDay.format(from)} (UTC)` : `${dayAndHour.format(from)}–${hours.format(from + stepMs)}`;

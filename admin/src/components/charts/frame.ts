import { dayMiddles, type TimeTick, ticks, timeTicks } from "./scale.ts";

/** The room around a picture for its numbers. */
const margin = { left: 46, right: 10, top: 10, bottom: 24 };
const dayMs = 86_400_000;
/** The last one ends where the picture does, half its width nearer to the one before. */
const roomOfLabel = 72;
const tall = 180;

/** Where in a picture things stand. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** How wide a step is. */
  readonly step: number;
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
  readonly lines: readonly number[];
  readonly times: readonly TimeTick[];
}

export interface Extent {
  readonly begin: number;
  readonly stepMs: number;
  readonly steps: number;
  readonly max: number;
}

export function frameOf(width: number, height: number, { begin, stepMs, steps, max }: Extent): Frame {
  const left = margin.left;
  const right = Math.max(left + 1, width - margin.right);
  const bottom = height - margin.bottom;
  const end = begin + steps * stepMs;
  const lines = ticks(max, height > tall ? 5 : 3);
  const highest = lines.at(-1) ?? 1;
  const room = Math.max(2, Math.floor((right - left) / roomOfLabel));
  return {
    width,
    height,
    left,
    right,
    top: margin.top,
    bottom,
    step: (right - left) / Math.max(1, steps),
    x: (time) => left + ((time - begin) / (end - begin)) * (right - left),
    y: (value) => bottom - (value / highest) * (bottom - margin.top),
    lines,
    times: stepMs === dayMs ? dayMiddles(begin, end, room) : timeTicks(begin, end, room),
  };
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the values of a step are drawn, on top of each other or side by side; what is more than nothing can be seen. */
export function boxesOf({ left, step, y }: Frame, index: number, values: readonly number[], isGrouped: boolean): (Box | undefined)[] {
  const gap = step > 5 ? Math.min(step * 0.22, 6) : step > 2 ? 0.6 : 0;
  const x = left + index * step + gap / 2;
  const wide = step - gap;
  if (isGrouped) {
    const each = wide / values.length;
    return values.map((value, i) => boxOf(value, x + i * each, Math.max(0.5, each - 1), y(value), y(0)));
  }
  let below = 0;
  return values.map((value) => {
    const bottom = y(below);
    below += value;
    return boxOf(value, x, wide, y(below), bottom);
  });
}

const boxOf = (value: number, x: number, width: number, top: number, bottom: number): Box | undefined =>
  value > 0 ? { x, width, y: Math.min(top, bottom - 1), height: Math.max(1, bottom - top) } : undefined;

/** How tall a step's bars are. */
export const heightOf = (values: readonly number[], isGrouped: boolean) =>
  isGrouped ? Math.max(0, ...values) : values.reduce((sum, each) => sum + each, 0);

/** At most so many steps: neighbours are added up. */
export function gathered(steps: readonly number[], atMost: number): number[] {
  const size = Math.max(1, Math.ceil(steps.length / atMost));
  return Array.from({ length: Math.ceil(steps.length / size) }, (_, i) =>
    steps.slice(i * size, (i + 1) * size).reduce((sum, each) => sum + each, 0),
  );
}

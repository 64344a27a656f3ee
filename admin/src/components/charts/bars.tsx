import { type KeyboardEvent, type PointerEvent, useState } from "react";
import type { Band, LimitPeriod, Mark } from "../../sight.ts";
import { Bands, Grid, Limits, Marks, Times, UnderWay } from "./behind.tsx";
import { type Box, boxesOf, type Frame, frameOf, heightOf } from "./frame.ts";
import { stepName } from "./scale.ts";
import type { Point, Series } from "./series.ts";
import { InForce, StepFigures, Tip } from "./tip.tsx";
import { type Size, useSize } from "./use-size.ts";

/** What is drawn, and in which of the theme's colours: the one of the same name. */
export interface BarsProps {
  /** What the picture tells, for who can't see it. */
  readonly label: string;
  readonly from: string;
  readonly stepMs: number;
  readonly points: readonly Point[];
  readonly series: readonly Series[];
  /** Side by side instead of on top of each other. */
  readonly isGrouped?: boolean;
  readonly bands?: readonly Band[];
  readonly limits?: readonly LimitPeriod[];
  /** Lines across all of it. */
  readonly marks?: readonly Mark[];
}

/** A limit so far above all bars would press them flat: it is told beside the picture instead. */
export const isNear = (limit: number, tallest: number) => limit <= tallest * 2.5;

/** Bars over time, with what was in force then behind them; they fill the place they are given. */
export function Bars(props: BarsProps) {
  const [at, size] = useSize<HTMLDivElement>();
  return (
    <div className="chart" ref={at}>
      {size ? <Drawn {...props} {...size} /> : null}
    </div>
  );
}

/** A pointer or the arrow keys tell each step's figures. */
function Drawn({
  label,
  from,
  stepMs,
  points,
  series,
  isGrouped = false,
  bands = [],
  limits = [],
  marks = [],
  width,
  height,
}: BarsProps & Size) {
  const [active, setActive] = useState<number>();
  const begin = Date.parse(from);
  const values = points.map((point) => series.map(({ name }) => point[name] ?? 0));
  const tallest = Math.max(0, ...values.map((each) => heightOf(each, isGrouped)));
  const near = limits.filter(({ limit }) => isNear(limit, tallest));
  const max = Math.max(tallest, ...near.map(({ limit }) => limit), ...marks.flatMap(({ value }) => value));
  const frame = frameOf(width, height, { begin, stepMs, steps: points.length, max });
  const steps = values.map((each, i) => ({ at: begin + i * stepMs, boxes: boxesOf(frame, i, each, isGrouped) }));
  const since = begin + (active ?? 0) * stepMs;
  const last = values.at(-1) ?? [];
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read it step by step. */}
      <svg width={width} height={height} role="img" aria-label={label} tabIndex={0} {...readers(frame, points.length, active, setActive)}>
        <Grid frame={frame} />
        <Bands frame={frame} bands={bands} />
        {active === undefined ? null : (
          <rect
            className="pointed"
            x={frame.left + active * frame.step}
            y={frame.top}
            width={frame.step}
            height={frame.bottom - frame.top}
          />
        )}
        {steps.map(({ at, boxes }) => (
          <Step key={at} boxes={boxes} series={series} />
        ))}
        {begin + points.length * stepMs > Date.now() ? <UnderWay frame={frame} value={heightOf(last, isGrouped)} /> : null}
        <Limits frame={frame} limits={near} />
        <Marks frame={frame} marks={marks} />
        <Times frame={frame} />
      </svg>
      {active === undefined ? null : (
        <Tip x={frame.left + (active + 0.5) * frame.step} width={width}>
          <StepFigures
            title={stepName(since, stepMs)}
            isUnderWay={since + stepMs > Date.now()}
            point={points[active] ?? {}}
            series={series}
            isSummed={!isGrouped}
          />
          <InForce from={since} to={since + stepMs} bands={bands} limits={limits} />
        </Tip>
      )}
    </>
  );
}

const Step = ({ boxes, series }: { boxes: readonly (Box | undefined)[]; series: readonly Series[] }) =>
  series.map(({ name }, i) => {
    const box = boxes[i];
    return box ? <rect key={name} className={`fill ${name}`} {...box} /> : null;
  });

/** A pointer over a step, or the arrow keys, make it the active one. */
function readers({ left, step }: Frame, steps: number, active: number | undefined, setActive: (step: number | undefined) => void) {
  const point = ({ clientX, currentTarget }: PointerEvent<SVGSVGElement>) => {
    const index = Math.floor((clientX - currentTarget.getBoundingClientRect().left - left) / step);
    setActive(index >= 0 && index < steps ? index : undefined);
  };
  const moves: Readonly<Record<string, number | undefined>> = {
    ArrowLeft: Math.max(0, (active ?? steps) - 1),
    ArrowRight: Math.min(steps - 1, (active ?? -1) + 1),
    Home: 0,
    End: steps - 1,
    Escape: undefined,
  };
  const leave = () => setActive(undefined);
  return {
    onPointerMove: point,
    onPointerDown: point,
    onPointerLeave: leave,
    onBlur: leave,
    onKeyDown(event: KeyboardEvent) {
      if (!(event.key in moves)) return;
      event.preventDefault();
      setActive(moves[event.key]);
    },
  };
}

import { type Burn, ErrorSeries, findBurn } from "./burn.ts";
import { type Bucket, Buckets } from "./features/buckets.ts";
import { type FeatureValues, valuesOf } from "./features/features.ts";
import type { Subject } from "./features/subject.ts";
import { aheadMs, Windows, windowMsMax } from "./features/windows.ts";
import type { Observation } from "./observation.ts";
import type { Expression } from "./rules/language.ts";
import { readExpression } from "./rules/language.ts";
import { type ErrorRateRule, type Kind, type PatternRule, type Rule, type SpikeRule, spikeMetrics } from "./rules/rule.ts";
import { baselineAt, findSpike, type History, LearnedHistory, type Spike, spikeWindowMs, spikeWindows } from "./spikes.ts";

/** What a rule found, with all that it was decided from. */
export interface Found {
  readonly kind: Kind;
  readonly ruleId: string;
  readonly ruleRevision: number;
  readonly ruleKey: string;
  /** Whose requests they are; for a network there is no project. */
  readonly subject: Subject;
  readonly projectId: string | null;
  /** Of error rates: the door and what was asked for there. */
  readonly endpoint: string | null;
  /** From 1 on; how far what was measured lies above what the rule allows. Patterns have 1. */
  readonly score: number;
  readonly inputs: Inputs;
  /** False while it is still what was found before, or again within the rule's cool-down. */
  readonly isNew: boolean;
}

/** What a detection was decided from, so that a person can decide it again. */
export type Inputs =
  | { readonly expression: string; readonly windowSeconds: number; readonly features: FeatureValues }
  | ({ readonly metric: SpikeRule["metric"]; readonly windowSeconds: number; readonly threshold: number; readonly floor: number } & Spike)
  | ({ readonly objective: number; readonly requestsMin: number } & Burn);

export interface DetectorParts {
  readonly rules: readonly Rule[];
  /** What is usual for projects. Unless given, it learns from what it observes, and knows no plan. */
  readonly history?: History;
}

interface Prepared {
  readonly rule: PatternRule;
  readonly expression: Expression;
}

/** The endpoints of all projects whose errors are counted, at most. */
const seriesMax = 20_000;
const seriesKeptMs = 6 * 3_600_000;

/**
 * Finds abuse in a stream of requests, without a database and without a clock: everything is as of the time it is told.
 *
 *     const detector = new Detector({ rules: shippedRules });
 *     for (const request of requests) detector.observe(request);
 *     const found = detector.evaluate(nowMs);       // every ten seconds or so of the stream's time
 *
 * `observe` takes requests in any order, also late ones. `evaluate` tells all that is found at that moment, what was found before and still is as well (`isNew` is false then);
 * what is not told any more is over. Its memory is bounded, whatever is observed.
 */
export class Detector {
  readonly #observed = new Buckets();
  readonly #windows = new Windows();
  readonly #series = new Map<string, { readonly projectId: string; readonly endpoint: string; readonly errors: ErrorSeries }>();
  readonly #history: History;
  readonly #learned: LearnedHistory | undefined;
  /** Of each rule and subject, when it was last found. */
  readonly #lastFound = new Map<string, number>();
  #patterns: readonly Prepared[] = [];
  #rules: readonly Rule[] = [];

  constructor({ rules, history }: DetectorParts) {
    this.#learned = history ? undefined : new LearnedHistory();
    this.#history = history ?? (this.#learned as LearnedHistory);
    this.rules = rules;
  }

  /** What is looked for from now on. An expression that can't be read finds nothing. */
  set rules(rules: readonly Rule[]) {
    this.#rules = rules.filter(({ isEnabled }) => isEnabled);
    this.#patterns = this.#rules.flatMap((rule) => {
      if (rule.kind !== "pattern") return [];
      const read = readExpression(rule.expression, rule.subject);
      return "expression" in read ? [{ rule, expression: read.expression }] : [];
    });
  }

  observe(seen: Observation): void {
    this.#observed.observe(seen);
  }

  /** Takes up what was summed elsewhere: by another process, or earlier and then written down. */
  absorb(bucket: Bucket, now: number): void {
    const { subject, startsAt, tally } = bucket;
    if (startsAt > now + aheadMs || startsAt < now - seriesKeptMs) return;
    if (startsAt > now - windowMsMax) this.#windows.add(bucket);
    if (subject.kind !== "project") return;
    for (const [endpoint, [requests, errors]] of tally.endpoints) this.#seriesOf(subject.id, endpoint)?.add(startsAt, requests, errors);
    if (!this.#learned) return;
    for (const metric of spikeMetrics)
      if (tally.counts[metric] > 0) this.#learned.learn(subject.id, metric, startsAt, tally.counts[metric]);
  }

  /** The same of one endpoint's requests in a minute, where no more of it is known. */
  absorbErrors(projectId: string, endpoint: string, at: number, requests: number, errors: number): void {
    this.#seriesOf(projectId, endpoint)?.add(at, requests, errors);
  }

  /** The projects whose requests of the last hour are in memory. */
  get projectIds(): readonly string[] {
    return [...this.#windows.subjects()].filter(({ kind }) => kind === "project").map(({ id }) => id);
  }

  evaluate(now: number): Found[] {
    for (const bucket of this.#observed.drain()) this.absorb(bucket, now);
    this.#windows.sweep(now);
    for (const [key, { errors }] of this.#series) if (errors.newest < now - seriesKeptMs) this.#series.delete(key);
    const found = [...this.#evaluateWindows(now), ...this.#evaluateErrors(now)];
    this.#forget(now);
    return found;
  }

  #seriesOf(projectId: string, endpoint: string): ErrorSeries | undefined {
    const key = `${projectId} ${endpoint}`;
    const known = this.#series.get(key);
    if (known || this.#series.size >= seriesMax) return known?.errors;
    const errors = new ErrorSeries();
    this.#series.set(key, { projectId, endpoint, errors });
    return errors;
  }

  /** What one evaluation takes is bounded by the subjects in memory, the rules there may be, and the parts an expression may have. */
  #evaluateWindows(now: number): Found[] {
    return [...this.#windows.subjects()].flatMap((subject) => this.#evaluateSubject(subject, now));
  }

  #evaluateSubject(subject: Subject, now: number): Found[] {
    return [...this.#evaluatePatterns(subject, now), ...this.#evaluateSpikes(subject, now)];
  }

  #evaluatePatterns(subject: Subject, now: number): Found[] {
    const byWindow = new Map<number, FeatureValues>();
    const valuesIn = (seconds: number) => {
      const values = byWindow.get(seconds) ?? valuesOf(subject.kind, this.#windows.look(subject, now, seconds * 1_000));
      byWindow.set(seconds, values);
      return values;
    };
    return this.#patterns.flatMap(({ rule, expression }) => {
      if (rule.subject !== subject.kind) return [];
      const { windowSeconds } = rule;
      const features = valuesIn(windowSeconds);
      if (!expression.matches(features)) return [];
      return [this.#note(rule, subject, null, 1, { expression: rule.expression, windowSeconds, features }, now)];
    });
  }

  #evaluateSpikes(subject: Subject, now: number): Found[] {
    if (subject.kind !== "project") return [];
    const rules = this.#rules.filter((rule) => rule.kind === "spike");
    if (rules.length === 0) return [];
    const windows = Array.from({ length: spikeWindows }, (_, back) =>
      this.#windows.look(subject, now - back * spikeWindowMs, spikeWindowMs),
    );
    return rules.flatMap((rule) => {
      const values = windows.map(({ counts }) => counts[rule.metric]);
      if (values.filter((value) => value >= rule.floor).length === 0) return [];
      const baseline = baselineAt(this.#history, subject.id, rule.metric, now);
      const spike = baseline && findSpike(values, baseline, rule);
      if (!spike) return [];
      const { metric, threshold, floor } = rule;
      const inputs = { metric, windowSeconds: spikeWindowMs / 1_000, threshold, floor, ...spike };
      return [this.#note(rule, subject, null, spike.score / threshold, inputs, now)];
    });
  }

  #evaluateErrors(now: number): Found[] {
    const rules = this.#rules.filter((rule): rule is ErrorRateRule => rule.kind === "error_rate");
    const found: Found[] = [];
    for (const { projectId, endpoint, errors } of this.#series.values()) {
      for (const rule of rules) {
        const burn = findBurn(errors, now, rule);
        if (!burn) continue;
        const { objective, requestsMin } = rule;
        const subject = { kind: "project", id: projectId } as const;
        found.push(this.#note(rule, subject, endpoint, burn.score, { objective, requestsMin, ...burn }, now));
      }
    }
    return found;
  }

  #note(rule: Rule, subject: Subject, endpoint: string | null, score: number, inputs: Inputs, now: number): Found {
    const place = `${rule.id} ${subject.id} ${endpoint ?? ""}`;
    const before = this.#lastFound.get(place);
    this.#lastFound.set(place, now);
    return {
      kind: rule.kind,
      ruleId: rule.id,
      ruleRevision: rule.revision,
      ruleKey: rule.key,
      subject,
      projectId: subject.kind === "project" ? subject.id : null,
      endpoint,
      score,
      inputs,
      isNew: before === undefined || now - before > rule.cooldownSeconds * 1_000 + stillMs || now < before,
    };
  }

  #forget(now: number): void {
    for (const [place, at] of this.#lastFound) if (Math.abs(now - at) > lastFoundKeptMs) this.#lastFound.delete(place);
  }
}

/** What was found at the last evaluation is not over yet at this one. */
const stillMs = 30_000;
const lastFoundKeptMs = 8 * 24 * 3_600_000;

import type { Found, Inputs } from "../detector.ts";
import { type Subject, subjectKey } from "../features/subject.ts";
import type { Rule } from "../rules/rule.ts";

/** Something that a rule would have found: from when it was found until it fell quiet, as one detection. Times are in milliseconds since 1970. */
export interface Sighting {
  readonly ruleId: string;
  readonly subject: Subject;
  readonly endpoint: string | null;
  readonly from: number;
  to: number;
  /** The highest, when that was, and what it was decided from. */
  score: number;
  worstAt: number;
  inputs: Inputs;
  /** The sanctions that would have followed, where the rule acts. */
  readonly sanctions: Period[];
}

interface Period {
  readonly from: number;
  to: number;
}

/** Makes detections of what rules find at one moment after the other, as the platform does of what they find now. */
export class Sightings {
  readonly all: Sighting[] = [];
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #last = new Map<string, Sighting>();
  #open = new Map<string, Sighting>();

  constructor(rules: readonly Rule[]) {
    this.#rules = new Map(rules.map((rule) => [rule.id, rule]));
  }

  get areOpen(): boolean {
    return this.#open.size > 0;
  }

  /** Takes all that is found at a moment; what is not found any more falls quiet. */
  take(found: readonly Found[], now: number): void {
    const before = this.#open;
    this.#open = new Map();
    for (const each of found) {
      const place = `${each.ruleId} ${subjectKey(each.subject)} ${each.endpoint ?? ""}`;
      const rule = this.#rules.get(each.ruleId);
      if (!rule) continue;
      const sighting = before.get(place) ?? this.#begin(place, rule, each, now);
      before.delete(place);
      this.#open.set(place, sighting);
      see(sighting, rule, each, now);
    }
    for (const quiet of before.values()) end(quiet, now);
  }

  /** What is still found goes on until here, as far as is known. */
  close(now: number): void {
    for (const each of this.#open.values()) end(each, now);
  }

  /** What comes again within the rule's cool-down goes on. */
  #begin(place: string, { cooldownSeconds }: Rule, { ruleId, subject, endpoint, score, inputs }: Found, now: number): Sighting {
    const last = this.#last.get(place);
    if (last && last.to >= now - cooldownSeconds * 1_000) return last;
    const sighting = { ruleId, subject, endpoint, from: now, to: now, score, worstAt: now, inputs, sanctions: [] };
    this.#last.set(place, sighting);
    this.all.push(sighting);
    return sighting;
  }
}

function see(sighting: Sighting, rule: Rule, { score, inputs }: Found, now: number): void {
  if (score > sighting.score) Object.assign(sighting, { score, inputs, worstAt: now });
  const isUnderWay = (sighting.sanctions.at(-1)?.to ?? 0) > now;
  if (rule.mode === "act" && sighting.subject.kind === "project" && !isUnderWay)
    sighting.sanctions.push({ from: now, to: now + rule.durationSeconds * 1_000 });
}

function end(sighting: Sighting, now: number): void {
  sighting.to = now;
  const last = sighting.sanctions.at(-1);
  if (last) last.to = Math.min(last.to, now);
}

import { z } from "zod";
import { ofMany } from "../platform/each.ts";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { refusals } from "../platform/refusal.ts";
import { lineOf, noteOf, textOf } from "../platform/text.ts";
import { levels } from "../suspensions/index.ts";
import { subjectKinds } from "./features/subject.ts";
import { lengthMax } from "./rules/language.ts";
import { kinds, modes, spikeMetrics, windowSeconds } from "./rules/rule.ts";

const subject = z.enum(subjectKinds);
const expression = z
  .string()
  .min(1)
  .max(4 * lengthMax);

const PatternSettings = z
  .strictObject({
    subject: subject.meta({ description: "whose requests are looked at together" }),
    expression: expression.meta({
      description: "CEL over the features of the subject",
      example: "missingTargets >= 25 && notFound > 0.1 * requests",
    }),
    windowSeconds: z.literal(windowSeconds).meta({ description: "how far back it looks", enum: [...windowSeconds] }),
  })
  .meta({ id: "PatternSettings" });
const SpikeSettings = z
  .strictObject({
    metric: z.enum(spikeMetrics),
    threshold: z.number().min(2).max(1_000).meta({ description: "from so many deviations above the usual on" }),
    floor: z.number().min(1).max(1e12).meta({ description: "less than this in five minutes is no spike" }),
  })
  .meta({ id: "SpikeSettings" });
const ErrorRateSettings = z
  .strictObject({
    objective: z.number().min(0.94).max(0.9999).meta({ description: "which part of the requests should succeed" }),
    requestsMin: z.int().min(10).max(1e9).meta({ description: "fewer requests in the long window are too few to say" }),
  })
  .meta({ id: "ErrorRateSettings" });

/** What only rules of a kind have. */
export const settingsOf = { pattern: PatternSettings, spike: SpikeSettings, error_rate: ErrorRateSettings } as const;

/** What staff say of a rule. */
const terms = {
  title: lineOf(200),
  description: textOf(2_000).meta({ description: "what it finds and why that matters; owners are told it" }),
  isEnabled: z.boolean().default(true),
  mode: z.enum(modes).meta({ description: "note it, tell whoever it is about as well, or put the project under a sanction, too" }),
  level: z.enum(levels).meta({ description: "the strictest sanction it may impose" }),
  durationSeconds: z
    .int()
    .min(60)
    .max(604_800)
    .meta({ description: "how long a sanction lasts at most; it ends sooner when nothing is found any more", example: 3_600 }),
  cooldownSeconds: z.int().min(0).max(604_800).meta({ description: "so long after it fell quiet the same is no new detection" }),
  settings: z.union([PatternSettings, SpikeSettings, ErrorRateSettings]),
};
const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{2,60}$/, "has 3 to 61 small letters, digits and underscores, and begins with a letter")
  .meta({ example: "many_downloads" });
const kind = z.enum(kinds);

export const RuleTerms = z.object({ key, kind, ...terms, title: z.string(), description: z.string(), isEnabled: z.boolean() });
export type RuleTerms = z.output<typeof RuleTerms>;

/** A rule as it is tried: what it looks for, and what follows. */
export const TriedRule = z
  .strictObject({
    mode: terms.mode,
    level: terms.level,
    durationSeconds: terms.durationSeconds,
    cooldownSeconds: terms.cooldownSeconds,
    settings: terms.settings,
  })
  .meta({ id: "TriedRule" });
export type TriedRule = z.output<typeof TriedRule>;

const ofSettings = ["invalid_expression", "networks_have_no_sanctions"] as const;

export const DetectionRule = RuleTerms.extend({
  id: idOf("rule"),
  isShipped: z.boolean().meta({ description: "whether it came with the platform" }),
  createdAt: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  revision: z.int(),
  precision: z
    .object({
      truePositives: z.int(),
      falsePositives: z.int(),
      dismissed: z.int(),
      unjudged: z.int(),
      value: z.number().nullable().meta({ description: "true positives among those judged true or false; null while none is judged" }),
    })
    .meta({ description: "what staff said of its detections" }),
}).meta({ id: "DetectionRule", description: "What is looked for in requests, and what follows when it is found." });
export type DetectionRule = z.output<typeof DetectionRule>;

export const verdicts = ["true_positive", "false_positive", "dismissed"] as const;
export const detectionStates = ["open", "over", "unjudged"] as const;

export const Detection = z
  .object({
    id: idOf("detection"),
    kind,
    projectId: idOf("project").nullable().meta({ description: "null where it is of a network" }),
    endpoint: z.string().nullable().meta({ description: "of error rates: the door and what was asked for there" }),
    title: z.string(),
    description: z.string(),
    startedAt: z.string(),
    lastSeenAt: z.string(),
    endedAt: z.string().nullable().meta({ description: "when it fell quiet" }),
    suspensionId: idOf("suspension").nullable().meta({ description: "the sanction that followed" }),
  })
  .meta({ id: "Detection", description: "Something that a rule found." });
export type Detection = z.output<typeof Detection>;

export const StaffDetection = Detection.extend({
  ruleId: idOf("rule"),
  ruleRevision: z.int(),
  ruleKey: z.string(),
  mode: z.enum(modes),
  subjectKind: subject,
  subjectId: z.string().meta({ description: "a project, or the digest of a network" }),
  score: z.number().meta({ description: "how far above what the rule allows; of patterns 1" }),
  verdict: z.enum(verdicts).nullable(),
  verdictBy: z.string().nullable(),
  verdictAt: z.string().nullable(),
  verdictNote: z.string().nullable(),
}).meta({ id: "StaffDetection" });
export type StaffDetection = z.output<typeof StaffDetection>;

const JudgedDetection = StaffDetection.extend({
  inputs: z.record(z.string(), z.unknown()).meta({ description: "all it was decided from, as it was when the score was highest" }),
  rule: z.record(z.string(), z.unknown()).meta({ description: "the rule as it was then" }),
}).meta({ id: "DetectionWithInputs" });

const Fault = z
  .object({
    code: z.string(),
    message: z.string(),
    line: z.int(),
    column: z.int(),
    marked: z.string().meta({ description: "the line, and below it a mark where the fault is" }),
  })
  .meta({ id: "ExpressionFault" });

export const refuse = refusals({
  project_not_found: [404, "There is no such project."],
  rule_not_found: [404, "There is no such rule."],
  detection_not_found: [404, "There is no such detection."],
  verdict_not_yours: [409, "The verdict in force is not yours: there is none, or somebody judged it since."],
  verdict_ended_a_sanction: [409, "A sanction followed from this detection: taking the verdict back would not bring it back."],
  rule_key_taken: [409, "Another rule has this key, or had it before it was removed. Choose another one."],
  edited_meanwhile: [412, "It was changed since you read it: read it again and repeat your edit."],
  invalid_expression: [422, "The rule's expression can't be used: `fault` says what is wrong and where."],
  settings_of_another_kind: [422, "These settings are not those of the rule's kind; a rule's kind stays what it is."],
  networks_have_no_sanctions: [422, "A rule about networks can observe or warn, not act: sanctions are on projects."],
  networks_have_no_projects: [422, "A rule about networks is about all of them: leave `projectId` out."],
  too_much_recorded: [
    422,
    "The rule may find something in too much of what is recorded to try it at once: take fewer days, or one project.",
  ],
  too_many_rules: [422, "There are as many enabled rules as there may be. Switch one off first."],
});

/** Why a rule can't be tried. */
export const refusalsOfTrials = refuse.declare("rule_not_found", ...ofSettings, "networks_have_no_projects", "too_much_recorded");

const reason = textOf(1_000);
const rulePath = { ruleId: idOf("rule") };
const detectionPath = { detectionId: idOf("detection") };
const tag = "Staff: detections";

export const listDetectionRules = operation({
  id: "listDetectionRules",
  at: "GET /api/admin/detection-rules",
  tag,
  summary: "List the rules that find abuse, with what staff said of their detections",
  permission: { staff: "viewer" },
  returns: [200, z.object({ items: z.array(DetectionRule) })],
});

export const getDetectionRule = operation({
  id: "getDetectionRule",
  at: "GET /api/admin/detection-rules/{ruleId}",
  tag,
  summary: "A rule that finds abuse",
  permission: { staff: "viewer" },
  path: rulePath,
  returns: [200, DetectionRule],
  refuses: refuse.declare("rule_not_found"),
});

const ofTerms = [...ofSettings, "settings_of_another_kind", "too_many_rules"] as const;

export const addDetectionRule = operation({
  id: "addDetectionRule",
  at: "POST /api/admin/detection-rules",
  tag,
  summary: "Make a rule that finds abuse",
  permission: { staff: "operator" },
  body: { key, kind, ...terms, reason },
  returns: [201, DetectionRule],
  refuses: refuse.declare("rule_key_taken", ...ofTerms),
});

export const changeDetectionRule = operation({
  id: "changeDetectionRule",
  at: "PUT /api/admin/detection-rules/{ruleId}",
  tag,
  summary: "Change a rule that finds abuse; what it found before stays with the rule as it was",
  permission: { staff: "operator" },
  path: rulePath,
  body: { ...terms, reason },
  ifMatch: "required",
  returns: [200, DetectionRule],
  refuses: refuse.declare("rule_not_found", "edited_meanwhile", ...ofTerms),
});

export const removeDetectionRule = operation({
  id: "removeDetectionRule",
  at: "DELETE /api/admin/detection-rules/{ruleId}",
  tag,
  summary: "Remove a rule that finds abuse; answers with what it was. What it led to ends, what it found stays",
  permission: { staff: "operator" },
  path: rulePath,
  body: { reason },
  ifMatch: "optional",
  returns: [200, DetectionRule],
  refuses: refuse.declare("rule_not_found", "edited_meanwhile"),
});

export const removeDetectionRules = ofMany(removeDetectionRule, {
  id: "removeDetectionRules",
  at: "POST /api/admin/detection-rules/remove",
  summary: "Remove many rules that find abuse, for one reason",
});

export const validateDetectionRule = operation({
  id: "validateDetectionRule",
  at: "POST /api/admin/detection-rules/validate",
  tag,
  summary: "Try an expression: whether it can be read, what it names, and which ordinary windows it would match",
  permission: { staff: "viewer" },
  body: { subject, expression },
  returns: [200, z.object({ isValid: z.boolean(), fault: Fault.nullable(), features: z.array(z.string()), warnings: z.array(z.string()) })],
});

export const listFeatures = operation({
  id: "listFeatures",
  at: "GET /api/admin/features",
  tag,
  summary: "What rules can be written with: each number of a window of requests, explained",
  permission: { staff: "viewer" },
  returns: [
    200,
    z.object({
      items: z.array(
        z.object({ name: z.string(), subjects: z.array(subject), unit: z.string(), explanation: z.string() }).meta({ id: "Feature" }),
      ),
    }),
  ],
});

export const listDetections = operation({
  id: "listDetections",
  at: "GET /api/admin/detections",
  tag,
  summary: "List what rules found, newest first",
  permission: { staff: "viewer" },
  query: {
    ...pagingOf("detection"),
    kind: kind.optional(),
    projectId: idOf("project").optional(),
    ruleId: idOf("rule").optional(),
    state: z.enum(detectionStates).optional().meta({ description: "still found, over, or not yet judged by anybody" }),
  },
  returns: [200, pageOf(StaffDetection)],
});

export const getDetection = operation({
  id: "getDetection",
  at: "GET /api/admin/detections/{detectionId}",
  tag,
  summary: "A detection, with all it was decided from and the rule as it was then",
  permission: { staff: "viewer" },
  path: detectionPath,
  returns: [200, JudgedDetection],
  refuses: refuse.declare("detection_not_found"),
});

export const judgeDetection = operation({
  id: "judgeDetection",
  at: "POST /api/admin/detections/{detectionId}/verdict",
  tag,
  summary: "Say whether a detection is right; one that is not, or that is dismissed, ends what followed from it at once",
  permission: { staff: "operator" },
  path: detectionPath,
  body: { verdict: z.enum(verdicts), note: noteOf(1_000).optional() },
  returns: [200, StaffDetection],
  refuses: refuse.declare("detection_not_found"),
});

export const withdrawVerdict = operation({
  id: "withdrawVerdict",
  at: "DELETE /api/admin/detections/{detectionId}/verdict",
  tag,
  summary: "Take your verdict on a detection back, where nothing had followed from the detection that it ended",
  permission: { staff: "operator" },
  path: detectionPath,
  body: { reason: textOf(1_000) },
  returns: [200, StaffDetection],
  refuses: refuse.declare("detection_not_found", "verdict_not_yours", "verdict_ended_a_sanction"),
});

export const judgeDetections = ofMany(judgeDetection, {
  id: "judgeDetections",
  at: "POST /api/admin/detections/verdict",
  summary: "Say the same of many detections",
});

export const listProjectDetections = operation({
  id: "listProjectDetections",
  at: "GET /api/projects/{projectId}/detections",
  tag: "Limits",
  summary: "List what was found in a project's requests and is told to its owner, newest first",
  permission: { developer: "projects:read" },
  path: { projectId: idOf("project") },
  query: pagingOf("detection"),
  returns: [200, pageOf(Detection)],
  refuses: refuse.declare("project_not_found"),
});

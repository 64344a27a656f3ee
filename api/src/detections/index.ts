/** What looks for abuse: requests as they are seen, features of a window of them, and the rules that find something in those. */
export { judge, judgeMany, withdraw } from "./actions/detections.ts";
export {
  add as addRule,
  change as changeRule,
  ensureShipped,
  explain,
  remove as removeRule,
  removeMany as removeRules,
  tryExpression,
} from "./actions/rules.ts";
export { type Lack, type Tried, tryRule } from "./actions/trial.ts";
export {
  addDetectionRule,
  changeDetectionRule,
  judgeDetection,
  judgeDetections,
  refusalsOfTrials,
  removeDetectionRule,
  removeDetectionRules,
  settingsOf,
  TriedRule,
  validateDetectionRule,
  withdrawVerdict,
} from "./contract.ts";
export { courseOfPattern } from "./course.ts";
export { Detector, type DetectorParts, type Found, type Inputs } from "./detector.ts";
export { makeEvaluation, startEvaluating } from "./evaluating.ts";
export type { Bucket } from "./features/buckets.ts";
export { type Feature, type FeatureValues, features } from "./features/features.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
export { type Door, doors, type Observation, type Observe } from "./observation.ts";
export { openRecorder, type Recorder } from "./recorder.ts";
export type { Rule } from "./rules/rule.ts";
export { rulesOfTrials, type ShippedRule, shippedRules } from "./rules/shipped.ts";
export { type History, LearnedHistory } from "./spikes.ts";
export type { Sighting } from "./trial/sightings.ts";
export { type Answered, openWitness, type Witness } from "./witness/witness.ts";

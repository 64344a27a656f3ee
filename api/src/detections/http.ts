import { serve } from "../platform/operation.ts";
import { get as getOne, judge, list as listAll, listTold } from "./actions/detections.ts";
import { add, change, explain, get, list, remove, tryExpression } from "./actions/rules.ts";
import {
  addDetectionRule,
  changeDetectionRule,
  getDetection,
  getDetectionRule,
  judgeDetection,
  listDetectionRules,
  listDetections,
  listFeatures,
  listProjectDetections,
  removeDetectionRule,
  validateDetectionRule,
} from "./contract.ts";

export const routes = [
  serve(listDetectionRules, list),
  serve(addDetectionRule, add),
  serve(validateDetectionRule, tryExpression),
  serve(getDetectionRule, get),
  serve(changeDetectionRule, change),
  serve(removeDetectionRule, remove),
  serve(listFeatures, explain),
  serve(listDetections, listAll),
  serve(getDetection, getOne),
  serve(judgeDetection, judge),
  serve(listProjectDetections, listTold),
];

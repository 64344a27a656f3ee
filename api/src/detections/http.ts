import { serve } from "../platform/operation.ts";
import { get as getOne, judge, judgeMany, list as listAll, listTold, withdraw } from "./actions/detections.ts";
import { add, change, explain, get, list, remove, removeMany, tryExpression } from "./actions/rules.ts";
import {
  addDetectionRule,
  changeDetectionRule,
  getDetection,
  getDetectionRule,
  judgeDetection,
  judgeDetections,
  listDetectionRules,
  listDetections,
  listFeatures,
  listProjectDetections,
  removeDetectionRule,
  removeDetectionRules,
  validateDetectionRule,
  withdrawVerdict,
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
  serve(withdrawVerdict, withdraw),
  serve(listProjectDetections, listTold),
  serve(judgeDetections, judgeMany),
  serve(removeDetectionRules, removeMany),
];

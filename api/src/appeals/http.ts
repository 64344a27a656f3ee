import { serve } from "../platform/operation.ts";
import { answer, answerMany, decide, get, list, listAll, open, write } from "./actions.ts";
import {
  answerAppeal,
  answerAppeals,
  decideAppeal,
  getAnyAppeal,
  getAppeal,
  listAllAppeals,
  listAppeals,
  openAppeal,
  writeToAppeal,
} from "./contract.ts";

export const routes = [
  serve(openAppeal, open),
  serve(listAppeals, list),
  serve(getAppeal, get),
  serve(writeToAppeal, write),
  serve(listAllAppeals, listAll),
  serve(getAnyAppeal, get),
  serve(answerAppeal, answer),
  serve(answerAppeals, answerMany),
  serve(decideAppeal, decide),
];

import { serve } from "../platform/operation.ts";
import { run } from "./actions.ts";
import { runBacktest } from "./contract.ts";

export const routes = [serve(runBacktest, run)];

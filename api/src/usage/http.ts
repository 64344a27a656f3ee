import { serve } from "../platform/operation.ts";
import { read } from "./actions.ts";
import { getProjectUsage, getUsage } from "./contract.ts";

export const routes = [serve(getUsage, read), serve(getProjectUsage, read)];

import { serve } from "../../platform/operation.ts";
import { readOutline } from "./actions.ts";
import { readProjectSchema } from "./contract.ts";

export const routes = [serve(readProjectSchema, readOutline)];

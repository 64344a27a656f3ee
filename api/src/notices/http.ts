import { serve } from "../platform/operation.ts";
import { list } from "./actions.ts";
import { listOutbox } from "./contract.ts";

export const routes = [serve(listOutbox, list)];

import { serve } from "../platform/operation.ts";
import { ofDeveloper, ofStaff } from "./actions.ts";
import { eraseDeveloper, eraseStaff } from "./contract.ts";

export const routes = [serve(eraseDeveloper, ofDeveloper), serve(eraseStaff, ofStaff)];

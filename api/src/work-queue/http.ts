import { serve } from "../platform/operation.ts";
import { list, release, take } from "./actions.ts";
import { listWorkQueue, releaseWork, takeWork } from "./contract.ts";

export const routes = [serve(listWorkQueue, list), serve(takeWork, take), serve(releaseWork, release)];

import { serve } from "../platform/operation.ts";
import { listPublic, rotate } from "./actions.ts";
import { listJwks, rotateSigningKey } from "./contract.ts";

export const routes = [serve(listJwks, listPublic), serve(rotateSigningKey, rotate)];

import { serve } from "../platform/operation.ts";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";

export const routes = [
  serve(contract.createKey, actions.create),
  serve(contract.listKeys, actions.list),
  serve(contract.rotateKey, actions.rotate),
  serve(contract.revokeKey, actions.revoke),
  serve(contract.regenerateKeys, actions.regenerate),
  serve(contract.listAnyKeys, actions.list),
  serve(contract.revokeAnyKey, actions.revokeAny),
  serve(contract.revokeAnyKeys, actions.revokeMany),
];

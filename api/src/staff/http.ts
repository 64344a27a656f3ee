import { serve } from "../platform/operation.ts";
import { create, list, update } from "./actions.ts";
import * as contract from "./contract.ts";
import { beginEnrolment, confirmEnrolment, login, logout } from "./sign-in-actions.ts";

export const routes = [
  serve(contract.loginStaff, login),
  serve(contract.logoutStaff, logout),
  serve(contract.beginTotp, beginEnrolment),
  serve(contract.confirmTotp, confirmEnrolment),
  serve(contract.listStaff, list),
  serve(contract.createStaff, create),
  serve(contract.updateStaff, update),
];

import { refuse as refuseOne } from "../platform/for-two.ts";
import type { AnyOperation } from "../platform/operation.ts";
import type { DeclaredRefusal } from "../platform/refusal.ts";
import { refuse as refuseUnproven } from "../platform/second-factor.ts";
import { gateRefusals } from "./gate/refuse.ts";
import { fault, refuse } from "./refuse.ts";

/** Everything an operation may say no with: what it declares, and what every operation of its kind may meet on the way in. */
export function refusalsOf(operation: AnyOperation): readonly DeclaredRefusal[] {
  const all = [...(operation.refuses ?? []), ...(operation.security === "apiKey" ? gateRefusals : onTheWayIn(operation))];
  return [...new Map(all.map((each) => [each.code, each])).values()];
}

function onTheWayIn({
  isSensitive,
  isForEnrolment,
  forTwo,
  permission,
  ifMatch,
  changes,
  path,
  query,
  body,
  alsoAnswers,
}: AnyOperation): readonly DeclaredRefusal[] {
  const takesBody = Object.keys(body).length > 0;
  const takesInput = takesBody || Object.keys(query).length > 0;
  return [
    ...authorizationOf(permission),
    ...(isForStaff(permission) && !isForEnrolment ? refuseUnproven.declare("second_factor_required") : []),
    ...(isSensitive ? refuseUnproven.declare("sudo_required") : []),
    ...(forTwo ? refuseOne.declare("approval_needed") : []),
    ...(ifMatch === "required" ? refuse.declare("precondition_required") : []),
    ...(ifMatch ? refuse.declare("invalid_if_match") : []),
    ...(changes ? refuse.declare("invalid_idempotency_key", "idempotency_key_in_flight", "idempotency_key_reused") : []),
    ...(Object.keys(path).length > 0 ? refuse.declare("not_found") : []),
    ...(takesBody ? refuse.declare("unsupported_media_type", "body_not_an_object") : []),
    ...(takesBody ? fault.declare("invalid_json", "invalid_utf8", "body_too_large", "unsupported_encoding") : []),
    ...(takesInput ? fault.declare("invalid_input") : []),
    ...(alsoAnswers ? [] : fault.declare("database_unavailable")),
  ];
}

const isForStaff = (permission: AnyOperation["permission"]) => typeof permission === "object" && "staff" in permission;

function authorizationOf(permission: AnyOperation["permission"]): readonly DeclaredRefusal[] {
  if (permission === "public") return [];
  return refuse.declare(
    "not_signed_in",
    "invalid_token",
    "api_key_not_here",
    "not_for_you",
    "developer" in permission ? "missing_scope" : "missing_role",
  );
}

/** What may be said to any request, whether or not it reaches an operation. */
export const generalRefusals: readonly DeclaredRefusal[] = [...refuse.all(), ...fault.all()];

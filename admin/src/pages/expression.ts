import { explain, tryExpression, validateDetectionRule } from "@nextmavens/api/detections";
import { type Engine, perform } from "@nextmavens/api/platform/action";
import type { Visit } from "../door/member.ts";
import type { ExpressionSight, FeatureSight, Row } from "../sight.ts";

/** What expressions can be written with. */
export const featuresOf = async (): Promise<readonly FeatureSight[]> => (await explain()).items;

/** What the API says of an expression while it is typed; of what is none yet, nothing. */
export async function expressionOf(
  engine: Engine,
  { actor, request }: Visit,
  typed: Row,
): Promise<ExpressionSight | Record<string, never>> {
  const { success, data } = validateDetectionRule.input.safeParse(typed);
  return success ? perform(engine, { operation: validateDetectionRule, actor, request }, tryExpression, data) : {};
}

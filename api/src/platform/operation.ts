import { z } from "zod";
import type { Action } from "./action.ts";
import type { ForTwo } from "./for-two.ts";
import type { Permission } from "./permission.ts";
import type { DeclaredRefusal } from "./refusal.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type SuccessStatus = 200 | 201 | 202 | 204;

interface Described<P extends z.ZodRawShape, Q extends z.ZodRawShape, B extends z.ZodRawShape, O extends z.ZodType> {
  /** Also the SDK's method, the audit verb and the name in the log. */
  readonly id: string;
  readonly at: `${Method} /${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly permission: Permission;
  /** Staff show again who they are, if that was more than ten minutes ago. */
  readonly isSensitive?: boolean;
  /** What of it waits until a second person has approved it. */
  readonly forTwo?: ForTwo;
  /** Open to staff who must enrol a second factor before anything else. */
  readonly isForEnrolment?: boolean;
  readonly path?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly returns: readonly [status: SuccessStatus, body: O];
  readonly refuses?: readonly DeclaredRefusal[];
  /** Whether an edit must, or may, say which revision it changes (`If-Match`). The result then carries `revision`. */
  readonly ifMatch?: "required" | "optional";
  /** Asks for a project's API key instead of a bearer token: the data plane serves it, and reads what the next two describe. */
  readonly security?: "apiKey";
  readonly headers?: z.ZodRawShape;
  /** A body that is not one object of fixed fields. */
  readonly rawBody?: z.ZodType;
  /** What that body may be where it is no JSON. */
  readonly bodyMedia?: readonly string[];
  /** What the answer is where it is no JSON. */
  readonly media?: string;
  /** The answer shows a secret once: a replay for its Idempotency-Key is kept ten minutes only. */
  readonly showsSecret?: boolean;
  /** Statuses that come with the same body, in place of a problem, and what each means. */
  readonly alsoAnswers?: Readonly<Partial<Record<404 | 503, string>>>;
}

type None = Record<never, z.ZodType>;

/** The only way to add a route: validates input, types the action, shapes the output, prints the OpenAPI document. */
export function operation<
  O extends z.ZodType,
  P extends z.ZodRawShape = None,
  Q extends z.ZodRawShape = None,
  B extends z.ZodRawShape = None,
>(described: Described<P, Q, B, O>) {
  const path = described.path ?? ({} as P);
  const query = described.query ?? ({} as Q);
  const body = described.body ?? ({} as B);
  const input = z.strictObject({ ...path, ...query, ...body }) as unknown as z.ZodObject<P & Q & B, z.core.$strict>;
  const changes = !described.at.startsWith("GET ");
  return { ...described, path, query, body, input, changes, refuses: described.refuses ?? [] };
}

/** An operation of any shape, as the HTTP layer and the document see it. */
export interface AnyOperation extends Omit<Described<z.ZodRawShape, z.ZodRawShape, z.ZodRawShape, z.ZodType>, "path" | "query" | "body"> {
  readonly path: z.ZodRawShape;
  readonly query: z.ZodRawShape;
  readonly body: z.ZodRawShape;
  readonly input: z.ZodType;
  readonly changes: boolean;
}

export type InputOf<D extends { input: z.ZodType }> = z.output<D["input"]>;
export type OutputOf<D extends { returns: readonly [SuccessStatus, z.ZodType] }> = z.input<D["returns"][1]>;

/** An operation bound to the action that performs it. */
export interface Route {
  readonly operation: AnyOperation;
  readonly action: Action<never, unknown>;
}

export const serve = <D extends AnyOperation>(described: D, action: Action<InputOf<D>, OutputOf<D>>): Route => ({
  operation: described,
  action: action as Action<never, unknown>,
});

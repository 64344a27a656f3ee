import type { operationTable, schemaTable } from "./generated/operations.ts";
import type { operations } from "./generated/schema.d.ts";
import type { Sending } from "./transport.ts";

/** Every operation of the control plane, and of a project's schema, has a method of its name. */
export type OperationId = keyof typeof operationTable | keyof typeof schemaTable;

/** What an operation takes: the fields of its path, its query and its body, side by side. */
export type InputOf<Id extends OperationId> = Flat<PathOf<operations[Id]> & QueryOf<operations[Id]> & BodyOf<operations[Id]>>;

/** What it answers; nothing where it has nothing to tell. */
export type AnswerOf<Id extends OperationId> = SaidIn<Success<operations[Id]["responses"]>>;

/** What stands in a list that comes by pages. */
export type ItemOf<Id extends OperationId> = AnswerOf<Id> extends Page<infer Item> ? Item : never;

/** What may be said beside the input. */
export interface CallOptions extends Sending {
  /** The `revision` that an edit was made against: if it has changed since, the edit is refused. */
  readonly ifMatch?: number | string | undefined;
  /** Repeating a change with the same key repeats its answer instead of doing it again. Each call has one of its own unless told. */
  readonly idempotencyKey?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** How an operation is called; one that lists pages can also be gone through, item by item: `for await (const project of client.listProjects.each())`. */
export type Method<Id extends OperationId> = Call<Id> & (AnswerOf<Id> extends Page<unknown> ? { readonly each: Each<Id> } : unknown);

type Call<Id extends OperationId> = (
  ...given: Record<never, never> extends InputOf<Id>
    ? [input?: InputOf<Id>, options?: CallOptions]
    : [input: InputOf<Id>, options?: CallOptions]
) => Promise<AnswerOf<Id>>;

/** All items from `cursor` on, or from the first; `limit` says how many come with one request. */
type Each<Id extends OperationId> = (
  ...given: Record<never, never> extends InputOf<Id>
    ? [input?: InputOf<Id>, options?: CallOptions]
    : [input: InputOf<Id>, options?: CallOptions]
) => AsyncGenerator<ItemOf<Id>, void, undefined>;

/** One page of a list. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

type Flat<T> = { [Name in keyof T]: T[Name] };
type Given<T> = [T] extends [never] ? unknown : T;
type PathOf<O> = O extends { parameters: { path?: infer Path } } ? Given<NonNullable<Path>> : unknown;
type QueryOf<O> = O extends { parameters: { query?: infer Query } } ? Given<NonNullable<Query>> : unknown;
type BodyOf<O> = O extends { requestBody?: infer Body } ? JsonBody<NonNullable<Body>> : unknown;
type JsonBody<Body> = [Body] extends [never] ? unknown : Body extends { content: { "application/json": infer Json } } ? Json : unknown;
type Success<Responses> = Responses[keyof Responses & (200 | 201 | 202 | 204)];
type SaidIn<Answer> = Answer extends { content: { "application/json": infer Said } | { "text/plain": infer Said } } ? Said : undefined;

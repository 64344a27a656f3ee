/** The client of NextMavens: accounts, projects and keys of the control plane, rows and SQL of a project. */
export { type Client, type ClientOptions, createClient, type SqlAnswer, type SqlResult } from "./client.ts";
export { NextMavensError } from "./error.ts";
export type { AnswerOf, CallOptions, InputOf, OperationId } from "./operations.ts";

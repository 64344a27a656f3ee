/** The client of NextMavens: accounts, projects and keys of the control plane, rows and SQL of a project. */
export type { Fetch } from "./attempt.ts";
export { ProjectSuspendedError, type QuotaDetails, QuotaExceededError, type SuspensionDetails } from "./barred.ts";
export { type Client, type ClientOptions, createClient } from "./client.ts";
export { type ControlClient, type ControlOptions, createControlClient, type TokenSource } from "./control.ts";
export { createDataClient, type DataClient, type DataOptions } from "./data.ts";
export { type ErrorCode, type FailedRequest, type FailureCode, NextMavensError } from "./error.ts";
export type { ProblemCode } from "./generated/codes.ts";
export type { Methods, SchemaMethods } from "./generated/methods.ts";
export {
  type InputDetails,
  isConflict,
  isEditedMeanwhile,
  isForbidden,
  isInvalidInput,
  isNotFound,
  isQuotaExceeded,
  isSignInNeeded,
  isSuspended,
  isTemporary,
  isTimeout,
  isTooMany,
  type Refused,
} from "./kinds.ts";
export type { AnswerOf, CallOptions, InputOf, ItemOf, Method, OperationId } from "./operations.ts";
export type { RetryOptions } from "./retry.ts";
export { createSession, type Session, type SessionOptions, type Tokens } from "./session.ts";
export type { Explain, Sql, SqlAnswer, SqlEachOptions, SqlOptions, SqlResult } from "./sql.ts";
export type { Imported, Table, TableFormat, TableOptions, TableProgress, TableSource } from "./tables.ts";
export type { Attempt, Sending, TransportOptions } from "./transport.ts";

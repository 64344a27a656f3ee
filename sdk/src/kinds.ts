import { ProjectSuspendedError, QuotaExceededError } from "./barred.ts";
import { NextMavensError } from "./error.ts";
import { isPassing, isPassingFailure } from "./retry.ts";

/** A refusal whose code, and so the details, are known. */
export type Refused<Code extends string, Details> = NextMavensError & { readonly code: Code; readonly details: Details };

/** What is wrong with which part of the input. */
export interface InputDetails {
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

const hasCode = (error: unknown, code: string) => error instanceof NextMavensError && error.code === code;
const hasStatus = (error: unknown, status: number) => error instanceof NextMavensError && error.status === status;

/** A limit of the project is reached: `error.policy` says which, and `error.reset` when to come again. */
export const isQuotaExceeded = (error: unknown): error is QuotaExceededError => error instanceof QuotaExceededError;

/** The project is suspended or restricted: `error.reason` says why, and `error.appealUrl` where its owner appeals. */
export const isSuspended = (error: unknown): error is ProjectSuspendedError => error instanceof ProjectSuspendedError;

/** Something that was sent is not as it must be: `error.details.errors` names each with its path. */
export const isInvalidInput = (error: unknown): error is Refused<"invalid_input", InputDetails> => hasCode(error, "invalid_input");

/** Somebody else changed it since it was read (412): read it again, and decide. */
export const isEditedMeanwhile = (error: unknown): error is NextMavensError => hasStatus(error, 412);

/** It clashes with what is there (409): `error.code` says how. */
export const isConflict = (error: unknown): error is NextMavensError => hasStatus(error, 409);

/** There is no such thing, or it is somebody else's (404). */
export const isNotFound = (error: unknown): error is NextMavensError => hasStatus(error, 404);

/** Nobody is signed in, or not any more (401): sign in again, or use another key. */
export const isSignInNeeded = (error: unknown): error is NextMavensError => hasStatus(error, 401);

/** Whoever asks may not do this (403). */
export const isForbidden = (error: unknown): error is NextMavensError => hasStatus(error, 403);

/** Too much was asked, of this project or from this place (429): `error.retryAfter` says when to come again. */
export const isTooMany = (error: unknown): error is NextMavensError => hasStatus(error, 429);

/** There was no whole answer in time. What was asked may have been done. */
export const isTimeout = (error: unknown): error is NextMavensError => hasCode(error, "timeout");

/** It may pass by itself: worth another try later, for those who have the time. */
export const isTemporary = (error: unknown): error is NextMavensError =>
  error instanceof NextMavensError && (isPassingFailure(error) || isPassing({ status: error.status, text: "" }));

import type { z } from "zod";
import type { AccessTokens } from "./access-token.ts";
import type { AuditEntry } from "./audit-entry.ts";
import { type BrokenGlass, refuseUnlessEscalated } from "./broken-glass.ts";
import type { Bus } from "./bus.ts";
import type { Cell } from "./db/cell.ts";
import type { Db, Store } from "./db/store.ts";
import { type Asked, actOrAsk, type ForTwo } from "./for-two.ts";
import type { Log } from "./log.ts";
import type { Mailer } from "./mail.ts";
import type { Maintenance } from "./maintenance.ts";
import type { Permission, Scope, StaffRole } from "./permission.ts";
import { Refusal } from "./refusal.ts";
import { type Proof, refuseUnlessProven, type StaffRules } from "./second-factor.ts";
import type { Settling } from "./settling.ts";
import type { StaffChannel } from "./staff-channel.ts";
import type { StatusBoard } from "./status-board.ts";
import type { Throttle } from "./throttle.ts";
import type { Vault } from "./vault.ts";

/** Who acts. `id` is what the audit log names. */
export type Actor =
  | { readonly kind: "public"; readonly id: "public" }
  | {
      readonly kind: "developer";
      readonly id: string;
      readonly sessionId?: string;
      readonly tokenId?: string;
      /** When the personal access token used ends; what it makes ends no later. */
      readonly tokenExpiresAt?: string;
      readonly scopes: readonly Scope[];
    }
  | ({
      readonly kind: "staff";
      readonly id: string;
      readonly role: StaffRole;
      readonly sessionId?: string;
      /** Came in by a sealed code: reads, and changes only what break-glass may. */
      readonly brokenGlass?: BrokenGlass;
      /** Absent where nobody signed in: behind broken glass, and in what is done by the platform itself. */
      readonly proof?: Proof;
    } & Marks)
  | ({ readonly kind: "job"; readonly id: string } & Marks);

/** What each audit entry of such an actor says besides. */
export interface Marks {
  /** Kind and id of whoever had it done, such as `staff:stf_…`. */
  readonly onBehalfOf?: string;
  /** The break-glass session it is done in. */
  readonly breakGlass?: string;
}

/** Where the act came from; a job makes one of its own. */
export interface RequestInfo {
  readonly id: string;
  readonly address: string | undefined;
  readonly userAgent: string | undefined;
}

export type { AuditEntry };

/** What actions may use besides the database of their transaction. */
export interface Tools {
  readonly vault: Vault;
  readonly cell: Cell;
  readonly throttle: Throttle;
  readonly tokens: AccessTokens;
  /** Absent where no mail service is configured: mail then waits in the outbox. */
  readonly mailer: Mailer | undefined;
  /** Absent where none is configured: what staff is told then waits there too. */
  readonly staffChannel: StaffChannel | undefined;
  /** Writes down what this process counted, for whoever is about to read it. */
  readonly settling: Settling;
  readonly maintenance: Maintenance;
  readonly statusBoard: StatusBoard;
  readonly log: Log;
  readonly publicUrl: string;
  /** What of all that the platform does may wait for a second person, by the operation's id. */
  readonly findForTwo: (operationId: string) => Served | undefined;
  readonly settings: ActionSettings;
}

/** An operation with the action that performs it. */
export interface Served {
  readonly operation: {
    readonly id: string;
    readonly summary: string;
    readonly permission: Permission;
    readonly input: z.ZodType;
    readonly forTwo?: ForTwo;
  };
  readonly action: Action<never, unknown>;
}

export interface ActionSettings {
  /** Days between a project's deletion and its purge. */
  readonly deletionGraceDays: number;
  readonly defaultRegion: string;
  /** Whether addresses that developers name may lie on this machine. */
  readonly allowsLoopback: boolean;
  /** The strictest sanction that no person has to decide. */
  readonly automationCeiling: "warned" | "throttled" | "restricted" | "suspended";
  /** How many bytes are free where tenants' databases are; undefined where they are on another machine. */
  readonly freeBytes: () => Promise<number | undefined>;
  /** A quota or an override that raises a limit to more than so many times what is usual for the project needs a second person. */
  readonly overrideApprovalFactor: number;
  /** Hours within which an appeal is decided. */
  readonly appealHours: number;
  /** Days after a sanction's end in which its owner may still appeal, and its evidence is kept. */
  readonly appealWindowDays: number;
  /** Months that the configuration asks the audit log to be kept for; for ever where it is not set. */
  readonly auditRetentionMonths: number | undefined;
  readonly staff: StaffRules;
}

export interface Context extends Tools {
  readonly db: Db;
  readonly actor: Actor;
  /** ISO 8601 in UTC; one moment for the whole action. */
  readonly now: string;
  readonly request: RequestInfo;
  /** The revision an edit was made against (`If-Match`), if the caller said one. */
  readonly ifMatch: number | undefined;
  /** Writes the audit entry of this action, in its transaction. */
  audit(entry: AuditEntry): void;
  /** Says that nothing was changed after all, so that there is nothing to audit. */
  unchanged(): void;
  /** Enqueues a job in this transaction; it exists only if the action commits. */
  enqueue(job: string, payload: Readonly<Record<string, unknown>>, options?: { key?: string; runAt?: Date }): Promise<void>;
  /** Tells every process, once committed, that what it remembers of this project is stale. */
  announce(projectId: string): void;
  /** Runs once committed, before the answer; a failure is logged and left to the job enqueued beside it. */
  afterCommit(work: (act: ActAsJob) => Promise<unknown>): void;
}

/** Performs a further action, in a transaction of its own, as a job of this name would. */
export type ActAsJob = <Input, Output>(job: string, action: Action<Input, Output>, input: Input) => Promise<Output>;

export type Action<Input, Output> = Act<Input, Output> | Prepared<Input, Output>;

type Act<Input, Output> = (context: Context, input: Input) => Promise<Output>;

/** What an action's preparation has: no transaction, but short looks at the database. */
export interface Preparation extends Pick<Context, "throttle" | "vault" | "request" | "actor" | "now" | "findForTwo"> {
  look<T>(work: (db: Db) => Promise<T>): Promise<T>;
}

/** An action whose slow work, such as hashing a password, is done before its transaction, so that it holds no session of the database meanwhile. */
export interface Prepared<Input, Output> {
  /** Gives what is left to do in the transaction, which must check again what it relies on. */
  prepare(before: Preparation, input: Input): Promise<(context: Context) => Promise<Output>>;
}

export interface Engine extends Tools {
  readonly store: Store;
  readonly bus: Pick<Bus, "announce" | "hasAnnounced">;
  readonly clock: () => Date;
  readonly writeAudit: (db: Db, entries: readonly StampedEntry[]) => Promise<void>;
  /** Keeps what one person asked for until another approves it. */
  readonly askSecond: (context: Context, asked: Asked) => Promise<Refusal>;
  readonly addJob: (
    db: Db,
    job: string,
    payload: Readonly<Record<string, unknown>>,
    options: { key?: string; runAt?: Date },
  ) => Promise<void>;
}

/** The kept answer of an earlier call: nothing was done now, so there is nothing to audit. */
export class Replayed {
  readonly body: unknown;
  constructor(body: unknown) {
    this.body = body;
  }
}

export interface StampedEntry extends AuditEntry {
  readonly action: string;
  readonly at: string;
  readonly actor: Actor;
  readonly request: RequestInfo;
}

/** Who performs what, as a front door says it. */
export interface Call {
  readonly operation: {
    readonly id: string;
    readonly changes: boolean;
    readonly isSensitive?: boolean;
    readonly isForEnrolment?: boolean;
    readonly forTwo?: ForTwo;
  };
  readonly actor: Actor;
  readonly request: RequestInfo;
  readonly ifMatch?: number | undefined;
  /** Runs inside the transaction around the action: where a front door keeps the result for a replay. */
  readonly around?: (db: Db, now: string, work: () => Promise<unknown>) => Promise<unknown>;
}

/**
 * One action, one transaction, one moment, one audit entry: the only way from a front door to a rule.
 * A change that wrote no audit entry is our bug and is rolled back.
 */
export async function perform<Input, Output>(engine: Engine, call: Call, action: Action<Input, Output>, input: Input): Promise<Output> {
  const glass = call.actor.kind === "staff" ? call.actor.brokenGlass : undefined;
  if (glass) refuseUnlessEscalated(glass, call.operation);
  const now = engine.clock().toISOString();
  if (call.actor.kind === "staff" && call.actor.proof) refuseUnlessProven(call.operation, call.actor.proof, now, engine.settings.staff);
  const scope = scopeOf(call.actor);
  const act = await ready(preparationOf(engine, call, now), action, input);
  const entries: StampedEntry[] = [];
  let isUnchanged = false;
  const announced = new Set<string>();
  const afterwards: ((act: ActAsJob) => Promise<unknown>)[] = [];

  const run = async (db: Db): Promise<Output> => {
    const context: Context = {
      ...engine,
      db,
      now,
      actor: call.actor,
      request: call.request,
      ifMatch: call.ifMatch,
      audit: (entry) =>
        void entries.push({
          action: call.operation.id,
          ...entry,
          reason: entry.reason ?? glass?.why,
          at: now,
          actor: call.actor,
          request: call.request,
        }),
      unchanged: () => {
        isUnchanged = true;
      },
      enqueue: (job, payload, options = {}) => engine.addJob(db, job, payload, options),
      announce: (projectId) => void announced.add(projectId),
      afterCommit: (work) => void afterwards.push(work),
    };
    const work = () => actOrAsk(context, { operation: call.operation, input, ask: engine.askSecond }, act);
    return (await (call.around ? call.around(db, now, work) : work())) as Output;
  };
  const settle = async (db: Db) => {
    if (entries.length > 0) await engine.writeAudit(db, entries);
    for (const projectId of announced) await engine.bus.announce(db, projectId);
  };

  const outcome = await engine.store.transact(scope, async (db) => {
    try {
      const result = await run(db);
      if (call.operation.changes && entries.length === 0 && !isUnchanged && !(result instanceof Replayed))
        throw new Error(`${call.operation.id} changed something without an audit entry`);
      await settle(db);
      return { result };
    } catch (error) {
      if (!(error instanceof Refusal && error.keep)) throw error;
      await settle(db);
      return { refusal: error };
    }
  });
  for (const projectId of announced) engine.bus.hasAnnounced(projectId);
  const actAsJob: ActAsJob = (id, next, nextInput) =>
    perform(engine, { operation: { id, changes: false }, actor: jobFor(call.actor, id), request: call.request }, next, nextInput);
  const noteFailure = (error: unknown) => engine.log.error("work after a commit failed", { operation: call.operation.id, error });
  await Promise.all(afterwards.map((work) => work(actAsJob).catch(noteFailure)));
  if ("refusal" in outcome) throw outcome.refusal;
  return outcome.result as Output;
}

const preparationOf = ({ store, throttle, vault, findForTwo }: Engine, { actor, request }: Call, now: string): Preparation => ({
  ...{ throttle, vault, findForTwo, request, actor, now },
  look: (work) => store.transact(scopeOf(actor), work),
});

/** What is left to do in the transaction, once an action is prepared. */
export const ready = async <Input, Output>(before: Preparation, action: Action<Input, Output>, input: Input) =>
  typeof action === "function" ? (context: Context) => action(context, input) : action.prepare(before, input);

/** A job that goes on with what somebody began. */
const jobFor = (actor: Actor, id: string): Actor => ({
  kind: "job",
  id,
  ...(actor.kind === "staff" || actor.kind === "developer" ? { onBehalfOf: `${actor.kind}:${actor.id}` } : {}),
  ...("breakGlass" in actor && actor.breakGlass !== undefined ? { breakGlass: actor.breakGlass } : {}),
});

/** What row-level security lets the statements of this actor see. */
const scopeOf = (actor: Actor) => (actor.kind === "developer" ? { developerId: actor.id } : "platform");

import { everyPlan } from "../plans/index.ts";
import type { Bus } from "../platform/bus.ts";
import type { Store } from "../platform/db/store.ts";
import type { Act, Gate, Holder, Outcome } from "../platform/gate.ts";
import type { Log } from "../platform/log.ts";
import type { RedisServer } from "../platform/redis.ts";
import type { Settling } from "../platform/settling.ts";
import type { Vault } from "../platform/vault.ts";
import { type Lend, lease, lendFromPool, settle } from "../quotas/index.ts";
import { Meter } from "../usage/index.ts";
import { Identities } from "./gate/identities.ts";
import { type GateTools, ProjectGate } from "./gate/project-gate.ts";
import type { KeyRow } from "./gate/records.ts";
import { Settler } from "./gate/settler.ts";

/** What a gate is built from. */
export interface GateParts {
  readonly store: Store;
  readonly bus: Pick<Bus, "onStale" | "isTrusted">;
  readonly vault: Vault;
  readonly log: Log;
  readonly publicUrl: string;
  readonly clock: () => Date;
  readonly settling: Settling;
  /** Where there is one, limits are drawn from pools in it. */
  readonly redis?: Pick<RedisServer, "run" | "evaluate"> | undefined;
}

/** The gate of one process. */
export interface RunningGate extends Gate {
  /** Writes down everything counted so far. */
  flush(): Promise<void>;
  /** Call when no request comes any more: nothing that was counted is lost, and what was lent goes back. */
  stop(): Promise<void>;
}

const sweepMs = 1_000;
const forgottenAfterMs = 600_000;

/** Makes the gate that every request of the data plane passes: who it is, whether it may, and what it cost. */
export function makeGate({ store, bus, vault, log, publicUrl, settling, redis, clock: wallClock }: GateParts): RunningGate {
  const clock = () => wallClock().getTime();
  const meter = new Meter();
  const settler = new Settler({ store, meter, log, clock });
  const tools: GateTools = { clock, publicUrl, lend: lender({ store, redis, log }) };
  const projects = new Map<string, ProjectGate>();
  const gateOf = (row: KeyRow): ProjectGate => {
    const project = projects.get(row.projectId) ?? new ProjectGate(row, meter.of(row.projectId), tools);
    projects.set(row.projectId, project);
    return project;
  };
  const identities = new Identities({ store, vault, bus, clock, projects, gateOf });

  bus.onStale((projectId) => {
    for (const project of identities.hear(projectId === everyPlan ? undefined : projectId)) {
      project.handBack();
      settler.hurry(project);
    }
  });

  /** Hands back what lies idle, and forgets projects that nobody asked for in a long time. */
  const sweep = setInterval(() => {
    const now = clock();
    for (const project of projects.values()) {
      if (project.hasIdleLease(now)) settler.hurry(project);
      else if (now - project.usedAt > forgottenAfterMs) projects.delete(project.projectId);
    }
  }, sweepMs);
  sweep.unref();

  const flush = () => settler.flush();
  settling.add(flush);

  const admitTo = (project: ProjectGate, holder: Holder, act: Act) => {
    meter.keyUsed(holder.keyId, clock());
    settler.note(project);
    return project.admit(act);
  };

  /** Of a request under way: its project was found when it was admitted. */
  const projectOf = (holder: Holder): ProjectGate => {
    const project = projects.get(holder.projectId);
    if (!project) throw new Error("this holder's request was not admitted");
    return project;
  };

  return {
    identify: (key) => identities.identify(key),
    admit(holder: Holder, act: Act) {
      const project = identities.gateFor(holder);
      return project instanceof ProjectGate ? admitTo(project, holder, act) : project.then((read) => admitTo(read, holder, act));
    },
    grow: (holder: Holder) => projectOf(holder).grow(),
    room: (holder: Holder) => projectOf(holder).room(),
    noRoom: (holder: Holder) => projectOf(holder).noRoom(),
    checkSize: (holder: Holder, databaseBytes: number) => projectOf(holder).checkSize(databaseBytes),
    settle(holder: Holder, outcome: Outcome) {
      const project = projects.get(holder.projectId);
      if (!project) return;
      project.settle(outcome);
      settler.note(project);
    },
    sent(holder: Holder, bytes: number) {
      const project = projects.get(holder.projectId);
      if (!project) return;
      project.sent(bytes);
      settler.note(project);
    },
    warning: (holder: Holder) => projects.get(holder.projectId)?.warning(),
    flush,
    async stop() {
      settling.delete(flush);
      clearInterval(sweep);
      await settler.stop(projects.values());
    },
  };
}

function lender({ store, redis, log }: Pick<GateParts, "store" | "redis" | "log">): Lend {
  const lend: Lend = (request) => store.transact("platform", (db) => lease(db, request));
  if (!redis) return lend;
  return lendFromPool({ redis, lend, settle: (settlements) => store.transact("platform", (db) => settle(db, settlements)), log });
}

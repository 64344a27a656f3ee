import { Gauge, type Registry } from "prom-client";
import { over } from "../platform/db/store.ts";
import { countJobs } from "../platform/jobs.ts";
import { remembered } from "../platform/remembered.ts";

/** A pool of `pg`, as far as it is counted. */
export interface Pool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
  readonly options: { readonly max: number };
}

/** What is looked at whenever somebody reads the metrics. */
export interface Looked {
  readonly pools: Readonly<Record<string, Pool>>;
  readonly jobs: Parameters<typeof over>[0];
  readonly bus: { isTrusted(): boolean };
  /** Sessions of tenants' logins; none where this process has no data plane. */
  readonly sessions: (() => { readonly open: number; readonly waiting: number }) | undefined;
  readonly sessionsMax: number;
  /** How long the oldest audit entry waits to be sealed; may fail. */
  readonly secondsUnsealed: () => Promise<number>;
  /** Each system the platform needs, and whether it answers. */
  readonly dependencies: Readonly<Record<string, () => Promise<{ readonly status: string; readonly observedMs?: number | undefined }>>>;
}

const jobsRememberMs = 5_000;

export function lookAt(registry: Registry, { pools, jobs, bus, sessions, sessionsMax, secondsUnsealed, dependencies }: Looked): void {
  const gauge = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    look: (gauge: Gauge<Label>) => void | Promise<void>,
  ) =>
    new Gauge<Label>({
      name: `nextmavens_${name}`,
      help,
      labelNames,
      registers: [registry],
      collect() {
        this.reset();
        return look(this);
      },
    });

  gauge("pool_connections", "Connections to the control database that are at work, or idle.", ["pool", "state"], (each) => {
    for (const [pool, { totalCount, idleCount }] of Object.entries(pools)) {
      each.set({ pool, state: "used" }, totalCount - idleCount);
      each.set({ pool, state: "idle" }, idleCount);
    }
  });
  gauge("pool_connections_max", "Connections there may be in a pool.", ["pool"], (each) => {
    for (const [pool, { options }] of Object.entries(pools)) each.set({ pool }, options.max);
  });
  gauge("pool_waiting", "Requests that wait for a connection of a pool.", ["pool"], (each) => {
    for (const [pool, { waitingCount }] of Object.entries(pools)) each.set({ pool }, waitingCount);
  });

  if (sessions) {
    gauge("tenant_sessions", "Sessions that are open to tenants' databases.", [], (each) => each.set(sessions().open));
    gauge("tenant_sessions_max", "Sessions there may be to tenants' databases.", [], (each) => each.set(sessionsMax));
    gauge("tenant_sessions_waiting", "Requests that wait for a session to their tenant's database.", [], (each) =>
      each.set(sessions().waiting),
    );
  }

  gauge("bus_trusted", "1 while this process hears what others announce; else it reads everything anew.", [], (each) =>
    each.set(bus.isTrusted() ? 1 : 0),
  );

  gauge("dependency_up", "1 where what the platform needs answers.", ["dependency"], async (each) => {
    for (const [dependency, ask] of Object.entries(dependencies)) each.set({ dependency }, (await ask()).status === "fail" ? 0 : 1);
  });
  gauge("dependency_latency_seconds", "How long the last check of what the platform needs took.", ["dependency"], async (each) => {
    for (const [dependency, ask] of Object.entries(dependencies)) {
      const { observedMs } = await ask();
      if (observedMs !== undefined) each.set({ dependency }, observedMs / 1_000);
    }
  });

  // Where the database is away nothing is told of the audit log, nor of jobs.
  const unsealed = remembered(jobsRememberMs, () => secondsUnsealed().catch(() => undefined));
  gauge("audit_unsealed_seconds", "How long the oldest audit entry waits to be sealed, of all processes.", [], async (each) => {
    const seconds = await unsealed();
    if (seconds !== undefined) each.set(seconds);
  });

  const count = remembered(jobsRememberMs, () => countJobs(over(jobs)).catch(() => undefined));
  const ofJobs = (name: string, help: string, which: "late" | "failed" | "lateSeconds") =>
    gauge(name, help, [], async (each) => {
      const counted = await count();
      if (counted) each.set(counted[which]);
    });
  ofJobs("jobs_late", "Jobs that are due for more than a minute and not begun, of all processes.", "late");
  ofJobs("jobs_failed", "Jobs that failed and will not be tried again, of all processes.", "failed");
  ofJobs("jobs_late_seconds", "How long the job that waits longest is due, of all processes.", "lateSeconds");
}

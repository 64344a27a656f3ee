import pg from "pg";
import { z } from "zod";
import { makeTurns } from "../turns.ts";
import type { Vault } from "../vault.ts";
import { loginOf, type Server } from "./server.ts";
import { type Sql, sql } from "./sql.ts";
import { type Db, over } from "./store.ts";

/** What the cluster could not be given, and so what is done instead; found by the bootstrap. */
export interface Abilities {
  /** Without it a secret key acts as the tenant's owner, which row-level security does not bind either. */
  readonly serviceRoleBypassesRls: boolean;
  /** The database that tenants' are copied from: one hardened by the bootstrap, or `template0`. */
  readonly tenantTemplate: string;
}

/** A PostgreSQL cluster that holds tenants: the few things done there outside a tenant's own logins. */
export interface Cell {
  readonly server: Server;
  readonly abilities: Abilities;
  /** Building and removing tenants is heavy: a few at a time, so that the control plane's connections are not all spent on it. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs statements as the provisioner, each its own transaction, with `search_path = pg_catalog`. */
  asProvisioner<T>(database: string | undefined, work: (db: Db) => Promise<T>): Promise<T>;
  /** Runs statements as one tenant's login; used to prepare what the tenant shall own. */
  asTenant<T>(login: TenantLogin, work: (db: Db) => Promise<T>): Promise<T>;
  /** As `asTenant`, for work that may take longer than the watchdog lets a tenant's statement run; it leaves this login alone meanwhile. */
  asTenantForLong<T>(login: TenantLogin, work: (db: Db) => Promise<T>): Promise<T>;
  /** Ends sessions of the logins of a tenant, or the one session with this backend pid. Returns how many. */
  endSessions(of: { readonly tenantId: string; readonly pid?: number }): Promise<number>;
  /** Ends sessions of any tenant that run a statement, or hold a transaction without running one, for too long. Returns whose they were. */
  endStraySessions(limits: StrayLimits): Promise<readonly string[]>;
  /** Ends sessions of any tenant that hold more locks than this: the cluster has one table of locks for all. Returns whose they were. */
  endHoarders(locksMax: number): Promise<readonly string[]>;
  /** Where the server's queue of notifications is fuller than this (1 is full), ends the oldest transactions of tenants: one of them listens, and does not read. Returns whose they were. */
  endLaggards(queueMax: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface StrayLimits {
  readonly runningSeconds: number;
  /** Of an import or export of ours, which lasts as long as its client sends or reads; no statement of a tenant's begins as those do. */
  readonly copyingSeconds: number;
  readonly idleInTransactionSeconds: number;
  /** Looks at these tenants alone; at all of the server where none are named. */
  readonly tenantIds?: readonly string[];
}

export interface TenantLogin {
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

const connectMs = 10_000;
const buildsAtOnce = 4;

export function openCell(server: Server, vault: Vault, abilities: Abilities, onError: (error: Error) => void): Cell {
  const watchdog = new pg.Pool({
    ...loginOf(server, vault, "watchdog"),
    max: 2,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: connectMs,
  });
  watchdog.on("error", onError);

  const alone = async <T>(settings: pg.ClientConfig, work: (db: Db) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionTimeoutMillis: connectMs, ...settings });
    client.on("error", onError);
    await client.connect();
    try {
      return await work(over(client));
    } finally {
      await client.end();
    }
  };
  const asTenant: Cell["asTenant"] = ({ database, user, password }, work) =>
    alone(
      { host: server.host, port: server.port, ssl: server.ssl, database, user, password, application_name: "nextmavens provisioner" },
      work,
    );
  return {
    server,
    abilities,
    inTurn: makeTurns(buildsAtOnce),
    asProvisioner: (database, work) =>
      alone({ ...loginOf(server, vault, "provisioner", database), options: "-c search_path=pg_catalog" }, work),
    asTenant,
    asTenantForLong: (login, work) =>
      alone({ ...loginOf(server, vault, "watchdog"), keepAlive: true }, async (control) => {
        await control.one(z.object({}), sql`select pg_catalog.pg_advisory_lock(${longWork}::int, pg_catalog.hashtext(${login.user}))`);
        return asTenant(login, work);
      }),
    endSessions: ({ tenantId, pid }) => over(watchdog).run(ending(tenantId, pid)),
    endStraySessions: async (limits) => (await over(watchdog).many(Ended, endingStray(limits))).map(({ login }) => login),
    endHoarders: async (locksMax) => (await over(watchdog).many(Ended, endingHoarders(locksMax))).map(({ login }) => login),
    endLaggards: async (queueMax) => (await over(watchdog).many(Ended, endingLaggards(queueMax))).map(({ login }) => login),
    close: () => watchdog.end(),
  };
}

/** A pid alone could by now be another's session: the login is compared too. */
const ending = (tenantId: string, pid: number | undefined): Sql => sql`
  select pg_catalog.pg_terminate_backend(pid)
  from pg_catalog.pg_stat_activity
  where starts_with(usename::text, ${`t_${tenantId}_`}) and (${pid ?? null}::int is null or pid = ${pid ?? null}::int)`;

const Ended = z.object({ login: z.string() });

/**
 * Whoever holds the advisory lock of this number and a login's hash in the control database does long work as that login on the
 * platform's behalf, which the watchdog leaves alone. No tenant can enter that database, and the lock ends with its holder.
 */
export const longWork = 1_819_242_087;

const worksForUs = (login: Sql): Sql => sql`exists (
  select from pg_catalog.pg_lock_status() w
  where w.locktype = 'advisory' and w.objsubid = 2 and w.classid = ${longWork}::bigint::oid
    and w.database = (select datid from pg_catalog.pg_stat_get_activity(pg_catalog.pg_backend_pid()))
    and w.objid = (pg_catalog.hashtext(${login})::bigint & 4294967295)::oid)`;

/** Found first and ended then: PostgreSQL may check conditions in any order. */
const endingStray = ({ runningSeconds, copyingSeconds, idleInTransactionSeconds, tenantIds }: StrayLimits): Sql => sql`
  with stray as materialized (
    select pid, usename::text as login
    from pg_catalog.pg_stat_activity
    where usename::text ~ '^t_[0-9a-z]{16}_(anon|user|service|owner|ro)$'
      and (${tenantIds ?? null}::text[] is null or substr(usename::text, 3, 16) = any(${tenantIds ?? null}::text[]))
      and (
        (state = 'active' and query_start < now() - make_interval(
          secs => case when starts_with(query, 'copy ') then ${copyingSeconds}::int else ${runningSeconds}::int end))
        or (state like 'idle in transaction%' and state_change < now() - make_interval(secs => ${idleInTransactionSeconds}))
      )
      and not ${worksForUs(sql`usename::text`)}
  )
  select login from stray where pg_catalog.pg_terminate_backend(pid)`;

/** By functions instead of views: when the table of locks is full, even reading a view asks for locks that are not to be had. */
const endingHoarders = (locksMax: number): Sql => sql`
  with hoard as materialized (
    select l.pid from pg_catalog.pg_lock_status() l group by l.pid having count(*) > ${locksMax}
  ), hoarder as materialized (
    select a.pid, pg_catalog.pg_get_userbyid(a.usesysid)::text as login
    from hoard, lateral pg_catalog.pg_stat_get_activity(hoard.pid) a
    where pg_catalog.pg_get_userbyid(a.usesysid)::text ~ '^t_[0-9a-z]{16}_(anon|user|service|owner|ro)$'
      and not ${worksForUs(sql`pg_catalog.pg_get_userbyid(a.usesysid)::text`)}
  )
  select login from hoarder where pg_catalog.pg_terminate_backend(pid)`;

/** Who listens is not to be seen from outside. So the oldest go first, a few in each round, for as long as the queue is too full. */
const endingLaggards = (queueMax: number): Sql => sql`
  with laggard as materialized (
    select pid, usename::text as login
    from pg_catalog.pg_stat_activity
    where pg_catalog.pg_notification_queue_usage() > ${queueMax}
      and usename::text ~ '^t_[0-9a-z]{16}_(anon|user|service|owner|ro)$'
      and xact_start < pg_catalog.clock_timestamp() - interval '5 seconds'
      and not ${worksForUs(sql`usename::text`)}
    order by xact_start
    limit 5
  )
  select login from laggard where pg_catalog.pg_terminate_backend(pid)`;

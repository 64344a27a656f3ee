import { runAlone, runBehind, runBeside } from "./company.ts";
import { completed, type Login, type LoginLimits } from "./login.ts";
import { Pool, type PoolSettings } from "./pool.ts";
import type { Session } from "./session.ts";

export type { Login, LoginLimits } from "./login.ts";

/** Sessions of all tenants' logins: opened when needed, shared out fairly, never more than the cap. */
export interface Logins {
  /** Runs `work` on a session of this login that nobody else uses meanwhile. */
  use<T>(login: Login, work: (session: Session) => Promise<T>): Promise<T>;
  /**
   * Runs `work`, one quick read, on a session that others send theirs over at the same time: under load that halves what
   * either side computes. When the connection is lost meanwhile, it is run once more on a session of its own.
   */
  share<T>(login: Login, work: (session: Session) => Promise<T>): Promise<T>;
  /**
   * Runs `work`, one quick write, on a session of its own while there is one, and behind other such writes when all are at work,
   * rather than wait for one to be free. It is never run twice.
   */
  follow<T>(login: Login, work: (session: Session) => Promise<T>): Promise<T>;
  /** Closes what is open of a tenant, now or when given back: it was suspended, purged, or has new passwords. */
  forget(tenantId: string): void;
  /** How many sessions are open, and how many requests wait for one. */
  count(): { readonly open: number; readonly waiting: number };
  /** Lets those at work finish, and opens no more. */
  close(): Promise<void>;
}

export interface LoginsSettings extends Omit<PoolSettings, "limits"> {
  readonly limits?: Partial<LoginLimits>;
}

export function openLogins({ limits, ...settings }: LoginsSettings): Logins {
  const pool = new Pool({ ...settings, limits: completed(limits) });
  return {
    use: (login, work) => runAlone(pool, pool.deskFor(login), work),
    share: (login, work) => runBeside(pool, pool.deskFor(login), work),
    follow: (login, work) => runBehind(pool, pool.deskFor(login), work),
    forget: (tenantId) => pool.forget(tenantId),
    count: () => pool.count(),
    close: () => pool.close(),
  };
}

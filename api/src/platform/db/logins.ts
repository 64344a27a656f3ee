import { refusals } from "../refusal.ts";
import { isDatabaseError } from "./exchange.ts";
import type { Server } from "./server.ts";
import { refuseConnection, Session } from "./session.ts";
import { type ShareLimits, Shares } from "./shares.ts";

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

export interface Login {
  readonly tenantId: string;
  /** Whose the tenant is: all tenants of one owner have their part of the sessions together. */
  readonly ownerId?: string | undefined;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** The shared role that its sessions take; none for the owner, who is nobody else. */
  readonly role?: "anon" | "authenticated" | "service_role";
}

export interface LoginLimits extends ShareLimits {
  readonly sessionsPerLoginMax: number;
  /** Logins under way at once: each costs both sides several milliseconds of computing. */
  readonly openingMax: number;
  readonly waitingPerLoginMax: number;
  readonly waitMs: number;
  readonly idleMs: number;
  /** A session is replaced after this long, and with it whatever piled up in its backend. */
  readonly lifeMs: number;
}

const defaults = {
  sessionsMax: 60,
  sessionsPerLoginMax: 6,
  openingMax: 4,
  waitingPerLoginMax: 500,
  waitMs: 10_000,
  idleMs: 20_000,
  lifeMs: 30 * 60_000,
} satisfies Partial<LoginLimits>;

/** A tenant may have a quarter of all sessions and an owner a third, but never less than one login may. */
function completed(given: Partial<LoginLimits> = {}): LoginLimits {
  const limits = { ...defaults, ...given };
  const { sessionsMax, sessionsPerLoginMax: least } = limits;
  const [perTenant, perOwner] = [Math.max(least, Math.ceil(sessionsMax / 4)), Math.max(least, Math.ceil(sessionsMax / 3))];
  return { sessionsPerTenantMax: perTenant, sessionsPerOwnerMax: perOwner, ...limits };
}

const refuse = refusals({
  database_busy: [503, "The project's database has no free connection just now. Try again in a moment."],
  database_closing: [503, "The server is being restarted. Try again in a moment."],
});
const retrySoon = { headers: { "retry-after": "1" } };

/** When the cap is reached, a login that has nothing waits this long before another must give a session up, and this long for its last. */
const patienceMs = 50;
const patienceForLastMs = 250;
const sweepMs = 5_000;
const connectMs = 5_000;
/** PostgreSQL counts a closing session for a moment longer. */
const tooManyRetryMs = 100;

/** So many reads travel on a shared session at once, and none behind one that has taken this long. */
const sharedMax = 8;
const sharedPatienceMs = 3;
/** Of a login's sessions so many are shared at most: the others are for those who need one alone. */
const sharedSessionsMax = 2;

/** So many writes at once on a session: each commits before the next begins. */
const followedMax = 4;

/** A session that several use at once. */
interface Shared {
  readonly session: Session;
  readonly generation: number;
  underWay: number;
  /** Since when the first of those under way is. */
  since: number;
}

interface Waiter {
  readonly since: number;
  readonly give: (session: Session) => void;
  readonly refuse: (error: unknown) => void;
}

/** One login's sessions and those who wait for one. */
interface Desk {
  login: Login;
  /** Grows when the tenant is forgotten: sessions of an older generation are not kept. */
  generation: number;
  readonly idle: Session[];
  /** Those that reads are sent over, and those that writes are. */
  readonly shared: Shared[];
  readonly followed: Shared[];
  busy: number;
  opening: number;
  readonly waiting: Set<Waiter>;
  wasRepaired: boolean;
}

export interface LoginsSettings {
  readonly server: Pick<Server, "host" | "port" | "ssl">;
  readonly limits?: Partial<LoginLimits>;
  /** Gives a tenant's logins the passwords we know again: the tenant had changed one. */
  readonly repair: (tenantId: string) => Promise<unknown>;
  /** Hears why a login failed: those who waited for it are told only that it did. */
  readonly onError: (error: unknown) => void;
}

export function openLogins({ server, limits: given, repair, onError }: LoginsSettings): Logins {
  const limits = completed(given);
  const desks = new Map<string, Desk>();
  const deskOf = new WeakMap<Session, { desk: Desk; generation: number }>();
  /** Least recently used first. */
  const idle = new Set<Session>();
  /** Desks that want one more session than they have, longest waiting first. */
  const wanting = new Set<Desk>();
  const shares = new Shares(limits);
  let opening = 0;
  let isClosing = false;

  const deskFor = (login: Login): Desk => {
    const known = desks.get(login.user);
    if (known) {
      if (known.login.password !== login.password) known.login = login;
      return known;
    }
    const desk: Desk = {
      login,
      generation: 0,
      idle: [],
      shared: [],
      followed: [],
      busy: 0,
      opening: 0,
      waiting: new Set(),
      wasRepaired: false,
    };
    desks.set(login.user, desk);
    return desk;
  };
  const sizeOf = (desk: Desk) => desk.idle.length + desk.busy + desk.opening;
  const dropIfUnused = (desk: Desk) => {
    if (sizeOf(desk) === 0 && desk.waiting.size === 0 && desks.get(desk.login.user) === desk) desks.delete(desk.login.user);
  };

  const take = (desk: Desk): Session | undefined => {
    for (let session = desk.idle.pop(); session; session = desk.idle.pop()) {
      idle.delete(session);
      if (session.isClean) {
        desk.busy += 1;
        return session;
      }
      discard(session);
    }
    return undefined;
  };
  /** Counts a session out and closes it. Its desk has already let go of it. */
  const discard = (session: Session) => {
    const place = deskOf.get(session);
    if (place) shares.add(place.desk.login, -1);
    void session.close();
  };
  const evictIdle = (session: Session) => {
    const place = deskOf.get(session);
    idle.delete(session);
    if (!place) return;
    place.desk.idle.splice(place.desk.idle.indexOf(session), 1);
    discard(session);
    dropIfUnused(place.desk);
  };

  const wait = (desk: Desk): Promise<Session> => {
    if (isClosing) throw refuse("database_closing", retrySoon);
    if (desk.waiting.size >= limits.waitingPerLoginMax) throw refuse("database_busy", retrySoon);
    return new Promise((resolve, reject) => {
      const settle = (then: () => void) => {
        clearTimeout(timer);
        desk.waiting.delete(waiter);
        then();
        dropIfUnused(desk);
      };
      const waiter: Waiter = {
        since: performance.now(),
        give: (session) => settle(() => resolve(session)),
        refuse: (error) => settle(() => reject(error)),
      };
      const timer = setTimeout(() => waiter.refuse(refuse("database_busy", retrySoon)), limits.waitMs);
      desk.waiting.add(waiter);
      want(desk);
    });
  };
  const want = (desk: Desk) => {
    if (desk.opening < desk.waiting.size && sizeOf(desk) < limits.sessionsPerLoginMax) wanting.add(desk);
    pump();
  };
  /** Opens what is wanted, as far as the cap and the bound on logins under way allow. */
  const pump = () => {
    for (const desk of wanting) {
      if (opening >= limits.openingMax) return;
      const wantsMore = desk.opening < desk.waiting.size && sizeOf(desk) < limits.sessionsPerLoginMax;
      // Who can't have one keeps its place in the line; others, of other tenants, may.
      if (wantsMore && !makeRoom(desk)) continue;
      wanting.delete(desk);
      if (!wantsMore) continue;
      void openFor(desk);
      if (desk.opening < desk.waiting.size) wanting.add(desk);
    }
  };
  const inWayOf = (desk: Desk) => shares.inWayOf(desk.login, sizeOf(desk) > 0);
  /** Closes idle sessions of those who have too many, the least recently used first, until there is room for one more. */
  const makeRoom = (desk: Desk): boolean => {
    for (let isInWay = inWayOf(desk); isInWay; isInWay = inWayOf(desk)) {
      const victim = leastRecentlyUsed(isInWay);
      if (!victim) return false;
      evictIdle(victim);
    }
    return true;
  };
  const leastRecentlyUsed = (isInWay: (login: Login) => boolean): Session | undefined => {
    for (const session of idle) {
      const place = deskOf.get(session);
      if (place && isInWay(place.desk.login)) return session;
    }
    return undefined;
  };

  const openFor = async (desk: Desk) => {
    shares.add(desk.login, 1);
    opening += 1;
    desk.opening += 1;
    const { generation } = desk;
    const outcome = await connect(desk.login).then(
      (session) => ({ session }),
      (error: unknown) => ({ error }),
    );
    opening -= 1;
    desk.opening -= 1;
    if ("session" in outcome) {
      desk.wasRepaired = false;
      deskOf.set(outcome.session, { desk, generation });
      desk.busy += 1;
      giveBack(outcome.session);
    } else {
      shares.add(desk.login, -1);
      await recover(desk, outcome.error);
    }
    pump();
    dropIfUnused(desk);
  };
  const connect = ({ database, user, password, role }: Login) =>
    Session.open({ ...server, database, user, password, role, ...sessionSettings }, (session) => {
      if (idle.has(session)) evictIdle(session);
    });
  const recover = async (desk: Desk, error: unknown) => {
    const code = isDatabaseError(error) ? error.code : undefined;
    if (code === "53300") {
      setTimeout(() => want(desk), tooManyRetryMs);
      return;
    }
    if (code === "28P01" && !desk.wasRepaired) {
      desk.wasRepaired = true;
      const isRepaired = await repair(desk.login.tenantId).then(
        () => true,
        (failure: unknown) => void onError(failure),
      );
      if (isRepaired) {
        want(desk);
        return;
      }
    }
    desk.wasRepaired = false;
    onError(error);
    for (const waiter of [...desk.waiting]) waiter.refuse(refuseConnection("database_unavailable", retrySoon));
  };

  const giveBack = (session: Session) => {
    const place = deskOf.get(session);
    if (!place) return;
    const { desk, generation } = place;
    desk.busy -= 1;
    const isKept = session.isClean && generation === desk.generation && !isClosing && performance.now() - session.openedAt < limits.lifeMs;
    if (!isKept || isOwedToAnother(desk)) {
      discard(session);
      want(desk);
      dropIfUnused(desk);
      return;
    }
    const [next] = desk.waiting;
    if (next) {
      desk.busy += 1;
      next.give(session);
      return;
    }
    session.idleSince = performance.now();
    desk.idle.push(session);
    idle.add(session);
    if (wanting.size > 0) pump();
  };
  /** At the cap, or its tenant's or owner's part of it, a login without any session comes before one that has several; after a while, before one that has any. */
  const isOwedToAnother = (desk: Desk): boolean => {
    if (wanting.size === 0) return false;
    const patience = sizeOf(desk) > 0 ? patienceMs : patienceForLastMs;
    for (const other of wanting) {
      const [first] = other.waiting;
      const isNext = other !== desk && sizeOf(other) === 0 && first !== undefined && performance.now() - first.since > patience;
      if (isNext && inWayOf(other)?.(desk.login)) return true;
    }
    return false;
  };

  const acquire = async (desk: Desk): Promise<Session> => (desk.waiting.size === 0 ? take(desk) : undefined) ?? (await wait(desk));

  const isInSomebodysWay = (desk: Desk): boolean => {
    for (const other of wanting) if (other !== desk && inWayOf(other)?.(desk.login)) return true;
    return false;
  };
  /** Whether one more may go along: not where somebody waits for the session, or it should be closed. */
  const isOpenToMore = (desk: Desk, { session, generation, underWay, since }: Shared, max: number): boolean => {
    const now = performance.now();
    if (underWay >= max || now - since > sharedPatienceMs) return false;
    if (desk.waiting.size > 0 || isInSomebodysWay(desk)) return false;
    return !session.isLost && generation === desk.generation && !isClosing && now - session.openedAt < limits.lifeMs;
  };
  const begin = async (desk: Desk, among: Shared[]): Promise<Shared> => {
    const session = await acquire(desk);
    const shared = { session, generation: desk.generation, underWay: 0, since: 0 };
    among.push(shared);
    return shared;
  };
  const goAlong = async <T>(among: Shared[], shared: Shared, work: (session: Session) => Promise<T>): Promise<T> => {
    if (shared.underWay === 0) shared.since = performance.now();
    shared.underWay += 1;
    try {
      return await work(shared.session);
    } finally {
      shared.underWay -= 1;
      shared.since = performance.now();
      if (shared.underWay === 0) {
        among.splice(among.indexOf(shared), 1);
        giveBack(shared.session);
      }
    }
  };

  const sweep = setInterval(() => {
    const oldest = performance.now() - limits.idleMs;
    for (const session of idle) {
      if (session.idleSince > oldest) return;
      evictIdle(session);
    }
  }, sweepMs);
  sweep.unref();

  const use = async <T>(login: Login, work: (session: Session) => Promise<T>): Promise<T> => {
    const session = await acquire(deskFor(login));
    try {
      return await work(session);
    } finally {
      giveBack(session);
    }
  };

  return {
    use,
    async share(login, work) {
      const desk = deskFor(login);
      const company = desk.shared.find((each) => isOpenToMore(desk, each, sharedMax));
      if (!company && desk.shared.length >= sharedSessionsMax) return use(login, work);
      const shared = company ?? (await begin(desk, desk.shared));
      return goAlong(desk.shared, shared, work).catch((error: unknown) => {
        if (!shared.session.isLost) throw error;
        return use(login, work);
      });
    },
    async follow(login, work) {
      const desk = deskFor(login);
      const isFull = desk.idle.length === 0 && sizeOf(desk) >= limits.sessionsPerLoginMax;
      const company = isFull ? leastBusy(desk.followed.filter((each) => isOpenToMore(desk, each, followedMax))) : undefined;
      return goAlong(desk.followed, company ?? (await begin(desk, desk.followed)), work);
    },
    forget(tenantId) {
      for (const desk of desks.values()) {
        if (desk.login.tenantId !== tenantId) continue;
        desk.generation += 1;
        for (const session of [...desk.idle]) evictIdle(session);
      }
    },
    count: () => ({ open: shares.open, waiting: [...desks.values()].reduce((sum, desk) => sum + desk.waiting.size, 0) }),
    async close() {
      isClosing = true;
      clearInterval(sweep);
      for (const desk of desks.values()) for (const waiter of [...desk.waiting]) waiter.refuse(refuse("database_closing", retrySoon));
      for (const session of [...idle]) evictIdle(session);
      while (shares.open > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    },
  };
}

const leastBusy = (some: readonly Shared[]) =>
  some.reduce<Shared | undefined>((least, each) => (least && least.underWay <= each.underWay ? least : each), undefined);

/** Given at the start of a session they come before what the tenant stored for the login, and `reset all` returns to them. */
const sessionSettings = {
  application_name: "nextmavens data",
  connectionTimeoutMillis: connectMs,
  keepAlive: true,
  options: [
    "search_path=public,extensions",
    "standard_conforming_strings=on",
    "client_min_messages=error",
    "datestyle=ISO,MDY",
    "intervalstyle=postgres",
    "bytea_output=hex",
    "extra_float_digits=1",
    "timezone=UTC",
    "idle_in_transaction_session_timeout=60s",
    "statement_timeout=10s",
  ]
    .map((setting) => `-c ${setting}`)
    .join(" "),
};

import { hearsWithinMs } from "../lag.ts";
import type { ComingSeat, Desk, SharedSeat } from "./desk.ts";
import type { Pool } from "./pool.ts";
import type { Session } from "./session.ts";

type Work<T> = (session: Session) => Promise<T>;

/**
 * So many reads travel on a shared session at once, and none behind one that has taken this long. With room for fewer, most of 64
 * callers wait for a session each, which costs half as much computing again.
 */
const sharedMax = 32;
const patienceMs = 3;
/** Of a login's sessions so many are shared at most: the others are for those who need one alone. */
const sharedSessionsMax = 2;

/** So many writes at once on a session: each commits before the next begins. */
const followedMax = 12;

/** Runs work on a session that nobody else uses meanwhile. */
export async function runAlone<T>(pool: Pool, desk: Desk, work: Work<T>): Promise<T> {
  desk.heat.note();
  const seat = await pool.acquire(desk);
  try {
    return await work(seat.session);
  } finally {
    pool.giveBack(seat);
  }
}

/** Runs a read beside others, and once more alone when the session is lost meanwhile. */
export function runBeside<T>(pool: Pool, desk: Desk, work: Work<T>): Promise<T> {
  const company = desk.shared.find((each) => isOpenToMore(pool, each, sharedMax));
  if (company) return goAlongOrAlone(pool, desk, company, work);
  if (desk.shared.length >= sharedSessionsMax) return runAlone(pool, desk, work);
  return beginTogether(pool, desk).then((begun) =>
    desk.shared.includes(begun) ? goAlongOrAlone(pool, desk, begun, work) : runAlone(pool, desk, work),
  );
}

const goAlongOrAlone = <T>(pool: Pool, desk: Desk, shared: SharedSeat, work: Work<T>): Promise<T> =>
  goAlong(pool, desk.shared, shared, work).catch((error: unknown) => {
    if (!shared.seat.session.isLost) throw error;
    return runAlone(pool, desk, work);
  });

/** Runs a write behind others where no session is left for it alone. */
export async function runBehind<T>(pool: Pool, desk: Desk, work: Work<T>): Promise<T> {
  const company = pool.isExhausted(desk) ? leastBusy(desk.followed.filter((each) => isOpenToMore(pool, each, followedMax))) : undefined;
  return goAlong(pool, desk.followed, company ?? (await begin(pool, desk, desk.followed)), work);
}

/** Whether one more may go along: not where somebody waits for the session, or it should be closed. */
function isOpenToMore(pool: Pool, { seat, underWay, since }: SharedSeat, max: number): boolean {
  if (underWay >= max || performance.now() - since > patienceMs + hearsWithinMs()) return false;
  return !pool.isWanted(seat.desk) && !seat.session.isLost && pool.isCurrent(seat);
}

async function begin(pool: Pool, desk: Desk, among: SharedSeat[]): Promise<SharedSeat> {
  const shared = { seat: await pool.acquire(desk), underWay: 0, since: 0 };
  among.push(shared);
  return shared;
}

/** Those who come while a session is being opened wait for that one, instead of having one opened each. */
async function beginTogether(pool: Pool, desk: Desk): Promise<SharedSeat> {
  const { coming } = desk;
  if (coming && coming.awaitedBy < sharedMax) {
    coming.awaitedBy += 1;
    return coming.seat;
  }
  const begun: ComingSeat = { seat: begin(pool, desk, desk.shared), awaitedBy: 1 };
  desk.coming = begun;
  const arrive = () => {
    if (desk.coming === begun) desk.coming = undefined;
  };
  begun.seat.then(arrive, arrive);
  return begun.seat;
}

async function goAlong<T>(pool: Pool, among: SharedSeat[], shared: SharedSeat, work: Work<T>): Promise<T> {
  if (shared.underWay === 0) shared.since = performance.now();
  shared.underWay += 1;
  shared.seat.desk.heat.note();
  try {
    return await work(shared.seat.session);
  } finally {
    shared.underWay -= 1;
    shared.since = performance.now();
    if (shared.underWay === 0) {
      among.splice(among.indexOf(shared), 1);
      pool.giveBack(shared.seat);
    }
  }
}

const leastBusy = (some: readonly SharedSeat[]) =>
  some.reduce<SharedSeat | undefined>((least, each) => (least && least.underWay <= each.underWay ? least : each), undefined);

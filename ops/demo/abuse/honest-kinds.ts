import { type Chance, chanceOf } from "../chance.ts";
import { dayMs, hourMs, minuteMs } from "../clock.ts";
import type { Use } from "../plan.ts";
import { type Arrival, type Span, scattered, ticks, visits } from "./arrivals.ts";
import { endsAt, onDay, startsAt } from "./fortnight.ts";
import { carrier, cloud, households, manyNetworks, type Origin, oneAddress, type Place } from "./places.ts";
import {
  type Ask,
  alter,
  type Caller,
  call,
  callerOf,
  expired,
  exported,
  forbidden,
  imported,
  insert,
  lookUp,
  malformed,
  manage,
  noSuchRow,
  noSuchTable,
  read,
  refused,
  remove,
  request,
  statement,
  update,
} from "./requests.ts";
import { type Stream, unfolded } from "./stream.ts";

/** An honest project while its traffic is made up. */
interface Project {
  readonly name: string;
  readonly seed: number;
  readonly offset: number;
  readonly region: string;
  /** Tells this project's peculiarities, such as how busy it is. */
  readonly chance: Chance;
}

const chanceIn = ({ seed, name }: Project, part: string) => chanceOf("abuse", seed, name, part);

type What = (chance: Chance) => Ask;

/** What arrives is so many requests each, by the same caller from the same place, some seconds apart. */
function sessions(project: Project, part: string, arrivals: (chance: Chance) => Iterable<Arrival>, session: Session): Stream {
  const chance = chanceIn(project, part);
  const { by = "publishable", from, length, pauseMs = 4000, what } = session;
  const caller = callerOf(project.name, by);
  return unfolded(arrivals(chance), ({ at }) => oneSession(at, caller, from(chance), chance.int(...length), pauseMs, what, chance));
}

interface Session {
  readonly by?: Caller["keyKind"];
  readonly from: Origin;
  /** At least and at most so many requests. */
  readonly length: readonly [number, number];
  readonly pauseMs?: number;
  readonly what: What;
}

function oneSession(from: number, caller: Caller, place: Place, length: number, pauseMs: number, what: What, chance: Chance) {
  let at = from;
  return Array.from({ length }, () => {
    at += Math.floor(chance.magnitude(20, pauseMs));
    return request(at, caller, place, what(chance));
  });
}

const use = (project: Project, rhythm: Use["rhythm"], perDay: number, more: Partial<Use> = {}): Use => ({
  perDay,
  growth: 1 + chanceIn(project, "growth").between(-0.01, 0.015),
  rhythm,
  utcOffsetHours: project.offset,
  ...more,
});

const byRhythm = (
  project: Project,
  part: string,
  rhythm: Use["rhythm"],
  perDay: number,
  session: Session,
  more: Partial<Use> = {},
): Stream =>
  sessions(
    project,
    part,
    (chance) => visits(use(project, rhythm, perDay, more), ["abuse", project.seed, project.name, part], chance),
    session,
  );

const byClock = (project: Project, part: string, everyMs: number, lateMs: number, session: Session, span: Span = fortnight): Stream =>
  sessions(project, part, (chance) => ticks(span, everyMs, lateMs, chance), session);

const fortnight: Span = { from: startsAt, to: endsAt };

/** So many requests somewhere in a span. */
const during = (project: Project, part: string, span: Span, count: number, session: Session): Stream =>
  sessions(project, part, (chance) => scattered(span, count, chance), session);

const span = (day: number, hours: number): Span => ({ from: onDay(day), to: onDay(day) + hours * hourMs });

/** Which of these, by how likely each is. */
const mixed =
  (...parts: readonly (readonly [number, What])[]): What =>
  (chance) => {
    let left = chance.next() * parts.reduce((total, [share]) => total + share, 0);
    for (const [share, what] of parts) {
      left -= share;
      if (left < 0) return what(chance);
    }
    return read(chance, "items");
  };

/** What goes wrong in anybody's application once in a while. */
const slips: What = mixed(
  [4, (chance) => expired(chance, "profiles")],
  [3, (chance) => noSuchRow(chance, "profiles")],
  [2, (chance) => malformed(chance, "items")],
  [1, (chance) => noSuchTable(chance, "favicon.ico")],
  [1, (chance) => forbidden(chance, "profiles")],
  [1, (chance) => refused(chance, 409, "23505", { method: "POST", target: "profiles" })],
  [0.5, (chance) => refused(chance, 500, "internal_error", { target: "items" })],
);

const readsOf =
  (...tables: readonly [string, ...string[]]): What =>
  (chance) =>
    read(chance, chance.pick(tables));

const browsing = mixed(
  [70, readsOf("items", "categories", "prices", "reviews", "profiles")],
  [8, (chance) => lookUp(chance, chance.pick(["countries", "settings", "currencies"]))],
  [8, (chance) => call(chance, chance.pick(["search", "recommend"]), 300)],
  [7, (chance) => insert(chance, chance.pick(["carts", "events", "reviews"]))],
  [4, (chance) => update(chance, "carts")],
  [1, (chance) => remove(chance, "carts")],
  [2, slips],
);

const working = mixed(
  [60, readsOf("tickets", "customers", "notes", "tasks", "invoices")],
  [6, (chance) => lookUp(chance, chance.pick(["statuses", "teams"]))],
  [14, (chance) => update(chance, chance.pick(["tickets", "tasks"]))],
  [12, (chance) => insert(chance, chance.pick(["notes", "tickets", "tasks"]))],
  [4, (chance) => call(chance, "report", 1500)],
  [2, (chance) => remove(chance, "tasks")],
  [2, slips],
);

/** Its owner looks at it and changes something now and then, from home. */
const owner = (project: Project): Stream =>
  byRhythm(project, "owner", "office", 1.5, {
    by: "secret",
    from: oneAddress(`owner-${project.name}`),
    length: [3, 25],
    pauseMs: 30_000,
    what: mixed(
      [50, (chance) => manage(chance, chance.pick(["getProject", "listKeys", "readSchema"]))],
      [30, (chance) => statement(chance, chance.magnitude(3, 500))],
      [6, (chance) => refused(chance, 400, "42601", { door: "sql", method: "POST", target: "runSql" })],
      [4, (chance) => refused(chance, 400, "42P01", { door: "sql", method: "POST", target: "runSql" })],
      [6, (chance) => alter(chance)],
      [2, (chance) => exported(chance, chance.pick(["items", "customers"]), 100_000)],
    ),
  });

/** A server of the project's own, by its secret key. */
const backend = (project: Project, perDay: number): Stream =>
  byRhythm(project, "backend", "constant", perDay, {
    by: "secret",
    from: oneAddress(`server-${project.name}`),
    length: [1, 6],
    what: mixed(
      [50, readsOf("orders", "items")],
      [25, (chance) => insert(chance, "orders")],
      [20, (chance) => update(chance, "orders")],
      [1, slips],
    ),
  });

/** Asks the same each minute, from some places of the world in turn. */
const uptime = (project: Project): Stream =>
  byClock(project, "uptime", 5 * minuteMs, 2000, {
    from: manyNetworks("uptime", 5, 1),
    length: [1, 1],
    what: (chance) => lookUp(chance, "health"),
  });

const crowd = ({ region }: Project) => households(region);

const tablesOf = (count: number) => Array.from({ length: count }, (_, at) => `table_${at + 1}`);

/** At an hour of each night (UTC), one after the other. */
function nightly(
  project: Project,
  part: string,
  hour: number,
  names: readonly string[],
  pauseMs: number,
  what: (chance: Chance, name: string) => Ask,
): Stream {
  const nights = Array.from({ length: 14 }, (_, day) => ({ at: onDay(day) + hour * hourMs + project.chance.int(0, 90_000) }));
  const chance = chanceIn(project, part);
  const caller = callerOf(project.name, "secret");
  const place = oneAddress(`server-${project.name}`)(chance);
  return unfolded(nights, ({ at }) => {
    let when = at;
    return names.map((name) => {
      when += Math.floor(chance.between(0.3, 1.7) * pauseMs);
      return request(when, caller, place, what(chance, name));
    });
  });
}

type Layers = (project: Project) => readonly Stream[];

interface Kind {
  readonly count: number;
  readonly about: string;
  readonly layers: Layers;
}

/** What honest projects are like, and how many there are of each. */
export const honestKinds: Readonly<Record<string, Kind>> = {
  shop: {
    count: 7,
    about: "a shop with thousands of visitors, and a server that takes the orders",
    layers: (project) => [
      byRhythm(project, "visitors", "shop", project.chance.magnitude(30, 160), { from: crowd(project), length: [2, 14], what: browsing }),
      backend(project, 60),
      uptime(project),
    ],
  },
  office: {
    count: 5,
    about: "software for firms, used from a dozen offices in working hours",
    layers: (project) => [
      byRhythm(project, "staff", "office", project.chance.magnitude(40, 120), {
        from: manyNetworks(`firms-${project.name}`, 12, 6),
        length: [3, 20],
        pauseMs: 60_000,
        what: working,
      }),
      backend(project, 40),
    ],
  },
  "one-office": {
    count: 4,
    about: "everybody of a firm behind one address",
    layers: (project) => [
      byRhythm(project, "staff", "office", project.chance.magnitude(60, 140), {
        from: oneAddress(`office-${project.name}`),
        length: [4, 24],
        pauseMs: 20_000,
        what: working,
      }),
    ],
  },
  mobile: {
    count: 4,
    about: "an app on telephones: thousands of addresses of a few carriers' networks on one publishable key",
    layers: (project) => [
      byRhythm(project, "telephones", "evening", project.chance.magnitude(250, 500), {
        from: carrier(`carrier-${project.region}`),
        length: [2, 9],
        pauseMs: 9000,
        what: browsing,
      }),
      backend(project, 20),
    ],
  },
  "nightly-export": {
    count: 4,
    about: "each table is exported each night for a backup or a warehouse",
    layers: (project) => [
      byRhythm(project, "staff", "office", 30, { from: manyNetworks(`firms-${project.name}`, 5, 4), length: [3, 14], what: working }),
      nightly(project, "export", project.chance.int(0, 5), tablesOf(project.chance.int(8, 60)), 6000, exported),
    ],
  },
  "nightly-import": {
    count: 4,
    about: "prices and stock are replaced each night, in large portions",
    layers: (project) => [
      byRhythm(project, "visitors", "shop", 40, { from: crowd(project), length: [2, 10], what: browsing }),
      nightly(project, "import", project.chance.int(0, 5), tablesOf(project.chance.int(10, 50)), 9000, (chance, name) =>
        imported(chance, name, chance.int(2000, 10_000)),
      ),
    ],
  },
  launch: {
    count: 3,
    about: "a quiet site, and then the day on which everybody hears of it",
    layers: (project) => {
      const from = project.chance.int(3, 10) + 0.4;
      const burst = { from, to: from + 1.2, times: project.chance.int(30, 60) };
      return [byRhythm(project, "visitors", "evening", 25, { from: crowd(project), length: [2, 12], what: browsing }, { burst })];
    },
  },
  migration: {
    count: 4,
    about: "a day on which the schema is made anew, and data is moved",
    layers: (project) => {
      const day = project.chance.int(1, 12) + project.chance.between(0.3, 0.6);
      const from = oneAddress(`owner-${project.name}`);
      return [
        byRhythm(project, "staff", "office", 40, { from: manyNetworks(`firms-${project.name}`, 6, 4), length: [3, 16], what: working }),
        during(project, "migration", span(day, project.chance.between(0.5, 3)), 4, {
          by: "secret",
          from,
          length: [20, 90],
          pauseMs: 3000,
          what: mixed(
            [70, (chance) => alter(chance)],
            [10, (chance) => refused(chance, 400, "42P07", { door: "sql", method: "POST", target: "runSql", isDdl: true })],
            [20, (chance) => statement(chance, chance.magnitude(50, 20_000), { rowsWritten: chance.int(0, 50_000) })],
          ),
        }),
      ];
    },
  },
  clumsy: {
    count: 4,
    about: "a client with a mistake in it asks for some hours for what is not there, or in a form that is none",
    layers: (project) => {
      const wrong: What = project.chance.pick([
        (chance: Chance) => noSuchTable(chance, "user_profile"),
        (chance: Chance) => malformed(chance, "orders"),
        (chance: Chance) => noSuchRow(chance, "preferences"),
        (chance: Chance) => refused(chance, 400, "PGRST204", { method: "POST", target: "events" }),
      ]);
      const mistake = span(project.chance.int(1, 12) + project.chance.next(), project.chance.between(2, 9));
      return [
        byRhythm(project, "visitors", "evening", 60, { from: crowd(project), length: [2, 10], what: browsing }),
        during(project, "mistake", mistake, project.chance.int(150, 400), {
          from: crowd(project),
          length: [3, 16],
          what: mixed([7, wrong], [3, browsing]),
        }),
      ];
    },
  },
  ci: {
    count: 3,
    about: "tests that make tables, fill them and drop them, each run on a machine that nobody saw before",
    layers: (project) => [
      byRhythm(project, "runs", "office", project.chance.int(15, 45), {
        by: "secret",
        from: cloud("ci"),
        length: [20, 45],
        pauseMs: 1500,
        what: mixed(
          [40, (chance) => alter(chance)],
          [30, (chance) => insert(chance, chance.pick(["users", "orders"]), `fixture-${chance.int(1, 12)}`)],
          [20, readsOf("users", "orders")],
          [6, (chance) => noSuchRow(chance, "users")],
          [4, (chance) => forbidden(chance, "secrets")],
        ),
      }),
    ],
  },
  indexer: {
    count: 3,
    about: "a search index is fed by asking for each row by its number, of which some are gone",
    layers: (project) => [
      byRhythm(project, "visitors", "evening", 40, { from: crowd(project), length: [2, 10], what: browsing }),
      nightly(project, "index", project.chance.int(0, 6), tablesOf(900), 700, (chance) =>
        chance.isHit(0.12) ? noSuchRow(chance, "articles") : read(chance, "articles"),
      ),
    ],
  },
  telemetry: {
    count: 3,
    about: "devices that tell every few minutes that all is well, in the same words",
    layers: (project) => {
      const devices = project.chance.int(8, 30);
      const from = manyNetworks(`devices-${project.name}`, devices, 1);
      return [
        byClock(project, "devices", (15 * minuteMs) / devices, 20_000, {
          from,
          length: [1, 1],
          what: mixed(
            [80, (chance) => insert(chance, "heartbeats", `all-is-well-${project.name}`)],
            [20, (chance) => insert(chance, "readings")],
          ),
        }),
        byRhythm(project, "dashboard", "office", 12, {
          from: oneAddress(`office-${project.name}`),
          length: [3, 12],
          what: readsOf("readings", "heartbeats"),
        }),
      ];
    },
  },
  social: {
    count: 3,
    about: "people who write to each other of an evening; a like is a like",
    layers: (project) => [
      byRhythm(project, "people", "weekend", project.chance.magnitude(80, 220), {
        from: crowd(project),
        length: [3, 18],
        what: mixed(
          [50, readsOf("posts", "comments", "profiles")],
          [18, (chance) => insert(chance, "likes")],
          [
            14,
            (chance) => insert(chance, "comments", chance.isHit(0.15) ? `body-${chance.pick(["lol", "thanks", "+1", "same"])}` : undefined),
          ],
          [6, (chance) => insert(chance, "posts")],
          [4, (chance) => call(chance, "feed", 400)],
          [2, slips],
        ),
      }),
      uptime(project),
    ],
  },
  analytics: {
    count: 3,
    about: "questions over much data that take seconds, and some that take too long",
    layers: (project) => [
      byRhythm(project, "analysts", "office", 30, {
        by: "secret",
        from: manyNetworks(`firms-${project.name}`, 3, 4),
        length: [3, 15],
        pauseMs: 120_000,
        what: mixed(
          [60, (chance) => statement(chance, chance.magnitude(200, 9000))],
          [25, (chance) => call(chance, "cohorts", 8000)],
          [3, (chance) => refused(chance, 504, "57014", { door: "sql", method: "POST", target: "runSql", durationMs: 30_000 })],
          [4, (chance) => refused(chance, 400, "42703", { door: "sql", method: "POST", target: "runSql" })],
        ),
      }),
      byRhythm(project, "events", "evening", 250, { from: crowd(project), length: [1, 3], what: (chance) => insert(chance, "events") }),
    ],
  },
  hobby: {
    count: 5,
    about: "a few requests a day",
    layers: (project) => [
      byRhythm(project, "visitors", "weekend", project.chance.between(1, 8), { from: crowd(project), length: [1, 8], what: browsing }),
    ],
  },
  serverless: {
    count: 3,
    about: "a backend of cloud functions: its secret key comes from hundreds of addresses",
    layers: (project) => [
      byRhythm(project, "functions", "evening", project.chance.magnitude(200, 500), {
        by: "secret",
        from: cloud(project.region),
        length: [1, 5],
        pauseMs: 800,
        what: mixed([60, readsOf("users", "items", "orders")], [30, (chance) => insert(chance, "orders")], [1, slips]),
      }),
    ],
  },
  "sql-forum": {
    count: 1,
    about: "people who talk about databases: what they write and look for looks like an attack now and then",
    layers: (project) => [
      byRhythm(project, "people", "evening", 120, {
        from: crowd(project),
        length: [3, 14],
        what: mixed(
          [70, readsOf("questions", "answers")],
          [10, (chance) => ({ ...insert(chance, "answers"), isProbe: chance.isHit(0.12) })],
          [10, (chance) => ({ ...call(chance, "search", 200), isProbe: chance.isHit(0.08) })],
          [2, slips],
        ),
      }),
    ],
  },
  reports: {
    count: 3,
    about: "a tool for reports takes whole tables away every quarter of an hour of the working day",
    layers: (project) => [
      byRhythm(project, "staff", "office", 40, { from: manyNetworks(`firms-${project.name}`, 4, 4), length: [3, 14], what: working }),
      byRhythm(project, "reports", "office", 36, {
        by: "secret",
        from: oneAddress(`reports-${project.name}`),
        length: [5, 9],
        pauseMs: 2500,
        what: (chance) => ({
          ...read(chance, chance.pick(["invoices", "customers", "tasks", "tickets"])),
          isExport: true,
          bytesOut: chance.magnitude(20_000, 900_000),
        }),
      }),
    ],
  },
};

const offsets = [-8, -5, -3, 0, 1, 2, 3, 5.5, 8, 9] as const;
const regionOf = (offset: number) => (offset < -2 ? "west" : offset < 4 ? "middle" : "east");

/** The traffic of one honest project, its owner's included. */
export function trafficOf(kind: string, name: string, seed: number): readonly Stream[] {
  const chance = chanceOf("abuse", seed, name);
  const offset = chance.pick(offsets);
  const project: Project = { name, seed, offset, region: regionOf(offset), chance };
  return [...(honestKinds[kind]?.layers(project) ?? []), owner(project)];
}

/** Little traffic of the ordinary sort, behind which somebody hides whose project it is. */
export function coverOf(name: string, seed: number, since: number): Stream {
  const project: Project = { name, seed, offset: 1, region: "middle", chance: chanceOf("abuse", seed, name) };
  const cover = { from: Math.max(startsAt, since - 3 * dayMs), to: endsAt };
  return during(project, "cover", cover, ((cover.to - cover.from) / dayMs) * 25, { from: crowd(project), length: [2, 8], what: browsing });
}

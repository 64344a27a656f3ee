import type { IncomingMessage, ServerResponse } from "node:http";

/** Times every request, for so little that the data plane does not feel it. */
export interface Requests {
  /** Call at the head of every request. */
  watch(request: IncomingMessage, response: ServerResponse): void;
  /** What was counted, as Prometheus reads it. */
  read(): string;
}

/** How a door is told from the beginning of a path; what matches none is `other`. */
const prefixes = [
  ["/api/rest/", "data"],
  ["/rest/v1/", "data"],
  ["/api/sql", "sql"],
  ["/api/schema", "schema"],
  ["/api/health", "other"],
  ["/api/", "control"],
  ["/admin", "console"],
] as const;
type Door = (typeof prefixes)[number][1];
const doors: readonly Door[] = ["data", "sql", "schema", "control", "console", "other"];
/** By the first digit of the status. */
const statuses = ["aborted", "1xx", "2xx", "3xx", "4xx", "5xx"];

/** From what one statement takes up to what clients give up on. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const name = "nextmavens_http_request_duration_seconds";
const help = "From the arrival of a request until its answer was out, by door and class of status; aborted where the client did not wait.";

/**
 * A histogram kept in plain arrays: prom-client's costs four times as much for each request, for finding the series of its labels
 * (`ops/decisions/health-and-metrics.md`).
 */
export function countRequests(): Requests {
  const series = new Map(doors.map((door) => [door, statuses.map((status) => new Series(`door="${door}",status="${status}"`))]));
  return {
    watch(request, response) {
      const startedAt = performance.now();
      const ofDoor = series.get(doorOf(request.url ?? "/"));
      response.on("close", () => {
        const status = response.writableFinished ? Math.floor(response.statusCode / 100) : 0;
        ofDoor?.[status]?.observe((performance.now() - startedAt) / 1_000);
      });
    },
    read() {
      const lines = [...series.values()].flat().flatMap((each) => each.read());
      return `${[`# HELP ${name} ${help}`, `# TYPE ${name} histogram`, ...lines].join("\n")}\n`;
    },
  };
}

function doorOf(url: string): Door {
  for (const [prefix, door] of prefixes) if (url.startsWith(prefix)) return door;
  return "other";
}

/** One combination of labels; told of only once there was such a request. */
class Series {
  readonly #labels: string;
  /** How many took no longer than each bound and longer than the one before, and last those that took longer than all. */
  readonly #counts = new Float64Array(bounds.length + 1);
  #sum = 0;

  constructor(labels: string) {
    this.#labels = labels;
  }

  observe(seconds: number): void {
    let at = 0;
    while (seconds > (bounds[at] ?? Number.POSITIVE_INFINITY)) at += 1;
    this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    this.#sum += seconds;
  }

  read(): string[] {
    let count = 0;
    const buckets = [...this.#counts].map((inBucket, index) => {
      count += inBucket;
      return `${name}_bucket{${this.#labels},le="${bounds[index] ?? "+Inf"}"} ${count}`;
    });
    return count === 0 ? [] : [...buckets, `${name}_sum{${this.#labels}} ${this.#sum}`, `${name}_count{${this.#labels}} ${count}`];
  }
}

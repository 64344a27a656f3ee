/** What Prometheus reads: numbers of this process, with few and fixed labels, none of them a project. */
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { type Looked, lookAt } from "./gauges.ts";
import { watchRefusals } from "./refusals.ts";
import { countRequests, type Requests } from "./requests.ts";

export type { Looked } from "./gauges.ts";

/** What counts while the process works; made only where somebody may read it. */
export interface Metrics {
  /** Call at the head of every request. */
  readonly watch: Requests["watch"];
  /** The gate, with what it refuses counted. */
  readonly watchGate: ReturnType<typeof watchRefusals>;
  /** What is looked at only when somebody reads. */
  look(at: Looked): void;
  readonly contentType: string;
  read(): Promise<string>;
  close(): void;
}

export function makeMetrics(about: { readonly role: string; readonly region: string }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of misnamed) registry.removeSingleMetric(name);
  new Gauge({
    name: "nextmavens_info",
    help: "Always 1; what this process is.",
    labelNames: ["role", "region"],
    registers: [registry],
  }).set(about, 1);
  const requests = countRequests();
  return {
    watch: requests.watch,
    watchGate: watchRefusals(registry),
    look: (at) => lookAt(registry, at),
    contentType: registry.contentType,
    read: async () => `${await registry.metrics()}\n${requests.read()}`,
    close: () => registry.clear(),
  };
}

/** Gauges that are called totals: promtool says no to them, and the same numbers come by type without that ending. */
const misnamed = ["nodejs_active_handles_total", "nodejs_active_requests_total", "nodejs_active_resources_total"];

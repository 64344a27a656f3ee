import type { IncomingMessage } from "node:http";
import { fault } from "./refuse.ts";
import { rawOf } from "./unreadable.ts";

/** Ends connections over which a request does not arrive whole in time. */
export interface Patience {
  watch(request: IncomingMessage): void;
  stop(): void;
}

/** Gives each request that is watched so long to arrive whole. Node can do that for all requests only, or for none. */
export function makePatience(wholeRequestMs: number, lookEveryMs = 5_000): Patience {
  const arriving = new Map<IncomingMessage, number>();
  const look = () => {
    const since = performance.now() - wholeRequestMs;
    for (const [request, beganAt] of arriving) {
      if (!request.complete && beganAt > since) continue;
      arriving.delete(request);
      if (!request.complete) request.socket.end(rawOf(fault("request_timeout")), () => request.socket.destroy());
    }
  };
  const timer = setInterval(look, lookEveryMs).unref();
  return {
    watch(request) {
      const { headers } = request;
      if (headers["content-length"] === undefined && headers["transfer-encoding"] === undefined) return;
      arriving.set(request, performance.now());
      request.once("close", () => arriving.delete(request));
    },
    stop: () => clearInterval(timer),
  };
}

import { hash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { clientAddress } from "../../platform/client-address.ts";
import type { Holder } from "../../platform/gate.ts";
import type { Door, Observation, Observe } from "../observation.ts";
import { type Origin, openOrigins } from "./origins.ts";
import { beginningOf, isDdl, isOfEverything, isProbe } from "./signs.ts";

/** What a door of the data plane knows of a request once it is answered. */
export interface Answered {
  readonly door: "rest" | "sql" | "schema" | "bulk";
  /** Absent where no valid key came. */
  readonly holder: Pick<Holder, "projectId" | "keyId" | "kind"> | undefined;
  readonly status: number;
  readonly code: string | null;
  readonly rowsWritten: number;
  readonly body: Buffer | undefined;
  /** By `performance.now()`. */
  readonly startedAt: number;
  readonly bytesOut: number;
}

/** What an operation of the control plane came to. */
export interface Operated {
  readonly operationId: string;
  readonly address: string | undefined;
  readonly method: string;
  readonly status: number;
  readonly code: string | null;
  readonly startedAt: number;
}

/** Makes observations of requests as doors answer them; what is cheap to know is worked out here, and nothing of it is kept. */
export interface Witness {
  saw(request: IncomingMessage, answered: Answered): void;
  sawOperation(operated: Operated): void;
}

export interface WitnessParts {
  readonly observe: Observe;
  /** The key of the digests of addresses, the same in all processes. */
  readonly secret: string;
  readonly trusts: (address: string | undefined) => boolean;
  readonly clock: () => Date;
}

export function openWitness({ observe, secret, trusts, clock }: WitnessParts): Witness {
  const originOf = openOrigins(secret);
  return {
    saw(request, answered) {
      if (request.method === "OPTIONS") return;
      observe(observationOf(request, answered, originOf(clientAddress(request, trusts)), clock().getTime()));
    },
    sawOperation({ operationId, address, method, status, code, startedAt }) {
      const facts = {
        method,
        status,
        code,
        target: operationId,
        isSignUp: operationId === signUp,
        durationMs: performance.now() - startedAt,
      };
      observe({ ...ofNoProject, ...originOf(address), ...facts, at: clock().getTime() });
    },
  };
}

const signUp = "registerDeveloper";
const ofNoProject = {
  projectId: null,
  keyId: null,
  keyKind: null,
  door: "auth",
  rowsWritten: 0,
  isDdl: false,
  isExport: false,
  isProbe: false,
  bodyDigest: null,
  bytesOut: 0,
} as const;

function observationOf(request: IncomingMessage, answered: Answered, origin: Origin, at: number): Observation {
  const { holder, status, code, rowsWritten, body, bytesOut } = answered;
  const { url = "/", method = "GET" } = request;
  const question = url.indexOf("?");
  const path = question < 0 ? url : url.slice(0, question);
  const search = question < 0 ? "" : url.slice(question + 1);
  const { door, target } = placeOf(answered.door, path);
  const isRead = method === "GET" || method === "HEAD";
  const beginning = body === undefined || body.length === 0 || door === "bulk" ? "" : beginningOf(body);
  return {
    at,
    projectId: holder?.projectId ?? null,
    keyId: holder?.keyId ?? null,
    keyKind: holder?.kind ?? null,
    address: origin.address,
    network: origin.network,
    door,
    method,
    target,
    status,
    code,
    rowsWritten,
    isDdl: door === "schema" ? !isRead : door === "sql" && isDdl(beginning),
    isExport: door === "bulk" ? isRead : door === "rest" && isRead && target !== "" && isOfEverything(search),
    isProbe: looksForHole(door, url, beginning),
    isSignUp: false,
    bodyDigest: door === "rest" && !isRead && body !== undefined && body.length > 0 ? digestOf(body) : null,
    durationMs: performance.now() - answered.startedAt,
    bytesOut,
  };
}

/** Who may send SQL needs no hole. */
const looksForHole = (door: Door, url: string, beginning: string) =>
  (door === "rest" || door === "rpc") && (isProbe(url) || (beginning !== "" && isProbe(beginning)));

const nameMax = 63;
const restPrefix = /^\/(?:api\/rest|rest\/v1)\/?/;
const bulkName = /^\/api\/tables\/([^/]+)/;

function placeOf(door: Answered["door"], path: string): { readonly door: Door; readonly target: string } {
  if (door === "bulk") return { door, target: (bulkName.exec(path)?.[1] ?? "").slice(0, nameMax) };
  if (door !== "rest") return { door, target: "" };
  const name = path.replace(restPrefix, "");
  return name.startsWith("rpc/") ? { door: "rpc", target: name.slice(4, 4 + nameMax) } : { door, target: name.slice(0, nameMax) };
}

/** The same body is told again by its beginning and its length: a large one costs no more than that. */
const digestedBytes = 65_536;

function digestOf(body: Buffer): string {
  const part = body.length > digestedBytes ? body.subarray(0, digestedBytes) : body;
  return `${hash("sha256", part, "base64url").slice(0, 16)}.${body.length.toString(36)}`;
}

import type { Observation } from "../src/detections/index.ts";

/** A read that went well, changed as a test wants it. */
export const observation = (changed: Partial<Observation> = {}): Observation => ({
  at: Date.UTC(2026, 2, 4, 10),
  projectId: "prj_one",
  keyId: "key_one",
  keyKind: "publishable",
  address: "address-1",
  network: "network-1",
  door: "rest",
  method: "GET",
  target: "todos",
  status: 200,
  code: null,
  rowsWritten: 0,
  isDdl: false,
  isExport: false,
  isProbe: false,
  isSignUp: false,
  bodyDigest: null,
  durationMs: 2,
  bytesOut: 500,
  ...changed,
});

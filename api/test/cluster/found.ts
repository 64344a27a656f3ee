import type { Installation } from "../../src/platform/db/installation.ts";

/** What the test files need to know of the server that was started for them. */
export interface Cluster {
  readonly url: string;
  readonly masterKey: string;
  readonly installation: Installation;
}

export const clusterVariable = "NEXTMAVENS_TEST_CLUSTER";

export function foundCluster(): Cluster {
  const text = process.env[clusterVariable];
  if (!text) throw new Error("no test cluster: run tests by `npm test`");
  return JSON.parse(text) as Cluster;
}

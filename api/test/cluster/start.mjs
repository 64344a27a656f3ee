/** Before all tests. Plain JavaScript, so that jest leaves the rest to Node's own type stripping. */
export default async () => {
  const { startCluster } = await import("./cluster.ts");
  globalThis.testCluster = await startCluster();
};

/** After all tests. */
export default () => globalThis.testCluster?.stop();

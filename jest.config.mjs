/** Real PostgreSQL for every test: one throw-away server for the run, a migrated database cloned per file. */
export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/{admin,api,sdk,ops}/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/.data"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2024", parser: { syntax: "typescript" } }, module: { type: "es6" }, sourceMaps: "inline" },
    ],
  },
  transformIgnorePatterns: ["/node_modules/"],
  globalSetup: "<rootDir>/api/test/cluster/start.mjs",
  globalTeardown: "<rootDir>/api/test/cluster/stop.mjs",
  testTimeout: 60_000,
  maxWorkers: 2,
};

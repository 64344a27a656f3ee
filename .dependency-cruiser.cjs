// Which way imports may point, told by named rules. `npm run check` runs them; ops/layering.test.ts shows that they bite.
const feature = "^api/src/(?!platform/|http/|entry/)([^/]+)/";
const tests = "\\.test\\.ts$|^(api|admin|sdk|ops/[^/]+)/test/";

/** Each outside system is reached through a few files, and by nobody else. */
const oneDoor = (name, to, from, comment) => ({
  name: `one-door-to-${name}`,
  comment,
  severity: "error",
  from: { pathNot: [...from, tests] },
  to: { path: `(^|/)node_modules/${to}/` },
});

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Two files that need each other are one idea in two files, or two ideas with the line drawn in the wrong place.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "nothing-unresolved",
      comment: "An import that leads nowhere fails at run time, since nothing is built beforehand.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "platform-knows-no-feature",
      comment: "Platform files are tools without an opinion about the business.",
      severity: "error",
      from: { path: "^api/src/platform/", pathNot: tests },
      to: { path: ["^api/src/(?!platform/)", "^(admin|ops|sdk)/"] },
    },
    {
      name: "nobody-knows-the-entry",
      comment:
        "The entry puts the parts together; parts do not reach for the whole. The task that prints the document may ask what is in it, the demo may start it, and the import and break-glass open its parts.",
      severity: "error",
      from: { pathNot: ["^api/src/entry/", "^ops/tasks/generate\\.ts$", "^ops/(demo|import|break-glass)/", tests] },
      to: { path: "^api/src/entry/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "features-know-no-http",
      comment: "What happens to every request is the front door's concern.",
      severity: "error",
      from: { path: feature, pathNot: tests },
      to: { path: "^api/src/(http|entry)/" },
    },
    {
      name: "rules-are-pure",
      comment: "A decision needs no database to be tested: rules import rules, platform words, and types.",
      severity: "error",
      from: { path: `${feature}rules\\.ts$` },
      to: {
        pathNot: ["^api/src/[^/]+/(rules|index)\\.ts$", "^api/src/platform/(token|page|permission|second-person)\\.ts$"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "queries-only-touch-the-database",
      comment: "One function per statement; what is decided or done stands elsewhere.",
      severity: "error",
      from: { path: `${feature}[a-z-]*queries\\.ts$` },
      to: { path: "^(api|admin|sdk)/", pathNot: "^api/src/platform/|/[a-z-]*(contract|rules)\\.ts$|/[a-z-]*queries\\.ts$|/index\\.ts$" },
    },
    {
      name: "actions-know-no-transport",
      comment: "Console, API and jobs call the same actions, so an action can't know who called.",
      severity: "error",
      from: { path: `${feature}[a-z-]*actions\\.ts$` },
      to: { path: "/(http|jobs)\\.ts$|node_modules/express/" },
    },
    {
      name: "transports-never-query",
      comment: "A door that queries by itself is a second way around the rules.",
      severity: "error",
      from: { path: `${feature}(http|jobs)\\.ts$` },
      to: { path: "/[a-z-]*queries\\.ts$" },
    },
    {
      name: "features-meet-at-the-front-door",
      comment: "What a feature offers to others stands in its index.ts.",
      severity: "error",
      from: { path: feature, pathNot: tests },
      to: { path: feature, pathNot: ["^api/src/$1/", "^api/src/[^/]+/index\\.ts$"] },
    },
    {
      name: "the-house-uses-the-front-door",
      comment: "So do the parts around the features.",
      severity: "error",
      from: { path: "^api/src/(http|entry)/", pathNot: tests },
      to: { path: feature, pathNot: "^api/src/[^/]+/index\\.ts$" },
    },
    {
      name: "outsiders-use-the-front-door",
      comment: "Console and tasks know the platform's tools and the features' indexes; tasks may also start what the entry starts.",
      severity: "error",
      from: { path: "^(admin|ops)/", pathNot: tests },
      to: { path: "^api/", pathNot: "^api/src/(?:platform/|entry/|http/document\\.ts|[^/]+/index\\.ts$)" },
    },
    {
      name: "sdk-stands-alone",
      comment: "It is published by itself.",
      severity: "error",
      from: { path: "^sdk/src/" },
      to: { path: "^(api|admin|ops)/" },
    },
    {
      name: "nothing-of-tests-in-the-product",
      comment: "Helpers of tests may do what the product must not.",
      severity: "error",
      from: { path: "^(api|admin|sdk)/src/|^ops/", pathNot: tests },
      to: { path: tests },
    },
    oneDoor(
      "postgres",
      "pg",
      [
        "^api/src/platform/db/",
        "^api/src/platform/(bus|throttle|jobs)\\.ts$",
        "^api/src/platform/embedded/",
        "^api/src/entry/parts\\.ts$",
        "^admin/src/",
        "^ops/",
      ],
      "Statements go through Store and Session, which set who is asking.",
    ),
    oneDoor(
      "express",
      "(@types/)?express",
      ["^api/src/(http|docs|entry)/", "^admin/src/", "^ops/bench/floor\\.ts$"],
      "Features do not know how they are reached.",
    ),
    oneDoor("resend", "resend", ["^api/src/platform/mail\\.ts$"], "Mail leaves by one file, with its timeout."),
    oneDoor("telegraf", "telegraf", ["^api/src/platform/staff-channel\\.ts$"], "The bot's token is washed out of what leaves this file."),
    oneDoor(
      "graphile-worker",
      "graphile-worker",
      ["^api/src/platform/jobs\\.ts$", "^api/src/entry/run\\.ts$", "^ops/"],
      "Jobs are enqueued and performed by platform/jobs.ts.",
    ),
    oneDoor("redis", "ioredis", ["^api/src/platform/redis\\.ts$"], "Redis may be away: one file sees to it that nothing waits for it."),
    oneDoor("prom-client", "prom-client", ["^api/src/metrics/"], "What is counted, and under which labels, is decided in one place."),
    oneDoor("adminjs", "(@adminjs|adminjs)", ["^admin/"], "The console's library is the console's concern."),
    oneDoor("argon2", "@node-rs/argon2", ["^api/src/platform/password\\.ts$"], "Passwords are hashed with one cost."),
    oneDoor(
      "bcrypt",
      "@node-rs/bcrypt",
      ["^api/src/platform/password\\.ts$"],
      "Only hashes from elsewhere are compared by it; none is made.",
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(admin/bundle|sdk/dist)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};

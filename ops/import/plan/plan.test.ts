import { describe, expect, test } from "@jest/globals";
import { Ledger } from "../ledger.ts";
import { type Options, readOptions } from "../options.ts";
import { columnsOf, type RowOf, type TableName } from "../source.ts";
import { auditItemOf, type ImportedKind, type Known, makePlan, type Rows } from "./index.ts";

const now = "2026-11-22T12:00:00.000Z";
const past = "2026-01-01T00:00:00.000Z";
const longPast = "2025-01-01T00:00:00.000Z";
const future = "2027-01-01T00:00:00.000Z";
const hash = (n: number) => String(n).padStart(64, "a");

const known = (more: Partial<Known> = {}): Known => ({
  imported: new Map(),
  emails: new Set(),
  projectNames: new Set(),
  deleted: new Set(),
  plans: new Set(["free", "pro"]),
  flags: new Set(),
  suspended: new Set(),
  quotas: new Set(),
  digests: new Set(),
  now,
  ...more,
});
const had = (kind: ImportedKind, ...ids: string[]) => [kind, new Map(ids.map((id) => [id, `new ${id}`]))] as const;

/** A row with nothing in it but this. */
const row = <Name extends TableName>(table: Name, values: Partial<RowOf<Name>>): RowOf<Name> =>
  ({ ...Object.fromEntries(Object.keys(columnsOf(table)).map((key) => [key, null])), ...values }) as unknown as RowOf<Name>;

type Given = { readonly [Name in Exclude<TableName, "audit_logs">]?: readonly Partial<RowOf<Name>>[] };
const tables: readonly (keyof Given)[] = [
  "developers",
  "projects",
  "tenants",
  "api_keys",
  "project_quotas",
  "suspensions",
  "manual_overrides",
  "feature_flags",
];

function plan(given: Given, here: Partial<Known> = {}, ...args: string[]) {
  const asked = readOptions(["--from", "postgresql://there/db", ...args]) as { readonly options: Options };
  const rows = Object.fromEntries(
    tables.map((table) => [table, (given[table] ?? []).map((values) => row(table, values as Partial<RowOf<typeof table>>))]),
  );
  const schemas = new Set((given.tenants ?? []).flatMap(({ schema }) => (schema && !schema.startsWith("missing") ? [schema] : [])));
  const ledger = new Ledger();
  const made = makePlan({ ...rows, schemas } as unknown as Rows, known(here), asked.options, ledger);
  const told = (kind: string) =>
    ledger.findings.filter((each) => each.kind === kind).map(({ table, id, what }) => `${table} ${id}: ${what}`);
  return { ...made, ledger, refused: told("refused"), changed: told("changed") };
}

const ada = { id: "d1", email: "ada@example.com", passwordHash: "$2b$04$yC2l1Wb3f9TjPq0rJ3nXbezhx6V7x1m0lq1n2o3p4q5r6s7t8u9va" };
const shop = { id: "p1", developerId: "d1", name: "shop" };

describe("developers", () => {
  test("come with what they were, and defaults for what there is not", () => {
    const { developers } = plan({ developers: [{ ...ada, isVerified: true, plan: "PRO", createdAt: past }] });
    expect(developers).toEqual([
      {
        oldId: "d1",
        account: {
          email: "ada@example.com",
          name: "ada",
          plan: "pro",
          emailVerifiedAt: past,
          createdAt: past,
          passwordHash: ada.passwordHash,
        },
      },
    ]);
  });

  test("share no address: the oldest keeps it, also against those who are here", () => {
    const rows = [
      { ...ada, id: "d2", email: "ADA@example.com", createdAt: now },
      { ...ada, createdAt: past },
      { ...ada, id: "d3", email: " ada@example.com ", createdAt: future },
    ];
    expect(plan({ developers: rows }).developers.map(({ account }) => account.email)).toEqual([
      "ada@example.com",
      "ADA+2@example.com",
      "ada+3@example.com",
    ]);
    expect(plan({ developers: [ada] }, { emails: new Set(["ada@example.com", "ada+2@example.com"]) }).developers[0]?.account.email).toBe(
      "ada+3@example.com",
    );
  });

  test("with an address as long as one may be are renamed within that", () => {
    const email = `${"a".repeat(64)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(59)}.example`;
    expect(plan({ developers: [{ ...ada, email }] }, { emails: new Set([email]) }).developers[0]?.account.email.length).toBeLessThanOrEqual(
      254,
    );
  });

  test.each([
    [{ ...ada, email: null }, "it has no e-mail address"],
    [{ ...ada, email: "ada@" }, '"ada@" is no e-mail address'],
    [{ ...ada, deletedAt: past }, "it is deleted there"],
    [{ ...ada, id: null }, "it has no id"],
  ])("stay behind: %#", (values, why) => {
    const { developers, refused } = plan({ developers: [values] });
    expect(developers).toEqual([]);
    expect(refused).toEqual([`developers ${values.id ?? "(none)"}: ${why}`]);
  });
});

describe("projects", () => {
  test("have names of their own for each developer, and come only with their developer", () => {
    const rows = [
      shop,
      { ...shop, id: "p2", name: "SHOP" },
      { ...shop, id: "p3", developerId: "d2" },
      { ...shop, id: "p4", developerId: "nobody" },
    ];
    const { projects, refused } = plan({ developers: [ada, { ...ada, id: "d2", email: "bob@example.com" }], projects: rows });
    expect(projects.map(({ project }) => project?.name)).toEqual(["shop", "SHOP (2)", "shop"]);
    expect(refused).toEqual(["projects p4: its developer nobody is not there, or is not taken"]);
  });

  test("come with a developer whom an earlier run took, beside what is here", () => {
    const here = { imported: new Map([had("developer", "d1")]), projectNames: new Set(["new d1 shop"]) };
    const { projects } = plan({ developers: [ada], projects: [shop] }, here);
    expect(projects[0]?.project).toMatchObject({ name: "shop (2)", developerOldId: "d1" });
  });
});

test("nothing comes after a project that was deleted here", () => {
  const here = { imported: new Map([had("developer", "d1"), had("project", "p1")]), deleted: new Set(["new p1"]) };
  const { projects, refused, ledger } = plan(
    {
      developers: [ada],
      projects: [{ ...shop, status: "suspended" }],
      api_keys: [{ id: "k1", projectId: "p1", digest: hash(1), prefix: "nmk_x" }],
    },
    here,
  );
  expect(projects).toEqual([]);
  expect(ledger.counts.projects).toMatchObject({ already: 1, taken: 0 });
  expect(refused).toEqual(["api_keys k1: its project p1 is not there, or is not taken"]);
});

const withShop = { developers: [ada], projects: [shop] };
const key = { id: "k1", projectId: "p1", digest: hash(1), prefix: "nmk_live_7f3a" };

describe("API keys", () => {
  const keysOf = (given: Given, ...args: string[]) => plan({ ...withShop, ...given }, {}, ...args);

  test("keep their hash, and what they may", () => {
    const { projects } = keysOf({ api_keys: [{ ...key, type: "anon", scopes: ["read", "sql"], expiresAt: future }] });
    expect(projects[0]?.keys[0]?.key).toEqual({
      name: "imported",
      prefix: "nmk_live_7f3a",
      legacyPrefix: "nmk_live_",
      kind: "publishable",
      scopes: ["data:read"],
      digest: Buffer.from(hash(1), "hex"),
      createdAt: now,
      expiresAt: future,
      lastUsedAt: null,
      revokedAt: null,
    });
  });

  test.each<[string, string[], (string | null)[], (string | undefined)[]]>([
    ["up to the last underscore", [], ["nmk_live_7f3a", "nmk_test_11…"], ["nmk_live_", "nmk_test_"]],
    ["as far as it is shown, where it is shown without one", [], ["a1b2c3d4"], ["a1b2c3d4"]],
    [
      "as was declared",
      ["--key-prefix", "nmk_", "--key-prefix", "nmk_live_"],
      ["nmk_live_7f", "nmk_test_7f", null],
      ["nmk_live_", "nmk_", "nmk_"],
    ],
    ["anyhow, where that was declared", ["--key-prefix", ""], [null], [""]],
    ["anyhow, where there are too many ways", [], Array.from({ length: 21 }, (_, n) => `${n}_x`), Array.from({ length: 21 }, () => "")],
    ["nobody knows how", [], [null], [undefined]],
  ])("begin %s", (_, args, prefixes, wanted) => {
    const { projects } = keysOf(
      { api_keys: prefixes.map((prefix, n) => ({ ...key, id: `k${String(n).padStart(2, "0")}`, digest: hash(n), prefix })) },
      ...args,
    );
    expect(
      prefixes.map((_, n) => projects[0]?.keys.find(({ oldId }) => oldId === `k${String(n).padStart(2, "0")}`)?.key.legacyPrefix),
    ).toEqual(wanted);
  });

  test("become what --key-kind and --map say, where their table does not", () => {
    expect(keysOf({ api_keys: [key] }, "--key-kind", "publishable").projects[0]?.keys[0]?.key).toMatchObject({
      kind: "publishable",
      scopes: ["data:read", "data:write"],
    });
    expect(keysOf({ api_keys: [key] }).projects[0]?.keys[0]?.key).toMatchObject({
      kind: "secret",
      scopes: ["data:read", "data:write", "sql"],
    });
  });

  test("that are switched off or doubled do not serve", () => {
    const { projects, refused } = keysOf({
      api_keys: [
        { ...key, isActive: false },
        { ...key, id: "k2" },
        { ...key, id: "k1" },
      ],
    });
    expect(projects[0]?.keys.map(({ key: each }) => each.revokedAt)).toEqual([now]);
    expect(refused).toEqual(["api_keys k1: another row has this id", "api_keys k2: another key has the same hash"]);
  });
});

describe("limits", () => {
  const quota = { id: "q1", projectId: "p1", metric: "requests_per_day", limit: 10 };
  const override = { id: "o1", projectId: "p1", metric: "requests_per_day", limit: 20, startsAt: past };
  const limitsOf = (given: Given, here: Partial<Known> = {}) => {
    const { projects, refused, changed } = plan({ ...withShop, ...given }, here);
    return { quotas: projects[0]?.quotas.map(({ oldId, limit }) => [oldId, limit]), overrides: projects[0]?.overrides, refused, changed };
  };

  test("of one metric are one: the newest", () => {
    const rows = [
      { ...quota, createdAt: now },
      { ...quota, id: "q2", createdAt: past, limit: 5 },
    ];
    expect(limitsOf({ project_quotas: rows })).toMatchObject({
      quotas: [["q1", 10]],
      refused: ["project_quotas q2: the project has a newer limit for this metric"],
    });
  });

  test("without an end go before quotas, and become one", () => {
    const given = { project_quotas: [quota], manual_overrides: [override, { ...override, id: "o2", startsAt: now, limit: 30 }] };
    expect(limitsOf(given)).toMatchObject({
      quotas: [["o2", 30]],
      overrides: [],
      refused: [
        "manual_overrides o1: the project has a newer override without an end for this metric",
        "project_quotas q1: an override without an end goes before it",
      ],
    });
  });

  test("that staff set here meanwhile stay", () => {
    const here = { imported: new Map([had("developer", "d1"), had("project", "p1")]), quotas: new Set(["new p1 requests_per_day"]) };
    expect(limitsOf({ project_quotas: [quota] }, here).refused).toEqual([
      "project_quotas q1: the project has a limit for this metric here already",
    ]);
  });

  test("for a time keep their times; what is over is taken as over", () => {
    const rows = [
      { ...override, endsAt: future, by: "staff-1" },
      { ...override, id: "o2", startsAt: longPast, endsAt: past },
      { ...override, id: "o3", endsAt: future, isActive: false },
      { ...override, id: "o4", startsAt: longPast, endedAt: past },
    ];
    expect(limitsOf({ manual_overrides: rows }).overrides).toEqual([
      expect.objectContaining({ oldId: "o2", startsAt: longPast, endsAt: past, endedAt: past }),
      expect.objectContaining({ oldId: "o4", startsAt: longPast, endsAt: past, endedAt: past }),
      expect.objectContaining({ oldId: "o1", startsAt: past, endsAt: future, endedAt: null, createdBy: "import:staff-1" }),
      expect.objectContaining({ oldId: "o3", endedAt: now }),
    ]);
  });

  test.each([
    [{ metric: "cpu" }, "cpu is no metric known here: say by --map which it is"],
    [{ limit: -1 }, "-1 is no limit: a whole number from 0 on"],
    [{ limit: 1.5 }, "1.5 is no limit: a whole number from 0 on"],
    [{ limit: Number.NaN }, "NaN is no limit: a whole number from 0 on"],
    [{ limit: null }, "null is no limit: a whole number from 0 on"],
    [{ limit: 1e300 }, "1e+300 is no limit: a whole number from 0 on"],
    [{ projectId: "p9" }, "its project p9 is not there, or is not taken"],
  ])("that are none stay behind: %j", (values, why) => {
    expect(limitsOf({ project_quotas: [{ ...quota, ...values }] }).refused).toEqual([`project_quotas q1: ${why}`]);
  });
});

describe("suspensions", () => {
  const suspension = { id: "s1", projectId: "p1", reason: "spam", startsAt: past };
  const of = (rows: readonly Partial<RowOf<"suspensions">>[], here: Partial<Known> = {}, status: string | null = null) =>
    plan({ developers: [ada], projects: [{ ...shop, status }], suspensions: rows }, here);
  const kept = ({ projects }: ReturnType<typeof of>) => projects[0]?.suspensions.map(({ oldId, liftedAt }) => [oldId, liftedAt]);

  test("that overlap leave the one that lasts longest", () => {
    const rows = [suspension, { ...suspension, id: "s2", endsAt: future }, { ...suspension, id: "s3", startsAt: now }];
    const made = of(rows);
    expect(kept(made)).toEqual([["s1", null]]);
    expect(made.refused).toEqual([
      "suspensions s2: it overlaps s1, which lasts longer",
      "suspensions s3: it overlaps s1, which lasts longer",
    ]);
  });

  test("that are over are taken as lifted, by time or by somebody", () => {
    const rows = [
      { ...suspension, startsAt: longPast, endsAt: past },
      { ...suspension, id: "s2", liftedAt: now },
      { ...suspension, id: "s3", isActive: false },
    ];
    expect(kept(of(rows))).toEqual([
      ["s1", past],
      ["s2", now],
      ["s3", now],
    ]);
  });

  test("are not begun anew by a second run, though staff lifted what the first one took", () => {
    const here = { imported: new Map([had("developer", "d1"), had("project", "p1"), had("suspension", "s1")]) };
    const made = of([suspension, { ...suspension, id: "s2", endsAt: future }], here, "suspended");
    expect(made.projects).toEqual([]);
  });

  test("are made up for a project that is called suspended and has none, once", () => {
    expect(kept(of([], {}, "suspended"))).toEqual([["project:p1", null]]);
    const here = { imported: new Map([had("developer", "d1"), had("project", "p1"), had("suspension", "project:p1")]) };
    expect(of([], here, "suspended").projects).toEqual([]);
  });
});

describe("schemas", () => {
  test.each([
    ["public", "the schema public can be no project's own"],
    ["pg_catalog", "the schema pg_catalog can be no project's own"],
    ["extensions", "the schema extensions can be no project's own"],
    ["missing", "there is no schema missing there"],
  ])("that are no project's stay behind: %s", (schema, why) => {
    expect(plan({ ...withShop, tenants: [{ projectId: "p1", schema }] }).refused).toEqual([`tenants ${schema}: ${why}`]);
  });

  test("serve one project each", () => {
    const rows = [
      { projectId: "p1", schema: "a" },
      { projectId: "p1", schema: "b" },
    ];
    const { projects, refused } = plan({ ...withShop, tenants: rows });
    expect(projects[0]?.tenant?.schema).toBe("a");
    expect(refused).toEqual(["tenants b: the project p1 has another schema already"]);
  });
});

describe("flags", () => {
  const definitionOf = (values: Partial<RowOf<"feature_flags">>) => plan({ feature_flags: [{ key: "f", ...values }] }).flags[0]?.definition;

  test("are on or off, for all or for a share", () => {
    const on = { state: "ENABLED", variants: { on: true, off: false } };
    expect(definitionOf({ isEnabled: true })).toEqual({ ...on, defaultVariant: "on" });
    expect(definitionOf({ isEnabled: false, percentage: 50 })).toEqual({ ...on, defaultVariant: "off" });
    expect(definitionOf({ isEnabled: true, percentage: 25 })).toEqual({
      ...on,
      defaultVariant: "off",
      targeting: {
        fractional: [
          ["on", 25],
          ["off", 75],
        ],
      },
    });
  });
});

test("--only leaves the rest alone, and takes what an earlier run took as there", () => {
  const here = { imported: new Map([had("developer", "d1"), had("project", "p1")]) };
  const { developers, projects, ledger } = plan({ ...withShop, api_keys: [key] }, here, "--only", "api_keys");
  expect(developers).toEqual([]);
  expect(projects).toMatchObject([{ oldId: "p1", project: undefined, keys: [{ oldId: "k1" }] }]);
  expect(ledger.counts.developers.found).toBe(0);
});

test("an old audit entry comes whole, without what looks like a secret, and with zero bytes replaced", () => {
  const whole = { id: 1, details: { password: "x", apiKey: "y", key_id: 7, list: [{ refresh_token: "z", note: "a\u0000b" }] } };
  const item = auditItemOf(
    { ...row("audit_logs", { id: "1", projectId: "p1", at: "no time" }), whole },
    known({ imported: new Map([had("project", "p1")]) }),
  );
  expect(item).toMatchObject({
    projectId: "new p1",
    at: null,
    entry: {
      id: 1,
      details: { password: "[masked]", apiKey: "[masked]", key_id: 7, list: [{ refresh_token: "[masked]", note: "a\ufffdb" }] },
    },
  });
});

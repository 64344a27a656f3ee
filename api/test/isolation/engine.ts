import { expect } from "@jest/globals";
import { ask, type Json } from "../ask.ts";
import type { Tried } from "./report.ts";
import type { Scene } from "./scene.ts";

/** One attack; gives how many ways of it were tried, and throws where one did harm. */
export interface Attack extends Omit<Tried, "tried"> {
  readonly attempt: (scene: Scene) => Promise<number>;
}

const used = async ({ world, attacker }: Scene, metric: string): Promise<number> => {
  await new Promise((resolve) => setTimeout(resolve, 600));
  const { body } = await ask(world, `GET /api/projects/${attacker.projectId}/quotas`, { token: attacker.developer.token });
  return body.items.find((item: Json) => item.metric === metric).used;
};

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A request whose code wants these headers, and this status. */
const wishing = (scene: Scene, headers: readonly Readonly<Record<string, string>>[], status = "200") =>
  scene.rest("POST rpc/attack", {
    body: {},
    headers: {
      origin: "https://evil.example",
      "x-attack": `select set_config('response.headers', ${quote(JSON.stringify(headers))}, true) || set_config('response.status', '${status}', true)`,
    },
  });

const raising = (scene: Scene, detail: object) =>
  scene.rest("POST rpc/attack", {
    body: {},
    headers: {
      "x-attack": `do $r$ begin raise sqlstate 'PGRST' using message = '{"code":"1","message":"m"}', detail = ${quote(JSON.stringify(detail))}; end $r$`,
    },
  });

const originWide = [
  "set-cookie",
  "access-control-allow-credentials",
  "clear-site-data",
  "strict-transport-security",
  "www-authenticate",
  "service-worker-allowed",
  "x-accel-redirect",
  "x-sendfile",
  "surrogate-control",
  "content-security-policy-report-only",
  "reporting-endpoints",
];

export const engineAttacks: readonly Attack[] = [
  {
    row: "E1",
    what: "headers that reach beyond the answer, by response.headers and RAISE",
    doors: "rpc",
    verdict: "blocked",
    async attempt(scene) {
      const both = [
        await wishing(
          scene,
          originWide.map((name) => ({ [name]: "evil" })),
        ),
        await raising(scene, { status: 200, headers: Object.fromEntries(originWide.map((name) => [name, "evil"])) }),
      ];
      for (const { headers } of both) expect([...headers].filter(([, value]) => value.includes("evil"))).toEqual([]);
      return 2 * originWide.length;
    },
  },
  {
    row: "E2",
    what: "a page of one's own on the platform's origin",
    doors: "rpc",
    verdict: "blocked",
    async attempt(scene) {
      const both = [
        await wishing(scene, [{ "Content-Type": "text/html" }]),
        await raising(scene, { status: 200, headers: { "Content-Type": "text/html" } }),
      ];
      for (const { headers } of both) {
        expect(["content-type", "content-security-policy", "x-content-type-options"].map((name) => headers.get(name))).toEqual([
          "text/html",
          "sandbox",
          "nosniff",
        ]);
      }
      return 2;
    },
  },
  {
    row: "E3",
    what: "answers that caches give to other projects",
    doors: "rpc, REST, SQL",
    verdict: "blocked",
    async attempt(scene) {
      const all = [
        await wishing(scene, [{ "cache-control": "public, max-age=999999" }]),
        await scene.rest("GET plain"),
        await scene.sql("select 1"),
      ];
      for (const { headers } of all) expect(headers.get("vary")).toContain("apikey, authorization");
      return all.length;
    },
  },
  {
    row: "E4",
    what: "answers that break what comes after them: bodies of 204, headers without end",
    doors: "rpc",
    verdict: "blocked",
    async attempt(scene) {
      for (const { status, headers, body } of [await wishing(scene, [], "204"), await raising(scene, { status: 204, headers: {} })]) {
        expect([status, headers.get("content-length"), body]).toEqual([204, null, ""]);
      }
      const saying = (statement: string) => scene.call("act", {}, { headers: { "x-attack": statement } });
      const tooLong = `'[{"x-long":"' || repeat('x', 100000) || '"}]'`;
      expect((await saying(`select set_config('response.headers', ${tooLong}, true)`)).body.code).toBe("PGRST111");
      const detail = `'{"status":200,"headers":{"x-long":"' || repeat('x', 100000) || '"}}'`;
      const raised = `do $r$ begin raise sqlstate 'PGRST' using message = '{"code":"1","message":"m"}', detail = ${detail}; end $r$`;
      expect((await saying(raised)).body.code).toBe("PGRST121");
      return 4;
    },
  },
  {
    row: "E5",
    what: "requests that cost nothing, for they look like our failures",
    doors: "rpc",
    verdict: "blocked",
    async attempt(scene) {
      const before = await used(scene, "requests_per_day");
      for (const status of ["500", "503", "599"]) expect((await wishing(scene, [], status)).status).toBe(Number(status));
      expect((await raising(scene, { status: 503, headers: {} })).status).toBe(503);
      expect((await used(scene, "requests_per_day")) - before).toBe(4);
      return 4;
    },
  },
  {
    row: "E6",
    what: "a plan, with a publishable key",
    doors: "REST",
    verdict: "blocked",
    async attempt({ rest }) {
      const types = ["application/vnd.pgrst.plan+json", "application/vnd.pgrst.plan+json;options=analyze|verbose"];
      // Prepared for the other role first: no statement of one is given to the other.
      for (const accept of types) await rest("GET plain", { key: "secret", headers: { accept } });
      for (const accept of types) expect((await rest("GET plain", { headers: { accept } })).body.code).toBe("PGRST107");
      return types.length;
    },
  },
  {
    row: "E7",
    what: "a statement made for one role, asked for by the other",
    doors: "REST",
    verdict: "blocked",
    async attempt({ sql, rest }) {
      await sql(
        "create table own (id int); insert into own values (1); alter table own enable row level security; grant select on own to anon, service_role",
      );
      for (const path of ["own", "own?id=eq.1", "own?select=id&order=id"]) {
        expect((await rest(`GET ${path}`, { key: "secret" })).body).toEqual([{ id: 1 }]);
        for (let i = 0; i < 5; i += 1) expect((await rest(`GET ${path}`)).body).toEqual([]);
        expect((await rest(`GET ${path}`, { key: "secret" })).body).toEqual([{ id: 1 }]);
      }
      return 3;
    },
  },
  {
    row: "E8",
    what: "one tenant's catalog, asked for by another of the same names",
    doors: "REST",
    verdict: "blocked",
    async attempt({ rest, victim }) {
      expect((await rest("GET secrets")).body.code).toBe("PGRST205");
      const { status, body } = await rest("GET plain", { by: victim });
      expect([status, body.code, JSON.stringify(body).includes("triggered")]).toEqual([404, "PGRST205", false]);
      const hint = await rest("GET secret", { by: victim, key: "secret" });
      expect(JSON.stringify(hint.body)).not.toContain("plain");
      return 3;
    },
  },
  {
    row: "E9",
    what: "names that are SQL, quotes, rules of views, or nothing that can be a name",
    doors: "SQL, REST",
    verdict: "blocked",
    async attempt({ sql, rest }) {
      const names = [
        '"',
        "'",
        "\\",
        '"; drop table plain; --',
        "{",
        "}",
        ":targetList (",
        " :resorigtbl 1 :resorigcol 1 ",
        "__proto__",
        "constructor",
        "a.b",
        "%00",
        "é\u202e",
      ];
      for (const name of names) {
        const quoted = `"${name.replaceAll('"', '""')}"`;
        const made =
          await sql(`create table ${quoted} (${quoted} int primary key, other int); create view ${quoted.replace(/^"/, '"v')} as select ${quoted}, other as "}:resno" from ${quoted};
          insert into ${quoted} values (1, 2); grant all on ${quoted}, ${quoted.replace(/^"/, '"v')} to anon`);
        expect([name, made.status]).toEqual([name, 200]);
        const inUrl = encodeURIComponent(name);
        const inSelect = encodeURIComponent(`"${name.replaceAll(/["\\]/g, "\\$&")}"`);
        for (const table of [inUrl, `v${inUrl}`]) {
          const { status, body } = await rest(`GET ${table}?select=${inSelect}&${inSelect}=eq.1&order=${inSelect}`);
          expect([name, status, Object.entries(body[0] ?? body)]).toEqual([name, 200, [[name, 1]]]);
        }
      }
      for (const path of [
        "plain?select=id%00",
        "plain%00",
        "plain?id%00=eq.1",
        "plain?id=eq.%00",
        "rpc/attack%00",
        "plain?order=%00",
        "plain?select=%ff",
      ]) {
        expect((await rest(`GET ${path}`)).status).toBeLessThan(500);
      }
      expect((await sql("select count(*)::int as n from plain")).body.rows).toEqual([{ n: 1 }]);
      return 2 * names.length + 7;
    },
  },
  {
    row: "E10",
    what: "embedding without end: wide, deep, and multiplied",
    doors: "REST",
    verdict: "blocked",
    async attempt({ rest }) {
      const answers = [
        await rest(`GET plain?select=${Array.from({ length: 500 }, (_, i) => `a${i}:friends(id)`).join()}`),
        await rest(`GET plain?select=${"friends(".repeat(21)}id${")".repeat(21)}`),
        await rest(`GET plain?select=${"friends(".repeat(500)}`),
        await rest(`GET plain?or=(${"and(".repeat(500)}`),
      ];
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [400, "PGRST100"]));
      return answers.length;
    },
  },
  {
    row: "E11",
    what: "JSON bombs: deep, wide, long numbers, half a text",
    doors: "REST",
    verdict: "blocked",
    async attempt({ rest }) {
      const bodies = [
        `${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`,
        `{"id":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
        `{"id":1e${"9".repeat(1_000)}}`,
        `{"id":"\\u0000"}`,
        `{"id":"\\ud800"}`,
        `[{"id":1},{"id":2,"text":"x"}]`,
        JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, i]))),
      ];
      for (const body of bodies) {
        const { status } = await rest("POST plain", { body, headers: { "content-type": "application/json" } });
        expect([body.slice(0, 20), status >= 400 && status < 500]).toEqual([body.slice(0, 20), true]);
      }
      return bodies.length;
    },
  },
  {
    row: "E12",
    what: "time zones and preferences that are SQL",
    doors: "REST",
    verdict: "blocked",
    async attempt({ rest }) {
      const wishes = [
        "timezone='; drop table plain; --",
        "timezone=UTC\\",
        "count=exact; drop table plain",
        "max-affected=1;drop",
        "tx=commit; commit",
      ];
      for (const prefer of wishes) expect((await rest("GET plain", { headers: { prefer } })).status).toBe(200);
      for (const prefer of wishes)
        expect((await rest("GET plain", { headers: { prefer: `handling=strict, ${prefer}` } })).body.code).toBe("PGRST122");
      return 2 * wishes.length;
    },
  },
  {
    row: "E13",
    what: "a schema told in more letters than can be held: comments of 30 MB",
    doors: "SQL, REST",
    verdict: "blocked",
    async attempt({ sql, rest }) {
      const comment = (letters: number) =>
        sql(`do $$ begin execute format('comment on table plain is %L', repeat('x', ${letters})); end $$`);
      expect((await comment(30_000_000)).status).toBe(200);
      expect((await rest("GET plain?select=id")).body).toEqual([{ id: 1 }]);
      expect((await comment(1)).status).toBe(200);
      return 1;
    },
  },
  {
    row: "E14",
    what: "rows that nobody counts: statements of ours deallocated, replaced, or looking at tables of one's own",
    doors: "rpc",
    verdict: "blocked",
    async attempt(scene) {
      await scene.sql(`
        create table heap (id int);
        create function heap_up(hide text) returns text language plpgsql security definer set search_path = public as $$ begin
          execute hide;
          insert into heap select from generate_series(1, 100);
          return 'done';
        end $$;
        grant execute on function heap_up to anon`);
      const before = await used(scene, "rows_written_per_day");
      const passing = [
        "deallocate all",
        "do $d$ begin deallocate all; prepare nm_tally(text) as select 0, null, null; prepare nm_enter as select 1; end $d$",
        "create temporary table pg_class (oid oid, relkind char, relpersistence char, relnamespace oid) on commit drop",
        "create temporary table pg_namespace (oid oid) on commit drop",
      ];
      // Twice, for what the first leaves on a session meets the second.
      for (const hide of [...passing, ...passing.slice(0, 2)]) {
        const { status, body } = await scene.call("heap_up", { hide });
        expect([hide, status, body]).toEqual([hide, 200, "done"]);
      }
      expect((await used(scene, "rows_written_per_day")) - before).toBe(600);
      const refused = [
        ["deallocate nm_reset", "26000"],
        ["do $d$ declare n text; begin select name into n from pg_prepared_statements; end $d$", "42501"],
        ["do $d$ declare n text; begin select name into n from pg_prepared_statement(); end $d$", "42501"],
      ] as const;
      for (const [hide, code] of refused) expect([hide, (await scene.call("heap_up", { hide })).body.code]).toEqual([hide, code]);
      expect((await scene.sql("select name from pg_prepared_statements")).body.code).toBe("42501");
      return passing.length + refused.length + 3;
    },
  },
];

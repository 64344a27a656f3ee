import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { loadModule, parseSync } from "libpg-query";
import { classify, extensions } from "./classify.ts";

beforeAll(() => loadModule());

const of = (text: string) => {
  const { stmts } = parseSync(text) as { stmts: { stmt: Record<string, unknown> }[] };
  return classify(stmts[0]?.stmt ?? {});
};

describe("what a statement does to the size of a database", () => {
  test.each([
    ["select 1", "reads"],
    ["select * from a where b = 'insert into c'", "reads"],
    ["values (1), (2)", "reads"],
    ["table a", "reads"],
    ["with a as (select 1) select * from a", "reads"],
    ["show work_mem", "reads"],
    ["set search_path = a", "reads"],
    ["explain insert into a values (1)", "reads"],
    ["explain analyze select 1", "reads"],
    ["declare c cursor for select 1", "reads"],
    ["delete from a", "shrinks"],
    ["truncate a", "shrinks"],
    ["drop table a", "shrinks"],
    ["vacuum full a", "shrinks"],
    ["with gone as (delete from a returning *) select * from gone", "shrinks"],
    ["explain analyze delete from a", "shrinks"],
    ["insert into a values (1)", "writes"],
    ["update a set b = 1", "writes"],
    ["merge into a using b on true when matched then do nothing", "writes"],
    ["with made as (insert into a values (1) returning *) select * from made", "writes"],
    ["with gone as (delete from a returning *) insert into b select * from gone", "writes"],
    ["with made as (insert into a values (1) returning *) delete from b", "writes"],
    ["select 1 into a", "writes"],
    ["explain analyze insert into a values (1)", "writes"],
    ["create table a ()", "writes"],
    ["create table a as select 1", "writes"],
    ["do $$ begin end $$", "writes"],
    ["call a()", "writes"],
    ["execute a", "writes"],
    ["refresh materialized view a", "writes"],
  ])("%s: %s", (text, effect) => expect(of(text).effect).toBe(effect));
});

describe("what is refused", () => {
  test.each([
    ["begin", "transaction_control"],
    ["commit", "transaction_control"],
    ["rollback to a", "transaction_control"],
    ["savepoint a", "transaction_control"],
    ["prepare transaction 'a'", "transaction_control"],
    ["set transaction read write", "transaction_control"],
    ["set local transaction_read_only = off", "transaction_control"],
    ["set session characteristics as transaction read only", "transaction_control"],
    ["create extension pltcl", "extension_not_offered"],
    ["create language plperl", "extension_not_offered"],
    ["create language mine handler some_handler", "extension_not_offered"],
    ["create extension if not exists dblink cascade", "extension_not_offered"],
    ["create extension hstore", undefined],
    ['create extension "uuid-ossp" schema extensions', undefined],
    ["copy a from stdin", "copy_not_offered"],
    ["copy a to program 'x'", "copy_not_offered"],
    ["listen a", "listen_not_offered"],
    ["unlisten *", "listen_not_offered"],
    ["set role a", undefined],
    ["notify a", undefined],
  ])("%s: %s", (text, refusal) => expect(of(text).refusal).toBe(refusal));
});

describe("what can't run in a transaction", () => {
  test.each([
    ["vacuum", true],
    ["analyze a", false],
    ["create index concurrently on a (b)", true],
    ["create index on a (b)", false],
    ["drop index concurrently a", true],
    ["drop index a", false],
    ["reindex table concurrently a", true],
    ["reindex (concurrently) table a", true],
    ["reindex table a", false],
    ["alter table a detach partition b concurrently", true],
    ["alter table a detach partition b", false],
    ["create database a", true],
    ["alter system set work_mem = 1", true],
    ["cluster", true],
    ["cluster a", false],
    ["discard all", true],
    ["call a()", false],
  ])("%s: %s", (text, isAlone) => expect(of(text).isAlone).toBe(isAlone));
});

test("the extensions offered are those that the template of tenants' databases offers", () => {
  const template = readFileSync(new URL("../../../ops/bootstrap/tenant-template.sql", import.meta.url), "utf8");
  const [, list = ""] = /offered constant text\[\] := array\[([^\]]*)\]/.exec(template) ?? [];
  expect([...list.matchAll(/'([^']+)'/g)].map(([, extension]) => extension)).toEqual([...extensions]);
});

describe("whether a text is one expression", () => {
  test.each([
    ["1 + (select max(a) from b)", "expression"],
    ["a > 1 and b", "expression"],
    ["null::numeric(10, 2)[]", "cast"],
    ["null::text::int", "expression"],
    ["1, 2", undefined],
    ["1 as a", undefined],
    ["1 from b", undefined],
    ["1 where true", undefined],
    ["1 limit 1", undefined],
    ["1 union select 2", undefined],
    ["distinct 1", undefined],
    ["1 into a", undefined],
    ["", undefined],
  ])("%s: %s", (text, selects) => {
    expect(of(`select ${text}\n`).selects).toBe(selects);
  });
});

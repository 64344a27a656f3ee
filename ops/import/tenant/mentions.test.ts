import { describe, expect, test } from "@jest/globals";
import { atHome } from "./extensions.ts";
import { mentions, namesFrom, renamed } from "./mentions.ts";

describe("a schema is named in a text", () => {
  test.each([
    ["select * from shop.orders", true],
    ['select * from "shop"."orders"', true],
    ["select * from SHOP . orders", true],
    ["execute 'delete from shop.orders'", true],
    ["select * from workshop.orders", false],
    ["select * from shop_2.orders", false],
    ["select shop from orders", false],
    ["select a.shop.b from a", false],
    ["-- the shop. It is open", true],
  ])("%s", (text, is) => {
    expect(mentions(text, "shop")).toBe(is);
  });

  test("and can be called otherwise there, and nowhere else", () => {
    expect(renamed('insert into shop.orders select * from "shop".lines, workshop.x where shop = 1 -- the shop. It', "shop")).toBe(
      "insert into public.orders select * from public.lines, workshop.x where shop = 1 -- the shop. It",
    );
    expect(namesFrom('select public.f(x), "public"."Odd name" from PUBLIC.Users', "public")).toEqual(["f", "Odd name", "users"]);
  });

  test("even where its name has characters that mean something elsewhere", () => {
    expect(mentions('select from "a.b$(x)".t', "a.b$(x)")).toBe(true);
    expect(renamed('select from "a.b$(x)".t', "a.b$(x)")).toBe("select from public.t");
  });
});

test("what a dump takes from an extension is looked for where extensions are here; ranges are public at once", () => {
  const extension = { name: "uuid-ossp", schema: "public", isNeeded: true, members: ["uuid_generate_v4", "uuid_generate_v1", "uuid"] };
  const citext = { name: "citext", schema: "extensions", isNeeded: true, members: ["citext"] };
  const text =
    "create table shop.t (id uuid default public.uuid_generate_v4(), u public.uuid, p public.uuid_of_mine, e extensions.citext, s shop.span, o shop.spanner)";
  expect(atHome(text, "shop", { extensions: [extension, citext], ranges: ["span", "span_multirange"] })).toBe(
    "create table shop.t (id uuid default extensions.uuid_generate_v4(), u extensions.uuid, p public.uuid_of_mine, e extensions.citext, s public.span, o shop.spanner)",
  );
});

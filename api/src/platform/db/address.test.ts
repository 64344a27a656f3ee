import { expect, test } from "@jest/globals";
import { readAddress } from "./address.ts";

test.each([
  ["postgresql://postgres@%2Frun%2Fpostgresql:5432/nextmavens", { host: "/run/postgresql", port: 5432, database: "nextmavens" }],
  ["postgresql:///nextmavens?host=/run/postgresql", { host: "/run/postgresql", port: 5432, database: "nextmavens" }],
  ["postgres://db.example.com/app", { host: "db.example.com", port: 5432, database: "app" }],
  ["postgres://me@[::1]:6000", { host: "::1", port: 6000, database: "me" }],
])("%s says where the database is", (text, expected) => {
  expect(readAddress(text)).toMatchObject(expected);
});

test("login and password may hold anything that is percent-encoded", () => {
  expect(readAddress("postgresql://a%20b:p%40%3A%2F@h/d").admin).toEqual({ user: "a b", password: "p@:/" });
  expect(readAddress("postgresql://a@h/d").admin).toEqual({ user: "a", password: undefined });
});

test.each([
  ["", false],
  ["?sslmode=disable", false],
  ["?sslmode=require", { rejectUnauthorized: false }],
  ["?sslmode=verify-full", true],
])("the encryption asked for by %j", (options, ssl) => {
  expect(readAddress(`postgresql://h/d${options}`).ssl).toEqual(ssl);
});

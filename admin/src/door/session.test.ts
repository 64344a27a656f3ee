import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { connect } from "@nextmavens/api/platform/db/store";
import express, { type ErrorRequestHandler, type RequestHandler } from "express";
import { makeStaff, password } from "../../../api/test/make.ts";
import { openWorld, type World } from "../../../api/test/world.ts";
import { Visitor } from "../../test/visitor.ts";
import { openSessions } from "./session.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

test("a database whose socket is gone is away, and signs nobody out", async () => {
  const visitor = await new Visitor(world).signIn((await makeStaff(world)).email, password);
  const store = connect({ host: "/nowhere", port: 5432, user: "nobody", password: "none", database: "none", max: 1 }, () => undefined);
  const sessions = openSessions({ ...world.engine, store });
  const nobody: RequestHandler = (_request, response) => void response.sendStatus(401);
  const told: ErrorRequestHandler = ({ code }, _request, response, _next) => void response.status(503).send(code);
  const app = express().use(sessions.middleware, nobody, told);
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect((await fetch(address)).status).toBe(401);
    const answer = await fetch(address, { headers: { cookie: visitor.cookie } });
    expect([answer.status, await answer.text()]).toEqual([503, "ECONNREFUSED"]);
  } finally {
    server.closeAllConnections();
    server.close();
    await sessions.close();
    await store.close();
  }
});

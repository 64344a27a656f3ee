import { createServer, type Server } from "node:http";
import express from "express";
import { routes as auditRoutes } from "../audit/index.ts";
import { routes as developerRoutes } from "../developers/index.ts";
import { controlPlane } from "../http/app.ts";
import { makeIdentify } from "../http/identify.ts";
import { routes as noticeRoutes } from "../notices/index.ts";
import { routes as signingKeyRoutes } from "../signing-keys/index.ts";
import { routes as staffRoutes } from "../staff/index.ts";
import type { Parts } from "./parts.ts";

export interface Front {
  readonly server: Server;
  close(): Promise<void>;
}

/** What answers requests, as the role of this process says. */
export async function makeFront({ engine }: Parts): Promise<Front> {
  const routes = [...auditRoutes, ...developerRoutes, ...noticeRoutes, ...signingKeyRoutes, ...staffRoutes];
  const app = express().disable("x-powered-by");
  app.use(controlPlane(engine, routes, makeIdentify(engine)));
  return { server: createServer(app), close: async () => undefined };
}

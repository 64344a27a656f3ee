import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buildRoutes } from "@adminjs/express";
import { AdminJS, Router as AdminRoutes } from "adminjs";
import express from "express";
import type { World } from "../../api/test/world.ts";
import { adapter, readTables } from "../src/adapter/index.ts";
import { openReads } from "../src/adapter/reads.ts";

AdminJS.registerAdapter(adapter);

/** AdminJS as it comes, over some of our tables: its own frame, pages, styles and sign-in, none of which the platform serves. */
export async function openStock(world: World, tables: readonly string[]) {
  const reads = openReads(world.server, world.vault, () => undefined);
  const all = await readTables(reads, "control");
  const admin = new AdminJS({ rootPath: "/", loginPath: "/login", resources: tables.flatMap((table) => all.get(table) ?? []) });
  const router = express.Router();
  router.get("/frontend/assets/components.bundle.js", (_request, response) => void response.type("js").end());
  for (const { path, src } of AdminRoutes.assets)
    router.get(path, (_request, response) =>
      response.sendFile(src.replace("bundle.development", "bundle.production"), { dotfiles: "allow" }),
    );
  router.get("/login", async (_request, response) => void response.send(await admin.renderLogin({ action: "/login" })));
  buildRoutes({ admin, routes: AdminRoutes.routes, router } as Parameters<typeof buildRoutes>[0]);
  const server = createServer(express().use(router)).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await reads.close();
    },
  };
}

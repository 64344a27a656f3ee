import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { documented } from "@nextmavens/api/entry/features";
import { makeServer } from "@nextmavens/api/http/server";
import { readConfig, variables } from "@nextmavens/api/platform/config";
import { parse } from "yaml";
import { askedFor, type Compose, interpolate, looseEnds, namesFor, networksOf, type Service, seconds, serviceOf } from "./compose.ts";
import { environmentOf, isSent, lastStage, readDockerfile } from "./dockerfile.ts";
import { labelOf, labelProblems, offeredBy } from "./traefik.ts";

const pathOf = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const textOf = (file: string) => readFileSync(pathOf(file), "utf8");

/** The .env.example as somebody would fill it in. */
const filledIn = {
  DOMAIN: "api.example.com",
  ACME_EMAIL: "somebody@example.com",
  MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
  POSTGRES_PASSWORD: "a0".repeat(24),
  REDIS_PASSWORD: "b1".repeat(24),
};
const composeText = textOf("docker-compose.yml");
const composeWith = (environment: Readonly<Record<string, string>>): Compose => parse(interpolate(composeText, environment));
const compose = composeWith(filledIn);
const app = serviceOf(compose, "app");
const traefik = serviceOf(compose, "traefik");
const labels = app.labels ?? [];
const dockerfile = readDockerfile(textOf("Dockerfile"));
const image = lastStage(dockerfile);
const dockerignore = textOf(".dockerignore");

const isCheckedByImage = (_name: string, { build }: Service) => build === "." && image.some(({ word }) => word === "HEALTHCHECK");

describe("the compose file", () => {
  test("has all networks, volumes and services that it names, and a health check for each service", () => {
    expect(looseEnds(compose, isCheckedByImage)).toEqual([]);
  });

  test.each<[string, (broken: Compose) => Compose]>([
    [
      "app is on the network elsewhere, which is not declared",
      (it) => withService(it, "app", { networks: ["backend", "dokploy-network", "elsewhere"] }),
    ],
    ["app has the volume files, which is not declared", (it) => withService(it, "app", { volumes: ["data:/data", "files:/files"] })],
    ["app depends on mail, which there is not", (it) => withService(it, "app", { depends_on: { mail: { condition: "service_started" } } })],
    ["nobody is on the network spare", (it) => ({ ...it, networks: { ...it.networks, spare: {} } })],
    ["nobody has the volume spare", (it) => ({ ...it, volumes: { ...it.volumes, spare: {} } })],
  ])("would be found out if it were wrong: %s", (problem, breaking) => {
    expect(looseEnds(breaking(compose), isCheckedByImage)).toEqual([problem]);
  });

  test("would be found out if it waited for the health of what has no check", () => {
    const { healthcheck: _, ...unchecked } = serviceOf(compose, "redis");
    const broken = { ...compose, services: { ...compose.services, redis: unchecked } };
    expect(looseEnds(broken, isCheckedByImage)).toEqual([
      "app waits for the health of redis, which has no check",
      "redis has no health check",
    ]);
  });

  test("gives the app variables that there are, with values that it takes", () => {
    const given = app.environment ?? {};
    expect(Object.keys(given).filter((name) => !(name in variables.shape))).toEqual([]);
    expect(readConfig(text(given))).toHaveProperty("config");
  });

  test("asks for each of its secrets, and for nothing that the example of .env does not name", () => {
    for (const name of Object.keys(filledIn)) {
      expect(() => composeWith({ ...filledIn, [name]: "" })).toThrow(`${name} must be set`);
    }
    const named = new Set([...textOf(".env.example").matchAll(/^#?([A-Z_]+)=/gm)].map(([, name = ""]) => name));
    expect([...askedFor(composeText)].sort()).toEqual([...named].sort());
  });

  test("reaches the database and Redis by names they have on a network of their own, with their passwords", () => {
    const database = new URL(app.environment?.["DATABASE_URL"] ?? "");
    const postgres = serviceOf(compose, "postgres").environment ?? {};
    expect(namesFor(compose, "app", "postgres")).toContain(database.hostname);
    expect([database.username, database.password, database.pathname]).toEqual([
      postgres["POSTGRES_USER"],
      postgres["POSTGRES_PASSWORD"],
      `/${postgres["POSTGRES_DB"]}`,
    ]);
    const redis = new URL(app.environment?.["REDIS_URL"] ?? "");
    expect(namesFor(compose, "app", "redis")).toContain(redis.hostname);
    expect(serviceOf(compose, "redis").command).toContain(decodeURIComponent(redis.password));
    for (const name of ["postgres", "redis"]) expect([...networksOf(serviceOf(compose, name), name).keys()]).toEqual(["backend"]);
    expect(compose.networks).toEqual({ "dokploy-network": { external: true }, backend: { internal: true } });
  });

  test("lets the app believe nobody but Traefik about where a request came from", () => {
    const name = app.environment?.["TRUST_PROXY"] ?? "";
    expect(networksOf(traefik, "traefik").get("dokploy-network")).toContain(name);
    // One that no other stack on that network has by accident.
    expect(Object.keys(compose.services)).not.toContain(name);
  });

  test("runs the server that the clients in the image can read, and none older than is needed", () => {
    const [, major] = /postgres:(\d+)/.exec(serviceOf(compose, "postgres").image ?? "") ?? [];
    expect(Number(major)).toBeGreaterThanOrEqual(15);
    expect(textOf("Dockerfile")).toContain(`postgresql-client-${major}`);
  });

  test("has connections for as many instances as its README starts", () => {
    const [, instances] = /--scale app=(\d+)/.exec(textOf("ops/deploy/README.md")) ?? [];
    const [, others] = /some (\d+) more connections/.exec(textOf("ops/deploy/README.md")) ?? [];
    const [, most] = /max_connections=(\d+)/.exec(serviceOf(compose, "postgres").command?.join(" ") ?? "") ?? [];
    const read = readConfig({ DATABASE_URL: "postgresql://postgres/nextmavens" });
    const ofOne = "config" in read ? read.config.MAX_TENANT_CONNECTIONS + Number(others) : Number.NaN;
    expect(Number(instances) * ofOne).toBeLessThanOrEqual(Number(most));
  });

  test("gives a stopping app the time it takes", () => {
    const drain = Number(app.environment?.["DRAIN_SECONDS"]);
    expect(drain).toBeGreaterThan(2 * seconds(labelOf(labels, "traefik.http.services.nextmavens.loadbalancer.healthcheck.interval") ?? ""));
    expect(seconds(app.stop_grace_period ?? "")).toBeGreaterThanOrEqual(drain + 20 + 10);
  });
});

describe("Traefik's labels", () => {
  const offered = offeredBy(traefik.command ?? []);

  test("lead from each router over middlewares and a service to a port, by entry points and certificates that there are", () => {
    expect(labelProblems(labels, offered)).toEqual([]);
  });

  test.each([
    [
      "routers.nextmavens.service=nextmavens",
      "routers.nextmavens.service=nextmaven",
      "the router nextmavens leads to the service nextmaven, which is not defined",
    ],
    ["entrypoints=websecure", "entrypoints=https", "the router nextmavens enters by https, which Traefik has not"],
    ["certresolver=letsencrypt", "certresolver=le", "the router nextmavens has certificates from le, which Traefik has not"],
    [
      "middlewares=nextmavens-to-tls",
      "middlewares=nextmavens-tls",
      "the router nextmavens-plain goes through nextmavens-tls, which is not defined",
    ],
    ["server.port=3000", "server.ports=3000", "the service nextmavens has no port"],
    ["rule=Host(`", "rule=Host('", "the router nextmavens has no rule that can be read"],
    ["traefik.enable=true", "traefik.enabled=true", "traefik.enable is not true"],
  ])("would be found out if %s were %s", (right, wrong, problem) => {
    expect(
      labelProblems(
        labels.map((each) => each.replace(right, wrong)),
        offered,
      ),
    ).toContain(problem);
  });

  test("send the public address, by TLS, over a network that Traefik is on, to the port that the app listens on", () => {
    const router = "traefik.http.routers.nextmavens";
    expect(app.environment?.["PUBLIC_URL"]).toBe("https://api.example.com");
    expect(labelOf(labels, `${router}.rule`)).toBe("Host(`api.example.com`)");
    expect(labelOf(labels, `${router}.entrypoints`)).toBe("websecure");
    const network = labelOf(labels, "traefik.docker.network") ?? "";
    expect([...networksOf(app, "app").keys()]).toContain(network);
    expect([...networksOf(traefik, "traefik").keys()]).toContain(network);
    const port = labelOf(labels, "traefik.http.services.nextmavens.loadbalancer.server.port");
    expect(environmentOf(image)["PORT"]).toBe(port);
    expect(image).toContainEqual({ word: "EXPOSE", rest: port });
    expect(app.ports).toEqual([`3006:${port}`]);
  });

  test("ask an address for its health that the platform serves", () => {
    const path = labelOf(labels, "traefik.http.services.nextmavens.loadbalancer.healthcheck.path");
    expect(documented.map(({ at }) => at)).toContain(`GET ${path}`);
  });

  test("come with time limits that agree with the app's: no connection is reused that the app is about to close", () => {
    const limitOf = (option: string) => seconds(traefik.command?.find((each) => each.startsWith(option))?.split("=")[1] ?? "") * 1_000;
    const server = makeServer({ direct: {}, routers: [], onError: (_error, _request, _response, next) => next() });
    expect(limitOf("--serverstransport.forwardingtimeouts.idleconntimeout")).toBeLessThan(server.keepAliveTimeout);
    expect(limitOf("--serverstransport.forwardingtimeouts.idleconntimeout")).toBeGreaterThan(0);
    expect(limitOf("--entrypoints.websecure.transport.respondingtimeouts.readtimeout")).toBeGreaterThanOrEqual(server.requestTimeout);
  });
});

describe("the Dockerfile", () => {
  test("begins each stage from one that there is, or from an image named with its tag", () => {
    const stages = dockerfile.flatMap(({ word, rest }) => (word === "FROM" ? [/ AS (\w+)$/.exec(rest)?.[1] ?? "last"] : []));
    for (const { word, rest } of dockerfile) {
      if (word === "FROM") expect(rest).toMatch(/^docker\.io\/library\/node:24-bookworm-slim( AS \w+)?$/);
      const [, from] = /--from=(\w+)/.exec(rest) ?? [];
      if (word === "COPY" && from) expect(stages).toContain(from);
    }
  });

  test("installs what is locked for every workspace, and nothing for development", () => {
    const { workspaces } = JSON.parse(textOf("package.json")) as { workspaces: string[] };
    const copied = dockerfile.filter(({ word }) => word === "COPY").map(({ rest }) => rest);
    expect(workspaces.filter((each) => !copied.includes(`${each}/package.json ${each}/`))).toEqual([]);
    expect(dockerfile.some(({ word, rest }) => word === "RUN" && rest.startsWith("npm ci --omit=dev"))).toBe(true);
  });

  test("runs node itself, as somebody who is not root, in the form that hears signals", () => {
    const [command] = image.filter(({ word }) => word === "CMD");
    const { scripts } = JSON.parse(textOf("package.json")) as { scripts: { start: string } };
    expect(["exec", ...JSON.parse(command?.rest ?? "null")].join(" ")).toBe(scripts.start);
    expect(image.findLast(({ word }) => word === "USER")?.rest).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    const [entrypoint] = image.filter(({ word }) => word === "ENTRYPOINT");
    expect(JSON.parse(entrypoint?.rest ?? "null")).toEqual(["/usr/bin/tini", "--"]);
  });

  test("names only files that there are and that get into the build", () => {
    const named = textOf("Dockerfile").match(/\b(?:api|admin|ops)\/[\w./-]+\.(?:ts|mjs)\b/g) ?? [];
    expect(named.length).toBeGreaterThanOrEqual(4);
    expect(named.filter((file) => !existsSync(pathOf(file)) || !isSent(file, dockerignore))).toEqual([]);
  });

  test("sets only variables that there are, and no secret", () => {
    const { NODE_ENV, ...given } = environmentOf(image);
    expect(NODE_ENV).toBe("production");
    expect(Object.keys(given).filter((name) => !(name in variables.shape))).toEqual([]);
    expect(readConfig(given)).toHaveProperty("config");
    expect(textOf("Dockerfile")).not.toMatch(/^(ARG|ENV).*(PASSWORD|SECRET|TOKEN|KEY)/m);
  });

  test("is given what runs, and nothing of this checkout that does not", () => {
    const { stdout } = spawnSync("git", ["ls-files"], { cwd: pathOf("."), encoding: "utf8" });
    const files = stdout.split("\n").filter(Boolean);
    const sent = files.filter((file) => isSent(file, dockerignore));
    const strange = sent.filter((file) => !/^(package(-lock)?\.json|(admin|api|sdk)\/(package\.json|src\/)|migrations\/|ops\/)/.test(file));
    expect(strange).toEqual([]);
    expect(sent.filter((file) => /\.test\.ts$|\/test\/|^ops\/(bench|decisions|monitoring|check|ensure)|\.(md|sh)$/.test(file))).toEqual([]);
    for (const file of [
      ".env",
      ".git/config",
      ".data/master.key",
      "node_modules/pg/package.json",
      "admin/bundle/console.js",
      "api/test/world.ts",
    ]) {
      expect([file, isSent(file, dockerignore)]).toEqual([file, false]);
    }
    for (const file of [
      "api/src/entry/start.mjs",
      "ops/tasks/migrate.ts",
      "ops/bootstrap/provision.sql",
      "migrations/control/0001_who_sees_what.sql",
    ]) {
      expect([file, isSent(file, dockerignore)]).toEqual([file, true]);
    }
  });
});

const withService = (it: Compose, name: string, changes: Partial<Service>): Compose => ({
  ...it,
  services: { ...it.services, [name]: { ...serviceOf(it, name), ...changes } },
});

/** YAML reads some values as numbers, containers get text. */
const text = (given: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value === null ? "" : String(value)]));

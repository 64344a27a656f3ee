/** What Traefik's own configuration offers to labels. */
export interface Offered {
  readonly entryPoints: ReadonlySet<string>;
  readonly resolvers: ReadonlySet<string>;
}

/** Entry points and certificate resolvers of Traefik's command line. */
export const offeredBy = (command: readonly string[]): Offered => ({
  entryPoints: new Set(command.flatMap((each) => /^--entrypoints\.([^.]+)\.address=/i.exec(each)?.[1] ?? [])),
  resolvers: new Set(command.flatMap((each) => /^--certificatesresolvers\.([^.]+)\.acme\.storage=/i.exec(each)?.[1] ?? [])),
});

/** A container's labels by what they are about: `routers` → name → option → value. */
interface Labels {
  readonly options: ReadonlyMap<string, string>;
  readonly routers: Group;
  readonly services: Group;
  readonly middlewares: Group;
}
type Group = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The options we use. Traefik ignores what it does not know, so a mistyped one would go unnoticed. */
const known = {
  options: ["enable", "docker.network"],
  routers: ["rule", "entrypoints", "middlewares", "service", "tls", "tls.certresolver", "priority"],
  services: [
    "loadbalancer.server.port",
    "loadbalancer.healthcheck.path",
    "loadbalancer.healthcheck.interval",
    "loadbalancer.healthcheck.timeout",
  ],
  middlewares: ["redirectscheme.scheme", "redirectscheme.permanent", "headers.stsseconds"],
} as const;

/** What is wrong with the labels of a container: options there are not, and names that lead nowhere. */
export function labelProblems(lines: readonly string[], offered: Offered): string[] {
  const problems: string[] = [];
  const labels = read(lines, problems);
  if (labels.options.get("enable") !== "true") problems.push("traefik.enable is not true");
  const used = { services: new Set<string>(), middlewares: new Set<string>() };
  for (const [name, router] of labels.routers) {
    const lacks = (what: string) => problems.push(`the router ${name} ${what}`);
    if (!/^Host\(`[^`]+`\)( (&&|\|\|) \w+\(`[^`]+`\))*$/.test(router.get("rule") ?? "")) lacks("has no rule that can be read");
    for (const each of listOf(router.get("entrypoints")))
      if (!offered.entryPoints.has(each)) lacks(`enters by ${each}, which Traefik has not`);
    if (!router.has("entrypoints")) lacks("names no entry point");
    const resolver = router.get("tls.certresolver");
    if (resolver !== undefined && !offered.resolvers.has(resolver)) lacks(`has certificates from ${resolver}, which Traefik has not`);
    for (const each of listOf(router.get("middlewares"))) {
      used.middlewares.add(each);
      if (!labels.middlewares.has(each)) lacks(`goes through ${each}, which is not defined`);
    }
    const service = router.get("service") ?? "";
    used.services.add(service);
    if (!labels.services.has(service)) lacks(`leads to the service ${service || "(none)"}, which is not defined`);
  }
  for (const [name, service] of labels.services) {
    if (!/^\d+$/.test(service.get("loadbalancer.server.port") ?? "")) problems.push(`the service ${name} has no port`);
    if (!used.services.has(name)) problems.push(`no router leads to the service ${name}`);
  }
  for (const name of labels.middlewares.keys()) if (!used.middlewares.has(name)) problems.push(`no router goes through ${name}`);
  return problems;
}

function read(lines: readonly string[], problems: string[]): Labels {
  const groups = { routers: new Map(), services: new Map(), middlewares: new Map() } satisfies Record<
    string,
    Map<string, Map<string, string>>
  >;
  const options = new Map<string, string>();
  for (const line of lines) {
    const [, path = "", value = ""] = /^traefik\.([^=]+)=(.+)$/.exec(line) ?? [];
    const [, group, name = "", option = ""] = /^http\.(routers|services|middlewares)\.([a-z0-9-]+)\.(.+)$/.exec(path) ?? [];
    if (group === "routers" || group === "services" || group === "middlewares") {
      const found: Map<string, string> = groups[group].get(name) ?? new Map();
      if (found.has(option)) problems.push(`${line} is said twice`);
      groups[group].set(name, found.set(option, value));
      if (!known[group].some((each) => each === option)) problems.push(`${line} is no option of ${group}`);
    } else if (known.options.some((each) => each === path)) options.set(path, value);
    else problems.push(`${line} is no label of Traefik's`);
  }
  return { options, ...groups };
}

const listOf = (text: string | undefined) => (text === undefined ? [] : text.split(",").map((each) => each.trim()));

/** The value of one label. */
export const labelOf = (lines: readonly string[], path: string): string | undefined =>
  lines.find((each) => each.startsWith(`${path}=`))?.slice(path.length + 1);

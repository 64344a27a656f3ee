/** A compose file, as far as the checks read it. */
export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks?: Readonly<Record<string, unknown>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

export interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[] | Readonly<Record<string, { readonly aliases?: readonly string[] } | null>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly labels?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly stop_grace_period?: string;
}

/** Puts the variables of an environment into a text, as compose does; what must be set and is not is named. */
export function interpolate(text: string, environment: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind: string | undefined, rest = "") => {
    const value = environment[name];
    if (value) return value;
    if (kind === "-") return rest;
    throw new Error(`${name} must be set`);
  });
}

/** The variables that a compose file asks for. */
export const askedFor = (text: string): ReadonlySet<string> => new Set([...text.matchAll(/\$\{(\w+)/g)].map(([, name = ""]) => name));

/** A service's networks, each with the names it has there. */
export function networksOf(service: Service, name: string): ReadonlyMap<string, readonly string[]> {
  const { networks = ["default"] } = service;
  if (Array.isArray(networks)) return new Map(networks.map((each: string) => [each, [name]]));
  return new Map(Object.entries(networks).map(([each, settings]) => [each, [name, ...(settings?.aliases ?? [])]]));
}

/** The names by which one service can be reached by another: those it has on a network they share. */
export function namesFor(compose: Compose, from: string, to: string): readonly string[] {
  const own = networksOf(serviceOf(compose, from), from);
  return [...networksOf(serviceOf(compose, to), to)].flatMap(([network, names]) => (own.has(network) ? names : []));
}

export function serviceOf({ services }: Compose, name: string): Service {
  const service = services[name];
  if (!service) throw new Error(`there is no service ${name}`);
  return service;
}

/** What a compose file names and does not have, and has and does not name. */
export function looseEnds(compose: Compose, isCheckedByImage: (name: string, service: Service) => boolean): string[] {
  const { services, networks = {}, volumes = {} } = compose;
  const used = { networks: new Set<string>(), volumes: new Set<string>() };
  const problems: string[] = [];
  for (const [name, service] of Object.entries(services)) {
    for (const network of networksOf(service, name).keys()) {
      used.networks.add(network);
      if (!(network in networks)) problems.push(`${name} is on the network ${network}, which is not declared`);
    }
    for (const [volume = ""] of (service.volumes ?? []).map((each) => each.split(":"))) {
      if (/^[./~]/.test(volume)) continue;
      used.volumes.add(volume);
      if (!(volume in volumes)) problems.push(`${name} has the volume ${volume}, which is not declared`);
    }
    const isHealthChecked = (each: string) => {
      const other = services[each];
      return other !== undefined && (other.healthcheck !== undefined || isCheckedByImage(each, other));
    };
    if (!isHealthChecked(name)) problems.push(`${name} has no health check`);
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      if (!services[other]) problems.push(`${name} depends on ${other}, which there is not`);
      else if (condition === "service_healthy" && !isHealthChecked(other))
        problems.push(`${name} waits for the health of ${other}, which has no check`);
    }
  }
  for (const network of Object.keys(networks)) if (!used.networks.has(network)) problems.push(`nobody is on the network ${network}`);
  for (const volume of Object.keys(volumes)) if (!used.volumes.has(volume)) problems.push(`nobody has the volume ${volume}`);
  return problems;
}

/** Seconds of a duration such as 1m30s. */
export const seconds = (text: string): number =>
  [...text.matchAll(/(\d+)(h|m|s)/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * ({ h: 3_600, m: 60, s: 1 }[unit ?? "s"] ?? 0),
    0,
  );

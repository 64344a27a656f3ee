import type { Server } from "./server.ts";

/**
 * What a DATABASE_URL says. A Unix socket is written as libpq does: `postgresql://user@%2Frun%2Fpostgresql:5432/db`,
 * or with `?host=/run/postgresql`.
 */
export function readAddress(text: string): Server {
  const url = new URL(text);
  const option = (name: string) => url.searchParams.get(name) || undefined;
  const user = decodeURIComponent(url.username) || option("user") || "postgres";
  const password = decodeURIComponent(url.password) || option("password");
  return {
    host: option("host") ?? (decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, "$1") || "localhost"),
    port: Number(url.port || option("port") || 5432),
    database: decodeURIComponent(url.pathname.slice(1)) || user,
    ssl: encryption(option("sslmode")),
    admin: { user, password },
  };
}

/** The sslmode words of libpq, with `prefer` and `allow` taken as "no": pg cannot fall back by itself. */
function encryption(mode: string | undefined): Server["ssl"] {
  if (mode === "require" || mode === "no-verify") return { rejectUnauthorized: false };
  return mode === "verify-ca" || mode === "verify-full";
}

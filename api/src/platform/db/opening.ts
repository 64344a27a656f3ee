import { isDatabaseError } from "./exchange.ts";
import type { Login } from "./login.ts";
import type { Server } from "./server.ts";
import { Session } from "./session.ts";

const connectMs = 5_000;

/** Begins a session of this login under its role. */
export const openSession = (
  { host, port, ssl }: Pick<Server, "host" | "port" | "ssl">,
  { database, user, password, role }: Login,
  onLost: (session: Session) => void,
  onSchemaNotice?: () => void,
): Promise<Session> => Session.open({ host, port, ssl, database, user, password, role, onSchemaNotice, ...settings }, onLost);

/** Given at the start of a session they come before what the tenant stored for the login, and `reset all` returns to them. */
const settings = {
  application_name: "nextmavens data",
  connectionTimeoutMillis: connectMs,
  keepAlive: true,
  options: [
    "search_path=public,extensions",
    "standard_conforming_strings=on",
    "client_min_messages=error",
    "datestyle=ISO,MDY",
    "intervalstyle=postgres",
    "bytea_output=hex",
    "extra_float_digits=1",
    "timezone=UTC",
    "idle_in_transaction_session_timeout=60s",
    "statement_timeout=10s",
  ]
    .map((setting) => `-c ${setting}`)
    .join(" "),
};

/** What helps when a session could not be begun: to try again in a moment, for all are taken, or to set the password again. */
export function remedyOf(error: unknown): "wait" | "repair" | undefined {
  const code = isDatabaseError(error) ? error.code : undefined;
  if (code === "53300") return "wait";
  return code === "28P01" ? "repair" : undefined;
}

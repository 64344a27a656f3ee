import type { Engine } from "@nextmavens/api/platform/action";
import makePgStore from "connect-pg-simple";
import type { Request, RequestHandler } from "express";
import session from "express-session";

declare module "express-session" {
  interface SessionData {
    staffId: string;
    /** The row of `staff_sessions` this cookie stands for: ended there, it is worth nothing. */
    staffSessionId: string;
  }
}

/** A working day; the staff session's own end may come first. */
const longestMs = 8 * 60 * 60_000;

export interface Sessions {
  readonly middleware: RequestHandler;
  readonly cookieName: string;
  close(): Promise<void>;
}

/** Cookies of the console, kept in `console_sessions`. */
export function openSessions({ store, vault, publicUrl, log }: Engine): Sessions {
  const isSecure = publicUrl.startsWith("https:");
  const cookieName = isSecure ? "__Host-nm_console" : "nm_console";
  const PgStore = makePgStore(session);
  const kept = new (staying(PgStore))({
    pool: store.pool,
    tableName: "console_sessions",
    createTableIfMissing: false,
    pruneSessionInterval: 60 * 60,
    errorLog: (...problem) => log.error("the console's sessions could not be kept", { problem }),
  });
  const middleware = session({
    name: cookieName,
    secret: vault.derive("console:cookie"),
    store: kept,
    resave: false,
    saveUninitialized: false,
    // Behind a TLS proxy the request itself arrives in clear; what the public address says counts.
    proxy: isSecure,
    cookie: { path: "/", httpOnly: true, sameSite: "strict", secure: isSecure, maxAge: longestMs },
  });
  return {
    cookieName,
    middleware: (request, response, next) => {
      if (isSecure) request.headers["x-forwarded-proto"] ??= "https";
      middleware(request, response, next);
    },
    close: async () => void (await kept.close()),
  };
}

/**
 * express-session takes an error of the code ENOENT for a session that is not there, as where each is a file. It is what a database says
 * whose socket is gone, and would have everybody sign in anew.
 */
const staying = (PgStore: ReturnType<typeof makePgStore>) =>
  class extends PgStore {
    override get(...[id, answer]: Parameters<InstanceType<typeof PgStore>["get"]>): void {
      super.get(id, (error, found) => answer(error?.code === "ENOENT" ? Object.assign(error, { code: "ECONNREFUSED" }) : error, found));
    }
  };

/** A fresh session for who just signed in: an id known before is worth nothing after. */
export const begin = (request: Request, data: { staffId: string; staffSessionId: string }): Promise<void> =>
  new Promise((resolve, reject) => {
    request.session.regenerate((problem) => {
      if (problem) return reject(problem);
      Object.assign(request.session, data);
      request.session.save((failure) => (failure ? reject(failure) : resolve()));
    });
  });

export const end = (request: Request): Promise<void> =>
  new Promise((resolve, reject) => {
    request.session.destroy((problem) => (problem ? reject(problem) : resolve()));
  });

import type { Request } from "express";
import passport from "passport";
import { ExtractJwt, Strategy } from "passport-jwt";
import { z } from "zod";
import { findSessionHolder, findTokenHolder } from "../developers/index.ts";
import type { Actor, Engine } from "../platform/action.ts";
import { reasonIn } from "../platform/broken-glass.ts";
import { isToken } from "../platform/token.ts";
import { findLiveMember } from "../staff/index.ts";
import { refuse } from "./refuse.ts";

const Claims = z.object({ sub: z.string(), sid: z.string(), aud: z.enum(["developer", "staff"]) });
type Claims = z.output<typeof Claims>;

/** Tells who asks on the control plane: a developer, a member of staff, or nobody yet. */
export function makeIdentify(engine: Engine): (request: Request) => Promise<Actor> {
  const strategy = jwtStrategy(engine);
  return async (request) => {
    const header = request.headers.authorization;
    if (header === undefined) return { kind: "public", id: "public" };
    const [scheme, token = ""] = header.split(" ");
    if (scheme?.toLowerCase() !== "bearer") throw refuse("not_signed_in", { headers: { "www-authenticate": "Bearer" } });
    if (/^nm_[ps]k_/.test(token)) throw refuse("api_key_not_here", { headers: { "www-authenticate": "Bearer" } });
    const now = engine.clock().toISOString();
    const actor = token.startsWith("nm_pat_") ? await holderOfToken(engine, token, now) : await holderOfJwt(engine, strategy, request, now);
    if (!actor) throw invalidToken();
    return actor;
  };
}

const invalidToken = () => refuse("invalid_token", { headers: { "www-authenticate": 'Bearer error="invalid_token"' } });

const holderOfToken = async (engine: Engine, token: string, now: string): Promise<Actor | undefined> =>
  isToken("nm_pat", token) ? engine.store.transact("platform", (db) => findTokenHolder(db, token, now)) : undefined;

async function holderOfJwt(engine: Engine, strategy: passport.Strategy, request: Request, now: string): Promise<Actor | undefined> {
  const claims = await verify(strategy, request);
  if (!claims) return undefined;
  const { sub, sid } = claims;
  if (claims.aud === "developer") return engine.store.transact("platform", (db) => findSessionHolder(db, sub, sid, now));
  const said = { staffId: sub, sessionId: sid, now, why: reasonIn(request.headers), idleMinutes: engine.settings.staff.idleMinutes };
  return (await engine.store.transact("platform", (db) => findLiveMember(db, said)))?.actor;
}

const verify = (strategy: passport.Strategy, request: Request): Promise<Claims | undefined> =>
  new Promise((resolve, reject) => {
    passport.authenticate(strategy, { session: false }, (error: unknown, claims: Claims | false) =>
      error ? reject(error) : resolve(claims || undefined),
    )(request);
  });

/** Keys are KeyObjects made once: passport-jwt is thirty times slower with PEM text. */
const jwtStrategy = ({ tokens }: Engine) =>
  new Strategy(
    {
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      algorithms: ["ES256"],
      issuer: tokens.issuer,
      audience: ["developer", "staff"],
      secretOrKeyProvider: (_request: unknown, token: string, done: (error: unknown, key?: string | Buffer) => void) => {
        tokens.verifier(kidOf(token)).then((key) => done(null, key as unknown as Buffer | undefined), done);
      },
    },
    (payload: unknown, done: (error: unknown, user?: Claims | false) => void) => {
      const claims = Claims.safeParse(payload);
      done(null, claims.success ? claims.data : false);
    },
  );

function kidOf(token: string): string {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString("utf8"));
    return z.object({ kid: z.string().max(100) }).parse(header).kid;
  } catch {
    return "";
  }
}

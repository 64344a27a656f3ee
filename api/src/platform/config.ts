import { z } from "zod";
import { logLevels } from "./log.ts";
import { memoryBytes, sessionsIn } from "./memory.ts";

export const roles = ["all", "api", "console", "worker"] as const;

const url = (protocols: RegExp, example: string) => z.url({ protocol: protocols, error: `must be a URL such as ${example}` });
const wholeNumber = (min: number, max: number) =>
  z.string().regex(/^\d+$/, "must be a whole number").transform(Number).pipe(z.number().min(min).max(max));

/** Every variable the platform reads, in one place; `describe` becomes the README's table. */
export const variables = z.object({
  PORT: wholeNumber(0, 65535).prefault("3000").describe("the port that everything is served on; 0 picks a free one"),
  HOST: z.string().min(1).default("127.0.0.1").describe("the address that is listened on; 0.0.0.0 or :: lets other machines in"),
  TRUST_PROXY: z
    .string()
    .regex(/^[\w.:/-]+( *, *[\w.:/-]+)*$/, "must name proxies, such as loopback,10.0.0.0/8,traefik")
    .default("loopback")
    .describe(
      "whose word on a client's address is taken (X-Forwarded-For): addresses, ranges, host names, `loopback`, `linklocal`, `uniquelocal`",
    ),
  DRAIN_SECONDS: wholeNumber(0, 20)
    .prefault("0")
    .describe("how long to go on serving after SIGTERM, while load balancers are told to look elsewhere"),
  DATA_DIR: z.string().min(1).default(".data").describe("where the embedded database, the master key and files are kept"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must be a URL such as postgresql://user:password@host:5432/database")
    .optional()
    .describe("a PostgreSQL of yours, 15 or newer; without it one is brought along"),
  REDIS_URL: url(/^rediss?$/, "redis://:password@host:6379")
    .optional()
    .describe("a Redis of yours, from which processes draw parts of limits without asking PostgreSQL; while it is away they ask that"),
  PUBLIC_URL: url(/^https?$/, "https://api.example.com")
    .transform((text) => text.replace(/\/+$/, ""))
    .optional()
    .describe("the address people reach this platform by, for links and tokens; defaults to http://localhost:PORT"),
  ROLE: z.enum(roles).default("all").describe("what this process does"),
  LOG_LEVEL: z.enum(logLevels).default("warn").describe("the least serious log line that is written"),
  METRICS_PORT: wholeNumber(0, 65535)
    .optional()
    .describe("a port for `/metrics` and health alone, not to be let in from outside; 0 picks a free one"),
  METRICS_HOST: z.string().min(1).default("127.0.0.1").describe("the address that METRICS_PORT is listened on"),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/, "must have 16 to 200 visible characters")
    .optional()
    .describe("lets whoever shows it as a bearer token read `/metrics`, on PORT too; without it there is none on PORT"),
  MASTER_KEY: z
    .string()
    .regex(/^(\d+:)?[A-Za-z0-9+/_-]{43}=?(,\d+:[A-Za-z0-9+/_-]{43}=?)*$/, "must be 32 random bytes in base64, or versions such as 1:…,2:…")
    .optional()
    .describe("seals secrets at rest; made in DATA_DIR at the first start if not given"),
  STAFF_EMAIL: z.email().default("admin@localhost.localdomain").describe("the first staff login"),
  STAFF_PASSWORD: z
    .string()
    .min(12, "must have at least 12 characters")
    .max(200)
    .optional()
    .describe("its password; a generated one is printed once if none is given"),
  STAFF_MFA: z
    .enum(["required", "optional"])
    .optional()
    .describe(
      "whether staff must have an authenticator app before they can do anything else; if not set, `optional` with the PostgreSQL that is brought along, `required` with yours",
    ),
  STAFF_SESSION_HOURS: wholeNumber(1, 8).prefault("8").describe("hours after which staff sign in again"),
  STAFF_IDLE_MINUTES: wholeNumber(5, 480).prefault("60").describe("minutes without a request after which a session of staff ends"),
  STAFF_SUDO_MINUTES: wholeNumber(1, 480)
    .prefault("10")
    .describe("minutes for which staff who showed who they are may do what is sensitive"),
  RESEND_API_KEY: z
    .string()
    .min(1)
    .optional()
    .describe("sends mail by Resend; without it mail waits in the outbox, where admins read it, links and all"),
  RESEND_BASE_URL: url(/^https?$/, "https://api.resend.com")
    .optional()
    .describe("another address of the Resend API"),
  MAIL_FROM: z.string().min(3).default("NextMavens <onboarding@resend.dev>").describe("the sender of mail"),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,100}$/, "must be a bot's token such as 123456:ABC…")
    .optional()
    .describe("lets a Telegram bot tell staff what they should look at; without it such messages wait in the outbox"),
  TELEGRAM_STAFF_CHAT: z
    .string()
    .regex(/^(-?\d{1,20}|@\w{5,32})$/, "must be a chat's number or a channel's name such as @staff")
    .optional()
    .describe("the chat or channel that the bot writes to"),
  TELEGRAM_API_ROOT: url(/^https?$/, "https://api.telegram.org")
    .optional()
    .describe("another address of the Telegram API"),
  REGION: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,30}$/, "must be a short name such as eu or us-east")
    .default("local")
    .describe("the region this process serves"),
  MAX_TENANT_CONNECTIONS: wholeNumber(4, 1000)
    .optional()
    .describe(
      "connections to tenants' databases that this process may hold; if not set, 60, or with the PostgreSQL that is brought along what a quarter of the memory bears at 5 MB each, up to 1000",
    ),
  ALLOW_LOOPBACK: z
    .enum(["true", "false"])
    .default("false")
    .describe("whether addresses that developers name, such as an issuer's keys, may lie on this machine: for trying things out"),
  WATCHDOG_RUNNING_SECONDS: wholeNumber(35, 3600)
    .prefault("60")
    .describe("a tenant's session that runs a statement for longer is ended from outside"),
  WATCHDOG_IDLE_SECONDS: wholeNumber(5, 3600)
    .prefault("60")
    .describe("a tenant's session that holds a transaction without running anything for longer is ended"),
  WATCHDOG_LOCKS: wholeNumber(100, 1_000_000).prefault("2000").describe("a tenant's session that holds more locks is ended"),
  WATCHDOG_QUEUE_PERCENT: wholeNumber(1, 90)
    .prefault("10")
    .describe("from so much of PostgreSQL's queue of notifications on, tenants' oldest transactions are ended, which hold it up"),
  SANCTION_CEILING: z
    .enum(["warned", "throttled", "restricted", "suspended"])
    .default("restricted")
    .describe("the strictest sanction that limits and detectors may impose by themselves; anything stricter is for a person to decide"),
  OVERRIDE_APPROVAL_FACTOR: wholeNumber(1, 1_000_000)
    .prefault("10")
    .describe(
      "a quota or an override that raises a limit to more than so many times what is usual for the project waits for a second person",
    ),
  APPEAL_HOURS: wholeNumber(2, 720).prefault("72").describe("hours within which staff decide an appeal; at half of them they are reminded"),
  APPEAL_WINDOW_DAYS: wholeNumber(1, 365)
    .prefault("30")
    .describe("days after a sanction's end in which its owner may appeal; what it rests on is kept as long"),
  AUDIT_RETENTION_MONTHS: wholeNumber(12, 1_200)
    .optional()
    .describe(
      "months after which a month of the audit log is removed, but for its seals, until staff set it (`PUT /api/admin/audit/retention`); for ever if not set; less than what was in force before counts once two admins have set it there",
    ),
  DELETION_GRACE_DAYS: wholeNumber(0, 90).prefault("7").describe("days a deleted project can be restored"),
});
type Read = z.output<typeof variables>;
export type Config = Read & { readonly MAX_TENANT_CONNECTIONS: number };

/** The configuration, or every variable that is wrong with what is wrong about it. Empty means not set. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): { config: Config } | { problems: string[] } {
  const given = Object.fromEntries(Object.keys(variables.shape).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
  const result = variables.safeParse(given);
  if (result.success) return { config: { ...result.data, MAX_TENANT_CONNECTIONS: sessionsOf(result.data) } };
  return { problems: result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) };
}

/** Another's PostgreSQL has room for a hundred unless somebody said more; our own has it for the most that can be set. */
const sessionsOf = ({ MAX_TENANT_CONNECTIONS, DATABASE_URL, ROLE }: Read): number =>
  MAX_TENANT_CONNECTIONS ?? (DATABASE_URL === undefined && ROLE === "all" ? sessionsIn(memoryBytes()) : 60);

import { pino } from "pino";

/** Sentences with fields: `log.info("tenant suspended", { projectId, reason })`. */
export interface Log {
  debug(sentence: string, fields?: object): void;
  info(sentence: string, fields?: object): void;
  warn(sentence: string, fields?: object): void;
  error(sentence: string, fields?: object): void;
}

export const logLevels = ["silent", "error", "warn", "info", "debug"] as const;

/** What must never reach the log, wherever a field of that name stands. */
const secret = ["password", "key", "apikey", "token", "accessToken", "refreshToken", "authorization", "cookie", "secret", "totp"];

export function makeLog(level: (typeof logLevels)[number]): Log {
  const out = pino({
    level,
    base: null,
    redact: { paths: secret.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
    serializers: { error: plain },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  return {
    debug: (sentence, fields = {}) => out.debug(fields, sentence),
    info: (sentence, fields = {}) => out.info(fields, sentence),
    warn: (sentence, fields = {}) => out.warn(fields, sentence),
    error: (sentence, fields = {}) => out.error(fields, sentence),
  };
}

/** Libraries hang whole connections on their errors, keys included: only what tells what happened is written. */
function plain(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, code, cause } = error as NodeJS.ErrnoException;
  return { type: name, message, code, stack, ...(cause !== undefined && { cause: plain(cause) }) };
}

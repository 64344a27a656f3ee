const mark = "[masked]";

/** Names whose text is a secret, whatever it looks like. */
const secretName =
  /(?:pass(?:word|wd|phrase)?|pwd|secret|token|hash|salt|authorization|cookie|credentials?|totp|otp|recovery_?code|(?:api|private|access|master|signing|service|encryption)_?key)s?$/i;
/** Names that are harmless of most things: flags and limits have keys, refusals have codes. */
const doubtfulName = /(?:key|code)s?$/i;
const looksRandom = /^(?=.*\d)(?=.*[a-z])[a-z0-9+/=]{24,}$|^\d{6}$|^(?=.*\d)[a-z0-9]{4,8}(?:-[a-z0-9]{4,8}){3,}$/i;
const isId = (text: string) => /^[a-z]{3}_[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(text);

/** What is a secret wherever it stands, also within a sentence. */
const secrets = new RegExp(
  [
    /\b(?:nm|nmk|sk|pk|rk|gh[a-z]|github|xox[a-z]|whsec)[_-](?:[a-z]{2,5}[_-]){0,2}[A-Za-z0-9+/]{20,}=*/, // API keys, tokens, webhooks' secrets
    /\bre_[A-Za-z0-9]{6,}_[A-Za-z0-9]{16,}/, // Resend's keys
    /\bAKIA[0-9A-Z]{16}\b/, // those of AWS
    /\b\d{6,12}:[\w-]{30,}/, // Telegram's bots
    /\beyJ[\w-]{8,2000}\.[\w-]{8,}\.[\w-]*/, // JWT
    /\bBearer\s+[\w.~+/-]{8,}=*/, // an Authorization header
    /\$(?:argon2(?:id|i|d)|2[abxy]|scrypt)\$[^\s"']+/, // hashes of passwords
    /\bSCRAM-SHA-256\$[^\s"']+/, // PostgreSQL's
    /\botpauth:\/\/\S+/, // secrets of authenticator apps
    /[?&][\w-]{0,40}(?:token|secret|key|password|sig|signature)=[^\s&"']+/, // a secret in an address
    /\bhooks\.slack\.com\/services\/\S+/, // Slack's webhooks are secret as a whole
    /:\/\/[^\s:@/]{0,200}:[^\s@/]{1,1000}@/, // who signs in, in a URL
    /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/, // a key as PEM
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

/** A text without what looks like a secret. */
export const maskedText = (text: string): string => text.replace(secrets, mark);

/** The same of what may not have been said. */
export const maskedSaying = (text: string | undefined): string | null => (text === undefined ? null : maskedText(text));

/** For `JSON.stringify`: what an object says under the name of a secret, or what looks like one, is not written down. */
export function masking(name: string, value: unknown): unknown {
  if (typeof value === "string") return isSecret(name, value) ? mark : maskedText(value);
  if (!Array.isArray(value)) return value;
  return value.map((each) => (typeof each === "string" && isSecret(name, each) ? mark : each));
}

const isSecret = (name: string, text: string) =>
  text !== "" && !isId(text) && (secretName.test(name) || (doubtfulName.test(name) && looksRandom.test(text)));

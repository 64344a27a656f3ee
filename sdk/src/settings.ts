/** The address as requests begin with it; refused where it is none. */
export function addressOf(url: string): string {
  if (isAddress(url)) return url.replace(/\/+$/, "");
  throw new TypeError(`url must be where the platform is, such as https://api.example.com; it is ${JSON.stringify(withoutSecrets(url))}.`);
}

function isAddress(url: string): boolean {
  try {
    const { protocol, search, hash, username, password } = new URL(url);
    return /^https?:$/.test(protocol) && [search, hash, username, password].every((part) => part === "");
  } catch {
    return false;
  }
}

const withoutSecrets = (url: unknown) => (typeof url === "string" ? url.replace(/\/\/.*@/s, "//…@").replace(/[?#].*$/s, "…") : url);

/** A key or token as it can stand in a header; files and variables like to add a line break, which none can hold. */
export function credentialOf(name: string, value: string): string {
  if (typeof value === "string" && /^[\x21-\x7e]+$/.test(value)) return value;
  throw new TypeError(`${name} must be a text without spaces and line breaks.`);
}

/** Everybody can read what a page was sent, so a secret key must not be there. */
export function refuseSecretInBrowser(apiKey: string): void {
  if (!apiKey.startsWith("nm_sk_") || !isInBrowser()) return;
  throw new Error("A secret key must not reach a browser, where everybody can read it: use a publishable key (nm_pk_…) there.");
}

/** Pages, workers and extensions of a browser; not Node, Bun, Deno or workers of a cloud, which name themselves otherwise. */
const isInBrowser = () => "document" in globalThis || (globalThis.navigator?.userAgent ?? "").startsWith("Mozilla/");

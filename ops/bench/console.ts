import type { ConsoleSight } from "@nextmavens/admin/sight";

/** The console as a browser has it whose reader has signed in: its cookie, what it may ask, and what its page knows of all lists. */
export async function signIn(url: string, credentials: { readonly email: string; readonly password: string }) {
  const login = await fetch(`${url}/admin/login`, { method: "POST", body: new URLSearchParams(credentials), redirect: "manual" });
  const cookie = login.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  /** What took too long was refused, and is an answer too. */
  const ask = async (path: string): Promise<string> => {
    const response = await fetch(`${url}/admin${path}`, { headers: { cookie } });
    const text = await response.text();
    if (!response.ok && response.status !== 503) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
    return text;
  };
  const sight = JSON.parse(/window\.CONSOLE = (.*);\n/.exec(await ask(""))?.[1] ?? "{}") as ConsoleSight;
  return { cookie, ask, sight };
}

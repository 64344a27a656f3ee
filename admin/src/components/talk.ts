import { useCallback, useEffect, useRef, useState } from "react";
import { attendance } from "./attended.ts";
import { member } from "./here.ts";
import { provenAgain, signedInAgain } from "./proof.tsx";
import { holdsUnsaved } from "./unsaved.ts";

/** Why the server gave no answer, in words for people. */
export class Unanswered extends Error {}

async function answered(path: string, init: RequestInit): Promise<Response> {
  const headers = { accept: "application/json", ...attendance(), member: member.id, ...init.headers };
  const response = await fetch(`/admin/api${path}`, { ...init, headers }).catch(() => {
    throw new Unanswered("The console's server does not answer. Is the connection there?");
  });
  if (response.status === 401) {
    if (holdsUnsaved() && (await signedInAgain())) return answered(path, init);
    if (!holdsUnsaved())
      window.location.assign(`/admin/login?next=${encodeURIComponent(window.location.pathname + window.location.search)}`);
    throw new Unanswered("Your session has ended.");
  }
  if (response.ok) return response;
  const { code, detail } = await response.json().catch(() => ({}));
  if (code === "sudo_required") {
    if (await provenAgain()) return answered(path, init);
    throw new Unanswered("Nothing was done: it asks first who you are.");
  }
  throw new Unanswered(detail ?? "Something went wrong.");
}

export async function ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await answered(path, init);
  return response.json().catch(() => ({}));
}

/** Has the browser keep what the server sends as a file. */
export async function download(path: string): Promise<void> {
  const response = await answered(path, { method: "POST" });
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "";
  link.click();
  URL.revokeObjectURL(address);
}

const fetchJson = <Answer>(path: string) => ask<Answer>(path, {});

/** `why` is what an escalation behind broken glass says. */
export const post = <Answer>(path: string, body: unknown, signal?: AbortSignal, why?: string) =>
  ask<Answer>(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...(why ? { "break-glass-reason": encodeURIComponent(why) } : {}) },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });

const fetchers = new Set<() => void>();

/** Has the page ask again for all that it shows, because something changed without its own doing. */
export const fetchAnew = () => {
  for (const each of fetchers) each();
};

export interface Fetched<Answer> {
  /** The last answer; kept while a newer one is fetched, so that nothing jumps. */
  readonly answer: Answer | undefined;
  readonly problem: string | undefined;
  readonly isLoading: boolean;
  readonly refresh: () => void;
}

/** What the server says at this path, fetched again when the path changes. `of` names whose answer may be kept meanwhile. */
export function useFetched<Answer>(path: string, of: string): Fetched<Answer> {
  const [state, setState] = useState<{ of: string; answer?: Answer; problem?: string }>({ of });
  const [isLoading, setLoading] = useState(true);
  const latest = useRef(0);
  const load = useCallback(() => {
    const mine = ++latest.current;
    setLoading(true);
    fetchJson<Answer>(path)
      .then((answer) => mine === latest.current && setState({ of, answer }))
      .catch((error: Error) => mine === latest.current && setState({ of, problem: error.message }))
      .finally(() => mine === latest.current && setLoading(false));
  }, [path, of]);
  useEffect(() => {
    load();
    fetchers.add(load);
    return () => void fetchers.delete(load);
  }, [load]);
  const isSame = state.of === of;
  return {
    answer: isSame ? state.answer : undefined,
    problem: isSame ? state.problem : undefined,
    isLoading,
    refresh: load,
  };
}

const freshMs = 60_000;

/** Asks again every minute while somebody looks. */
export function useAgain(refresh: () => void): void {
  useEffect(() => {
    const timer = setInterval(() => document.hidden || refresh(), freshMs);
    return () => clearInterval(timer);
  }, [refresh]);
}

import { type FormEvent, useState, useSyncExternalStore } from "react";
import { provesBy } from "./here.ts";
import { Over } from "./over.tsx";

interface Waiting {
  readonly go: () => void;
  readonly leave: () => void;
}

let waiting: Waiting | undefined;
const listeners = new Set<() => void>();
const change = (next: Waiting | undefined) => {
  waiting = next;
  for (const each of listeners) each();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Asks who one is; false where that is called off. */
export const provenAgain = (): Promise<boolean> =>
  new Promise((resolve) => {
    waiting?.leave();
    const settle = (isProven: boolean) => () => {
      change(undefined);
      resolve(isProven);
    };
    change({ go: settle(true), leave: settle(false) });
  });

/** Stands over the page while something sensitive waits for its reader to show who they are. */
export function Proof() {
  const asked = useSyncExternalStore(subscribe, () => waiting);
  return (
    <Over isOpen={asked !== undefined} leave={() => asked?.leave()} className="proof" titledBy="proof-title">
      {asked ? <Asked {...asked} /> : null}
    </Over>
  );
}

function Asked({ go, leave }: Waiting) {
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setSending(true);
    const response = await fetch("/admin/api/sudo", {
      method: "POST",
      body: new URLSearchParams([...form].map(([name, value]) => [name, String(value)])),
    }).catch(() => undefined);
    setSending(false);
    if (response?.ok) return go();
    const body = await response?.json().catch(() => ({}));
    setProblem(body?.detail ?? "The console's server does not answer. Is the connection there?");
  };
  return (
    <form className="stack" onSubmit={send}>
      <h2 id="proof-title">Is it still you?</h2>
      <p className="quiet">This is asked before what is sensitive, once in ten minutes.</p>
      {problem ? (
        <p className="notice error" role="alert">
          {problem}
        </p>
      ) : null}
      {provesBy === "totp" ? (
        <div className="field">
          <label htmlFor="proof-code">Six digits from your authenticator app, or a recovery code</label>
          <input id="proof-code" name="code" autoComplete="one-time-code" maxLength={40} required />
        </div>
      ) : (
        <div className="field">
          <label htmlFor="proof-password">Your password</label>
          <input id="proof-password" name="password" type="password" autoComplete="current-password" maxLength={200} required />
        </div>
      )}
      <div className="form-acts">
        <button type="button" className="button" onClick={leave}>
          Cancel
        </button>
        <button type="submit" className="button primary" disabled={isSending}>
          {isSending ? "Working…" : "Go on"}
        </button>
      </div>
    </form>
  );
}

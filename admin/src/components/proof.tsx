import { type FormEvent, useState, useSyncExternalStore } from "react";
import { provesBy } from "./here.ts";
import { Over } from "./over.tsx";

interface Waiting {
  readonly of: "proof" | "sign-in";
  readonly isDone: Promise<boolean>;
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

/** Whatever asks for the same meanwhile waits with it; false where it is called off. */
function askFor(of: Waiting["of"]): Promise<boolean> {
  if (waiting?.of === of) return waiting.isDone;
  waiting?.leave();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const settle = (isDone: boolean) => () => {
    change(undefined);
    resolve(isDone);
  };
  change({ of, isDone: promise, go: settle(true), leave: settle(false) });
  return promise;
}

/** Asks who one is. */
export const provenAgain = () => askFor("proof");

/** Has whoever typed something sign in elsewhere, so that it is not lost. */
export const signedInAgain = () => askFor("sign-in");

/** Stands over the page while something waits for its reader to show who they are. */
export function Proof() {
  const asked = useSyncExternalStore(subscribe, () => waiting);
  return (
    <Over isOpen={asked !== undefined} leave={() => asked?.leave()} className="proof" titledBy="proof-title">
      {asked?.of === "proof" ? <Asked {...asked} /> : null}
      {asked?.of === "sign-in" ? <SignInElsewhere go={asked.go} /> : null}
    </Over>
  );
}

const SignInElsewhere = ({ go }: Pick<Waiting, "go">) => (
  <div className="stack">
    <h2 id="proof-title">Your session has ended</h2>
    <p className="quiet">Sign in again in a tab of its own, then go on here: what you typed is still there.</p>
    <div className="form-acts">
      <a className="button" href="/admin/login" target="_blank" rel="noopener">
        Sign in
      </a>
      <button type="button" className="button primary" onClick={go}>
        Go on
      </button>
    </div>
  </div>
);

function Asked({ go, leave }: Waiting) {
  // An app may have been enrolled since this page was loaded.
  const [by, setBy] = useState(provesBy);
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const [isOver, setOver] = useState(false);
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
    if (response?.status === 401) return setOver(true);
    const body = await response?.json().catch(() => ({}));
    if (body?.code === "totp_required") setBy("totp");
    setProblem(body?.detail ?? "The console's server does not answer. Is the connection there?");
  };
  // Whoever signs in has shown who they are.
  if (isOver) return <SignInElsewhere go={go} />;
  return (
    <form className="stack" onSubmit={send}>
      <h2 id="proof-title">Is it still you?</h2>
      <p className="quiet">This is asked before what is sensitive, and then not again for a while.</p>
      {problem ? (
        <p className="notice error" role="alert">
          {problem}
        </p>
      ) : null}
      {by === "totp" ? (
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

import { newId } from "../../platform/ids.ts";
import type { InputOf } from "../../platform/operation.ts";
import type { Signer } from "../../platform/signed-note.ts";
import { makeOwnThrottle } from "../../platform/throttle.ts";
import { totpStep } from "../../platform/totp.ts";
import type { Vault } from "../../platform/vault.ts";
import { openUnderCode } from "../code.ts";
import { type openBreakGlass, refuse } from "../contract.ts";
import { breakGlassOpened, sealedCodeWithoutDigits } from "../mails.ts";
import { endOf } from "../rules.ts";
import { verified } from "../verified.ts";
import { type Alarm, tellDirectly, waysOf } from "./alarm.ts";
import { type Entry, openJournal } from "./journal.ts";
import type { HeldOffline, LastKnown } from "./queries.ts";
import { Opened } from "./session.ts";
import { readVerifier, type Verifier } from "./verifier.ts";

interface Given extends Alarm {
  readonly dataDir: string;
  readonly vault: Vault;
  readonly signer: Signer;
  readonly publicUrl: string;
  readonly clock: () => Date;
}

interface From {
  /** When it was asked for, where that may be a while ago. */
  readonly cameAt?: string;
  readonly address: string | undefined;
  readonly userAgent: string | undefined;
}

/** What a browser keeps of a session: whose, and the session of staff behind it. */
interface Cookie {
  readonly staffId: string;
  readonly sessionId: string;
}

/** A session that was opened on this host while the database was away. */
export interface OutageSession extends Opened {
  readonly id: string;
  readonly changes: number;
}

/** The way in while the database is away: by the local verifier file, into the local journal. */
export interface Outage {
  open(input: InputOf<typeof openBreakGlass>, from: From): Promise<OutageSession>;
  /** The session of this cookie, while it is open. */
  find(cookie: Cookie | undefined): OutageSession | undefined;
  note(session: OutageSession, kind: "read" | "changed" | "ended", data?: Readonly<Record<string, unknown>>): void;
  /** Whoever came in with the database ends that session while it is away: it is ended there as soon as it is back. */
  leave(cookie: Cookie): void;
  lastKnown(): LastKnown | undefined;
  readonly ways: ReturnType<typeof waysOf>;
}

export function openOutage({ dataDir, vault, signer, publicUrl, clock, ...alarm }: Given): Outage {
  const journal = openJournal(dataDir, signer);
  const throttle = makeOwnThrottle();
  const now = () => clock().toISOString();
  const keptOf = ({ codes }: Verifier, name: string) => {
    const held = codes.find((each) => each.name === name);
    return held && { ...held, isSpent: isSpentIn(journal.read().entries, held.id) };
  };
  const tell = (staff: readonly string[], sessionId: string, staffId: string, said: { subject: string; body: string }) =>
    void tellDirectly(alarm, staff, sessionId, said)
      .then((data) => journal.append(() => ({ at: now(), sessionId, kind: "told", data: { ...data, staffId } })))
      // What can't be written down was told all the same.
      .catch(() => undefined);

  return {
    async open(input, from) {
      const { cameAt = now() } = from;
      const verifier = readVerifier(dataDir, signer);
      const find = async (name: string) => verifier && keptOf(verifier, name);
      const { code, found, refuseGuess } = await verified({ vault, throttle, address: from.address, find }, input);
      const { entries } = journal.read();
      if (isSpentIn(entries, found.id)) throw refuse("sealed_code_is_spent");
      refuseGuess();
      const at = now();
      const step = totpStep(openUnderCode(code, found.totpUnderCode), input.totp, lastStepOf(entries, found), cameAt);
      const sessionId = newId("breakGlass");
      const { staff } = verifier ?? { staff: [] };
      const address = from.address ?? null;
      if (step === undefined) {
        journal.append(() => ({ at, sessionId, kind: "refused", data: { staffId: found.staffId, codeId: found.id, address } }));
        const said = sealedCodeWithoutDigits({ holder: found.email, code: code.name, openedAt: at, address });
        if (!(await throttle.attempt("breakGlassAlertByCode", found.id))) tell(staff, sessionId, found.staffId, said);
        throw refuse("wrong_sealed_code");
      }
      const { reason, incident, minutes, isDrill } = input;
      const opened: Opened = {
        ...{ staffId: found.staffId, holder: found.email, codeId: found.id, totpStep: step, staffSessionId: newId("session") },
        ...{ reason, incident, minutes, isDrill, openedAt: at, expiresAt: endOf(at, minutes), address, userAgent: from.userAgent ?? null },
      };
      journal.append((entries) => {
        if (isSpentIn(entries, found.id)) throw refuse("sealed_code_is_spent");
        return { at, sessionId, kind: "opened", data: { ...opened } };
      });
      tell(staff, sessionId, found.staffId, breakGlassOpened({ ...opened, sessionId, publicUrl, isOffline: true }));
      return { ...opened, id: sessionId, changes: 0 };
    },
    find(cookie) {
      if (!cookie) return undefined;
      const { entries } = journal.read();
      const found = entries.find(({ kind, data }) => kind === "opened" && Opened.parse(data).staffSessionId === cookie.sessionId);
      if (!found) return undefined;
      const opened = Opened.parse(found.data);
      const of = entries.filter(({ sessionId }) => sessionId === found.sessionId);
      if (opened.expiresAt <= now() || of.some(({ kind }) => kind === "ended")) return undefined;
      return { ...opened, id: found.sessionId, changes: of.filter(({ kind }) => kind === "changed").length };
    },
    note: ({ id: sessionId }, kind, data = {}) => void journal.append(() => ({ at: now(), sessionId, kind, data: { ...data } })),
    leave({ staffId, sessionId }) {
      const hasLeft = journal.read().entries.some((each) => each.kind === "left" && each.sessionId === sessionId);
      if (!hasLeft) journal.append(() => ({ at: now(), sessionId, kind: "left", data: { staffId } }));
    },
    ways: waysOf(alarm),
    lastKnown: () => readVerifier(dataDir, signer)?.lastKnown,
  };
}

const openedIn = (entries: readonly Entry[]): Opened[] =>
  entries.flatMap(({ kind, data }) => (kind === "opened" ? [Opened.parse(data)] : []));

const isSpentIn = (entries: readonly Entry[], code: string) => openedIn(entries).some(({ codeId }) => codeId === code);

/** A code of the authenticator serves once, here as there. */
function lastStepOf(entries: readonly Entry[], { staffId, totpLastStep }: HeldOffline): number | null {
  const steps = openedIn(entries).flatMap((each) => (each.staffId === staffId ? [each.totpStep] : []));
  return steps.length === 0 ? totpLastStep : Math.max(...steps, totpLastStep ?? 0);
}

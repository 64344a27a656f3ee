import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Outage } from "@nextmavens/api/break-glass";
import { powers } from "@nextmavens/api/platform/broken-glass";
import { spoken } from "@nextmavens/api/platform/spoken";
import { documentOf, escaped, logo } from "../pages/html.ts";
import type { Ended, House, Inside, Standing } from "./inside.ts";

/** The console's own colours and forms, read as they stand: no bundle is needed for them. */
const sheet = (name: string) => readFileSync(join(import.meta.dirname, "..", "components", "styles", `${name}.css`), "utf8");
const style = ["theme", "base", "forms", "break-glass"].map(sheet).join("\n");

/** By which the content security policy knows the one style there is. */
export const styleHash = `'sha256-${createHash("sha256").update(style).digest("base64")}'`;

const page = (title: string, content: string): string =>
  documentOf({
    title: `${title} · NextMavens`,
    head: `<style>${style}</style>\n`,
    body: `<main class="break-glass">
<div class="door-brand">${logo}<span>NextMavens</span></div>
${content}
</main>`,
  });

/** What was typed and may be shown again: neither the code nor the digits. */
export interface Typed {
  readonly holder?: string;
  readonly reason?: string;
  readonly incident?: string;
  readonly minutes?: string;
  readonly isReal?: boolean;
}

/** What stands above the form. */
export interface Said {
  readonly tone: "error" | "warn" | "plain";
  readonly message: string;
  /** What is wrong, by field. */
  readonly errors?: Readonly<Record<string, string>>;
  /** Of a session that the database alone knows: it can be ended all the same. */
  readonly mayEnd?: boolean;
}

/** Of whoever comes with a session that lets them in no more, or not now. */
export const said = {
  outside: undefined,
  over: { tone: "plain", message: "Your session is over: it opens nothing any more, on no page and no process." },
  unknown: {
    tone: "warn",
    message:
      "Your session was opened with the database, which does not answer: it opens nothing until that is back. Another code of yours opens one on this host meanwhile.",
    mayEnd: true,
  },
} as const satisfies Readonly<Record<string, Said | undefined>>;

/** Promises what is configured, and nothing else. */
const toldBy = (ways: Outage["ways"]): string => {
  const there = ways.filter(({ isThere }) => isThere).map(({ way }) => way);
  return there.length === 0
    ? "Nobody is told at once here: neither mail nor Telegram is configured."
    : `Everybody on staff is told at once, ${there.join(" and ")}.`;
};

/** How the door is for whoever comes with a code. */
export interface Door {
  readonly ways: Outage["ways"];
  readonly isAway: boolean;
  /** With the database away: whether any code opens on this host. */
  readonly opens: boolean;
}

const over: Said = { tone: "error", message: "Your session is over; this was not done." };

/** The same of whoever wanted something done. */
export const notDone = {
  outside: over,
  over,
  unknown: { ...said.unknown, tone: "error", message: `This was not done. ${said.unknown.message}` },
} as const satisfies Readonly<Record<string, Said>>;

export function openingPage({ ways, isAway, opens }: Door, typed: Typed, said?: Said): string {
  const field = (name: string, label: string, control: (attributes: string) => string, hint = "") => {
    const error = said?.errors?.[name];
    const described = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
    const attributes = `id="${name}" name="${name}"${described ? ` aria-describedby="${described}"` : ""}${error ? ' aria-invalid="true"' : ""}`;
    return `<div class="field${error ? " wrong" : ""}"><label for="${name}">${label}</label>
${control(attributes)}
${hint ? `<p class="hint" id="${name}-hint">${hint}</p>` : ""}${error ? `<p class="error-text" id="${name}-error">${escaped(`${error.charAt(0).toUpperCase()}${error.slice(1)}.`)}</p>` : ""}</div>`;
  };
  const value = (text = "") => `value="${escaped(text)}"`;
  return page(
    "Break-glass",
    `<h1>Break-glass</h1>
<p class="quiet">For named holders of a sealed code, when the usual way in is shut. ${toldBy(ways)} Somebody else reviews what you did.</p>
${isAway && !opens ? noticeOf(opensNothing) : isAway && !said?.mayEnd ? noticeOf(opensHere) : ""}
${said ? noticeOf(said) : ""}
<form method="post" action="/break-glass" class="stack" autocomplete="off">
${field("holder", "Holder", (is) => `<input ${is} required maxlength="254" autocomplete="username" ${value(typed.holder)}>`, "Your e-mail or staff id.")}
${field("code", "Sealed code", (is) => `<input ${is} class="code" required maxlength="100" autocapitalize="characters" spellcheck="false" placeholder="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX">`, "From the envelope. It serves once.")}
${field("totp", "Six digits", (is) => `<input ${is} required inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" maxlength="6">`, "Of the break-glass authenticator, not the everyday one.")}
${field("reason", "Why", (is) => `<textarea ${is} required maxlength="1000" rows="3">${escaped(typed.reason ?? "")}</textarea>`)}
<div class="break-glass-row">
${field("incident", "Incident", (is) => `<input ${is} required maxlength="100" placeholder="INC-42" ${value(typed.incident)}>`)}
${field("minutes", "Minutes", (is) => `<input ${is} required type="number" min="1" max="60" ${value(typed.minutes || "15")}>`, "60 at most; it ends then whatever you do.")}
</div>
<fieldset class="field"><legend>What it is</legend>
<label class="break-glass-choice"><input type="radio" name="kind" value="drill"${typed.isReal ? "" : " checked"}> A drill: all the same, marked</label>
<label class="break-glass-choice"><input type="radio" name="kind" value="real"${typed.isReal ? " checked" : ""}> Real</label>
</fieldset>
<button class="button danger solid wide" type="submit">Break the glass</button>
</form>
${isAway ? untilItIsBack : powersList}`,
  );
}

const noticeOf = ({ tone, message, mayEnd }: Said): string =>
  `<p class="notice ${tone}" role="${tone === "error" ? "alert" : "status"}">${escaped(message)}</p>${mayEnd ? endForm("End that session") : ""}`;

const endForm = (label: string): string =>
  `<form method="post" action="/break-glass/end"><button class="button danger wide" type="submit">${label}</button></form>`;

const opensHere: Said = {
  tone: "warn",
  message: "The database does not answer. A code opens a session on this host alone, which can do less: what stands below.",
};
const opensNothing: Said = {
  tone: "error",
  message: "The database does not answer, and this host has no verifier file that it can read: no code opens here. Try another host.",
};

const list = (items: readonly string[]) =>
  `<ul class="break-glass-powers">${items.map((each) => `<li>${escaped(each)}</li>`).join("")}</ul>`;

/** What a holder need not try, and what there is instead. */
const untilItIsBack = `<section><h2>Until the database is back</h2>
<p class="quiet">From here you can:</p>
${list([
  "see how this host stands, and how the platform stood last",
  "begin and end maintenance of this host; of another, on that one",
  "say something on the public status page",
  "end the session: this one, or one that was opened with the database",
])}
<p class="quiet">Nobody can:</p>
${list([
  "sign in the usual way, or use a session from before, usual or behind broken glass: it opens nothing",
  "use the console or the API, look at rows, or use the other powers of break-glass",
  "end or review another's session",
  "seal, list or revoke codes: one that was revoked a moment before may still open here",
])}</section>`;

const powersList = `<section><h2>What it lets you do</h2>
<p class="quiet">Read everything that staff can read. To change something, say why, for each act:</p>
${list(Object.values(powers))}</section>`;

/** Goes on counting where scripts run; without them the page says the time it was made at. */
const countdown = (nonce: string) => `<script nonce="${nonce}">
const left = document.getElementById("left");
const end = Date.parse(left.dataset.until);
setInterval(() => {
  const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
  left.textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0") + " left";
  if (seconds === 0) location.replace("/break-glass");
}, 1000);
</script>`;

/** The page of who is in: what they are told of the house, and what they can do from here even where the console has nothing to show. */
export function openPage(inside: Inside, standing: Standing, house: House, nonce: string, problem?: string): string {
  const { session, isOffline } = inside;
  const { incident, isDrill, holder, expiresAt, changes } = session;
  const minutes = Math.max(0, Math.ceil((Date.parse(expiresAt) - house.clock().getTime()) / 60_000));
  return page(
    "Break-glass",
    `<div class="break-glass-bar" role="status"><strong>${isDrill ? "BREAK-GLASS DRILL" : "BREAK-GLASS"}</strong>
<span>${escaped(holder)}</span><span>${escaped(incident)}</span><span id="left" data-until="${expiresAt}">${minutes} min left</span><span>until ${spoken(expiresAt)}</span><span>${changes} ${changes === 1 ? "act" : "acts"}</span></div>
<h1>You are in</h1>
<p class="quiet">${toldBy(house.outage.ways)} What you open and change is written down.</p>
${isOffline ? '<p class="notice warn">The database was away when you came in. What you do here is kept on this host, and taken into the audit log once it is back; the console opens then.</p>' : ""}
${problem === undefined ? "" : `<p class="notice error" role="alert">${escaped(problem)}</p>`}
${standing.database === "answers" ? '<a class="button primary wide" href="/admin">To the console</a>' : ""}
${endForm("End now")}
${standingList(standing)}
${maintenanceForm(house)}
${statusForm}
${standing.database === "answers" ? (isOffline ? "" : powersList) : untilItIsBack}
${countdown(nonce)}`,
  );
}

function standingList({ database, lastKnown }: Standing): string {
  const figures: readonly (readonly [string, string])[] = lastKnown
    ? [
        ["Last known", spoken(lastKnown.at)],
        ["Projects, about", String(lastKnown.projects)],
        ["Sanctions in force", String(lastKnown.sanctions)],
        ["Messages that wait", String(lastKnown.waitingMessages)],
      ]
    : [["Last known", "nothing: this host has no verifier file that it can read"]];
  const rows = [["Database", database] as const, ...figures];
  return `<section><h2>How it stands</h2><dl class="break-glass-facts">${rows
    .map(([label, value]) => `<div><dt>${label}</dt><dd>${escaped(value)}</dd></div>`)
    .join("")}</dl></section>`;
}

const why = (id: string) =>
  `<div class="field"><label for="${id}">Why</label><input id="${id}" name="reason" required maxlength="1000"></div>`;

const maintenanceForm = ({ maintenance: { closed } }: House): string => `<section><h2>Maintenance</h2>
${closed ? `<p>Since ${spoken(closed.since)} all requests but staff's are refused with: “<bdi>${escaped(closed.message)}</bdi>”</p>` : '<p class="quiet">The API and the data plane answer 503 with your message, on this host, with the database and without, until you end it.</p>'}
<form method="post" action="/break-glass/maintenance" class="stack">
${closed ? '<input type="hidden" name="ends" value="yes">' : '<div class="field"><label for="message">What callers are told</label><input id="message" name="message" required maxlength="1000"></div>'}
${why("maintenance-why")}
<button class="button${closed ? "" : " danger"}" type="submit">${closed ? "Serve again" : "Begin maintenance"}</button>
</form></section>`;

const statusForm = `<section><h2>Public status page</h2>
<form method="post" action="/break-glass/status" class="stack">
<div class="field"><label for="text">What everybody reads at <a href="/status">/status</a></label><textarea id="text" name="text" required maxlength="1000" rows="3"></textarea></div>
${why("status-why")}
<button class="button" type="submit">Post</button>
</form></section>`;

/** What another site made a browser send, or what came by an address that is not the platform's own. */
export const elsewherePage = (publicUrl: string): string =>
  page(
    "Not from here",
    `<h1>This did not come from here</h1>
<p class="quiet">The form was sent from another site or under another address than the platform's own, and nothing was done. Open break-glass here and type it again.</p>
<a class="button wide" href="${escaped(publicUrl)}/break-glass">Break-glass</a>`,
  );

/** What whoever comes to any other page is told while the database is away. */
/** Of whatever was under way as the database fell silent. */
export const lookFirst = "What you sent may have been done all the same: look before you send it again.";

export const awayPage = (isUnderWay = false): string =>
  page(
    "The database does not answer",
    `<h1>The database does not answer</h1>
${isUnderWay ? `<p class="notice warn">${lookFirst}</p>` : ""}
<p class="quiet">Nobody can sign in until it does, and what needs it is back as soon as it is. How things stand is told at the public status page; holders of a sealed code come in by break-glass.</p>
<a class="button wide" href="/status">How things stand</a>
<a class="button wide" href="/break-glass">Break-glass</a>`,
  );

const overWords: Readonly<Record<Ended, readonly [heading: string, text: string]>> = {
  now: [
    "It is over",
    "The session is dead on every page and process, and its code with it. Somebody else reviews it from the console's work queue.",
  ],
  later: [
    "You are out",
    "This browser has forgotten the session. The database, which knows of it, does not answer: until that is back the session opens nothing, and then this host ends it at once.",
  ],
};

export function overPage(ended: Ended): string {
  const [heading, text] = overWords[ended];
  return page(
    "Break-glass is over",
    `<h1>${heading}</h1>
<p class="quiet">${text} If you had signed in the usual way before, that session goes on: sign out of it in the console.</p>
<a class="button wide" href="/admin">To the console</a>`,
  );
}

/** Pages of one's own account: the second factor, recovery codes, and where one is signed in. Plain forms, which need no script. */
import type { StaffSession } from "@nextmavens/api/staff";
import { renderSVG } from "uqr";
import { escaped } from "./html.ts";

export interface AccountSight {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly hasTotp: boolean;
  readonly mustEnrol: boolean;
  readonly recoveryCodesLeft: number;
  readonly sessions: readonly StaffSession[];
}

export const noticeOf = (message: string | undefined) =>
  message === undefined ? "" : `<p class="notice error" role="alert">${escaped(message)}</p>`;

export const field = (name: string, label: string, attributes: string) =>
  `<div class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" ${attributes}></div>`;

const passwordField = field("password", "Your password", 'type="password" autocomplete="current-password" required maxlength="200"');
/** One field for both: whoever lost the app should not have to look for another form. */
const codeField = field(
  "code",
  "Six digits from your authenticator app, or a recovery code",
  'inputmode="text" autocomplete="one-time-code" maxlength="40" required',
);

const form = (action: string, fields: string, label: string, look = "primary") =>
  `<form method="post" action="/admin/account/${action}" class="stack">${fields}<button class="button ${look} wide" type="submit">${label}</button></form>`;

export function accountBody(
  { email, name, role, hasTotp, mustEnrol, recoveryCodesLeft, sessions }: AccountSight,
  message?: string,
): string {
  return `<p class="quiet"><bdi>${escaped(name)}</bdi> · ${escaped(email)} · ${escaped(role)}</p>
${noticeOf(message)}
${mustEnrol ? `<p class="notice">Staff here must have an authenticator app. Enrol one, and the console opens.</p>` : ""}
<section class="stack"><h2>Second factor</h2>
<p>${hasTotp ? `An authenticator app is enrolled. ${recoveryCodesLeft} of 10 recovery codes are left.` : "None is enrolled: whoever knows your password is you."}</p>
${form("enrol", passwordField + (hasTotp ? codeField : ""), hasTotp ? "Enrol another app instead" : "Enrol an authenticator app", hasTotp ? "" : "primary")}
${hasTotp ? form("recovery-codes", "", "Make new recovery codes", "") : ""}</section>
${mustEnrol ? "" : `<section class="stack"><h2>Password</h2><a class="button wide" href="/admin/account/password">Change your password</a></section>${sessionsPart(sessions)}`}
${mustEnrol ? `<form method="post" action="/admin/logout"><button class="button wide">Sign out</button></form>` : `<a class="button wide" href="/admin">To the console</a>`}`;
}

const sessionsPart = (sessions: readonly StaffSession[]) => `<section class="stack"><h2>Where you are signed in</h2>
<ul class="sessions">${sessions.map(sessionLine).join("")}</ul>
${sessions.length > 1 ? form("sessions/end-others", "", "End all others", "") : ""}</section>`;

const doors: Readonly<Record<StaffSession["door"], string>> = { api: "API", console: "Console", break_glass: "Break-glass" };
const momentOf = (time: string) =>
  `<time datetime="${escaped(time)}" title="${escaped(time.slice(0, 19).replace("T", " "))} UTC">${escaped(time.slice(0, 16).replace("T", " "))} UTC</time>`;

/** Tells times in the reader's zone, where scripts run; the exact one stays on hover. */
export const localTimes = `
const told = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
for (const time of document.querySelectorAll("time")) time.textContent = told.format(new Date(time.dateTime));
`;

const sessionLine = ({ id, door, lastSeenAt, createdAt, address, userAgent, isThisOne }: StaffSession) => `<li>
<div><strong>${doors[door]}${isThisOne ? ", this one" : ""}</strong> from ${escaped(address ?? "an unknown address")}
<div class="small">last used ${momentOf(lastSeenAt)}, since ${momentOf(createdAt)}</div>
<div class="small agent" title="${escaped(userAgent ?? "")}">${escaped(userAgent ?? "")}</div></div>
${isThisOne ? "" : `<form method="post" action="/admin/account/sessions/end"><input type="hidden" name="sessionId" value="${escaped(id)}"><button class="button small" aria-label="End the session from ${escaped(address ?? "an unknown address")}, last used ${escaped(lastSeenAt)}">End</button></form>`}</li>`;

/** What the app reads, as a picture and to be typed. */
export const enrolBody = ({ uri, secret }: { uri: string; secret: string }, message?: string): string => `${noticeOf(message)}
<p>Scan this with your authenticator app, or type the key into it. Then enter the six digits that it shows.</p>
<div class="qr" role="img" aria-label="The QR code for the authenticator app">${renderSVG(uri, { border: 2 })}</div>
<p class="code-line"><span class="small">Key</span> <code>${escaped(secret.replace(/(.{4})(?!$)/g, "$1 "))}</code></p>
${form("confirm", `<input type="hidden" name="uri" value="${escaped(uri)}">${field("code", "Six digits", 'inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" maxlength="6" required autofocus')}`, "Confirm")}
<a class="button wide" href="/admin/account">Cancel</a>`;

export const codesBody = (codes: readonly string[]): string => `<p><strong>This is shown once and kept nowhere: copy it now.</strong>
Each code serves once in place of the six digits, for the day when the app is lost.</p>
<ul class="recovery-codes">${codes.map((code) => `<li><code>${escaped(code)}</code></li>`).join("")}</ul>
<a class="button primary wide" href="/admin/account">I have kept them</a>`;

export const passwordBody = (hasTotp: boolean, message?: string): string => `${noticeOf(message)}
<p class="quiet">At least 8 characters: length is what counts. Wherever else you are signed in, you are signed out.</p>
${form(
  "password",
  passwordField +
    (hasTotp ? codeField : "") +
    field("newPassword", "Your new password", 'type="password" autocomplete="new-password" required minlength="8" maxlength="200"'),
  "Change it",
)}
<a class="button wide" href="/admin/account">Cancel</a>`;

export const passwordChangedBody = (ended: number): string => `<p>From now on you sign in with the new one. ${
  ended === 0 ? "You were signed in nowhere else." : ended === 1 ? "One other session has ended." : `${ended} other sessions have ended.`
}</p>
<a class="button primary wide" href="/admin/account">To your account</a>`;

/** What was asked for when it was asked who one is: by which form, with what in it. */
export interface Begun {
  readonly next: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const hidden = ([name, value]: readonly [string, unknown]) =>
  `<input type="hidden" name="${escaped(name)}" value="${escaped(String(value))}">`;

export const proveBody = (hasTotp: boolean, { next, fields }: Begun, message?: string): string => `${noticeOf(message)}
<p>This asks again who you are, and then not for a while. What you began goes on.</p>
${form(
  "prove",
  Object.entries({ ...fields, next })
    .map(hidden)
    .join("") + (hasTotp ? codeField : passwordField),
  "Go on",
)}
<a class="button wide" href="/admin/account">Cancel</a>`;

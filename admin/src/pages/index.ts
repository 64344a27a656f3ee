/** What the console answers with as HTML: the sign-in page, the page AdminJS runs in, and what is said when something is not there. */
import type { Response } from "express";
import type { Assets } from "../assets.ts";
import { nonceOf } from "../door/headers.ts";
import type { ConsoleSight } from "../sight.ts";
import {
  type AccountSight,
  accountBody,
  type Begun,
  codesBody,
  enrolBody,
  localTimes,
  passwordBody,
  passwordChangedBody,
  proveBody,
} from "./account.ts";
import { documentOf, escaped, logo, scriptValue } from "./html.ts";
import { invitationBody, type LinkWords, takeToken } from "./invitation.ts";
import { type ForgotWords, forgotBody, linkSentBody, resetBody, resetDoneBody } from "./reset.ts";

export interface SignInWords {
  readonly next: string;
  readonly email?: string;
  readonly message?: string;
  /** The password was right, and a code is enrolled. */
  readonly needsCode?: boolean;
}

export type Pages = ReturnType<typeof makePages>;

export const makePages = ({ style, scripts }: Assets) => ({
  /** `state` is what AdminJS's own script reads, `sight` what ours does. */
  app: (response: Response, { state, sight }: { state: unknown; sight: ConsoleSight }): string =>
    documentOf({
      title: "NextMavens console",
      style,
      head: `<script nonce="${nonceOf(response)}">
window.REDUX_STATE = ${scriptValue(state)};
window.THEME = {};
window.THEME_COMPONENTS = {};
window.AdminJS = { Components: {} };
window.CONSOLE = ${scriptValue(sight)};
</script>
${scripts.map((each) => `<script src="${escaped(each)}" defer></script>`).join("\n")}
`,
      body: `<div id="app"><p class="waiting" role="status">Opening the console…</p></div>
<noscript><p class="waiting">The console needs JavaScript.</p></noscript>`,
    }),

  signIn: (_response: Response, words: SignInWords): string =>
    documentOf({
      title: "Sign in · NextMavens console",
      style,
      // While somebody types a password.
      head: scripts.map((each) => `<link rel="prefetch" as="script" href="${escaped(each)}">\n`).join(""),
      body: signInCard(words),
    }),

  account: (response: Response, sight: AccountSight, message?: string): string =>
    documentOf({
      title: "Your account · NextMavens console",
      style,
      body: `${card("Your account", accountBody(sight, message), "roomy")}\n<script nonce="${nonceOf(response)}">${localTimes}</script>`,
    }),

  enrol: (_response: Response, begun: { uri: string; secret: string }, message?: string): string =>
    documentOf({ title: "Enrol an app · NextMavens console", style, body: card("Enrol an authenticator app", enrolBody(begun, message)) }),

  codes: (_response: Response, codes: readonly string[]): string =>
    documentOf({ title: "Recovery codes · NextMavens console", style, body: card("Recovery codes", codesBody(codes)) }),

  password: (_response: Response, hasTotp: boolean, message?: string): string =>
    documentOf({
      title: "Change your password · NextMavens console",
      style,
      body: card("Change your password", passwordBody(hasTotp, message)),
    }),

  passwordChanged: (_response: Response, ended: number): string =>
    documentOf({
      title: "Password changed · NextMavens console",
      style,
      body: card("Your password is changed", passwordChangedBody(ended)),
    }),

  prove: (_response: Response, hasTotp: boolean, begun: Begun, message?: string): string =>
    documentOf({
      title: "Is it still you? · NextMavens console",
      style,
      body: card("Is it still you?", proveBody(hasTotp, begun, message)),
    }),

  invitation: (response: Response, typed: LinkWords): string => linkPage(response, style, "Join the staff", invitationBody(typed)),

  invitationOver: (_response: Response, message: string): string =>
    documentOf({
      title: "Invitation · NextMavens console",
      style,
      body: card(
        "Ask for another invitation",
        `<p class="quiet">${escaped(message)}</p><a class="button wide" href="/admin/login">To the sign-in</a>`,
      ),
    }),

  forgot: (_response: Response, words: ForgotWords): string =>
    documentOf({ title: "Forgot your password? · NextMavens console", style, body: card("Forgot your password?", forgotBody(words)) }),

  linkSent: (_response: Response): string =>
    documentOf({ title: "Look into your mail · NextMavens console", style, body: card("Look into your mail", linkSentBody) }),

  reset: (response: Response, typed: LinkWords): string => linkPage(response, style, "Choose a new password", resetBody(typed)),

  resetDone: (_response: Response): string =>
    documentOf({ title: "Password changed · NextMavens console", style, body: card("Your password is changed", resetDoneBody) }),

  resetOver: (_response: Response, message: string): string =>
    documentOf({
      title: "New password · NextMavens console",
      style,
      body: card(
        "Ask for another link",
        `<p class="quiet">${escaped(message)}</p><a class="button wide" href="/admin/forgot-password">Ask for another</a>`,
      ),
    }),

  signOut: (_response: Response): string =>
    documentOf({
      title: "Sign out · NextMavens console",
      style,
      body: card("Sign out", `<form method="post" action="/admin/logout"><button class="button primary wide">Sign out</button></form>`),
    }),

  missing: (_response: Response, sentence: string): string =>
    documentOf({
      title: "Not found · NextMavens console",
      style,
      body: card("Not found", `<p class="quiet">${escaped(sentence)}</p><a class="button wide" href="/admin">To the first page</a>`),
    }),

  failed: (_response: Response, requestId: string): string =>
    documentOf({
      title: "Something went wrong · NextMavens console",
      style,
      body: card(
        "Something went wrong",
        `<p class="quiet">It is our fault, and it is in the log under this request id:</p><p class="code-line">${escaped(requestId)}</p>
<a class="button wide" href="/admin">To the first page</a>`,
      ),
    }),
});

/** What a mailed link opens. */
const linkPage = (response: Response, style: string, title: string, content: string): string =>
  documentOf({
    title: `${title} · NextMavens console`,
    style,
    body: `${card(title, content)}\n<script nonce="${nonceOf(response)}">${takeToken}</script>`,
  });

const card = (title: string, content: string, look = ""): string => `<main class="door">
<div class="door-card ${look}">
<div class="door-brand">${logo}<span>NextMavens</span></div>
<h1>${escaped(title)}</h1>
${content}
</div>
</main>`;

const signInCard = ({ next, email = "", message, needsCode = false }: SignInWords): string =>
  card(
    "Sign in to the console",
    `<p class="quiet">For the people who run the platform.</p>
${message === undefined ? "" : `<p class="notice error" role="alert">${escaped(message)}</p>`}
<form method="post" action="/admin/login" class="stack">
<input type="hidden" name="next" value="${escaped(next)}">
<div class="field"><label for="email">E-mail</label>
<input id="email" name="email" type="email" autocomplete="username" required maxlength="254" value="${escaped(email)}"${email === "" ? " autofocus" : ""}></div>
<div class="field"><label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"${email === "" ? "" : " autofocus"}></div>
<div class="field"><label for="code">Six digits from your authenticator app</label>
<input id="code" name="code" autocomplete="one-time-code" maxlength="40" aria-describedby="code-hint"${needsCode ? " required" : ""}>
<span class="hint" id="code-hint">Or a recovery code. ${needsCode ? "Your account has an app." : "Leave it empty if no app is enrolled."}</span></div>
<button class="button primary wide" type="submit">Sign in</button>
</form>
<p class="small"><a href="/admin/forgot-password">Forgot your password?</a></p>`,
  );

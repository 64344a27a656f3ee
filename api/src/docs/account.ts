import { html } from "./html.ts";
import { makePage, type Page } from "./page.ts";

/** The token stands behind the `#`, which no browser sends to any server, and is taken out of the address at once. */
const preamble = `
const token = location.hash.slice(1);
history.replaceState(null, "", location.pathname);
const result = document.querySelector(".result");
const say = (kind, text) => { result.className = "result " + kind; result.textContent = text; };
const send = async (path, body) => {
  try {
    const response = await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    const text = await response.text();
    const answer = text ? JSON.parse(text) : {};
    if (response.ok) return answer;
    say("bad", answer.detail || "It did not work. Try again in a moment.");
  } catch { say("bad", "We could not be reached. Check your connection and try again."); }
};
const onSubmit = (form, work) => form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  say("", "");
  const done = await work(new FormData(form));
  if (done) form.hidden = true;
  button.disabled = false;
});
`;

/** Proves an address with the token of the mail; a click is asked for, since programs open the links in mails too. */
export const verifyEmailPage = (): Page =>
  makePage({
    title: "Confirm your e-mail address · NextMavens",
    isPrivate: true,
    ground: "grounded",
    script: `${preamble}
const form = document.querySelector("form");
if (!token) { form.hidden = true; say("bad", "This link is not whole. Open it from the mail again, or copy all of it."); }
onSubmit(form, async () => {
  const developer = await send("/api/auth/verify-email", { token });
  if (developer) say("good", developer.email + " is confirmed. You can close this page.");
  return developer;
});
`,
    content: html`<main class="card small" id="content"><h1>Confirm your address</h1>
<p class="soft">One click, and we know that mail reaches you.</p>
<form><button>Confirm my address</button></form>
<p class="result" role="status" aria-live="polite"></p>
${needsScript("/api/auth/verify-email")}</main>`,
  });

/** Sets a new password with the token of the mail, or has such a mail sent. */
export const resetPasswordPage = (): Page =>
  makePage({
    title: "Set a new password · NextMavens",
    isPrivate: true,
    ground: "grounded",
    script: `${preamble}
const reset = document.querySelector("#reset");
const ask = document.querySelector("#ask");
(token ? ask : reset).hidden = true;
onSubmit(reset, async (fields) => {
  const done = await send("/api/auth/reset-password", { token, password: fields.get("password") });
  if (done) say("good", "Your new password is set, and every session was ended. Sign in with it.");
  return done;
});
onSubmit(ask, async (fields) => {
  const done = await send("/api/auth/forgot-password", { email: fields.get("email") });
  if (done) say("good", "If there is an account with this address, a link is on its way to it.");
  return done;
});
`,
    content: html`<main class="card small" id="content"><h1>Set a new password</h1>
<form id="reset"><label for="password">New password</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="8" maxlength="200" required>
<span class="soft">At least 8 characters. Length is what counts.</span><button>Set it</button></form>
<form id="ask"><label for="email">Your e-mail address</label>
<input id="email" name="email" type="email" autocomplete="email" maxlength="254" required>
<span class="soft">We mail you a link, which serves for an hour.</span><button>Mail me a link</button></form>
<p class="result" role="status" aria-live="polite"></p>
${needsScript("/api/auth/reset-password")}</main>`,
  });

const needsScript = (path: string) =>
  html`<noscript><p>This page needs JavaScript. Without it, send the token of the mail to <code>POST ${path}</code>.</p></noscript>`;

/** Getting back in after a password was forgotten: plain forms, which without script ask for the token that stands in the link. */
import { field, noticeOf } from "./account.ts";
import { type LinkWords, tokenField } from "./invitation.ts";

export interface ForgotWords {
  readonly canMail: boolean;
  readonly message?: string;
}

const toSignIn = `<a class="button wide" href="/admin/login">To the sign-in</a>`;

export const forgotBody = ({ canMail, message }: ForgotWords): string =>
  canMail
    ? `${noticeOf(message)}
<p class="quiet">We mail you a link by which you choose another. It serves once, for an hour.</p>
<form method="post" action="/admin/forgot-password" class="stack">
${field("email", "E-mail", 'type="email" autocomplete="username" required maxlength="254" autofocus')}
<button class="button primary wide" type="submit">Mail me a link</button>
</form>
${toSignIn}`
    : `<p>This platform sends no mail, so no link can be sent to you. Whoever runs its server makes you one there, and hands it to you alone:</p>
<p class="code-line"><code>npm run staff -- reset-password …</code></p>
${toSignIn}`;

export const linkSentBody = `<p>If somebody on staff has this address, a link is on its way to it. It serves once, for an hour.</p>
<p class="quiet">No mail? Look among what your mail program took for spam, or ask another admin whether your account is active.</p>
${toSignIn}`;

export const resetBody = ({ token, message }: LinkWords): string => `${noticeOf(message)}
<p class="quiet">At least 8 characters: length is what counts. Wherever you are signed in, you are signed out.</p>
<form method="post" action="/admin/reset-password" class="stack">
${tokenField(token)}
${field("password", "Your new password", 'type="password" autocomplete="new-password" required minlength="8" maxlength="200"')}
${field("code", "Six digits from your authenticator app, or a recovery code, if an app is enrolled", 'autocomplete="one-time-code" maxlength="40"')}
<button class="button primary wide" type="submit">Choose it</button>
</form>`;

export const resetDoneBody = `<p>From now on you sign in with the new one. A mail tells you that it was changed.</p>
<a class="button primary wide" href="/admin/login">Sign in</a>`;

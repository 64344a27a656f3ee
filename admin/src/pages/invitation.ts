/** Joining staff by a mailed link: a plain form, which without script asks for the token that stands in the link. */
import { field, noticeOf } from "./account.ts";
import { escaped } from "./html.ts";

export interface LinkWords {
  readonly token?: string;
  readonly message?: string;
}

/** The token of a mailed link: taken from the address, sent back, or asked for. */
export const tokenField = (token = "") =>
  token === ""
    ? field("token", "The link in your mail, or what stands behind its #", 'autocomplete="off" required maxlength="2000"')
    : `<input type="hidden" name="token" value="${escaped(token)}">`;

export const invitationBody = ({ token, message }: LinkWords): string => `${noticeOf(message)}
<p class="quiet">Choose the password you will sign in with: at least 8 characters. Length is what counts.</p>
<form method="post" action="/admin/invitation" class="stack">
${tokenField(token)}
${field("password", "Your password", 'type="password" autocomplete="new-password" required minlength="8" maxlength="200"')}
<button class="button primary wide" type="submit">Join</button>
</form>`;

/** No browser sends what stands behind the `#` to any server; it leaves the address at once. */
export const takeToken = `
const field = document.getElementById("token");
if (field && location.hash.length > 1) {
  field.value = location.hash.slice(1);
  field.closest(".field").remove();
  field.type = "hidden";
  document.querySelector("form").append(field);
}
history.replaceState(null, "", location.pathname);
`;

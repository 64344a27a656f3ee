import { linkLetter } from "../notices/index.ts";

/** Mail with a link that shows that an address is somebody's own. */
export const letters = {
  verify: linkLetter({
    name: "verify-email",
    about: "Somebody registered, or asked for another link to confirm an address.",
    subject: "Confirm your e-mail address",
    act: "confirm this address",
    path: "/api/auth/verify-email",
    page: "/account/verify-email",
  }),
  reset: linkLetter({
    name: "reset-email",
    about: "Somebody forgot a password.",
    subject: "Set a new password",
    act: "set a new password",
    path: "/api/auth/reset-password",
    page: "/account/reset-password",
  }),
} as const;

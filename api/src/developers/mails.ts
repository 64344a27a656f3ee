import { template } from "../notices/index.ts";
import { spoken } from "../platform/spoken.ts";

interface Link {
  readonly token: string;
  readonly expiresAt: string;
  readonly publicUrl: string;
}

interface Letter {
  readonly name: string;
  readonly about: string;
  readonly subject: string;
  /** What opening the link does. */
  readonly act: string;
  readonly path: string;
  readonly page: string;
}

const letter = ({ name, about, subject, act, path, page }: Letter) =>
  template<Link>({
    name,
    about,
    goesTo: "person",
    example: { token: "nm_et_example", expiresAt: "2026-11-23T08:00:00.000Z", publicUrl: "https://api.example.com" },
    write: ({ token, expiresAt, publicUrl }) => ({
      subject,
      body: [
        "Hello,",
        `to ${act}, open ${publicUrl}/account/${page}#${token}`,
        `or send this token to POST ${publicUrl}${path}:\n${token}`,
        `It serves once, until ${spoken(expiresAt)}. If you did not ask for this, nothing needs to be done.`,
      ].join("\n\n"),
    }),
  });

/** Mail with a link that shows that an address is somebody's own. */
export const letters = {
  verify: letter({
    name: "verify-email",
    about: "Somebody registered, or asked for another link to confirm an address.",
    subject: "Confirm your e-mail address",
    act: "confirm this address",
    path: "/api/auth/verify-email",
    page: "verify-email",
  }),
  reset: letter({
    name: "reset-email",
    about: "Somebody forgot a password.",
    subject: "Set a new password",
    act: "set a new password",
    path: "/api/auth/reset-password",
    page: "reset-password",
  }),
} as const;

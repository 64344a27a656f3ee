import { spoken } from "../platform/spoken.ts";
import { template } from "./template.ts";

interface Link {
  readonly token: string;
  readonly until: string;
  readonly publicUrl: string;
}

interface Letter {
  readonly name: string;
  readonly about: string;
  readonly subject: string;
  /** What opening the link does. */
  readonly act: string;
  /** Where a program sends the token. */
  readonly path: string;
  /** Where a person opens the link: the token stands behind the `#`, which no browser sends to any server. */
  readonly page: string;
}

/** A mail with a link that serves once, for whoever has asked for it. */
export const linkLetter = ({ name, about, subject, act, path, page }: Letter) =>
  template<Link>({
    name,
    about,
    goesTo: "person",
    example: { token: "nm_et_example", until: "2026-11-23T08:00:00.000Z", publicUrl: "https://api.example.com" },
    write: ({ token, until, publicUrl }) => ({
      subject,
      body: [
        "Hello,",
        `to ${act}, open ${publicUrl}${page}#${token}`,
        `or send this token to POST ${publicUrl}${path}:\n${token}`,
        `It serves once, until ${spoken(until)}. If you did not ask for this, nothing needs to be done.`,
      ].join("\n\n"),
    }),
  });

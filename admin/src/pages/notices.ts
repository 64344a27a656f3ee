import { everyTemplate, htmlOf, type Template } from "@nextmavens/api/notices";
import type { NoticeSight } from "../sight.ts";

/** Everything the platform may tell somebody, as it reads: anybody on staff may see it, since all in it is made up. */
export const notices = (): readonly NoticeSight[] => everyTemplate().map(sightOf);

const sightOf = ({ name, about, goesTo, example }: Template): NoticeSight => ({
  name,
  about,
  goesTo,
  subject: example.subject,
  text: example.body,
  ...(goesTo !== "staff" && { html: htmlOf(example.body) }),
  ...(goesTo === "owner" && { data: JSON.stringify(example.data, null, 2) }),
});

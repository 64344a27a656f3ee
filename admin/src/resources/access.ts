/** What staff may change, for its owner, of whom a project lets in and what it shows them. */
import * as dataSettings from "@nextmavens/api/data-settings";
import * as endUsers from "@nextmavens/api/end-users";
import { type Engine, perform } from "@nextmavens/api/platform/action";
import type { Visit } from "../door/member.ts";
import type { AccessSight, Row } from "../sight.ts";
import { offer } from "./offer.ts";

const given = ({ id }: Row) => ({ projectId: String(id) });
const isOpen = ({ status }: Row) => status === "active" || status === "provisioning";
const reason = { hint: "For the audit log." };

const endUserAuthOf = (engine: Engine, { actor, request }: Visit, projectId: string) =>
  perform(engine, { operation: endUsers.getAnyEndUserAuth, actor, request }, endUsers.get, { projectId });

const dataSettingsOf = (engine: Engine, { actor, request }: Visit, projectId: string) =>
  perform(engine, { operation: dataSettings.getAnyDataSettings, actor, request }, dataSettings.get, { projectId });

/** By the API's own actions, which know what holds where nothing was set. */
export async function accessOf(engine: Engine, visit: Visit, projectId: string): Promise<AccessSight> {
  const [{ exposedSchemas }, endUserAuth] = await Promise.all([
    dataSettingsOf(engine, visit, projectId),
    endUserAuthOf(engine, visit, projectId),
  ]);
  return { exposedSchemas, endUsers: endUserAuth };
}

export const accessOffers = [
  offer(dataSettings.setAnyDataSettings, dataSettings.set, {
    name: "expose-schemas",
    label: "Choose schemas",
    heading: "Choose the schemas that {} exposes",
    on: "record",
    part: "access",
    isGrave: true,
    consequence:
      "From the next request on, these schemas and no others are reached over REST. Applications that ask for one that is not among them are refused; tables and rights stay as they are.",
    given,
    isOffered: isOpen,
    words: { exposedSchemas: { hint: "One a line. The first is meant where a request names none." }, reason },
    editsAnother: true,
    async start(row, engine, visit) {
      const { exposedSchemas, revision } = await dataSettingsOf(engine, visit, String(row["id"]));
      return { exposedSchemas: exposedSchemas.join("\n"), revision };
    },
    done: ({ exposedSchemas }, { name }) => `${name} exposes ${exposedSchemas.join(", ")}.`,
  }),
  offer(endUsers.setAnyEndUserAuth, endUsers.setForOwner, {
    name: "set-end-user-auth",
    label: "Edit",
    heading: "Edit whose tokens {} believes",
    on: "record",
    part: "access",
    editsAnother: true,
    isGrave: true,
    consequence:
      "Within a moment, tokens are believed by these settings and no others: end users whose tokens don't hold any more are refused until they sign in again.",
    given,
    isOffered: isOpen,
    words: {
      jwksUrl: { label: "Address of the issuer's keys", kind: "line", placeholder: "https://login.example.com/.well-known/jwks.json" },
      issuer: { label: "Issuer", kind: "line" },
      audience: { label: "Audiences", hint: "One a line: a token must be for one of them. None: for anybody." },
      clockSkewSeconds: { label: "Clock skew in seconds" },
      issuerGrantsServiceRole: { label: "The issuer may grant service_role" },
      withdrawsSecret: {
        label: "Take the secret away",
        hint: "Tokens signed with it are believed no more. A new one is the owner's to choose.",
      },
      reason,
    },
    async start(row, engine, visit) {
      const { audience, jwksUrl, issuer, clockSkewSeconds, issuerGrantsServiceRole, revision } = await endUserAuthOf(
        engine,
        visit,
        String(row["id"]),
      );
      return { jwksUrl, issuer, audience: audience.join("\n"), clockSkewSeconds, issuerGrantsServiceRole, revision };
    },
    done: (_auth, { name }) => `What ${name} believes tokens by is changed.`,
  }),
];

import { regenerate, regenerateKeys } from "@nextmavens/api/api-keys";
import { add, addOverride } from "@nextmavens/api/overrides";
import { type Engine, perform } from "@nextmavens/api/platform/action";
import { sql } from "@nextmavens/api/platform/db/sql";
import { listForStaff, listProjectQuotas, set, setProjectQuota } from "@nextmavens/api/quotas";
import {
  deleteAnyProject,
  levels,
  purgeAnyProject,
  purgeAtOnce,
  restoreAnyProject,
  restoreAnyProjects,
  restoreByStaff,
  restoreMany,
  scheduleDeletion,
  strictest,
  suspend,
  suspendProject,
} from "@nextmavens/api/suspensions";
import { z } from "zod";
import type { Visit } from "../door/member.ts";
import type { Row } from "../sight.ts";
import { accessOffers } from "./access.ts";
import { confirmation } from "./fields.ts";
import { typedLimit } from "./limits.ts";
import { isOpen } from "./of-project.ts";
import { offer, offerForMany } from "./offer.ts";
import type { Plan } from "./plan.ts";
import { sanctionNow } from "./sanction.ts";
import { foreseeing, ofDeletion, ofNewKeys, ofPurge, ofSuspension } from "./stakes.ts";
import { projectStates } from "./states.ts";
import { suspensionMails } from "./suspension-mail.ts";

const given = ({ id }: Row) => ({ projectId: String(id) });
const itself = ({ id }: Row) => id;
const isSuspended = ({ state }: Row) => state === "suspended";

/** The quota that a project has of this metric, as its form begins; where it has none, that is revision 0. */
async function quotaOf(engine: Engine, { actor, request }: Visit, projectId: string, metric: unknown): Promise<Row> {
  if (typeof metric !== "string" || metric === "") return {};
  const { quotas } = await perform(engine, { operation: listProjectQuotas, actor, request }, listForStaff, { projectId });
  const quota = quotas.find((each) => each.metric === metric);
  return { metric, limit: quota?.limit ?? null, revision: quota?.revision ?? 0 };
}

const overridden: Readonly<Record<string, string>> = {
  in_force: "is overridden",
  awaiting_approval: "is raised by much: the override waits for somebody else's approval",
};

export const offers = {
  suspend: offer(suspendProject, suspend, {
    name: "suspend",
    label: "Suspend",
    heading: "Suspend {}",
    on: "record",
    isGrave: true,
    consequence:
      "It is not served any more, within a moment. The owner is told what, why and what to do, by mail and on a page that needs no key.",
    given,
    isOffered: (row) => isOpen(row) && !isSuspended(row),
    words: {
      statement: { label: "Statement to the owner", placeholder: "What happened, and what the owner can do" },
      endsAt: { label: "Until", hint: "It lifts by itself then. Leave it empty to keep it open." },
    },
    preview: suspensionMails,
    foresee: foreseeing(itself, ofSuspension),
    done: (_suspension, { name }) => `${name} is suspended.`,
  }),
  quota: offer(setProjectQuota, set, {
    name: "set-quota",
    label: "Set quota",
    heading: "Set a quota of {}",
    on: "record",
    editsAnother: true,
    consequence: "The project's own limit goes before that of its plan, from this moment on and until it is changed.",
    given,
    isOffered: isOpen,
    words: {
      limit: typedLimit,
      reason: { hint: "For the audit log." },
      confirm: confirmation,
    },
    startsBy: "metric",
    start: ({ id }, engine, visit, { metric }) => quotaOf(engine, visit, String(id), metric),
    done: ({ metric, limit }, { name }) => `${name} has a new limit: ${limit.toLocaleString("en")} ${metric.replaceAll("_", " ")}.`,
  }),
  override: offer(addOverride, add, {
    name: "add-override",
    label: "Override",
    heading: "Override a limit of {}",
    on: "record",
    consequence:
      "This limit goes before quota and plan for a time, and ends by itself. One that raises it by much waits for somebody else's approval.",
    given,
    isOffered: isOpen,
    words: {
      limit: typedLimit,
      reason: { hint: "For the audit log." },
      confirm: confirmation,
      startsAt: { label: "From", hint: "At once, if left empty." },
      endsAt: { label: "Until" },
    },
    done: ({ metric, state }, { name }) =>
      `The limit of ${metric.replaceAll("_", " ")} of ${name} ${overridden[state] ?? "is overridden later"}.`,
  }),
  regenerate: offer(regenerateKeys, regenerate, {
    name: "regenerate-keys",
    label: "Regenerate keys",
    heading: "Regenerate the keys of {}",
    on: "record",
    isGrave: true,
    consequence:
      "Every live key of the project stops at once and is replaced by a new one of the same name and kind. The new keys are shown once, here: pass them on by a safe way.",
    given,
    isOffered: isOpen,
    words: { reason: { hint: "For the audit log." } },
    foresee: foreseeing(itself, ofNewKeys),
    done: ({ keys }) => (keys.length === 1 ? "One key was replaced." : `${keys.length} keys were replaced.`),
    shown: ({ keys }) => keys.map(({ name, kind, key }) => ({ label: `${name} (${kind})`, value: key })),
  }),
  remove: offer(deleteAnyProject, scheduleDeletion, {
    name: "remove",
    label: "Delete",
    heading: "Delete {}",
    on: "record",
    isGrave: true,
    consequence:
      "The project is suspended and stops being served. Its owner is told why, can restore it for some days, and then still finds it suspended; after that its database is purged for good.",
    given,
    isOffered: isOpen,
    words: { statement: { label: "Statement to the owner", placeholder: "What happened, and what the owner can do" } },
    foresee: foreseeing(itself, ofDeletion),
    done: ({ name }) => `${name} is deleted; its owner can still restore it.`,
  }),
  purge: offer(purgeAnyProject, purgeAtOnce, {
    name: "purge",
    label: "Delete at once",
    heading: "Delete {} at once and for good",
    on: "record",
    isGrave: true,
    consequence:
      "The project stops being served, and its database goes within moments: its owner is told why, and nobody can restore anything, not even in the days of grace that are left.",
    given,
    isOffered: ({ status }) => status !== "purged",
    order: ["name"],
    words: {
      name: { label: "Name of the project", hint: "Typed as it is called, so that it is the one you mean." },
      statement: { label: "Statement to the owner", placeholder: "What happened" },
    },
    foresee: foreseeing(itself, ofPurge),
    done: ({ name }) => `${name} is deleted.`,
  }),
  restore: offer(restoreAnyProject, restoreByStaff, {
    name: "restore",
    label: "Restore",
    heading: "Restore {}",
    on: "record",
    consequence: "Its deletion is taken back and its owner is told. A sanction that it is under goes on until it is lifted.",
    given,
    isOffered: ({ status }) => status === "deleting",
    words: { reason: { hint: "For the audit log." } },
    done: ({ name }) => `${name} is there again.`,
  }),
};

const Sanctioned = z.object({ projectId: z.string(), level: z.enum(levels) });

export const projects: Plan = {
  table: "projects",
  title: "Projects",
  one: "project",
  group: "Projects",
  about: "What developers build: each has a database, keys and limits of its own.",
  empty: "A project appears here as soon as a developer makes one, by the API or the SDK.",
  readableBy: "viewer",
  titledBy: "name",
  columns: [
    { name: "name", look: "title" },
    { name: "state", look: "badge", isDerived: true },
    { name: "developer_id", look: "id", label: "Owner" },
    { name: "region_id", look: "text", label: "Region" },
    { name: "created_at", look: "time" },
    { name: "id", look: "id", label: "Id" },
  ],
  details: [{ name: "status", look: "badge", label: "Life" }],
  sort: { by: "id", direction: "desc" },
  /** The strictest sanction in force goes before what the project's own row says. */
  async enrich(rows, { reads, now }) {
    const sanctioned = await reads.transact("platform", (db) =>
      db.many(
        Sanctioned,
        sql`
        select project_id as "projectId", level from suspensions
        where project_id = any(${rows.map(({ id }) => id)}) and lifted_at is null and starts_at <= ${now} and (ends_at is null or ends_at > ${now})`,
      ),
    );
    const byProject = Map.groupBy(sanctioned, ({ projectId }) => projectId);
    const stateOf = ({ id, status }: Row) =>
      (status === "active" ? strictest(byProject.get(String(id)) ?? [])?.level : undefined) ?? status;
    return rows.map((row) => ({ ...row, state: stateOf(row) }));
  },
  states: projectStates,
  offers: [
    sanctionNow,
    offers.suspend,
    offers.override,
    offers.quota,
    offers.regenerate,
    offers.remove,
    offers.purge,
    offers.restore,
    offerForMany(offers.restore, restoreAnyProjects, restoreMany),
    ...accessOffers,
  ],
  page: "project",
};

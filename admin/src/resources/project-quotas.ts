import { remove, removeProjectQuota, set, setProjectQuota } from "@nextmavens/api/quotas";
import type { Row } from "../sight.ts";
import { confirmation } from "./fields.ts";
import { limitOf, typedLimit } from "./limits.ts";
import { isOfOpenProject, withProject } from "./of-project.ts";
import { offer } from "./offer.ts";
import type { Plan } from "./plan.ts";

const given = ({ project_id, metric }: Row) => ({ projectId: String(project_id), metric: metric as "requests_per_day" });

const change = offer(setProjectQuota, set, {
  name: "change",
  label: "Change",
  heading: "Change a limit of {project}",
  on: "record",
  consequence: "The new limit counts from this moment on.",
  given,
  isOffered: isOfOpenProject,
  words: {
    limit: typedLimit,
    reason: { hint: "For the audit log." },
    confirm: confirmation,
  },
  start: ({ limit_value, metric }) => ({ limit: limit_value, metric }),
  done: () => "The limit is changed.",
});

const takeAway = offer(removeProjectQuota, remove, {
  name: "take-away",
  label: "Take away",
  heading: "Take a limit of {project} away",
  on: "record",
  consequence: "The limit of the project's plan counts again.",
  given,
  isOffered: isOfOpenProject,
  words: { reason: { hint: "For the audit log." }, confirm: confirmation },
  done: () => "The limit is taken away.",
  leadsTo: (_quota, { project_id }) => `/admin/resources/projects/records/${project_id}/show`,
});

export const projectQuotas: Plan = {
  table: "project_quotas",
  title: "Quotas",
  one: "quota",
  group: "Limits",
  about: "Projects' own limits; they go before those of their plans.",
  empty: "Quotas are set on a project's page. Without one, the plan's limits count.",
  readableBy: "viewer",
  titledBy: "metric",
  titleOf: limitOf,
  columns: [
    { name: "metric", look: "title" },
    { name: "project_id", look: "id" },
    { name: "limit_value", look: "amount", label: "Limit" },
    { name: "reason", look: "note" },
    { name: "set_by", look: "actor" },
    { name: "updated_at", look: "time" },
    { name: "id", look: "id", label: "Id" },
  ],
  sort: { by: "id", direction: "desc" },
  enrich: withProject((rows) => rows),
  offers: [change, takeAway],
};

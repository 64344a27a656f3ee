import { list, listPlans, setDeveloperPlan, setForDeveloper } from "@nextmavens/api/plans";
import { perform } from "@nextmavens/api/platform/action";
import { eraseCustomer } from "./erasures.ts";
import { confirmation } from "./fields.ts";
import { offer } from "./offer.ts";
import type { Plan } from "./plan.ts";

const changePlan = offer(setDeveloperPlan, setForDeveloper, {
  name: "change-plan",
  label: "Change plan",
  heading: "Put {} on another plan",
  on: "record",
  consequence:
    "Within moments their projects are limited by the other plan, but for quotas and overrides of their own. What they have already stays, even if it is more.",
  given: ({ id }) => ({ developerId: String(id) }),
  isOffered: ({ deleted_at }) => deleted_at === null,
  words: { plan: { kind: "choice" }, reason: { hint: "For the audit log." }, confirm: confirmation },
  start: ({ plan }) => ({ plan }),
  async choices(engine, { actor, request }) {
    const { items } = await perform(engine, { operation: listPlans, actor, request }, list, {});
    return { plan: items.map(({ id }) => id) };
  },
  done: ({ plan }, { email }) => `${email} is on the plan “${plan}”.`,
});

export const developers: Plan = {
  table: "developers",
  title: "Developers",
  one: "developer",
  group: "Developers",
  about: "The platform's customers.",
  empty: "Whoever registers appears here.",
  readableBy: "viewer",
  titledBy: "email",
  columns: [
    { name: "email", look: "title", label: "E-mail" },
    { name: "name" },
    { name: "plan", look: "badge" },
    { name: "email_verified_at", look: "time", label: "E-mail verified" },
    { name: "created_at", look: "time" },
    { name: "id", look: "id", label: "Id" },
  ],
  sort: { by: "id", direction: "desc" },
  offers: [changePlan, eraseCustomer],
  page: "developer",
};

import type { Plan } from "./plan.ts";

export const developers: Plan = {
  table: "developers",
  title: "Developers",
  one: "developer",
  group: "Customers",
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
  page: "developer",
};

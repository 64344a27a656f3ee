/** What processes are told went stale when any plan changed: what they remember of every project. */
export const everyPlan = "plans";

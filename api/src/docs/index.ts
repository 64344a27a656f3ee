/** Pages for people: the documentation, what each problem means, where mails lead to, and the front page. */
export { docsRouter, nothingHere } from "./http.ts";
export type { KnownProblem } from "./problems.ts";

/** What owners say against sanctions: one appeal each, a conversation with staff, a deadline, and a decision by somebody else. */
export { answer, answerMany, decide, get, list, listAll, listFor, open, write } from "./actions.ts";
export { Appeal, answerAppeal, answerAppeals, decideAppeal, getAnyAppeal, listAllAppeals, StaffAppeal } from "./contract.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
export { isOpen } from "./rules.ts";

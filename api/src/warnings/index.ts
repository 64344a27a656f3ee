/** What owners are told while there is time: that a limit of theirs is half, mostly or wholly used. */
export { jobs } from "./jobs.ts";

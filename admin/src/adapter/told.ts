import { countedAtMost } from "./table.ts";

/** A count as people are told it that went no further than lists are counted. */
export const told = (count: number): number | string => (count > countedAtMost ? `${countedAtMost.toLocaleString("en")}+` : count);

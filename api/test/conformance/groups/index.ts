// What the cases are about, group by group.
import type { Group } from "../case.ts";
import { errors } from "./errors.ts";
import { filters } from "./filters.ts";
import { inserts } from "./inserts.ts";
import { logic } from "./logic.ts";
import { ordering } from "./ordering.ts";
import { ranges } from "./ranges.ts";
import { selecting } from "./selecting.ts";

export const groups: readonly Group[] = [filters, logic, selecting, ordering, ranges, inserts, errors];

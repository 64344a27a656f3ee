// What the cases are about, group by group.
import type { Group } from "../case.ts";
import { aggregates } from "./aggregates.ts";
import { answers } from "./answers.ts";
import { computedRelationships } from "./computed-relationships.ts";
import { deletes } from "./deletes.ts";
import { disambiguation } from "./disambiguation.ts";
import { embedding } from "./embedding.ts";
import { errors } from "./errors.ts";
import { filters } from "./filters.ts";
import { functions } from "./functions.ts";
import { hostile } from "./hostile.ts";
import { inserts } from "./inserts.ts";
import { joins } from "./joins.ts";
import { logic } from "./logic.ts";
import { media } from "./media.ts";
import { openapi } from "./openapi.ts";
import { ordering } from "./ordering.ts";
import { plans } from "./plans.ts";
import { preferences } from "./preferences.ts";
import { ranges } from "./ranges.ts";
import { root } from "./root.ts";
import { selecting } from "./selecting.ts";
import { single } from "./single.ts";
import { spreading } from "./spreading.ts";
import { updates } from "./updates.ts";
import { upserts } from "./upserts.ts";

export const groups: readonly Group[] = [
  filters,
  logic,
  selecting,
  ordering,
  ranges,
  embedding,
  disambiguation,
  joins,
  computedRelationships,
  spreading,
  aggregates,
  inserts,
  upserts,
  updates,
  deletes,
  single,
  functions,
  answers,
  media,
  plans,
  preferences,
  root,
  openapi,
  errors,
  hostile,
];

/** Which acts of the console can be taken back exactly, and by which others. Each inverse is an act like any other: checked, audited, refused. */

import { setAnyDataSettings } from "@nextmavens/api/data-settings";
import { changeDetectionRule, judgeDetection } from "@nextmavens/api/detections";
import { setAnyEndUserAuth } from "@nextmavens/api/end-users";
import { removeFlag, setFlag } from "@nextmavens/api/flags";
import { addOverride } from "@nextmavens/api/overrides";
import { setDeveloperPlan, setPlan } from "@nextmavens/api/plans";
import type { AnyOperation, OutputOf } from "@nextmavens/api/platform/operation";
import { setProjectQuota } from "@nextmavens/api/quotas";
import { sanctionProject, suspendProject } from "@nextmavens/api/suspensions";
import type { ActAnswer, Row } from "../sight.ts";

interface Was {
  /** The record before, what was said of it, and what the form began with. */
  readonly row: Row;
  readonly said: Row;
  readonly began: Row;
  readonly requestId: string;
}

interface Inverse {
  readonly table: string;
  /** The record; of none where it makes one. */
  readonly id?: string;
  readonly act: string;
  readonly said: Row;
}

type TakesBack<D extends AnyOperation> = (done: OutputOf<D>, was: Was) => Inverse | undefined;

const inverse = <D extends AnyOperation>(operation: D, takesBack: TakesBack<D>) =>
  [operation.id, takesBack as TakesBack<AnyOperation>] as const;

/** An edit is taken back by the same edit, of what it made, to what its form began with. */
const asItWas = ({ began }: Was, { revision }: { readonly revision: number }): Row => ({ ...began, revision });

const inverses = new Map<string, TakesBack<AnyOperation>>([
  inverse(judgeDetection, ({ id, suspensionId }, { row }) =>
    row["verdict"] === null && suspensionId === null ? { table: "detections", id, act: "withdraw", said: {} } : undefined,
  ),
  inverse(suspendProject, ({ id }) => ({ table: "suspensions", id, act: "lift", said: {} })),
  // One that took the place of another is not taken back by lifting it.
  inverse(sanctionProject, ({ id, followsId }) => (followsId === null ? { table: "suspensions", id, act: "lift", said: {} } : undefined)),
  inverse(addOverride, ({ id, state }) =>
    state === "in_force" || state === "ahead" ? { table: "manual_overrides", id, act: "end", said: {} } : undefined,
  ),
  inverse(setProjectQuota, ({ id, projectId, revision }, { began }) =>
    began["revision"] === 0
      ? { table: "project_quotas", id, act: "take-away", said: { revision, confirm: "true" } }
      : { table: "projects", id: projectId, act: "set-quota", said: { ...began, revision, confirm: "true" } },
  ),
  inverse(setDeveloperPlan, (done, was) => ({
    ...{ table: "developers", id: done.developerId, act: "change-plan" },
    said: { ...asItWas(was, done), confirm: "true" },
  })),
  inverse(setPlan, (done, was) => ({ table: "plans", id: done.id, act: "change", said: { ...asItWas(was, done), confirm: "true" } })),
  inverse(setAnyDataSettings, (done, was) => ({ table: "projects", id: done.projectId, act: "expose-schemas", said: asItWas(was, done) })),
  // A secret that was taken away nobody here knows.
  inverse(setAnyEndUserAuth, (done, was) =>
    was.said["withdrawsSecret"] === true
      ? undefined
      : { table: "projects", id: done.projectId, act: "set-end-user-auth", said: asItWas(was, done) },
  ),
  // What was empty a form leaves out, and what is left out stays.
  inverse(changeDetectionRule, (done, was) =>
    Object.values(was.began).includes(null)
      ? undefined
      : { table: "detection_rules", id: done.id, act: "change", said: asItWas(was, done) },
  ),
  inverse(setFlag, (done, was) => {
    if (was.row["key"] === done.key) return { table: "feature_flags", id: done.key, act: "edit", said: asItWas(was, done) };
    return done.revision === 1 ? { table: "feature_flags", id: done.key, act: "delete", said: { revision: 1 } } : undefined;
  }),
  inverse(removeFlag, ({ key, definition, description }) => ({
    ...{ table: "feature_flags", act: "new" },
    said: { key, definition, description, revision: 0 },
  })),
]);

export const isTakenBack = ({ id }: AnyOperation) => inverses.has(id);

export function undoOf(operation: AnyOperation, done: unknown, was: Was): Pick<ActAnswer, "undo"> {
  const found = inverses.get(operation.id)?.(done as OutputOf<AnyOperation>, was);
  if (!found) return {};
  const { table, id, act, said } = found;
  const of = id === undefined ? "actions" : `records/${encodeURIComponent(id)}`;
  return { undo: { path: `/resources/${table}/${of}/${act}`, body: { ...said, reason: `Undo of ${was.requestId}` } } };
}

import { actionWords } from "../action-words.ts";
import type { ApprovalPageSight, Names } from "../sight.ts";
import { Differences } from "./differences.tsx";
import { Id } from "./values.tsx";

/** What an act changes that waits for a second person, field by field. */
export const Effects = ({ effects, names }: { effects: ApprovalPageSight["effects"]; names: Names }) =>
  effects.map(({ action, target, reason, before, after }) => (
    <div key={`${action} ${target}`} className="in-section">
      <p>
        <strong>{actionWords(action)}</strong> {before === null ? null : <Id id={target} name={names[target]} />}
      </p>
      {reason === null ? null : <p className="statement">{reason}</p>}
      <Differences before={before} after={after} names={names} />
    </div>
  ));

import type { Names, RecordSight, ResourceSight } from "../sight.ts";
import { Value } from "./values.tsx";

/** Everything a record holds, field by field. */
export function Details({ resource, record, names }: { resource: ResourceSight; record: RecordSight; names: Names }) {
  return (
    <dl className="sheet details">
      {resource.details
        .filter(({ name }) => name !== resource.key)
        .map((column) => (
          <div key={column.name} className={["code", "long"].includes(column.look) ? "tall" : ""}>
            <dt title={column.hint}>{column.label}</dt>
            <dd>
              <Value column={column} row={record.params} names={names} resource={resource.id} isWhole />
            </dd>
          </div>
        ))}
    </dl>
  );
}

import type { SchemaSight } from "../../sight.ts";
import { Section } from "../section.tsx";
import { type Box, boxWidth, headHeight, layOut, rowHeight } from "./layout.ts";
import { shortly } from "./words.ts";

const nameRoom = 21;
const typeRoom = 13;
const cut = (text: string, room: number) => (text.length > room ? `${text.slice(0, room - 1)}…` : text);

/** The tables and what refers to what, as a picture; the list below tells the same in words. */
export function Relations({ schema }: { schema: SchemaSight }) {
  const { width, height, boxes, lines } = layOut(schema);
  const left = schema.tables.length - boxes.length;
  return (
    <Section title="Relations" unit={`${lines.length} between ${boxes.length} tables${left > 0 ? `; ${left} more are listed below` : ""}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
      <section className="relations" aria-label="The picture of the relations" tabIndex={0}>
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label="Tables and the references between them"
        >
          <defs>
            <marker id="refers-to" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">
              <path d="M0 0L8 4L0 8z" />
            </marker>
          </defs>
          {lines.map(({ relation, path }) => (
            <path
              key={`${relation.from.schema}.${relation.from.table}.${relation.name}`}
              className="reference"
              d={path}
              markerEnd="url(#refers-to)"
            >
              <title>{`${relation.name}: ${relation.from.table} (${relation.from.columns.join(", ")}) → ${relation.to.table}`}</title>
            </path>
          ))}
          {boxes.map((box) => (
            <TableBox key={`${box.table.schema}.${box.table.name}`} box={box} />
          ))}
        </svg>
      </section>
    </Section>
  );
}

function TableBox({ box: { table, x, y, height, columns, hiddenCount } }: { box: Box }) {
  const isOpen = table.reachableBy.length > 0 && !table.hasRls;
  const middle = (row: number) => headHeight + row * rowHeight + rowHeight / 2 + 4;
  return (
    <g transform={`translate(${x} ${y})`} className={`table-box${isOpen ? " is-open" : ""}`}>
      <title>{table.schema === "public" ? table.name : `${table.schema}.${table.name}`}</title>
      <rect className="frame" width={boxWidth} height={height} rx="6" />
      <path className="head" d={`M0 ${headHeight}V6a6 6 0 0 1 6-6H${boxWidth - 6}a6 6 0 0 1 6 6V${headHeight}z`} />
      <text className="title" x="10" y="19">
        {cut(table.schema === "public" ? table.name : `${table.schema}.${table.name}`, nameRoom + 3)}
      </text>
      {columns.map(({ name, type, isKey }, row) => (
        <g key={name}>
          <text className={isKey ? "key" : undefined} x="10" y={middle(row)}>
            {cut(name, nameRoom - 4)}
          </text>
          <text className="type" x={boxWidth - 10} y={middle(row)} textAnchor="end">
            {cut(shortly(type), typeRoom)}
          </text>
        </g>
      ))}
      {hiddenCount > 0 ? (
        <text className="type" x="10" y={middle(columns.length)}>
          {hiddenCount} more
        </text>
      ) : null}
    </g>
  );
}

import { useState } from "react";
import type { SchemaSight, SchemaTableSight } from "../../sight.ts";
import { Section } from "../section.tsx";
import { Pushed } from "../small-table.tsx";
import { type Box, boxWidth, endOf, headHeight, idOf, layOut, rowHeight, tablesInFull } from "./layout.ts";
import { cut, isOpen, many, nameOf, shortly, shortNameOf } from "./words.ts";

const titleRoom = 22;
/** A column's name and its type share a line. */
const lineRoom = 26;
const typeRoom = 13;

/** The tables and what refers to what, as a picture; the list below tells the same in words. */
export function Relations({ schema }: { schema: SchemaSight }) {
  const [isShort, setShort] = useState(schema.tables.length > tablesInFull);
  const [chosen, choose] = useState<string>();
  const [isAlone, setAlone] = useState(false);
  const near = chosen === undefined ? [] : nearTo(schema, chosen);
  const table = schema.tables.find((each) => idOf(each) === chosen);
  const { width, height, boxes, lines } = layOut(table && isAlone ? partAbout(schema, table) : schema, { isShort });
  const left = isAlone ? 0 : schema.tables.length - boxes.length;
  const isFar = (...ids: readonly string[]) => chosen !== undefined && !ids.includes(chosen);
  return (
    <Section
      title="Relations"
      className={isShort ? "is-crowded" : ""}
      unit={[
        `${lines.length} between ${many(boxes.length, "table")}`,
        left > 0 && `${left} more are listed below`,
        isShort && !table && "choose a table to see its own",
      ]
        .filter(Boolean)
        .join("; ")}
      controls={
        <>
          {table && near.length > 0 ? (
            <Check label={`Only ${shortNameOf(table, titleRoom)} and what relates to it`} isOn={isAlone} turn={setAlone} />
          ) : null}
          <Check label="All columns" isOn={!isShort} turn={(isOn) => setShort(!isOn)} />
        </>
      }
    >
      <section aria-label="The picture of the relations">
        <Pushed className="relations" label="All of the picture">
          <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
            <title>Tables and the references between them</title>
            <defs>
              <marker id="refers-to" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">
                <path d="M0 0L8 4L0 8z" />
              </marker>
            </defs>
            {lines.map(({ relation, path }) => (
              <path
                key={`${endOf(relation.from)} ${relation.name}`}
                className={`reference${chosen === undefined ? "" : isFar(endOf(relation.from), endOf(relation.to)) ? " is-far" : " is-near"}`}
                d={path}
                markerEnd="url(#refers-to)"
              >
                <title>{`${relation.name}: ${relation.from.table} (${relation.from.columns.join(", ")}) → ${relation.to.table}`}</title>
              </path>
            ))}
            {boxes.map((box) => {
              const id = idOf(box.table);
              return (
                <TableBox
                  key={id}
                  box={box}
                  isOpen={isOpen(schema, box.table)}
                  isShort={isShort}
                  isChosen={id === chosen}
                  isFar={isFar(id) && !near.includes(id)}
                  choose={() => {
                    choose(id === chosen ? undefined : id);
                    if (id === chosen) setAlone(false);
                  }}
                />
              );
            })}
          </svg>
        </Pushed>
      </section>
    </Section>
  );
}

const Check = ({ label, isOn, turn }: { label: string; isOn: boolean; turn: (isOn: boolean) => void }) => (
  <label className="check">
    <input type="checkbox" checked={isOn} onChange={({ target }) => turn(target.checked)} /> {label}
  </label>
);

/** What a table refers to, and what refers to it. */
const nearTo = ({ relations }: SchemaSight, id: string): readonly string[] =>
  relations
    .map(({ from, to }) => [endOf(from), endOf(to)])
    .filter((ends) => ends.includes(id))
    .flat()
    .filter((each) => each !== id);

function partAbout(schema: SchemaSight, table: SchemaTableSight): Pick<SchemaSight, "tables" | "relations"> {
  const id = idOf(table);
  const near = nearTo(schema, id);
  return {
    tables: schema.tables.filter((each) => each === table || near.includes(idOf(each))),
    relations: schema.relations.filter(({ from, to }) => [endOf(from), endOf(to)].includes(id)),
  };
}

interface TableBoxProps {
  readonly box: Box;
  readonly isOpen: boolean;
  readonly isShort: boolean;
  readonly isChosen: boolean;
  /** It has nothing to do with the one that is chosen. */
  readonly isFar: boolean;
  readonly choose: () => void;
}

/** Choosing a table shows what it refers to, and what refers to it, before all others. */
function TableBox({ box: { table, x, y, height, columns, hiddenCount }, isOpen, isShort, isChosen, isFar, choose }: TableBoxProps) {
  const middle = (row: number) => headHeight + row * rowHeight + rowHeight / 2 + 4;
  const states = [isOpen && "is-open", isChosen && "is-chosen", isFar && "is-far"].filter(Boolean).join(" ");
  return (
    // biome-ignore lint/a11y/useSemanticElements: inside of a drawing there are no buttons.
    <g
      transform={`translate(${x} ${y})`}
      className={`table-box ${states}`}
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={nameOf(table)}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose();
      }}
    >
      <title>{nameOf(table)}</title>
      <rect className="frame" width={boxWidth} height={height} rx="6" />
      <path className="head" d={`M0 ${headHeight}V6a6 6 0 0 1 6-6H${boxWidth - 6}a6 6 0 0 1 6 6V${headHeight}z`} />
      <text className="title" x="10" y="19">
        {shortNameOf(table, titleRoom)}
      </text>
      {columns.map(({ name, type, isKey }, row) => {
        const told = cut(shortly(type), typeRoom);
        return (
          <g key={name}>
            <text className={isKey ? "key" : undefined} x="10" y={middle(row)}>
              {cut(name, lineRoom - told.length - (isKey ? 3 : 0))}
            </text>
            <text className="type" x={boxWidth - 10} y={middle(row)} textAnchor="end">
              {told}
            </text>
          </g>
        );
      })}
      {hiddenCount > 0 && !isShort ? (
        <text className="type" x="10" y={middle(columns.length)}>
          {hiddenCount} more
        </text>
      ) : null}
    </g>
  );
}

import type { RelationSight, SchemaSight, SchemaTableSight } from "../../sight.ts";

/** A table as it is drawn. */
export interface Box {
  readonly table: SchemaTableSight;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** What is shown of its columns: keys and references first of all, and in short nothing else. */
  readonly columns: SchemaTableSight["columns"];
  readonly hiddenCount: number;
}

/** A reference as it is drawn, from the one that refers to what it refers to. */
interface Line {
  readonly relation: RelationSight;
  readonly path: string;
}

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

export const boxWidth = 190;
export const headHeight = 28;
export const rowHeight = 19;
const [gapX, gapY, edge] = [86, 22, 12];
/** A line keeps so far from a box that it goes by. */
const away = 8;
const columnsShown = 9;
const tablesShown = 150;
/** With more tables than this, only what relates them is drawn of each. */
export const tablesInFull = 14;

type Place = { readonly schema: string; readonly name: string };
export const idOf = ({ schema, name }: Place) => JSON.stringify([schema, name]);
export const endOf = ({ schema, table }: RelationSight["from"]) => idOf({ schema, name: table });

/**
 * Puts what is referred to at the left of what refers to it, and what has no relations below the shortest pile. In short, only
 * what relates tables is drawn of them.
 */
export function layOut({ tables, relations }: Pick<SchemaSight, "tables" | "relations">, { isShort = false } = {}): Layout {
  const known = new Set(tables.map(idOf));
  const drawn = relations.filter(({ from, to }) => known.has(endOf(from)) && known.has(endOf(to)));
  const targets = targetsOf(drawn);
  const referring = new Set(drawn.flatMap(({ from, to }) => [endOf(from), endOf(to)]));
  const related = tables.filter((table) => referring.has(idOf(table))).slice(0, tablesShown);
  const alone = tables.filter((table) => !referring.has(idOf(table))).slice(0, Math.max(0, tablesShown - related.length));

  const boxes = new Map<string, Box>();
  const piles: number[] = [];
  const put = (table: SchemaTableSight, pile: number) => {
    const y = piles[pile] ?? edge;
    const box = boxOf(table, drawn, isShort, edge + pile * (boxWidth + gapX), y);
    piles[pile] = y + box.height + gapY;
    boxes.set(idOf(table), box);
  };
  const depths = depthsOf(related, targets);
  const layers = Map.groupBy(related, (table) => depths.get(idOf(table)) ?? 0);
  const highest = Math.max(8, Math.ceil(Math.sqrt(related.length * 2)));
  for (const [, layer] of [...layers].sort(([a], [b]) => a - b)) {
    const wanted = new Map(layer.map((table) => [table, meanOf((targets.get(idOf(table)) ?? []).map((each) => boxes.get(each)?.y))]));
    const sorted = layer.toSorted((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
    const first = piles.length;
    const pilesCount = Math.ceil(sorted.length / highest);
    // What would be a tower stands in several piles, neighbours side by side.
    for (const [at, table] of sorted.entries()) put(table, first + (at % pilesCount));
  }
  const pilesMin = Math.min(4, alone.length);
  while (piles.length < pilesMin) piles.push(edge);
  for (const table of alone) put(table, piles.indexOf(Math.min(...piles)));

  return {
    // At the right there is room for lines that go around.
    width: Math.max(1, piles.length) * (boxWidth + gapX) - gapX / 2 + 2 * edge,
    height: Math.max(0, ...piles) - gapY + edge,
    boxes: [...boxes.values()],
    lines: drawn.flatMap((relation) => {
      const [from, to] = [boxes.get(endOf(relation.from)), boxes.get(endOf(relation.to))];
      return from && to ? [{ relation, path: pathOf(from, to, relation, [...boxes.values()]) }] : [];
    }),
  };
}

function targetsOf(relations: readonly RelationSight[]): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(relations, ({ from }) => endOf(from));
  return new Map([...groups].map(([from, own]) => [from, own.map(({ to }) => endOf(to)).filter((to) => to !== from)]));
}

/** One further than the furthest that it refers to; a circle is entered where it is met first. */
function depthsOf(tables: readonly Place[], targets: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  const visit = (id: string, met: ReadonlySet<string>): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const next = (targets.get(id) ?? []).filter((target) => !met.has(target));
    const depth = next.length === 0 ? 0 : 1 + Math.max(...next.map((target) => visit(target, new Set([...met, id]))));
    depths.set(id, depth);
    return depth;
  };
  for (const table of tables) visit(idOf(table), new Set([idOf(table)]));
  return depths;
}

const meanOf = (values: readonly (number | undefined)[]): number => {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
};

function boxOf(table: SchemaTableSight, relations: readonly RelationSight[], isShort: boolean, x: number, y: number): Box {
  const own = relations.filter(({ from }) => endOf(from) === idOf(table)).flatMap(({ from }) => from.columns);
  const matters = ({ name, isKey }: SchemaTableSight["columns"][number]) => isKey || own.includes(name);
  const others = isShort ? [] : table.columns.filter((each) => !matters(each));
  const chosen = new Set([...table.columns.filter(matters), ...others].slice(0, columnsShown));
  const columns = table.columns.filter((each) => chosen.has(each));
  const hiddenCount = table.columns.length - columns.length;
  const rows = columns.length + (isShort ? 0 : Math.sign(hiddenCount));
  return { table, x, y, columns, hiddenCount, height: headHeight + rows * rowHeight + 6 };
}

/**
 * From the column that refers to the one it refers to; around the right where both stand in the same pile, and through the gaps of
 * the piles between them, so that no box hides it.
 */
function pathOf(from: Box, to: Box, { from: { columns }, to: { columns: targets } }: RelationSight, boxes: readonly Box[]): string {
  const [startY, endY] = [rowOf(from, columns[0]), rowOf(to, targets[0])];
  if (from.x === to.x) {
    const x = from.x + boxWidth;
    const bend = x + gapX / 2;
    return `M${x} ${startY}C${bend} ${startY} ${bend} ${endY} ${x} ${endY}`;
  }
  const isRight = from.x > to.x;
  const [startX, endX] = isRight ? [from.x, to.x + boxWidth] : [from.x + boxWidth, to.x];
  const between = [...Map.groupBy(boxes, ({ x }) => x)]
    .filter(([x]) => (x - from.x) * (x - to.x) < 0)
    .sort(([a], [b]) => (isRight ? b - a : a - b));
  let path = `M${startX} ${startY}`;
  let [x, y] = [startX, startY];
  const curveTo = (nextX: number, nextY: number) => {
    const pull = (isRight ? -1 : 1) * (gapX / 2);
    path += `C${x + pull} ${y} ${nextX - pull} ${nextY} ${nextX} ${nextY}`;
    [x, y] = [nextX, nextY];
  };
  for (const [left, pile] of between) {
    const [near, far] = isRight ? [left + boxWidth, left] : [left, left + boxWidth];
    curveTo(near, gapNear(pile, startY + ((endY - startY) * (near - startX)) / (endX - startX)));
    path += `H${far}`;
    x = far;
  }
  curveTo(endX, endY);
  return path;
}

/** Where nothing of a pile stands, as near as may be to a height. */
function gapNear(pile: readonly Box[], height: number): number {
  const sorted = pile.toSorted((a, b) => a.y - b.y);
  const tops = [...sorted.map(({ y }) => y - away), Number.POSITIVE_INFINITY];
  const bottoms = [Number.NEGATIVE_INFINITY, ...sorted.map((box) => box.y + box.height + away)];
  const heights = tops.map((top, i) => Math.min(top, Math.max(bottoms[i] ?? top, height)));
  return heights.reduce((best, each) => (Math.abs(each - height) < Math.abs(best - height) ? each : best));
}

const rowOf = ({ y, columns }: Box, column: string | undefined) => {
  const row = columns.findIndex(({ name }) => name === column);
  return y + headHeight + (row < 0 ? columns.length : row) * rowHeight + rowHeight / 2;
};

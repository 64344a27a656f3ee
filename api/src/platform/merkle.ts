import { hash } from "node:crypto";

/** Merkle trees of RFC 9162 (section 2.1) over SHA-256. */
const sha256 = (bytes: Uint8Array | string): Buffer => hash("sha256", bytes, "buffer");

const nodePrefix = Buffer.of(1);

/** A leaf's text begins with the byte 0, a node's with 1, so that neither can pass for the other. */
export const leafHash = (text: string): Buffer => sha256(`\0${text}`);
const nodeHash = (left: Uint8Array, right: Uint8Array) => sha256(Buffer.concat([nodePrefix, left, right]));

/** Pairs from the left, level by level; who has no partner goes up alone. */
const levelAbove = (level: readonly Buffer[]): Buffer[] =>
  Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => {
    const [left, right] = [level[2 * i] as Buffer, level[2 * i + 1]];
    return right ? nodeHash(left, right) : left;
  });

export function rootOf(leaves: readonly Buffer[]): Buffer {
  let level = leaves;
  while (level.length > 1) level = levelAbove(level);
  return level[0] ?? sha256("");
}

/** What shows that the leaf at this index is in the tree: the neighbours on its way up. */
export function pathTo(index: number, leaves: readonly Buffer[]): Buffer[] {
  const path: Buffer[] = [];
  for (let level = leaves, at = index; level.length > 1; level = levelAbove(level), at >>= 1) {
    const neighbour = level[at ^ 1];
    if (neighbour) path.push(neighbour);
  }
  return path;
}

/** The root that this path leads to; undefined where the path does not fit a tree of this size. */
export function rootBy(path: readonly Buffer[], leaf: Buffer, index: number, size: number): Buffer | undefined {
  if (!Number.isInteger(index) || index < 0 || index >= size) return undefined;
  const rest = [...path];
  let node = leaf;
  for (let at = index, last = size - 1; last > 0; at >>= 1, last >>= 1) {
    if (at === last && at % 2 === 0) continue;
    const neighbour = rest.shift();
    if (!neighbour) return undefined;
    node = at % 2 === 1 ? nodeHash(neighbour, node) : nodeHash(node, neighbour);
  }
  return rest.length === 0 ? node : undefined;
}

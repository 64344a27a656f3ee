import { expect, test } from "@jest/globals";
import { canonical } from "./canonical.ts";
import { leafHash, pathTo, rootBy, rootOf } from "./merkle.ts";

/** Leaves and roots that the logs of Certificate Transparency are tested with. */
const texts = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const roots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const leaves = texts.map((hex) => leafHash(Buffer.from(hex, "hex").toString()));

test.each(roots.map((root, i) => [i + 1, root] as const))("a tree of %i leaves has the root that other logs give it", (size, root) => {
  expect(rootOf(leaves.slice(0, size)).toString("hex")).toBe(root);
});

test("each leaf of each tree is led to its root by its path, and by no other", () => {
  for (let size = 1; size <= leaves.length; size++) {
    const tree = leaves.slice(0, size);
    for (const [index, leaf] of tree.entries()) {
      const path = pathTo(index, tree);
      expect(rootBy(path, leaf, index, size)).toEqual(rootOf(tree));
      expect(rootBy([...path, leaf], leaf, index, size)).toBeUndefined();
      if (path.length > 0) expect(rootBy(path.slice(1), leaf, index, size)).toBeUndefined();
      if (size > 1) expect(rootBy(path, leafHash("another"), index, size)).not.toEqual(rootOf(tree));
    }
    expect(rootBy([], leafHash(""), size, size)).toBeUndefined();
  }
});

test("a value has one text, whatever the order and the writing of its parts", () => {
  const given = JSON.parse(
    '{"z":[56,{"d":true,"10":null,"1":[]}],"€":"\\u20ac$\\u000f\\nA\'\\u0042\\u0022\\\\","numbers":[333333333.33333329,1E30,4.50,2e-3]}',
  );
  expect(canonical(given)).toBe(
    '{"numbers":[333333333.3333333,1e+30,4.5,0.002],"z":[56,{"1":[],"10":null,"d":true}],"€":"€$\\u000f\\nA\'B\\"\\\\"}',
  );
});

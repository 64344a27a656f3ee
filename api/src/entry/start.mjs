import { existsSync } from "node:fs";
import { enableCompileCache, flushCompileCache } from "node:module";
import { join, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";

// WebAssembly is compiled once and simply. PostgreSQL's parser has a function so large that optimizing it takes half a gigabyte,
// and longer than it ever gains. Said first, as a cache of compiled code is good only under the flags that it was made with.
for (const flag of ["--no-wasm-tier-up", "--no-wasm-dynamic-tiering"]) setFlagsFromString(flag);

// What takes the types out of TypeScript is 17 MB, and stays. Where an earlier start has left its work, it is not loaded at all;
// this file is JavaScript so that it isn't for its sake either. Where there is none yet, start.ts says what is wrong with it first.
const dataDir = resolve(process.env["DATA_DIR"] || ".data");
if (existsSync(dataDir)) enableCompileCache(join(dataDir, "cache"));

await import("./start.ts");
// Now rather than at the end: another process of this installation may start before that, and not every end is orderly.
flushCompileCache();

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stroke } from "@nextmavens/api/platform/brand";
import type { Plugin } from "esbuild";

/** The console's own script and style sheet, ready to be served. */
export interface Bundle {
  /** What AdminJS's own script finds in its design system's place. */
  readonly frame: Buffer;
  readonly script: Buffer;
  readonly style: Buffer;
  /** Changes whenever either does. */
  readonly version: string;
}

const components = join(import.meta.dirname, "components");
const kept = join(import.meta.dirname, "..", "bundle");

/** Built where the sources have changed since it was last built, else as it was kept. */
export async function openBundle(): Promise<Bundle> {
  const version = await versionOfSources();
  return (await readKept(version)) ?? keep(await build(version));
}

async function versionOfSources(): Promise<string> {
  const hash = createHash("sha256");
  for (const file of (await readdir(components, { recursive: true })).sort()) {
    if (/\.(tsx?|css|svg)$/.test(file)) hash.update(file).update(await readFile(join(components, file)));
  }
  // All that the components take from elsewhere but packages.
  return hash
    .update(stroke)
    .update(await readFile(import.meta.filename))
    .digest("hex")
    .slice(0, 16);
}

type FileName = "frame.js" | "console.js" | "console.css";
const fileOf = (version: string, name: FileName) => join(kept, name.replace(".", `.${version}.`));

async function readKept(version: string): Promise<Bundle | undefined> {
  const read = (name: FileName) => readFile(fileOf(version, name));
  try {
    const [frame, script, style] = await Promise.all([read("frame.js"), read("console.js"), read("console.css")]);
    return { frame, script, style, version };
  } catch {
    return undefined;
  }
}

/** A folder that can't be written costs half a second at each start, nothing more. */
async function keep(bundle: Bundle): Promise<Bundle> {
  const put = async (name: FileName, bytes: Buffer) => {
    const file = fileOf(bundle.version, name);
    await writeFile(`${file}.${process.pid}`, bytes);
    await rename(`${file}.${process.pid}`, file);
  };
  try {
    await mkdir(kept, { recursive: true });
    await put("frame.js", bundle.frame);
    await put("console.js", bundle.script);
    await put("console.css", bundle.style);
  } catch {}
  return bundle;
}

async function build(version: string): Promise<Bundle> {
  const esbuild = await import("esbuild");
  const { outputFiles } = await esbuild.build({
    entryPoints: { frame: join(components, "frame.ts"), console: join(components, "index.tsx") },
    bundle: true,
    write: false,
    outdir: kept,
    format: "iife",
    jsx: "automatic",
    minify: true,
    target: "es2022",
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [sharedWithAdminJs],
  });
  await esbuild.stop();
  const find = (name: FileName) => Buffer.from(outputFiles.find(({ path }) => path === join(kept, name))?.contents ?? []);
  return { frame: find("frame.js"), script: find("console.js"), style: find("console.css"), version };
}

/** What AdminJS's own bundles have put on the page already: a second React would not work beside theirs. */
const globals: Readonly<Record<string, string>> = {
  react: "React",
  "react-router": "ReactRouter",
  "react-router-dom": "ReactRouterDOM",
};
const sharedWithAdminJs: Plugin = {
  name: "shared-with-adminjs",
  setup(build) {
    const filter = new RegExp(`^(${Object.keys(globals).join("|")})$`);
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: "shared" }));
    build.onLoad({ filter: /.*/, namespace: "shared" }, ({ path }) => ({
      contents: `module.exports = window.${globals[path]}`,
      loader: "js",
    }));
  },
};

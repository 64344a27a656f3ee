import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import express from "express";
import type { Bundle } from "./bundle.ts";

/** The addresses of everything a page loads; each has its version in it, so that browsers keep it for good. */
export interface Assets {
  readonly style: string;
  readonly scripts: readonly string[];
  readonly router: express.Router;
}

interface Asset {
  readonly path: string;
  readonly type: string;
  readonly read: () => Promise<Buffer>;
}

const require = createRequire(import.meta.url);

/** Files that AdminJS's page needs, ours last. */
export async function openAssets(bundle: Bundle): Promise<Assets> {
  const adminjs = dirname(require.resolve("adminjs"));
  const assets = join(adminjs, "lib/frontend/assets/scripts");
  const script = async (name: string, folder: string, file: string): Promise<Asset> => ({
    path: `/assets/${name}.${await versionOf(folder)}.js`,
    type: "text/javascript; charset=utf-8",
    read: () => readFile(file),
  });
  const own = (name: string, bytes: Buffer): Asset => ({
    path: `/assets/${name}.${bundle.version}.js`,
    type: "text/javascript; charset=utf-8",
    read: async () => bytes,
  });
  const scripts = [
    await script("global", adminjs, join(assets, "global-bundle.production.js")),
    own("frame", bundle.frame),
    await script("app", adminjs, join(assets, "app-bundle.production.js")),
    own("console", bundle.script),
  ];
  const style = { path: `/assets/console.${bundle.version}.css`, type: "text/css; charset=utf-8", read: async () => bundle.style };
  const router = express.Router();
  for (const each of [...scripts, style]) router.get(each.path, serve(each));
  return { style: `/admin${style.path}`, scripts: scripts.map(({ path }) => `/admin${path}`), router };
}

const versionOf = async (folder: string) => {
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  return String(version);
};

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const packers: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gzip: (bytes) => zip(bytes, { level: 9 }),
  identity: async (bytes) => bytes,
};

/** Packed at the first request for it and kept packed: all of them together are under a megabyte. */
function serve({ type, read }: Asset): express.RequestHandler {
  const packed = new Map<string, Promise<Buffer>>();
  const inForm = (encoding: string) => {
    const bytes = packed.get(encoding) ?? read().then(packers[encoding]);
    if (encoding !== "identity") packed.set(encoding, bytes);
    return bytes;
  };
  return async (request, response) => {
    const encoding = ["br", "gzip"].find((each) => request.acceptsEncodings(each)) ?? "identity";
    response.set({
      "content-type": type,
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      vary: "Accept-Encoding",
    });
    if (encoding !== "identity") response.set("content-encoding", encoding);
    response.end(await inForm(encoding));
  };
}

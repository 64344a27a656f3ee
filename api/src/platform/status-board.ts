import { join } from "node:path";
import { z } from "zod";
import { keep, readKept } from "./kept-file.ts";

const Post = z.object({ at: z.string(), text: z.string() });
export type Post = z.output<typeof Post>;

/** What the public status page says, newest first. Kept in DATA_DIR: it must be readable with everything else away. */
export interface StatusBoard {
  posts(): readonly Post[];
  post(text: string, at: string): void;
}

const most = 20;

export function openStatusBoard(dataDir: string): StatusBoard {
  const path = join(dataDir, "status.json");
  const posts = () => {
    const text = readKept(path);
    return text === undefined ? [] : Post.array().parse(JSON.parse(text));
  };
  return {
    posts,
    post: (text, at) => keep(path, JSON.stringify([{ at, text }, ...posts()].slice(0, most))),
  };
}

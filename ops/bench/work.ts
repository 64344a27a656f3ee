import { requestBytes, type Work } from "./load.ts";
import { itemsCount } from "./platform.ts";

export const whats = ["read by key", "list of 20", "insert of 1"] as const;
export type What = (typeof whats)[number];

const listed = 20;
const anyId = () => 1 + Math.floor(Math.random() * itemsCount);
const made = () => JSON.stringify({ name: `made ${anyId()}`, price: anyId() / 4 });

/** A browser's client says about this much of itself; both servers are told the same. */
const common = { accept: "application/json", "user-agent": "bench/1", "accept-encoding": "identity", "x-client-info": "bench" };

const isRead: Work["isRight"] = (status, body) => status === 200 && body.includes('"name":"item ') && body.includes('"color"');
const isList: Work["isRight"] = (status, body) => status === 200 && count(body) === listed;
const isMade: Work["isRight"] = (status, body) => status === 201 && body.length === 0;

const idMark = Buffer.from('"id":');
function count(body: Buffer): number {
  let found = 0;
  for (let at = body.indexOf(idMark); at >= 0; at = body.indexOf(idMark, at + 1)) found += 1;
  return found;
}

export function floorWork(what: What): Work {
  if (what === "read by key") return { name: what, next: () => requestBytes(`GET /items/${anyId()}`, common), isRight: isRead };
  if (what === "list of 20") return { name: what, next: () => requestBytes(`GET /items?limit=${listed}`, common), isRight: isList };
  return { name: what, next: () => requestBytes("POST /items", common, made()), isRight: isMade };
}

export function ourWork(what: What, key: string): Work {
  const headers = { ...common, apikey: key };
  const columns = "select=id,name,price,tags,created_at";
  const list = `GET /api/rest/items?${columns}&order=created_at.desc&limit=${listed}`;
  if (what === "read by key")
    return { name: what, next: () => requestBytes(`GET /api/rest/items?id=eq.${anyId()}&${columns}`, headers), isRight: isRead };
  if (what === "list of 20") return { name: what, next: () => requestBytes(list, headers), isRight: isList };
  return { name: what, next: () => requestBytes("POST /api/rest/made", headers, made()), isRight: isMade };
}

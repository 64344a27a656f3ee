import { connect, type Socket } from "node:net";

/** A request that a connection sends, and how its answer is known to be right. */
export interface Asked {
  readonly bytes: Buffer;
  readonly isRight: (status: number, body: Buffer) => boolean;
}

export interface Work {
  readonly name: string;
  readonly next: () => Asked;
}

export interface Load {
  readonly requests: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const headEnd = Buffer.from("\r\n\r\n");

/** Keeps so many connections busy for a while, one request at a time on each. Every answer is checked; one that is wrong ends it. */
export async function load(port: number, work: Work, { connections, seconds }: { connections: number; seconds: number }): Promise<Load> {
  const times: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1_000;
  await Promise.all(Array.from({ length: connections }, () => keepAsking(port, work, until, times)));
  const took = (performance.now() - began) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { requests: times.length, seconds: took, p50Ms: at(0.5), p99Ms: at(0.99) };
}

function keepAsking(port: number, work: Work, until: number, times: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let heard: Buffer = Buffer.alloc(0);
    let askedAt = 0;
    let asked: Asked | undefined;
    const ask = () => {
      asked = work.next();
      askedAt = performance.now();
      socket.write(asked.bytes);
    };
    socket.on("connect", ask);
    socket.on("error", reject);
    socket.on("close", () => reject(new Error(`${work.name}: the connection was closed`)));
    socket.on("data", (chunk: Buffer) => {
      heard = heard.length === 0 ? chunk : Buffer.concat([heard, chunk]);
      const answer = readAnswer(heard);
      if (!answer) return;
      times.push(performance.now() - askedAt);
      heard = Buffer.alloc(0);
      if (!asked?.isRight(answer.status, answer.body)) {
        reject(new Error(`${work.name}: wrong answer ${answer.status} ${answer.body.toString("utf8", 0, 300)}`));
        socket.destroy();
      } else if (performance.now() < until) ask();
      else {
        resolve();
        socket.destroy();
      }
    });
  });
}

/** An answer that is complete, by its content-length. */
function readAnswer(bytes: Buffer): { status: number; body: Buffer } | undefined {
  const end = bytes.indexOf(headEnd);
  if (end < 0) return undefined;
  const head = bytes.toString("latin1", 0, end);
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  const body = bytes.subarray(end + headEnd.length);
  return body.length < length ? undefined : { status: Number(head.slice(9, 12)), body };
}

/** The bytes of a request, with a body when there is one. */
export function requestBytes(at: string, headers: Readonly<Record<string, string>>, body?: string): Buffer {
  const all = { host: "127.0.0.1", accept: "*/*", ...headers, ...(body !== undefined && bodyHeaders(body)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${at} HTTP/1.1\r\n${lines.join("")}\r\n${body ?? ""}`);
}

const bodyHeaders = (body: string) => ({ "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) });

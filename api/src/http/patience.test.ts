import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, expect, test } from "@jest/globals";
import { makePatience } from "./patience.ts";

const patience = makePatience(300, 20);
const server = createServer((request, response) => {
  if (request.url !== "/slow") patience.watch(request);
  request.resume().on("end", () => response.end("done"));
});
const listening = new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => {
  patience.stop();
  server.closeAllConnections();
  server.close();
});

/** Sends a byte of the body now and then, and hears the answer. */
async function dribble(path: string, bytes: number, everyMs: number): Promise<string> {
  await listening;
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let heard = "";
  socket.setEncoding("utf8").on("data", (text) => {
    heard += text;
  });
  socket.on("error", () => undefined);
  socket.write(`POST ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: ${bytes}\r\n\r\n`);
  let sent = 0;
  const timer = setInterval(() => {
    if (sent < bytes) socket.write("x");
    sent += 1;
  }, everyMs);
  await new Promise((resolve) => socket.once("close", resolve));
  clearInterval(timer);
  return heard;
}

test("who sends a body byte by byte for too long is told so, and not listened to any more", async () => {
  expect(await dribble("/", 1_000, 20)).toMatch(/^HTTP\/1.1 408 /);
});

test("where that is usual, a body may take its time", async () => {
  expect(await dribble("/slow", 40, 20)).toMatch(/^HTTP\/1.1 200 .*done$/s);
});

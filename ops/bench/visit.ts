import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { waiting } from "./browser.ts";

/** What is transferred, as a browser calls it. */
export const kinds = ["document", "script", "style", "data", "other"] as const;
export type Kind = (typeof kinds)[number];

/** A page as one sees it come: milliseconds since it was asked for, and bytes as they went over the wire. */
export interface Visit {
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  /** Its heading is there, and nothing of it is still to come. */
  readonly wholeMs: number;
  readonly bytes: Readonly<Record<Kind, number>>;
  /** All that was asked for. */
  readonly urls: readonly string[];
}

/** Opens this address and waits for all of it. */
export async function visit(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage();
  try {
    const weighing = await weigh(page);
    await page.goto(url, { waitUntil: "commit" });
    return await weighing.done();
  } finally {
    await page.close();
  }
}

/** Begins to weigh what a page asks for; `done` waits until it is whole. */
export async function weigh(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  const taken = await listen(cdp);
  return {
    async done(): Promise<Visit> {
      const times = (await page.evaluate(seen)) as Omit<Visit, "bytes" | "urls">;
      return { ...times, ...taken() };
    },
  };
}

/** Of the present document alone: what came before it was another page. */
async function listen(cdp: CDPSession): Promise<() => Pick<Visit, "bytes" | "urls">> {
  let loader = "";
  const asked = new Map<string, { readonly url: string; readonly kind: Kind; readonly loader: string; bytes: number }>();
  cdp.on("Network.requestWillBeSent", ({ requestId, loaderId, type, request }) => {
    if (type === "Document") loader = loaderId;
    if (!request.url.startsWith("data:"))
      asked.set(requestId, { url: request.url, kind: kindOf[type ?? ""] ?? "other", loader: loaderId, bytes: 0 });
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const one = asked.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  await cdp.send("Network.enable");
  return () => {
    const all = [...asked.values()].filter((each) => each.loader === loader);
    const sum = (kind: Kind) => all.filter((each) => each.kind === kind).reduce((total, { bytes }) => total + bytes, 0);
    return {
      bytes: { document: sum("document"), script: sum("script"), style: sum("style"), data: sum("data"), other: sum("other") },
      urls: all.map(({ url }) => url),
    };
  };
}

const kindOf: Readonly<Record<string, Kind>> = { Document: "document", Script: "script", Stylesheet: "style", XHR: "data", Fetch: "data" };

/** Told by the page itself, by its own clock. */
const seen = `(async () => {
  const isWhole = () => document.querySelector("h1") && !document.querySelector(${JSON.stringify(waiting)});
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  while (!isWhole()) await frame();
  const wholeMs = performance.now();
  const last = (type) => new Promise((told) => {
    new PerformanceObserver((list, observer) => { observer.disconnect(); told(list.getEntries().at(-1).startTime); }).observe({ type, buffered: true });
  });
  return { wholeMs, firstPaintMs: await last("paint"), largestPaintMs: await last("largest-contentful-paint") };
})()`;

import { type Browser, chromium } from "playwright-core";

/** The Chromium of this machine: `CHROMIUM` says where it is, if not where Debian has it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

/** What stands on a page of the console while something of it is still to come. */
export const waiting = ".waiting, .waiting-row, .is-loading, .placeholder, [aria-busy=true]";

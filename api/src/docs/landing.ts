import { html } from "./html.ts";
import { makePage, type Page } from "./page.ts";

/** Where one arrives: what this is, and its doors. */
export const landingPage = (hasConsole: boolean): Page =>
  makePage({
    title: "NextMavens",
    ground: "grounded",
    content: html`<main class="hero" id="content">
<h1>A database of your own, behind an API that explains itself</h1>
<p class="lead">NextMavens gives every project a PostgreSQL database, serves it over REST and SQL, and keeps it within limits that you can see
and understand.</p>
<p class="acts"><a class="button" href="/docs#quickstart">Start in five minutes</a> <a class="button plain" href="/docs">Read the reference</a></p>
<div class="doors">
<a href="/docs"><strong>Documentation</strong><span>How to begin, and every operation with what it takes, gives and refuses.</span></a>
<a href="/docs/problems"><strong>Problems</strong><span>Every refusal by its code: what it means, and what to do about it.</span></a>
<a href="/api/health"><strong>Health</strong><span>Whether the platform serves, as JSON for your monitor.</span></a>
${hasConsole && html`<a href="/admin"><strong>Console</strong><span>For those who run this platform.</span></a>`}
</div></main>`,
  });

/** For an address that leads nowhere. */
export const missingPage = (): Page =>
  makePage({
    title: "Nothing here · NextMavens",
    isPrivate: true,
    ground: "grounded",
    content: html`<main class="card small" id="content"><h1>There is nothing here</h1><p>Check the address, or begin at the <a href="/">front page</a>
or in the <a href="/docs">documentation</a>.</p></main>`,
  });

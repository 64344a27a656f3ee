import { createHash } from "node:crypto";
import { icon, stroke } from "../platform/brand.ts";
import { Html, html } from "./html.ts";
import { style } from "./style.ts";

/** A page and the policy that lets exactly its own style and script run, known by their hashes. */
export interface Page {
  readonly body: string;
  readonly contentSecurityPolicy: string;
}

interface Content {
  readonly title: string;
  readonly content: Html;
  /** Which link at the top is where we are. */
  readonly at?: string;
  readonly script?: string;
  /** Not for search engines. */
  readonly isPrivate?: boolean;
  readonly ground?: "grounded";
}

const links = [
  ["/docs", "Reference"],
  ["/docs/problems", "Problems"],
  ["/api/openapi.json", "OpenAPI"],
] as const;

const mark = html`<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8"/><path d="${stroke}"/></svg>`;

/** A whole page in the house's dress. */
export function makePage({ title, content, at, script, isPrivate, ground }: Content): Page {
  const { text } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${isPrivate && html`<meta name="robots" content="noindex">\n`}<title>${title}</title>
<link rel="icon" href="${icon}">
<style>${new Html(style)}</style>
</head>
<body class="${ground}">
<a class="skip" href="#content">To the content</a>
<header class="top"><a class="brand" href="/">${mark}NextMavens</a><nav aria-label="Documentation">${links.map(
    ([href, name]) => html`<a href="${href}"${href === at && html` aria-current="page"`}>${name}</a>`,
  )}</nav></header>
${content}
${script !== undefined && html`<script>${new Html(script)}</script>\n`}</body>
</html>
`;
  return { body: text, contentSecurityPolicy: policy(script) };
}

const policy = (script: string | undefined) =>
  [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    script === undefined ? undefined : `script-src ${hashOf(script)}`,
    "connect-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
    .filter(Boolean)
    .join("; ");

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

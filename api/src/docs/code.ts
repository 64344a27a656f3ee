import { type Html, html } from "./html.ts";

/** Something to copy, with its title and a button. */
export const codeBlock = (title: string, text: string): Html => block(title, html`${text}`);

/** The same for JSON, with its names and texts told apart by colour. */
export const jsonBlock = (title: string, value: unknown): Html => block(title, html`${coloured(JSON.stringify(value, undefined, 2))}`);

/** The same for a shell, with its comments set back. */
export const shellBlock = (title: string, text: string): Html =>
  block(
    title,
    html`${text.split("\n").map((line, index) => html`${index > 0 && "\n"}${line.startsWith("#") ? html`<em>${line}</em>` : line}`)}`,
  );

const block = (title: string, content: Html) =>
  html`<figure class="code"><figcaption>${title}<button type="button" data-copy hidden>Copy</button></figcaption><pre tabindex="0">${content}</pre></figure>\n`;

const coloured = (json: string): readonly Html[] =>
  json.split(/("(?:[^"\\]|\\.)*"(?:\s*:)?)/).map((part, index) => {
    if (index % 2 === 0) return html`${part}`;
    return part.endsWith(":") ? html`<i>${part.slice(0, -1)}</i>:` : html`<b>${part}</b>`;
  });

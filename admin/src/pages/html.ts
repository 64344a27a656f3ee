import { icon, stroke } from "@nextmavens/api/platform/brand";

/** Text that can't leave the place it is put in. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A value inside an inline script: nothing in it can end the script or begin another. */
export const scriptValue = (value: unknown): string =>
  JSON.stringify(value ?? null).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** A whole page around what it shows. `style` is the address of its style sheet; a page that must not need another file says its own in `head`. */
export const documentOf = ({
  title,
  style,
  head = "",
  body,
}: {
  title: string;
  style?: string;
  head?: string;
  body: string;
}): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="icon" href="${icon}">
${style === undefined ? "" : `<link rel="stylesheet" href="${escaped(style)}">`}
${head}</head>
<body>
${body}
</body>
</html>
`;

export const logo = `<svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8"/><path d="${stroke}"/></svg>`;

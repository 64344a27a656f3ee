const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const link = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/g;

/** Of what is still plain text: an escaped `&amp;` in an address is right where it stands. */
function inline(text: string): string {
  let html = "";
  let end = 0;
  for (const { 0: address, index } of text.matchAll(link)) {
    html += `${escaped(text.slice(end, index))}<a href="${escaped(address)}">${escaped(address)}</a>`;
    end = index + address.length;
  }
  return html + escaped(text.slice(end));
}

/** A mail's text as HTML: its paragraphs and addresses, nothing that is loaded from elsewhere, nothing of the text but as text. */
export function htmlOf(text: string): string {
  const paragraphs = text.trim().split(/\n{2,}/);
  const inner = paragraphs.map((each) => `<p style="white-space:pre-wrap;margin:0 0 1em">${inline(each)}</p>`).join("\n");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"></head>
<body style="margin:0;padding:24px;color:#1c2024;background:#fff;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:40em">
${inner}
</div>
</body></html>
`;
}

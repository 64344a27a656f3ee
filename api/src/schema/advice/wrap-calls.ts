/** Calls that give the same at each row, with nothing but constants between their brackets. */
const call = /\b(?:current_setting|auth\.(?:uid|jwt|role|email))\((?:\s|,|true|false|NULL|'(?:[^']|'')*'|::text|::boolean)*\)/y;
const quoted = /E?'(?:[^']|'')*'|"(?:[^"]|"")*"/y;
const openingSelect = /\(\s*SELECT\b/iy;

/** An expression as PostgreSQL writes it, with each such call that is in no query of its own put into one. */
export function wrapCalls(text: string): string {
  const opened: boolean[] = [];
  let written = "";
  for (let at = 0; at < text.length; ) {
    const found = matchAt(call, text, at);
    const piece = found ?? matchAt(quoted, text, at) ?? text.charAt(at);
    if (piece === "(") opened.push(matchAt(openingSelect, text, at) !== undefined);
    if (piece === ")") opened.pop();
    written += found !== undefined && !opened.includes(true) ? `(select ${piece})` : piece;
    at += piece.length;
  }
  return written;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

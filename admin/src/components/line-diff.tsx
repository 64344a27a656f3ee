import { keyed } from "./keyed.ts";
import { linesOf } from "./merge.ts";

const signs = { same: " ", gone: "−", new: "+" } as const;

/** What became of a text, line by line: a sign and a colour. */
export const LineDiff = ({ before, after, label }: { before: string; after: string; label: string }) => (
  <figure className="line-diff">
    <figcaption>{label}</figcaption>
    <pre>
      {keyed(linesOf(before, after), ({ kind, text }) => `${kind} ${text}`).map(({ key, thing: { kind, text } }) => {
        const Line = kind === "gone" ? "del" : kind === "new" ? "ins" : "span";
        return (
          <Line key={key} className="diff-line">
            {signs[kind]} {text}
          </Line>
        );
      })}
    </pre>
  </figure>
);

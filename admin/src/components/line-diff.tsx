import { linesOf } from "./merge.ts";

const signs = { same: " ", gone: "−", new: "+" } as const;

/** What became of a text, line by line: a sign and a colour. */
export const LineDiff = ({ before, after, label }: { before: string; after: string; label: string }) => (
  <figure className="line-diff">
    <figcaption>{label}</figcaption>
    <pre>
      {linesOf(before, after).map(({ kind, text }, i) => {
        const Line = kind === "gone" ? "del" : kind === "new" ? "ins" : "span";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one comparison never change places.
          <Line key={i} className="diff-line">
            {signs[kind]} {text}
          </Line>
        );
      })}
    </pre>
  </figure>
);

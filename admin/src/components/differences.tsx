import type { Names, Row } from "../sight.ts";
import { LineDiff } from "./line-diff.tsx";
import { textOf } from "./merge.ts";
import { SmallTable } from "./small-table.tsx";
import { Named } from "./values.tsx";

interface DifferencesProps {
  readonly before: Row | null;
  readonly after: Row | null;
  readonly names: Names;
  /** With what stayed as it was. */
  readonly isWhole?: boolean;
}

/** What became of a record, field by field: only what is not the same before and after, unless all is asked for. */
export function Differences({ before, after, names, isWhole = false }: DifferencesProps) {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const told = fields
    .map((name) => ({ name, was: textOf(before?.[name]), is: textOf(after?.[name]) }))
    .filter(({ was, is }) => isWhole || was !== is);
  return told.length === 0 ? null : (
    <SmallTable label="Before and after" head={["Field", "Before", "After"]} className="differences">
      {told.map(({ name, was, is }) => (
        <tr key={name} className={was === is ? "same" : undefined}>
          <th scope="row">{name}</th>
          {isLong(was) && isLong(is) && was !== is ? (
            <td colSpan={2}>
              <LineDiff label={`Line by line: ${name}`} before={was} after={is} />
            </td>
          ) : (
            <>
              <td>
                <Told text={was} names={names} kind={was === is ? "same" : "gone"} />
              </td>
              <td>
                <Told text={is} names={names} kind={was === is ? "same" : "new"} />
              </td>
            </>
          )}
        </tr>
      ))}
    </SmallTable>
  );
}

const isLong = (text: string) => text.includes("\n") || text.length > 120;

/** A colour and an element that says the same: what is gone, and what is new. */
function Told({ text, names, kind }: { text: string; names: Names; kind: "same" | "gone" | "new" }) {
  if (text === "") return <span className="none">–</span>;
  const Element = kind === "gone" ? "del" : kind === "new" ? "ins" : "span";
  return <Element className="worth">{names[text] === undefined ? text : <Named id={text} names={names} />}</Element>;
}

import { Link } from "react-router-dom";
import type { Names, QueueItem } from "../../sight.ts";
import { Section } from "../section.tsx";
import { What } from "./item.tsx";

const shown = 4;

interface NeedsAPersonProps {
  /** The most urgent first. */
  readonly items: readonly QueueItem[];
  readonly names: Names;
  /** Where the work queue has more than these. */
  readonly isOfOne?: boolean;
}

/** The most urgent of the work queue, where there is any; of one thing all that it has. */
export const NeedsAPerson = ({ items, names, isOfOne = false }: NeedsAPersonProps) =>
  items.length === 0 ? null : (
    <Section title="Needs a person" {...(items.length > 1 ? { unit: "the most urgent first" } : {})} className="queue glimpse">
      <ul className="queue-items">
        {items.slice(0, isOfOne ? undefined : shown).map((item) => (
          <li key={item.record.id}>
            <What item={item} names={names} isOfPage={isOfOne} />
          </li>
        ))}
      </ul>
      <p className="section-foot">
        <Link to="/admin">{isOfOne || items.length === 1 ? "To the work queue" : `To the work queue, all ${items.length}`}</Link>
      </p>
    </Section>
  );

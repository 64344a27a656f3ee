import { Link } from "react-router-dom";
import type { Names, QueueItem } from "../../sight.ts";
import { Section } from "../section.tsx";
import { What } from "./item.tsx";

const shown = 4;

/** The most urgent of the work queue, where there is any. */
export const NeedsAPerson = ({ items, names }: { items: readonly QueueItem[]; names: Names }) =>
  items.length === 0 ? null : (
    <Section title="Needs a person" unit="the most urgent first" className="queue glimpse">
      <ul className="queue-items">
        {items.slice(0, shown).map((item) => (
          <li key={item.record.id}>
            <What item={item} names={names} />
          </li>
        ))}
      </ul>
      <p className="section-foot">
        <Link to="/admin">{items.length === 1 ? "To the work queue" : `To the work queue, all ${items.length}`}</Link>
      </p>
    </Section>
  );

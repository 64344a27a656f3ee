import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

export type Heading = string | { readonly title: string; readonly isFigure?: true; readonly isUnseen?: true };

interface SmallTableProps {
  /** What it tells, for who comes to it by keys because it is wider than its place. */
  readonly label: string;
  readonly head?: readonly Heading[];
  readonly className?: string;
  /** Its rows. */
  readonly children: ReactNode;
}

/** A table within a part of a page; where it is wider than that it is pushed sideways by itself. */
export const SmallTable = ({ label, head, className = "", children }: SmallTableProps) => (
  <Sideways label={label}>
    <table className={`list plain ${className}`}>
      {head ? (
        <thead>
          <tr>{head.map(headOf)}</tr>
        </thead>
      ) : null}
      <tbody>{children}</tbody>
    </table>
  </Sideways>
);

const headOf = (heading: Heading) => {
  const { title, isFigure = false, isUnseen = false } = typeof heading === "string" ? { title: heading } : heading;
  return (
    <th key={title} scope="col" className={isFigure ? "figure" : undefined}>
      {isUnseen ? <span className="unseen">{title}</span> : title}
    </th>
  );
};

/** A part of the page that is pushed sideways by itself, by keys too: it is a stop of theirs only where there is something to push. */
export function Sideways({ label, className = "", children }: { label: string; className?: string; children: ReactNode }) {
  const at = useRef<HTMLDivElement>(null);
  const [isWider, setWider] = useState(false);
  useLayoutEffect(() => {
    const element = at.current;
    if (!element) return;
    const measure = () => setWider(element.scrollWidth > element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const stop = isWider ? { role: "region", "aria-label": label, tabIndex: 0 } : {};
  return (
    <div ref={at} className={`table-scroll ${className}`} {...stop}>
      {children}
    </div>
  );
}

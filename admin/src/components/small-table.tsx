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
  <Pushed label={label}>
    <table className={`list plain ${className}`}>
      {head ? (
        <thead>
          <tr>{head.map(headOf)}</tr>
        </thead>
      ) : null}
      <tbody>{children}</tbody>
    </table>
  </Pushed>
);

const headOf = (heading: Heading) => {
  const { title, isFigure = false, isUnseen = false } = typeof heading === "string" ? { title: heading } : heading;
  return (
    <th key={title} scope="col" className={isFigure ? "figure" : undefined}>
      {isUnseen ? <span className="unseen">{title}</span> : title}
    </th>
  );
};

/** A part of the page that is pushed about by itself, by keys too: it is a stop of theirs only where it is larger than its place. */
export function Pushed({ label, className = "table-scroll", children }: { label: string; className?: string; children: ReactNode }) {
  const at = useRef<HTMLDivElement>(null);
  const [isLarger, setLarger] = useState(false);
  useLayoutEffect(() => {
    const element = at.current;
    if (!element) return;
    const measure = () => setLarger(element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const stop = isLarger ? { role: "group", "aria-label": label, tabIndex: 0 } : {};
  return (
    <div ref={at} className={className} {...stop}>
      {children}
    </div>
  );
}

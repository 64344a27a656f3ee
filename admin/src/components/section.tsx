import type { ReactNode } from "react";
import { Link } from "react-router-dom";

interface SectionProps {
  readonly title: string;
  /** What its figures are, and of which time. */
  readonly unit?: string;
  /** The list behind it. */
  readonly more?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of a page under a title of its own. */
export const Section = ({ title, unit, more, className = "", children }: SectionProps) => (
  <section className={`sheet section ${className}`} aria-label={title}>
    <header>
      <h2>{title}</h2>
      {unit ? <span className="unit">{unit}</span> : null}
      {more ? (
        <span className="section-acts">
          <Link to={more}>All</Link>
        </span>
      ) : null}
    </header>
    {children}
  </section>
);

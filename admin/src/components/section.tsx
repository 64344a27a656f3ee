import type { ReactNode } from "react";
import { Link } from "react-router-dom";

interface SectionProps {
  readonly title: string;
  /** What its figures are, and of which time. */
  readonly unit?: string;
  /** The list behind it. */
  readonly more?: string;
  /** What changes how it is shown. */
  readonly controls?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of a page under a title of its own. */
export const Section = ({ title, unit, more, controls, className = "", children }: SectionProps) => (
  <section className={`sheet section ${className}`} aria-label={title}>
    <header>
      <h2>{title}</h2>
      {unit ? <span className="unit">{unit}</span> : null}
      {more || controls ? (
        <span className="section-acts">
          {controls}
          {more ? <Link to={more}>All</Link> : null}
        </span>
      ) : null}
    </header>
    {children}
  </section>
);

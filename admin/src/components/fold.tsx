import type { ReactNode } from "react";

interface FoldProps {
  readonly title: ReactNode;
  /** What is in it, before it is opened. */
  readonly about: string;
  readonly children: ReactNode;
}

/** One of many parts of a page, each of which is opened by who looks for it; a search within the page opens it too. */
export const Fold = ({ title, about, children }: FoldProps) => (
  <details className="fold">
    <summary>
      {title}
      <span className="quiet">{about}</span>
    </summary>
    {children}
  </details>
);

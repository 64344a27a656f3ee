import { Link } from "react-router-dom";

/** The title of a page that shows nothing else of its own. */
export function Heading({ title }: { title: string }) {
  document.title = `${title} · NextMavens console`;
  return (
    <header className="page-head">
      <h1>{title}</h1>
    </header>
  );
}

export const NotHere = ({ what = "page" }: { what?: string }) => (
  <>
    <Heading title="Not found" />
    <NoSuch what={what} />
  </>
);

export const NoSuch = ({ what }: { what: string }) => (
  <div className="empty">
    <p>There is no such {what}.</p>
    <Link className="button" to="/admin">
      To the first page
    </Link>
  </div>
);

import { Link } from "react-router-dom";

export const NotHere = ({ what = "page" }: { what?: string }) => (
  <div className="empty">
    <p>There is no such {what}.</p>
    <Link className="button" to="/admin">
      To the first page
    </Link>
  </div>
);

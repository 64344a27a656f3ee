import { stroke } from "@nextmavens/api/platform/brand";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Link, NavLink, Route, Routes, useLocation } from "react-router-dom";
import { ActPage } from "./act.tsx";
import { AsOwnerPage } from "./as-owner.tsx";
import { BacktestPage } from "./backtest.tsx";
import { Dashboard } from "./dashboard/index.tsx";
import { Bars } from "./glass/bar.tsx";
import { isBehindGlass, listPath, mayBacktest, member, resources } from "./here.ts";
import { List } from "./list.tsx";
import { Notices } from "./notice.tsx";
import { NoticesPage } from "./notices.tsx";
import { Proof } from "./proof.tsx";
import { RecordPage } from "./record.tsx";
import { RightsPage } from "./rights.tsx";
import { Search } from "./search/index.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import { Badge } from "./values.tsx";

/** The frame of every page; takes the place of AdminJS's own. */
export function Shell() {
  const { pathname } = useLocation();
  // On another page the menu is closed.
  const [openAt, setOpenAt] = useState<string>();
  const isOpen = openAt === pathname;
  const setOpen = (isToOpen: boolean) => setOpenAt(isToOpen ? pathname : undefined);
  const [isSearching, setSearching] = useState(false);
  return (
    <div className={`shell${isOpen ? " menu-open" : ""}`}>
      <a className="skip" href="#main">
        To the content
      </a>
      <header className="topbar">
        <button type="button" className="icon-button" aria-label="Menu" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          ☰
        </button>
        <Brand />
        <button type="button" className="icon-button search-icon" aria-label="Search" onClick={() => setSearching(true)}>
          <Glass />
        </button>
      </header>
      <Sidebar search={() => setSearching(true)} />
      <div className="page">
        <Bars />
        {isOpen ? <button type="button" className="veil" aria-label="Close the menu" onClick={() => setOpen(false)} /> : null}
        <Main key={pathname}>
          <Routes>
            <Route path="/admin" element={<Dashboard />} />
            <Route path="/admin/notices" element={<NoticesPage />} />
            <Route path="/admin/backtest" element={<BacktestPage />} />
            <Route path="/admin/rights" element={<RightsPage />} />
            <Route path="/admin/resources/:resourceId" element={<List />} />
            <Route path="/admin/resources/:resourceId/actions/list" element={<List />} />
            <Route path="/admin/resources/:resourceId/actions/:act" element={<ActPage />} />
            <Route path="/admin/resources/:resourceId/records/:recordId/show" element={<RecordPage />} />
            <Route path="/admin/resources/projects/records/:recordId/as-owner" element={<AsOwnerPage />} />
            <Route path="/admin/resources/:resourceId/records/:recordId/:act" element={<ActPage />} />
            <Route path="*" element={<p className="empty">The console has no such page.</p>} />
          </Routes>
        </Main>
      </div>
      <Search isOpen={isSearching} setOpen={setSearching} />
      <Proof />
      <Notices />
    </div>
  );
}

/** A page begins at its top, and is where one reads. */
function Main({ children }: { children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
    document.querySelector(".nav-item.active")?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <main id="main" className="content" ref={main} tabIndex={-1}>
      {children}
    </main>
  );
}

const Brand = () => (
  <Link to="/admin" className="brand">
    <svg className="logo" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <path d={stroke} />
    </svg>
    <span>NextMavens</span>
  </Link>
);

const Glass = () => (
  <svg className="glass" viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="7" cy="7" r="4.5" />
    <path d="M10.4 10.4 14 14" />
  </svg>
);

const Sidebar = ({ search }: { search: () => void }) => (
  <nav className="sidebar" aria-label="Console">
    <Brand />
    <button type="button" className="search-button" onClick={search} aria-keyshortcuts="/ Control+K">
      <Glass />
      Search
      <kbd>/</kbd>
    </button>
    <div className="groups">
      <NavLink to="/admin" end className="nav-item">
        Overview
      </NavLink>
      <NavLink to="/admin/notices" className="nav-item">
        Notices
      </NavLink>
      {[...new Set(resources.map(({ group }) => group))].map((group) => (
        <div key={group}>
          <h2>{group}</h2>
          {resources
            .filter((each) => each.group === group)
            .map(({ id, title }) => (
              <NavLink key={id} to={listPath(id)} className="nav-item">
                {title}
              </NavLink>
            ))}
          {group === "Limits" && mayBacktest ? (
            <NavLink to="/admin/backtest" className="nav-item">
              Backtest
            </NavLink>
          ) : null}
          {group === "Platform" ? (
            <NavLink to="/admin/rights" className="nav-item">
              Rights
            </NavLink>
          ) : null}
        </div>
      ))}
    </div>
    <div className="me">
      <div className="me-name">
        <strong>{member.name}</strong>
        <Badge word={member.role} />
      </div>
      <a className="me-mail" href="/admin/account" title="Your account: second factor and sessions">
        {member.email}
      </a>
      <div className="me-acts">
        <ThemeSwitch />
        <form method="post" action={isBehindGlass ? "/break-glass/end" : "/admin/logout"}>
          <button className="button small" type="submit">
            {isBehindGlass ? "End" : "Sign out"}
          </button>
        </form>
      </div>
    </div>
  </nav>
);

import { stroke } from "@nextmavens/api/platform/brand";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Link, NavLink, Route, Routes, useLocation } from "react-router-dom";
import type { ResourceSight } from "../sight.ts";
import { ActPage } from "./act.tsx";
import { AsOwnerPage } from "./as-owner.tsx";
import { BacktestPage } from "./backtest.tsx";
import { Dashboard } from "./dashboard/index.tsx";
import { Bars } from "./glass/bar.tsx";
import { isBehindGlass, listPath, mayBacktest, member, resources } from "./here.ts";
import { KeysHelp } from "./keys-help.tsx";
import { List } from "./list.tsx";
import { NotHere } from "./not-here.tsx";
import { Notices } from "./notice.tsx";
import { NoticesPage } from "./notices.tsx";
import { Proof } from "./proof.tsx";
import { WorkQueue } from "./queue/index.tsx";
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
  const [isHelping, setHelping] = useState(false);
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
      <Sidebar search={() => setSearching(true)} help={() => setHelping(true)} />
      <div className="page">
        <Bars />
        {isOpen ? <button type="button" className="veil" aria-label="Close the menu" onClick={() => setOpen(false)} /> : null}
        <Main key={pathname}>
          <Routes>
            <Route path="/admin" element={<WorkQueue />} />
            <Route path="/admin/overview" element={<Dashboard />} />
            <Route path="/admin/notices" element={<NoticesPage />} />
            <Route path="/admin/backtest" element={<BacktestPage />} />
            <Route path="/admin/rights" element={<RightsPage />} />
            <Route path="/admin/resources/:resourceId" element={<List />} />
            <Route path="/admin/resources/:resourceId/actions/list" element={<List />} />
            <Route path="/admin/resources/:resourceId/actions/:act" element={<ActPage />} />
            <Route path="/admin/resources/:resourceId/records/:recordId/show" element={<RecordPage />} />
            <Route path="/admin/resources/projects/records/:recordId/as-owner" element={<AsOwnerPage />} />
            <Route path="/admin/resources/:resourceId/records/:recordId/:act" element={<ActPage />} />
            <Route path="*" element={<NotHere />} />
          </Routes>
        </Main>
      </div>
      <Search isOpen={isSearching} setOpen={setSearching} />
      <KeysHelp isOpen={isHelping} setOpen={setHelping} />
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

const placeOf = ({ id, title }: ResourceSight) => ({ path: listPath(id), title });

/** Pages that are no lists, by the part of the menu they stand in. */
const besides: Readonly<Record<string, readonly { readonly path: string; readonly title: string }[]>> = {
  Limits: mayBacktest ? [{ path: "/admin/backtest", title: "Backtest" }] : [],
  Staff: [{ path: "/admin/rights", title: "Rights" }],
  System: [{ path: "/admin/notices", title: "Notices" }],
};

const Sidebar = ({ search, help }: { search: () => void; help: () => void }) => (
  <nav className="sidebar" aria-label="Console">
    <Brand />
    <button type="button" className="search-button" onClick={search} aria-keyshortcuts="/ Control+K">
      <Glass />
      Search
      <kbd>/</kbd>
    </button>
    <div className="groups">
      <NavLink to="/admin" end className="nav-item">
        Work queue
      </NavLink>
      <NavLink to="/admin/overview" className="nav-item">
        Overview
      </NavLink>
      {[...new Set(resources.map(({ group }) => group))].map((group) => (
        <div key={group}>
          <h2>{group}</h2>
          {[...resources.filter((each) => each.group === group).map(placeOf), ...(besides[group] ?? [])].map(({ path, title }) => (
            <NavLink key={path} to={path} className="nav-item">
              {title}
            </NavLink>
          ))}
        </div>
      ))}
    </div>
    <div className="me">
      <div className="me-name">
        <strong>{member.name}</strong>
        {isBehindGlass ? <Badge word="break-glass" of="queue" /> : <Badge word={member.role} />}
      </div>
      <a className="me-mail" href="/admin/account" title="Your account: second factor and sessions">
        {member.email}
      </a>
      <div className="me-acts">
        <ThemeSwitch />
        <button type="button" className="button small" aria-label="Shortcuts" aria-keyshortcuts="?" title="Shortcuts" onClick={help}>
          ?
        </button>
        <form method="post" action={isBehindGlass ? "/break-glass/end" : "/admin/logout"}>
          <button className="button small" type="submit">
            {isBehindGlass ? "End" : "Sign out"}
          </button>
        </form>
      </div>
    </div>
  </nav>
);

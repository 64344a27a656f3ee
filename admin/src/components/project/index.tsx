import type { ProjectPageSight, RecordAnswer, ResourceSight } from "../../sight.ts";
import { Details } from "../details.tsx";
import { Fact, Facts } from "../facts.tsx";
import { bytes, exactAmount } from "../format.ts";
import { isBehindGlass } from "../here.ts";
import { NeedsAPerson } from "../queue/glimpse.tsx";
import { RangeSwitch, useRange } from "../range.tsx";
import { SchemaBrowser } from "../schema/index.tsx";
import { Tabs, useTab } from "../tabs.tsx";
import { Badge, Id, Time } from "../values.tsx";
import { Access } from "./access.tsx";
import { Audit } from "./audit.tsx";
import { SanctionBanner } from "./banner.tsx";
import { Keys } from "./keys.tsx";
import { Limits } from "./limits.tsx";
import { UsePicture } from "./picture.tsx";
import { Rows } from "./rows.tsx";
import { Timeline } from "./timeline.tsx";
import { Told } from "./told.tsx";

interface Props {
  readonly resource: ResourceSight;
  readonly answer: RecordAnswer;
  readonly page: ProjectPageSight;
}

const happeningsShown = 8;
const keysShown = 5;

/** A project at one glance: whether it is served and why not, its limits and their use, its keys, and what was done to it. */
export function ProjectPage({ resource, answer, page }: Props) {
  const { record, names } = answer;
  const live = page.keys.filter(({ params }) => params["state"] === "live").length;
  const tabs = [
    { name: "overview", label: "Overview" },
    { name: "keys", label: "Keys", count: String(live) },
    { name: "access", label: "Access" },
    { name: "timeline", label: "Timeline" },
    ...(page.showsNotices ? [{ name: "notices", label: "Notices" }] : []),
    ...(page.showsSchema && page.tenant?.state === "ready" ? [{ name: "schema", label: "Schema" }] : []),
    ...(isBehindGlass && page.tenant?.state === "ready" ? [{ name: "rows", label: "Rows" }] : []),
    { name: "audit", label: "Audit" },
    { name: "details", label: "Details" },
  ];
  const tab = useTab(tabs);
  const [range, changeRange] = useRange("fortnight");
  return (
    <>
      {page.suspension ? <SanctionBanner suspension={page.suspension} names={names} /> : null}
      <NeedsAPerson items={page.queue} names={names} isOfOne />
      <ProjectFacts answer={answer} page={page} live={live} />
      <Tabs tabs={tabs} label="Parts of the project's page" />
      {tab === "overview" ? (
        <div className="narrow-and-wide">
          <Limits project={record} limits={page.limits} overrides={page.overrides} />
          <div className="stacked">
            <UsePicture project={record} page={page} controls={<RangeSwitch range={range} change={changeRange} />} />
            <Timeline happenings={page.happenings} names={names} project={record} atMost={happeningsShown} />
            <Keys keys={page.keys} project={record} atMost={keysShown} />
          </div>
        </div>
      ) : null}
      {tab === "keys" ? <Keys keys={page.keys} project={record} /> : null}
      {tab === "access" ? <Access resource={resource} project={record} access={page.access} /> : null}
      {tab === "timeline" ? <Timeline happenings={page.happenings} names={names} project={record} /> : null}
      {tab === "notices" ? <Told projectId={record.id} /> : null}
      {tab === "schema" ? <SchemaBrowser projectId={record.id} /> : null}
      {tab === "rows" ? <Rows projectId={record.id} /> : null}
      {tab === "audit" ? <Audit projectId={record.id} /> : null}
      {tab === "details" ? <Details resource={resource} record={record} names={names} /> : null}
    </>
  );
}

function ProjectFacts({ answer: { record, names }, page, live }: Pick<Props, "answer" | "page"> & { live: number }) {
  const { params } = record;
  const owner = String(params["developer_id"]);
  return (
    <Facts>
      <Fact label="Owner">
        <Id id={owner} name={names[owner]} />
        {page.owner.isVerified ? null : <Badge word="unverified" />}
      </Fact>
      <Fact label="Plan">
        <Badge word={page.owner.plan} />
      </Fact>
      <Fact label="Region">{String(params["region_id"])}</Fact>
      <Fact label="Created">
        <Time at={String(params["created_at"])} />
      </Fact>
      <Fact label="Live keys">{live}</Fact>
      <Fact label="Database">
        {page.tenant ? (
          <>
            <span title={exactAmount(page.tenant.databaseBytes, "database_bytes")}>{bytes(page.tenant.databaseBytes)}</span>{" "}
            {page.tenant.state === "ready" ? null : <Badge word={page.tenant.state} />}
          </>
        ) : (
          "–"
        )}
      </Fact>
      {params["purge_at"] ? (
        <Fact label="Purged">
          <Time at={String(params["purge_at"])} />
        </Fact>
      ) : null}
    </Facts>
  );
}

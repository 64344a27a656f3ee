import type { ActionHandler, ActionResponse, Action as AdminAction, ResourceOptions } from "adminjs";
import type { Response } from "express";
import { TableRecord } from "../adapter/index.ts";
import { type Visit, visitOf } from "../door/member.ts";
import { appealPageOf } from "../pages/appeal.ts";
import { approvalPageOf } from "../pages/approval.ts";
import { detectionPageOf } from "../pages/detection.ts";
import { developerPageOf } from "../pages/developer.ts";
import { entryPageOf } from "../pages/entry.ts";
import { glassPageOf } from "../pages/glass.ts";
import { messagePageOf } from "../pages/message.ts";
import { planPageOf } from "../pages/plan.ts";
import { projectPageOf } from "../pages/project/index.ts";
import { rulePageOf } from "../pages/rule.ts";
import { sanctionPageOf } from "../pages/sanction.ts";
import type { ActAnswer, RecordAnswer, Row } from "../sight.ts";
import { acted } from "./acted.ts";
import { listOf, namesIn, recordsOf, type Sources } from "./answers.ts";
import type { Offered } from "./offer.ts";
import type { Shown } from "./plan.ts";

type Actions = NonNullable<ResourceOptions["actions"]>;
type Handler = ActionHandler<ActionResponse>;

const off = { isAccessible: false, isVisible: false };

/** AdminJS's own ways to change things are off; what a plan offers takes their place. */
export function actionsOf(sources: Sources, resource: Shown): Actions {
  return {
    ...{ new: off, edit: off, delete: off, bulkDelete: off, search: off },
    list: { handler: handling(({ visit, query }) => listOf(sources, resource, visit, query)) },
    show: { handler: handling((asked) => pageOf(sources, resource, asked)) },
    ...Object.fromEntries((resource.plan.offers ?? []).map((each) => [each.sight.name, actionOf(sources, resource, each)])),
  };
}

interface Asked {
  readonly visit: Visit;
  readonly query: Row;
  readonly row: Row;
  readonly typed: Row;
  readonly isPost: boolean;
}

/** What a handler needs of AdminJS's request and context, and nothing else. */
const handling = (answer: (asked: Asked) => Promise<unknown>): Handler =>
  ((request: { method: string; query?: Row; payload?: Row }, response: Response, context: { record?: unknown }) => {
    const visit = visitOf(response);
    if (!visit) throw new Error("nobody has signed in");
    return answer({
      visit,
      query: request.query ?? {},
      row: context.record instanceof TableRecord ? context.record.row : {},
      typed: request.payload ?? {},
      isPost: request.method === "post",
    });
  }) as unknown as Handler;

/** A form is fetched by GET and changes nothing; only a POST acts. */
const actionOf = (sources: Sources, resource: Shown, offered: Offered): Partial<AdminAction<ActionResponse>> => ({
  actionType: offered.sight.on,
  handler: handling(async (asked) => {
    const { visit, query, row, typed, isPost } = asked;
    if (isPost) return answered(await acted(sources, resource, offered, { visit, typed, row }), row);
    const start = await offered.start(row, sources.engine, visit, query);
    const choices = await offered.choices(sources.engine, visit, row);
    if (offered.sight.on === "resource") return { start, choices, standing: await resource.plan.standing?.(sources.engine, visit) };
    const record = offered.needsPage ? await pageOf(sources, resource, asked) : await recordOf(sources, resource, visit, row);
    const isOffered = record.record.acts.includes(offered.sight.name);
    const foreseen = isOffered ? await offered.foresee(row, sources.engine, visit) : undefined;
    return { ...record, start, choices, preview: offered.preview(row, sources.engine), foreseen };
  }),
});

/** AdminJS takes an answer for a record's only with a record in it; errors stand there as well, where its own forms look. */
const answered = (answer: ActAnswer, row: Row) => ({
  ...answer,
  record: {
    params: row,
    recordActions: [],
    errors: Object.fromEntries(Object.entries(answer.errors ?? {}).map(([field, message]) => [field, { message }])),
  },
});

async function recordOf(sources: Sources, resource: Shown, visit: Visit, row: Row): Promise<RecordAnswer> {
  const [record] = await recordsOf(sources, resource, visit, [row]);
  if (!record) throw new Error("a row makes a record");
  const names = await namesIn(sources, [record.params]);
  const project = names[String(row["project_id"])] ?? "?";
  const title = resource.plan.titleOf?.(record.params, project) ?? record.title;
  return { record: { ...record, title, recordActions: [] } as RecordAnswer["record"], names };
}

const pages = {
  project: projectPageOf,
  developer: developerPageOf,
  sanction: sanctionPageOf,
  appeal: appealPageOf,
  detection: detectionPageOf,
  rule: rulePageOf,
  plan: planPageOf,
  glass: glassPageOf,
  entry: entryPageOf,
  approval: approvalPageOf,
  message: messagePageOf,
} as const;

async function pageOf(sources: Sources, resource: Shown, { visit, row, query }: Asked): Promise<RecordAnswer> {
  const answer = await recordOf(sources, resource, visit, row);
  const page = resource.plan.page;
  return page ? { ...answer, ...(await pages[page](sources, visit, answer, query)) } : answer;
}

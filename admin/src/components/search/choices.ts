import { useEffect, useMemo, useState } from "react";
import type { Hit, SearchAnswer } from "../../sight.ts";
import { listPath, mayBacktest, recordPath, resources } from "../here.ts";
import { post } from "../talk.ts";

/** Something that can be gone to. */
export interface Choice {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly path: string;
  readonly resource: string;
  readonly state?: string;
}

export interface ChoiceGroup {
  readonly title: string;
  readonly choices: readonly Choice[];
}

const pauseMs = 120;
const noAnswer: SearchAnswer = { groups: [] };

/** What answers to what was typed: pages of the console at once, what the server finds after a moment's pause. */
export function useChoices(typed: string) {
  const term = typed.trim();
  const [state, setState] = useState<{ term: string; answer: SearchAnswer; problem?: string }>({ term: "", answer: noAnswer });
  useEffect(() => {
    if (term === "") return setState({ term, answer: noAnswer });
    const control = new AbortController();
    const timer = setTimeout(() => {
      post<SearchAnswer>("/search", { q: term }, control.signal)
        .then((answer) => setState({ term, answer }))
        .catch((error: Error) => control.signal.aborted || setState({ term, answer: noAnswer, problem: error.message }));
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [term]);
  const pages = useMemo(() => pagesCalled(term), [term]);
  const found = useMemo(() => state.answer.groups.map(groupOf), [state.answer]);
  const groups = useMemo(() => [...(pages.length > 0 ? [{ title: "Pages", choices: pages }] : []), ...found], [pages, found]);
  return { groups, isLoading: state.term !== term, problem: state.problem };
}

const pages: readonly Choice[] = [
  { key: "page-queue", title: "Work queue", note: "", path: "/admin", resource: "" },
  { key: "page-overview", title: "Overview", note: "", path: "/admin/overview", resource: "" },
  ...(mayBacktest
    ? [
        {
          key: "page-backtest",
          title: "Backtest",
          note: "Try a change of a limit on recorded usage",
          path: "/admin/backtest",
          resource: "",
        },
      ]
    : []),
  ...resources.map(({ id, title, about }) => ({ key: `page-${id}`, title, note: about, path: listPath(id), resource: "" })),
];

const pagesCalled = (term: string) =>
  term === ""
    ? pages
    : pages.filter(({ title }) =>
        title
          .toLowerCase()
          .split(" ")
          .some((word) => word.startsWith(term.toLowerCase())),
      );

const groupOf = ({ resource, title, hits, more }: SearchAnswer["groups"][number]): ChoiceGroup => ({
  title,
  choices: [
    ...hits.map(choiceOf),
    ...(more ? [{ key: `more-${resource}`, title: `All ${title.toLowerCase()} like this`, note: "", path: more, resource }] : []),
  ],
});

const choiceOf = ({ resource, id, title, note, state }: Hit): Choice => ({
  key: id,
  title,
  note,
  path: recordPath(resource, id),
  resource,
  ...(state ? { state } : {}),
});

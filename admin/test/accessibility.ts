import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import type { Finding } from "./page.ts";

/** A page to look at, and what is done there before. */
export interface Place {
  readonly section: string;
  readonly name: string;
  readonly path: string;
  readonly first?: (on: Page) => Promise<unknown>;
}

export const placeIn =
  (section: string) =>
  (path: string, name = `\`${path}\``, first?: Place["first"]): Place => ({ section, name, path, ...(first ? { first } : {}) });

export interface Looked {
  readonly place: Place;
  readonly theme: "light" | "dark";
  readonly findings: readonly Finding[];
}

const { version } = createRequire(import.meta.url)("axe-core/package.json") as { version: string };

/** What axe can't decide, by its rule and its own word for why, and what people say who looked at it. */
const judged: Readonly<Record<string, readonly [where: string, verdict: string]>> = {
  "color-contrast imgNode": [
    "words within charts",
    "They have the colours that text has, which axe approves of elsewhere; and all that is drawn is there as a table.",
  ],
  "color-contrast shortTextContent": ["figures at the axes of charts", "The same."],
  "color-contrast elmPartiallyObscured": [
    "text areas, and texts that are cut short where a column ends",
    "Nothing lies over them: it is their own edge. Their colours are those of other fields and texts.",
  ],
  "color-contrast nonBmp": [
    "the arrow at the column that a list is ordered by",
    "Hidden from screen readers, who are told by `aria-sort`; it has the colour of the heading.",
  ],
  "link-in-text-block bgOverlap": [
    "the badge in a limit's line that leads to its override",
    "A badge has a frame and a background of its own.",
  ],
};

/** What is found on these pages, and what axe leaves to people that nobody has judged yet. */
export const faultsIn = (looked: readonly Looked[]): string[] =>
  looked.flatMap(({ place, theme, findings }) =>
    findings.flatMap(({ rule, elements, undecided }) =>
      (undecided.length > 0 ? undecided.filter((why) => !judged[`${rule} ${why}`]) : elements).map(
        (what) => `${place.section}, ${place.name}, ${theme}: ${rule} ${what}`,
      ),
    ),
  );

/** The page that tells of all of it. */
export function told(ours: readonly Looked[], ofAdminJs: readonly Looked[]): string {
  const places = [...new Set(ours.map(({ place }) => place))];
  const sections = Map.groupBy(places, ({ section }) => section);
  return [
    "# Accessibility",
    "",
    "Made by `ACCESSIBILITY=write npm test -- admin/test/accessibility.test.ts`; do not edit. The test opens every page in Chromium, in the light and in the dark, has",
    `axe-core ${version} look at it by all of its rules (WCAG 2.0 to 2.2, A and AA, and what is good practice besides), and fails where this page tells otherwise.`,
    "",
    "## Our pages",
    "",
    `On none of ${places.length} pages is anything found, in either theme:`,
    "",
    ...[...sections].map(([section, each]) => `- ${section}: ${each.map(({ name }) => name).join(", ")}`),
    "",
    "What axe can't decide it leaves to people. All that it leaves:",
    "",
    "| rule | where | judged |",
    "|---|---|---|",
    ...Object.entries(judged).map(([key, [where, verdict]]) => `| \`${key.split(" ")[0]}\` | ${where} | ${verdict} |`),
    "",
    "## AdminJS's own pages",
    "",
    "None of them is served: the console is AdminJS in [a frame of our own](decisions/adminjs-in-a-frame-of-our-own.md), and each of its routes that is a page is drawn by us",
    "(`admin/test/routes.test.ts`). This is found in AdminJS as it comes, over the same tables. It stays there, since ours stand in the place of these pages. It has one theme.",
    "",
    "| page | rule | impact | elements | in its place |",
    "|---|---|---|---|---|",
    ...ofAdminJs.flatMap(({ place, theme, findings }) =>
      findings
        .filter(({ undecided }) => theme === "light" && undecided.length === 0)
        .map(({ rule, impact, elements }) => `| ${place.name} | \`${rule}\` | ${impact} | ${elements.length} | ${instead[place.name]} |`),
    ),
    "",
  ].join("\n");
}

/** What the platform serves instead. */
const instead: Readonly<Record<string, string>> = {
  "Sign-in": "`pages/index.ts`",
  Dashboard: "`components/queue`, `components/dashboard`",
  List: "`components/list.tsx`",
  Form: "`components/act.tsx`",
};

import type { KindName } from "./kinds/index.ts";
import type { ProjectPlan, Use } from "./plan.ts";

/** What happened to a project that is worth showing: laid over an ordinary one. */
export interface Story
  extends Partial<Pick<ProjectPlan, "kind" | "bornAt" | "bulk" | "quotas" | "overrides" | "suspensions" | "purge" | "isDeleted">> {
  readonly story: string;
  readonly use: Partial<Use>;
  readonly isPro?: boolean;
  readonly kind?: KindName;
  readonly hasOddKeys?: boolean;
}

const steady = { growth: 1 } as const;

/** The first dozen shows each thing once; a small world takes the first of them. */
export const stories: readonly Story[] = [
  {
    story: "grows towards its plan's requests per day",
    use: { perDay: 455_000, growth: 1.045, rhythm: "shop" },
    kind: "shop",
  },
  {
    story: "suspended for abuse",
    use: { perDay: 38_000, ...steady, rhythm: "constant", burst: { from: -3.2, to: -2.4, times: 9 } },
    kind: "events",
    suspensions: [
      {
        reason: "abuse",
        from: -2.4,
        statement:
          "The project fetched other sites' pages some 300,000 times a day, against our rules. Stop the crawler and tell us when you have.",
      },
    ],
  },
  {
    story: "its database is nearly full",
    use: { perDay: 21_000, growth: 1.01 },
    kind: "sensors",
    bulk: 40_000,
    quotas: [{ metric: "database_bytes", limit: { usedShare: 0.94 }, reason: "Agreed in the contract: small archive", setAt: -30 }],
  },
  {
    story: "its database is over its cap, so it can only read and delete",
    use: { perDay: 9_000, growth: 1.005 },
    kind: "sensors",
    bulk: 25_000,
    quotas: [{ metric: "database_bytes", limit: { usedShare: 1.08 }, reason: "Trial account: 30 days of readings", setAt: -16 }],
  },
  {
    story: "an override carries it through its launch",
    use: { perDay: 62_000, ...steady, rhythm: "weekend", burst: { from: -1.8, to: 3, times: 2.6 } },
    kind: "game",
    quotas: [{ metric: "requests_per_day", limit: 90_000, reason: "Starter contract", setAt: -60 }],
    overrides: [{ metric: "requests_per_day", limit: 400_000, reason: "Launch week, agreed by phone", from: -1.9, to: 4 }],
  },
  {
    story: "was suspended for an open bill; that was lifted",
    use: { perDay: 17_000, ...steady },
    kind: "fleet",
    suspensions: [
      {
        reason: "billing",
        from: -6.3,
        statement: "The bill of last month is open after two reminders. Service resumes once it is paid; your data stays as it is.",
        lifted: { at: -3.1, reason: "The payment has arrived" },
      },
    ],
  },
  {
    story: "its nightly import runs into its requests per day",
    use: { perDay: 50_000, ...steady, rhythm: "nightly" },
    kind: "library",
    quotas: [{ metric: "requests_per_day", limit: 40_000, reason: "Imports shall be spread over the day", setAt: -9 }],
  },
  {
    story: "deleted by its owner, who can still restore it",
    use: { perDay: 2_600, growth: 0.93, lastAt: -1.6 },
    isDeleted: true,
  },
  {
    story: "an override begins the day after tomorrow",
    use: { perDay: 34_000, growth: 1.01 },
    kind: "shop",
    quotas: [{ metric: "requests_per_day", limit: 60_000, reason: "Starter contract", setAt: -75 }],
    overrides: [{ metric: "requests_per_day", limit: 250_000, reason: "Spring sale", from: 2, to: 9 }],
  },
  {
    story: "was suspended for security; that ended by its time",
    use: { perDay: 12_500, ...steady },
    kind: "sales",
    hasOddKeys: true,
    suspensions: [
      {
        reason: "security",
        from: -9.4,
        to: -7.4,
        statement: "A secret key of this project stood in a public repository. We closed it for two days; make new keys before they end.",
      },
    ],
  },
  {
    story: "asleep for weeks; that it is deleted at once waits for a second person",
    use: { perDay: 900, ...steady, lastAt: -26 },
    kind: "recipes",
    bornAt: -190,
    purge: { reason: "legal", statement: "A court ordered us to delete the project and what it holds; the order is in our mail." },
  },
  {
    story: "fails more and more since yesterday",
    use: { perDay: 47_000, ...steady, failing: { from: -1.2, share: 0.06 } },
    kind: "bookings",
    isPro: true,
  },
  { story: "made yesterday", use: { perDay: 1_400, growth: 1.6, rhythm: "evening" }, kind: "blog", bornAt: -1.1 },
  {
    story: "its nightly import nearly uses up its requests per day",
    use: { perDay: 27_000, ...steady, rhythm: "nightly" },
    kind: "helpdesk",
    quotas: [{ metric: "requests_per_day", limit: 31_500, reason: "Imports shall be spread over the day", setAt: -20 }],
  },
  { story: "declines", use: { perDay: 5_200, growth: 0.94 }, kind: "club", bornAt: -170 },
  {
    story: "suspended until a date",
    use: { perDay: 7_400, ...steady },
    kind: "blog",
    suspensions: [
      {
        reason: "legal",
        from: -1.3,
        to: 5.7,
        statement: "A court ordered us to close the page named in our mail. Take it down, and we open the project before the date.",
      },
    ],
  },
  {
    story: "an override was ended early",
    use: { perDay: 26_000, ...steady },
    kind: "game",
    overrides: [
      {
        metric: "requests_per_second",
        limit: 250,
        reason: "Tournament on Saturday",
        from: -8,
        to: -1,
        ended: { at: -5.5, reason: "The tournament was called off" },
      },
    ],
  },
  {
    story: "an override was over by its time",
    use: { perDay: 31_000, growth: 1.01 },
    kind: "events",
    overrides: [{ metric: "requests_per_day", limit: 800_000, reason: "Festival weekend", from: -12, to: -9 }],
  },
  {
    story: "its best days end at its cap",
    use: { perDay: 74_000, ...steady, rhythm: "office" },
    kind: "helpdesk",
    quotas: [{ metric: "requests_per_day", limit: 82_000, reason: "Starter contract", setAt: -50 }],
  },
  {
    story: "its best days end at its cap",
    use: { perDay: 48_000, growth: 1.012, rhythm: "weekend" },
    kind: "game",
    quotas: [{ metric: "requests_per_day", limit: 55_000, reason: "Starter contract", setAt: -40 }],
  },
  { story: "the busiest", use: { perDay: 1_350_000, growth: 1.004, rhythm: "shop" }, kind: "shop", isPro: true, bulk: 20_000 },
  { story: "busy at office hours", use: { perDay: 610_000, ...steady, rhythm: "office" }, kind: "fleet", isPro: true, bulk: 15_000 },
  {
    story: "measures day and night",
    use: { perDay: 388_000, growth: 1.008, rhythm: "constant" },
    kind: "sensors",
    isPro: true,
    bulk: 30_000,
  },
  {
    story: "restricted while an incident lasted",
    use: { perDay: 58_000, ...steady, burst: { from: -4.3, to: -4.05, times: 14 } },
    kind: "bookings",
    overrides: [
      { metric: "requests_per_second", limit: 20, reason: "A client in a retry loop: slowed until mended", from: -4.1, to: -3.6 },
    ],
  },
  {
    story: "quiet: an application of few people",
    use: { perDay: 40, ...steady, rhythm: "office" },
    kind: "library",
  },
  { story: "made this week", use: { perDay: 3_100, growth: 1.3 }, kind: "club", bornAt: -4.6 },
  { story: "made this week", use: { perDay: 260, growth: 1.2 }, kind: "recipes", bornAt: -2.3 },
];

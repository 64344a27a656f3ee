import { type Kind, somebody, times } from "./kind.ts";

export const sales: Kind = {
  names: ["Warm Leads", "Pipeline", "Trade Fair List", "Quote Book", "Partner Ledger", "Vineyard Sales", "Account Map"],
  rhythm: "office",
  writesPercent: 20,
  schema: `
    drop table if exists deals, companies cascade;
    drop type if exists deal_stage cascade;
    create type deal_stage as enum ('met', 'offered', 'won', 'lost');
    create table companies (id bigint generated always as identity primary key, name text not null, country text not null, contact text not null);
    create table deals (
      id bigint generated always as identity primary key, company_id bigint not null references companies, title text not null,
      euros int not null check (euros >= 0), stage deal_stage not null, moved_at timestamptz not null
    );
    create index on deals (stage, moved_at desc);
    alter table companies enable row level security;
    alter table deals enable row level security;
    create function euros_by_stage() returns table (stage deal_stage, euros bigint) language sql stable
      as $$ select stage, sum(euros) from deals group by 1 order by 1 $$;`,
  rows: ({ chance, size, daysAgo }) => {
    const companies = Math.max(5, Math.round(size / 3));
    return [
      {
        table: "companies",
        rows: times(companies, (n) => ({
          name: `${chance.pick(["Alder", "Brook", "Cliff", "Dale", "Elm", "Ford"])} ${chance.pick(["Works", "Mills", "Foods", "Glass"])} ${n + 1}`,
          country: chance.pick(["BE", "DE", "DK", "FR", "NL", "PT", "SE"]),
          contact: somebody(chance),
        })),
      },
      {
        table: "deals",
        rows: times(size, () => ({
          company_id: chance.int(1, companies),
          title: chance.pick(["Yearly supply", "Trial order", "Second site", "Renewal"]),
          euros: Math.round(chance.magnitude(500, 80_000) / 50) * 50,
          stage: chance.pick(["met", "offered", "won", "lost"]),
          moved_at: daysAgo(chance.between(0, 120)),
        })),
      },
    ];
  },
  bulk: (rows) =>
    `insert into companies (name, country, contact) select 'register entry ' || n, 'DE', 'unknown' from generate_series(1, ${rows}) n`,
};

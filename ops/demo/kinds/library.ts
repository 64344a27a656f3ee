import { type Kind, somebody, times } from "./kind.ts";

const titles = [
  "The Salt Road",
  "A Room of Weather",
  "Nine Ferries",
  "Letters from the Pier",
  "The Clockmaker's Garden",
  "Under Glass",
] as const;

export const library: Kind = {
  names: ["Branch Library", "Toy Library", "Tool Shelf", "Score Archive", "Map Room", "Seed Library", "Lending Desk"],
  rhythm: "office",
  writesPercent: 10,
  schema: `
    drop table if exists loans, items cascade;
    create table items (id bigint generated always as identity primary key, title text not null, shelf text not null, copies int not null check (copies > 0));
    create table loans (
      id bigint generated always as identity primary key, item_id bigint not null references items, reader text not null,
      lent_on date not null, due_on date not null, returned_on date
    );
    create index on loans (item_id) where returned_on is null;
    alter table items enable row level security;
    alter table loans enable row level security;
    create policy everybody_browses on items for select to anon, authenticated using (true);
    grant select on items to anon, authenticated;`,
  rows: ({ chance, size, daysAgo }) => {
    const items = Math.max(6, Math.round(size / 3));
    return [
      {
        table: "items",
        rows: times(items, (n) => ({
          title: `${chance.pick(titles)}, ${chance.pick(["volume", "part", "copy"])} ${n + 1}`,
          shelf: `${chance.pick(["A", "B", "C", "D"])}${chance.int(1, 30)}`,
          copies: chance.int(1, 6),
        })),
      },
      {
        table: "loans",
        rows: times(size, () => {
          const lent = chance.between(1, 80);
          return {
            item_id: chance.int(1, items),
            reader: somebody(chance),
            lent_on: daysAgo(lent).slice(0, 10),
            due_on: daysAgo(lent - 21).slice(0, 10),
            returned_on: lent > 25 || chance.isHit(0.4) ? daysAgo(lent * chance.next()).slice(0, 10) : null,
          };
        }),
      },
    ];
  },
  bulk: (rows) =>
    `insert into items (title, shelf, copies) select 'catalogue card ' || n, 'Z' || n % 40, 1 from generate_series(1, ${rows}) n`,
};

import { type Kind, somebody, times } from "./kind.ts";

export const club: Kind = {
  names: ["Rowing Club", "Lift and Run", "Judo North", "Climbing Hall", "Choir Book", "Swim School", "Chess Tables"],
  rhythm: "evening",
  writesPercent: 15,
  schema: `
    drop table if exists visits, members cascade;
    create table members (id bigint generated always as identity primary key, name text not null, level text not null, joined_on date not null, left_on date);
    create table visits (id bigint generated always as identity primary key, member_id bigint not null references members, came_at timestamptz not null, minutes int not null);
    create index on visits (member_id, came_at desc);
    alter table members enable row level security;
    alter table visits enable row level security;`,
  rows: ({ chance, size, daysAgo }) => {
    const members = Math.max(8, Math.round(size / 4));
    return [
      {
        table: "members",
        rows: times(members, () => ({
          name: somebody(chance),
          level: chance.pick(["beginner", "regular", "coach"]),
          joined_on: daysAgo(chance.between(30, 900)).slice(0, 10),
          left_on: chance.isHit(0.1) ? daysAgo(chance.between(1, 29)).slice(0, 10) : null,
        })),
      },
      {
        table: "visits",
        rows: times(size, () => ({
          member_id: chance.int(1, members),
          came_at: daysAgo(chance.between(0, 60)),
          minutes: chance.int(4, 24) * 5,
        })),
      },
    ];
  },
  bulk: (rows) =>
    `insert into visits (member_id, came_at, minutes) select 1, now() - n * interval '1 hour', 60 from generate_series(1, ${rows}) n`,
};

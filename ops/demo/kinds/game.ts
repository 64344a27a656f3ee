import { givenNames, type Kind, times } from "./kind.ts";

export const game: Kind = {
  names: ["Marble Run", "Word Harbour", "Lighthouse", "Dice Tower", "Snail Race", "Hex Garden", "Night Market"],
  rhythm: "weekend",
  writesPercent: 35,
  schema: `
    drop table if exists scores, players cascade;
    create table players (id bigint generated always as identity primary key, nick text not null, is_banned boolean not null default false, joined_at timestamptz not null);
    create table scores (id bigint generated always as identity primary key, player_id bigint not null references players, level int not null, points bigint not null, at timestamptz not null);
    create index on scores (level, points desc);
    create view best_scores as select level, max(points) as points from scores group by level;
    alter table players enable row level security;
    alter table scores enable row level security;
    create policy seen_by_all on players for select to anon, authenticated using (not is_banned);
    create policy scores_seen_by_all on scores for select to anon, authenticated using (true);
    grant select on players, scores to anon, authenticated;`,
  rows: ({ chance, size, daysAgo }) => {
    const players = Math.max(8, Math.round(size / 5));
    return [
      {
        table: "players",
        rows: times(players, () => ({
          nick: `${chance.pick(givenNames).toLowerCase()}${chance.int(10, 99)}`,
          is_banned: chance.isHit(0.03),
          joined_at: daysAgo(chance.between(0, 100)),
        })),
      },
      {
        table: "scores",
        rows: times(size, () => ({
          player_id: chance.int(1, players),
          level: chance.int(1, 12),
          points: chance.int(10, 990) * 10,
          at: daysAgo(chance.between(0, 30)),
        })),
      },
    ];
  },
  bulk: (rows) => `insert into scores (player_id, level, points, at)
    select 1 + n % 8, 1 + n % 12, (n * 7919) % 9901, now() - n * interval '30 seconds' from generate_series(1, ${rows}) n`,
};

import { type Kind, times } from "./kind.ts";

export const sensors: Kind = {
  names: ["Greenhouse Nine", "River Gauge", "Cold Chain", "Windpark West", "Bee Scale", "Attic Climate", "Harbour Buoys"],
  rhythm: "constant",
  writesPercent: 85,
  schema: `
    drop table if exists readings, devices cascade;
    create table devices (id bigint generated always as identity primary key, name text not null, place text not null, seen_at timestamptz);
    create table readings (
      id bigint generated always as identity primary key, device_id bigint not null references devices, taken_at timestamptz not null,
      celsius numeric(5, 2) not null, humidity smallint not null check (humidity between 0 and 100)
    );
    create index on readings (device_id, taken_at desc);
    comment on table readings is 'One line per device and minute.';
    alter table devices enable row level security;
    alter table readings enable row level security;`,
  rows: ({ chance, size, daysAgo }) => {
    const devices = Math.max(4, Math.round(size / 15));
    return [
      {
        table: "devices",
        rows: times(devices, (n) => ({
          name: `probe-${String(n + 1).padStart(2, "0")}`,
          place: chance.pick(["north bed", "south bed", "pier", "roof", "cellar"]),
          seen_at: chance.isHit(0.8) ? daysAgo(chance.between(0, 0.05)) : daysAgo(chance.between(3, 20)),
        })),
      },
      {
        table: "readings",
        rows: times(size, (n) => ({
          device_id: chance.int(1, devices),
          taken_at: daysAgo(n / 96),
          celsius: Number((18 + 6 * Math.sin(n / 15) + chance.between(-1, 1)).toFixed(2)),
          humidity: chance.int(40, 90),
        })),
      },
    ];
  },
  bulk: (rows) => `insert into readings (device_id, taken_at, celsius, humidity)
    select 1 + n % 4, now() - n * interval '1 minute', 18 + 6 * sin(n / 200.0), 60 + n % 20 from generate_series(1, ${rows}) n`,
};

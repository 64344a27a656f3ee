import { type Kind, somebody, times } from "./kind.ts";

export const fleet: Kind = {
  names: ["Northern Haulage", "Cargo Bikes", "Ferry Watch", "Milk Round", "Depot Seven", "School Buses", "Last Mile"],
  rhythm: "office",
  writesPercent: 40,
  schema: `
    drop table if exists trips, vehicles cascade;
    create table vehicles (id bigint generated always as identity primary key, plate text not null unique, model text not null, in_service boolean not null default true);
    create table trips (
      id bigint generated always as identity primary key, vehicle_id bigint not null references vehicles, driver text not null,
      left_at timestamptz not null, kilometres numeric(7, 1) not null, route jsonb not null default '{}'
    );
    create index on trips (vehicle_id, left_at desc);
    alter table vehicles enable row level security;
    alter table trips enable row level security;
    create policy signed_in_see_vehicles on vehicles for select to authenticated using (in_service);
    grant select on vehicles to authenticated;`,
  rows: ({ chance, size, daysAgo }) => {
    const vehicles = Math.max(4, Math.round(size / 12));
    return [
      {
        table: "vehicles",
        rows: times(vehicles, (n) => ({
          plate: `DM ${String(100 + n * 7)} ${chance.pick(["AB", "KR", "TS", "XY"])}`,
          model: chance.pick(["van", "lorry", "cargo bike", "bus"]),
          in_service: chance.isHit(0.9),
        })),
      },
      {
        table: "trips",
        rows: times(size, () => ({
          vehicle_id: chance.int(1, vehicles),
          driver: somebody(chance),
          left_at: daysAgo(chance.between(0, 45)),
          kilometres: Number(chance.magnitude(3, 600).toFixed(1)),
          route: { from: chance.pick(["Depot", "Harbour"]), stops: chance.int(1, 22) },
        })),
      },
    ];
  },
  bulk: (rows) => `insert into trips (vehicle_id, driver, left_at, kilometres, route)
    select 1, 'archive', now() - n * interval '3 hours', n % 300, '{"stops": 4}' from generate_series(1, ${rows}) n`,
};

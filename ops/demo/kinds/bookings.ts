import { type Kind, somebody, times } from "./kind.ts";

export const bookings: Kind = {
  names: ["Tidebook", "Dune Cottages", "Studio Calendar", "Clinic Desk", "Lakeside Rooms", "Court Four", "Barber Street"],
  rhythm: "office",
  writesPercent: 18,
  schema: `
    drop table if exists bookings, rooms cascade;
    create table rooms (id bigint generated always as identity primary key, name text not null, seats int not null, is_open boolean not null default true);
    create table bookings (
      id bigint generated always as identity primary key, room_id bigint not null references rooms, guest text not null,
      starts_at timestamptz not null, ends_at timestamptz not null check (ends_at > starts_at), note text
    );
    create index on bookings (room_id, starts_at);
    alter table rooms enable row level security;
    alter table bookings enable row level security;
    create policy open_rooms on rooms for select to anon, authenticated using (is_open);
    grant select on rooms to anon, authenticated;`,
  rows: ({ chance, size, daysAgo }) => {
    const rooms = Math.max(4, Math.round(size / 20));
    return [
      {
        table: "rooms",
        rows: times(rooms, (n) => ({
          name: `${chance.pick(["Sea", "Garden", "Attic", "Corner"])} room ${n + 1}`,
          seats: chance.int(1, 8),
        })),
      },
      {
        table: "bookings",
        rows: times(size, () => {
          const start = chance.between(-20, 30);
          const note = chance.isHit(0.2) ? chance.pick(["window seat", "late arrival", "needs a ramp"]) : null;
          return {
            room_id: chance.int(1, rooms),
            guest: somebody(chance),
            starts_at: daysAgo(start),
            ends_at: daysAgo(start - chance.pick([0.04, 0.08, 1, 2])),
            note,
          };
        }),
      },
    ];
  },
  bulk: (rows) => `insert into bookings (room_id, guest, starts_at, ends_at)
    select 1, 'imported ' || n, now() - n * interval '1 hour', now() - n * interval '1 hour' + interval '40 minutes' from generate_series(1, ${rows}) n`,
};

import { type Kind, somebody, times } from "./kind.ts";

export const events: Kind = {
  names: ["Open Stage", "Harvest Fair", "Film Nights", "Maker Days", "Street Festival", "Reading Circle", "Jazz Cellar"],
  rhythm: "weekend",
  writesPercent: 14,
  schema: `
    drop table if exists attendees, events cascade;
    create table events (id bigint generated always as identity primary key, title text not null, place text not null, starts_at timestamptz not null, seats int not null);
    create table attendees (
      id bigint generated always as identity primary key, event_id bigint not null references events, name text not null, came boolean, signed_up_at timestamptz not null
    );
    create index on attendees (event_id);
    alter table events enable row level security;
    alter table attendees enable row level security;
    create policy everybody_reads_the_programme on events for select to anon, authenticated using (true);
    grant select on events to anon, authenticated;`,
  rows: ({ chance, size, daysAgo }) => {
    const events = Math.max(4, Math.round(size / 12));
    return [
      {
        table: "events",
        rows: times(events, () => ({
          title: `${chance.pick(["Evening", "Morning", "Family", "Members'"])} ${chance.pick(["concert", "screening", "workshop", "walk"])}`,
          place: chance.pick(["Main hall", "Courtyard", "Studio B", "Boat shed"]),
          starts_at: daysAgo(chance.between(-40, 40)),
          seats: chance.int(2, 30) * 10,
        })),
      },
      {
        table: "attendees",
        rows: times(size, () => ({
          event_id: chance.int(1, events),
          name: somebody(chance),
          came: chance.isHit(0.3) ? null : chance.isHit(0.8),
          signed_up_at: daysAgo(chance.between(0, 60)),
        })),
      },
    ];
  },
  bulk: (rows) => `insert into attendees (event_id, name, signed_up_at)
    select 1, 'waiting list ' || n, now() - n * interval '1 minute' from generate_series(1, ${rows}) n`,
};

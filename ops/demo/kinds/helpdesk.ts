import { type Kind, somebody, times } from "./kind.ts";

const troubles = [
  "Invoice is missing",
  "Cannot sign in",
  "Parcel arrived open",
  "Printer on floor 2",
  "Wrong size",
  "Please call back",
] as const;

export const helpdesk: Kind = {
  names: ["Front Desk", "Ticket Pile", "Repair Counter", "Tenant Hotline", "Campus Help", "Parcel Claims", "Second Line"],
  rhythm: "office",
  writesPercent: 30,
  schema: `
    drop table if exists messages, tickets cascade;
    create table tickets (
      id bigint generated always as identity primary key, subject text not null, opened_by text not null, priority smallint not null check (priority between 1 and 4),
      opened_at timestamptz not null, closed_at timestamptz
    );
    create table messages (id bigint generated always as identity primary key, ticket_id bigint not null references tickets, author text not null, body text not null, sent_at timestamptz not null);
    create index on messages (ticket_id, sent_at);
    create index on tickets (opened_at) where closed_at is null;
    create view open_tickets as select id, subject, priority, opened_at from tickets where closed_at is null;
    alter table tickets enable row level security;
    alter table messages enable row level security;`,
  rows: ({ chance, size, daysAgo }) => {
    const tickets = Math.max(6, Math.round(size / 3));
    return [
      {
        table: "tickets",
        rows: times(tickets, () => {
          const opened = chance.between(0, 40);
          return {
            subject: chance.pick(troubles),
            opened_by: somebody(chance),
            priority: chance.int(1, 4),
            opened_at: daysAgo(opened),
            closed_at: chance.isHit(0.7) ? daysAgo(opened * chance.next()) : null,
          };
        }),
      },
      {
        table: "messages",
        rows: times(size, () => ({
          ticket_id: chance.int(1, tickets),
          author: somebody(chance),
          body: chance.pick([
            "Thank you, we are looking into it.",
            "It is solved on our side.",
            "Could you send a picture?",
            "It happened again.",
          ]),
          sent_at: daysAgo(chance.between(0, 40)),
        })),
      },
    ];
  },
  bulk: (rows) => `insert into messages (ticket_id, author, body, sent_at)
    select 1, 'archive', 'imported message ' || n, now() - n * interval '20 minutes' from generate_series(1, ${rows}) n`,
};

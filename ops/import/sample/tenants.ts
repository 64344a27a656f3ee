import pg from "pg";

/** What a customer's schema holds: tables, and whatever else people build in a database. Three kinds, taken by turns. */
export const tenantKinds = ["todos", "shop", "readings"] as const;
export type TenantKind = (typeof tenantKinds)[number];

/** The table that each kind has some rows in. */
export const mainTable = { todos: "todos", shop: "orders", readings: "readings" } as const satisfies Record<TenantKind, string>;

export async function makeTenant(client: pg.Client, schema: string, kind: TenantKind, rows: number): Promise<void> {
  await client.query(`create schema ${pg.escapeIdentifier(schema)}`);
  await client.query(`set search_path = ${pg.escapeIdentifier(schema)}, public, extensions`);
  await client.query(texts[kind](pg.escapeIdentifier(schema), rows));
  await client.query("reset search_path");
}

const texts: Record<TenantKind, (schema: string, rows: number) => string> = {
  todos: (_, rows) => `
    create table todos (id serial primary key, task text not null, done boolean not null default false, at timestamptz default now());
    insert into todos (task, done) select 'task ' || n, n % 3 = 0 from generate_series(1, ${rows}) n;
    create index todos_open on todos (at) where not done;
    create view open_todos as select id, task from todos where not done;
    alter table todos enable row level security;
    create policy everybody_reads on todos for select to public using (not done)`,
  shop: (schema, rows) => `
    create type state as enum ('new', 'paid', 'sent');
    create table customers (id uuid primary key default public.uuid_generate_v4(), email extensions.citext unique not null);
    create table orders (
      id bigint generated always as identity primary key, customer_id uuid not null references customers, state state not null default 'new',
      total numeric(10, 2) not null check (total >= 0), gross numeric generated always as (total * 1.2) stored
    );
    insert into customers (email) select 'Customer' || n || '@example.com' from generate_series(1, greatest(1, ${rows} / 10)) n;
    insert into orders (customer_id, state, total)
      select (select id from customers order by email offset n % greatest(1, ${rows} / 10) limit 1), 'paid', n from generate_series(1, ${rows}) n;
    create materialized view takings as select state, sum(total) as total from orders group by state;
    create function order_count() returns bigint language sql stable set search_path = ${schema}, public as 'select count(*) from orders';
    create function order_total() returns numeric language plpgsql stable as $f$ begin return (select sum(total) from ${schema}.orders); end $f$;
    alter table customers enable row level security;
    create policy readers on customers for select to legacy_reader using (true)`,
  readings: (_, rows) => `
    create table readings (at timestamptz not null, sensor int not null, value double precision, primary key (at, sensor)) partition by range (at);
    create table readings_2024 partition of readings for values from ('2024-01-01') to ('2025-01-01');
    create table readings_rest partition of readings default;
    insert into readings select '2024-12-31'::timestamptz + n * interval '1 minute', n % 7, n from generate_series(1, ${rows}) n;
    create function stamp() returns trigger language plpgsql as $f$ begin new.value := coalesce(new.value, 0); return new; end $f$;
    create trigger stamped before insert on readings for each row execute function stamp();
    comment on table readings is 'What the sensors said';
    create type span as range (subtype = float8);
    create domain percent as int check (value between 0 and 100);
    create table alarms (id int primary key, over span, share percent, reading_at timestamptz, sensor int,
      foreign key (reading_at, sensor) references readings (at, sensor));
    create statistics readings_together on at, sensor from readings;
    create aggregate longest (text) (sfunc = textcat, stype = text);
    create function near(a int, b int) returns boolean language sql immutable as 'select abs(a - b) < 2';
    create operator =~= (leftarg = int, rightarg = int, function = near)`,
};

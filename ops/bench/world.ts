/** The tables that both servers are asked for. */
export const authorsCount = 500;
export const itemsPerAuthor = 20;
export const itemsCount = authorsCount * itemsPerAuthor;
export const ownersCount = 100;
const notesPerOwner = 100;

export const schema = `
  create table authors (id int primary key, name text not null);
  insert into authors select n, 'author ' || n from generate_series(1, ${authorsCount}) n;
  create table items (
    id int primary key, name text not null, price numeric not null, tags jsonb not null, created_at timestamptz not null,
    hidden boolean not null default false, author_id int not null references authors
  );
  create index on items (created_at desc);
  create index on items (author_id);
  insert into items
    select n, 'item ' || n, n * 1.25, json_build_object('color', 'red', 'size', n % 10), timestamptz '2026-01-01' + n * interval '1 minute', false, 1 + n % ${authorsCount}
    from generate_series(1, ${itemsCount}) n;
  create table notes (id int primary key, owner text not null, text text not null, tags jsonb not null, created_at timestamptz not null);
  create index on notes (owner, created_at desc);
  insert into notes
    select n, 'user-' || 1 + n % ${ownersCount}, 'note of ' || 1 + n % ${ownersCount}, json_build_object('color', 'red', 'size', n % 10),
      timestamptz '2026-01-01' + n * interval '1 minute'
    from generate_series(1, ${ownersCount * notesPerOwner}) n;
  create table made (id bigint generated always as identity primary key, name text not null, price numeric not null, created_at timestamptz not null default now());
  alter table authors enable row level security;
  alter table items enable row level security;
  alter table notes enable row level security;
  alter table made enable row level security;
  create policy shown on authors to anon using (true);
  create policy shown on items to anon using (not hidden);
  create policy own on notes to authenticated using (owner = (select current_setting('request.jwt.claims', true)::json ->> 'sub'));
  create policy welcome on made for insert to anon with check (true);
  grant select on authors, items to anon;
  grant select on notes to authenticated;
  grant insert on made to anon`;

/** Nothing cleans up and counts by itself in a database that is thrown away. */
export const afterSchema = "vacuum analyze authors, items, notes";

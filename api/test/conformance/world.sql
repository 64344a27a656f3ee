-- A cinema and its films: what the conformance cases speak about. Whatever they change stands in the tables that
-- backstage.restore() fills again; everything else is only read.

create schema backstage;
grant usage on schema backstage to anon, authenticated, service_role;

create type genre as enum ('comedy', 'drama', 'thriller');

create table directors (
  id int primary key,
  name text not null,
  country char(2),
  born int
);
comment on table directors is 'Who makes films';
comment on column directors.born is 'The year of birth';
insert into directors values (1, 'Ada Berg', 'SE', 1921), (2, 'Ben Cole', 'GB', 1950), (3, 'Chi Dao', 'VN', 1975), (4, 'Eva Fox', null, 1990);

create table studios (id int primary key, name text not null unique);
insert into studios values (1, 'Northlight'), (2, 'Blue Door');

create table films (
  id int primary key,
  title text not null,
  year int,
  minutes int,
  rating numeric,
  genre genre,
  seen boolean,
  tags text[],
  facts jsonb,
  released date,
  weeks int4range,
  director_id int references directors,
  studio_id int references studios,
  sequel_of int references films
);
insert into films values
  (1, 'Harbour', 1959, 95, 7.5, 'drama', true, '{sea,love}', '{"budget": 5, "crew": {"camera": "Olga", "size": 12}, "awards": ["Lion", "Bear"]}', '1959-03-01', '[1,5)', 1, 1, null),
  (2, 'Harbour II', 1962, 101, 6.0, 'drama', false, '{sea}', '{"budget": 10, "crew": {"camera": "Otto", "size": 20}, "awards": []}', '1962-10-05', '[5,10)', 1, 1, 1),
  (3, 'Night Bus', 1984, 88, 8.1, 'thriller', null, '{city,night}', '{"budget": null, "crew": null, "awards": ["Bear"]}', '1984-01-20', '[10,20)', 2, 2, null),
  (4, 'Paper Moons', 2001, 120, 6.6, 'comedy', true, '{}', '{"budget": 7.5, "crew": {"camera": "Pia", "size": 3}, "awards": [{"name": "Leopard", "year": 2002}]}', '2001-06-15', '[15,25)', 3, null, null),
  (5, 'Orphan Reel', 2010, 75, null, 'comedy', false, null, null, null, null, null, 2, null);

create table trailers (film_id int primary key references films, url text not null);
insert into trailers values (1, 'harbour.mp4'), (3, 'bus.mp4');

create table actors (id int primary key, name text not null);
insert into actors values (1, 'Gil'), (2, 'Hana'), (3, 'Ivo'), (4, 'Juno');
create table roles (film_id int references films, actor_id int references actors, character text, primary key (film_id, actor_id));
insert into roles values (1, 1, 'Captain'), (1, 2, 'Widow'), (2, 1, 'Captain'), (3, 2, 'Driver'), (3, 3, 'Guest'), (4, 3, 'Moon');

-- A key to the table itself.
create table staff (id int primary key, name text not null, chief_id int references staff);
insert into staff values (1, 'Kim', null), (2, 'Lou', 1), (3, 'Max', 1), (4, 'Nia', 2);

create table rooms (id int primary key, name text not null);
insert into rooms values (1, 'Red'), (2, 'Blue');

-- Two keys to one table.
create table screenings (
  id int primary key,
  film_id int not null references films,
  room_id int not null references rooms,
  host_id int constraint screenings_host references staff,
  cleaner_id int constraint screenings_cleaner references staff,
  price numeric not null,
  day date not null
);
insert into screenings values
  (1, 1, 1, 2, 3, 10, '2026-01-01'),
  (2, 1, 2, 3, 4, 12, '2026-01-02'),
  (3, 3, 1, 2, null, 8, '2026-01-02'),
  (4, 4, 2, 4, 3, 9.5, '2026-01-03');

-- Two ways from many to many.
create table cinemas (id int primary key, name text not null);
insert into cinemas values (1, 'Astor'), (2, 'Bijou');
create table premieres (film_id int references films, cinema_id int references cinemas, primary key (film_id, cinema_id));
insert into premieres values (1, 1), (3, 2);
create table festival_entries (film_id int references films, cinema_id int references cinemas, prize text, primary key (film_id, cinema_id));
insert into festival_entries values (1, 2, 'gold'), (4, 1, null);

-- Keys of several columns.
create table seats (room_id int references rooms, line char(1), number int, kind text, primary key (room_id, line, number));
insert into seats values (1, 'A', 1, 'soft'), (1, 'A', 2, 'hard'), (2, 'A', 1, 'soft');
create table repairs (
  id int primary key, room_id int, line char(1), number int, cost int,
  constraint repairs_seat foreign key (room_id, line, number) references seats
);
insert into repairs values (1, 1, 'A', 1, 30), (2, 1, 'A', 1, 20), (3, 2, 'A', 1, 5);

-- A partitioned table, as child and as parent.
create table tickets (id int, sold_on date, film_id int references films, price int, primary key (id, sold_on)) partition by range (sold_on);
create table tickets_2025 partition of tickets for values from ('2025-01-01') to ('2026-01-01');
create table tickets_2026 partition of tickets for values from ('2026-01-01') to ('2027-01-01');
insert into tickets values (1, '2025-05-01', 1, 10), (2, '2026-02-01', 1, 12), (3, '2026-03-01', 3, 8);
create table refunds (id int primary key, ticket_id int, sold_on date, amount int, constraint refunds_ticket foreign key (ticket_id, sold_on) references tickets);
insert into refunds values (1, 2, '2026-02-01', 6);

-- Views: over one table, with other names, over a view, over two, grouped, kept.
create view modern_films as select id, title, year, director_id, studio_id from films where year >= 1980;
create view pictures as select id as picture_id, title as name, director_id as maker_id from films;
create view modern_titles as select id, title, director_id from modern_films;
create view director_counts as select director_id, count(*)::int as films from films group by director_id;
create materialized view kept_films as select id, title, director_id from films;
create view makers as select id, name from directors;
create view film_makers as select f.id, f.title, d.name as maker from films f join directors d on d.id = f.director_id;

-- Tables behind views of another schema.
create table backstage.vaults (id int primary key, name text);
create table backstage.reels (id int primary key, vault_id int references backstage.vaults, label text);
insert into backstage.vaults values (1, 'north'), (2, 'south');
insert into backstage.reels values (1, 1, 'r1'), (2, 1, 'r2'), (3, 2, 'r3');
create view vaults as select id, name from backstage.vaults;
create view reels as select id, vault_id, label from backstage.reels;

-- Computed columns and relationships.
create function decade(films) returns text language sql stable as $$ select (($1.year / 10) * 10)::text || 's' $$;
create function shout(films) returns text language sql stable as $$ select upper($1.title) $$;
create function shout(directors) returns text language sql stable as $$ select upper($1.name) $$;
create function backstage.hidden_column(films) returns int language sql stable as $$ select 1 $$;
create function made_by(films) returns setof directors rows 1 language sql stable as $$ select * from directors where id = $1.director_id $$;
create function made(directors) returns setof films language sql stable as $$ select * from films where director_id = $1.id $$;
create function same_director(films) returns setof films language sql stable as $$ select * from films where director_id = $1.director_id and id <> $1.id $$;
-- Stands in the way of the key's own relationship to studios.
create table posters (id int primary key, film_id int references films, size int);
insert into posters values (1, 1, 2), (2, 1, 3), (3, 3, 1);
create function films(posters) returns setof films rows 1 language sql stable as $$ select * from films where id = 5 $$;

-- Names that need quoting.
create table "Odd Table" ("a.b" int, "with space" text, "(paren)" text, ":colon::cast" text, "select" text, "c-d" int, "Größe" int);
insert into "Odd Table" values (1, 'one', 'p1', 'c1', 's1', 10, 100), (2, 'two', 'p2', 'c2', 's2', 20, 200);
create table labels (id int primary key, label text);
insert into labels values (1, 'a,b'), (2, '(c)'), (3, 'd"e'), (4, 'f\g'), (5, 'h i'), (6, 'j.k'), (7, ''), (8, '*'), (9, 'null'), (10, null), (11, '100%'), (12, 'under_score');
create table 映画 (番号 int primary key, 題名 text);
insert into 映画 values (1, '港');

-- Texts to search.
create table speeches (id int primary key, words tsvector, said text, noted jsonb);
create function simple_words(speeches) returns tsvector language sql immutable as $$ select to_tsvector('simple', $1.said) $$;
insert into speeches (id, words, said) values
  (1, to_tsvector('english', 'It is kind of fun to do the impossible'), 'It is kind of fun to do the impossible'),
  (2, to_tsvector('english', 'But also fun to do what is possible'), 'But also fun to do what is possible'),
  (3, to_tsvector('english', 'Fat cats ate rats'), 'Fat cats ate rats'),
  (4, to_tsvector('french', 'C''est un peu amusant de faire impossible'), 'C''est un peu amusant de faire impossible'),
  (5, to_tsvector('german', 'Es ist eine Kunst, Unmögliches zu tun'), 'Es ist eine Kunst, Unmögliches zu tun');
update speeches set noted = jsonb_build_object('said', said);

create table clocks (id int primary key, at timestamptz not null, span tstzrange, pause interval, uid uuid, bits bytea, ok boolean);
insert into clocks values
  (1, '2026-01-01 12:00:00+00', '[2026-01-01 00:00:00+00,2026-02-01 00:00:00+00)', '1 hour', '6b0d3b9e-6e0f-4d5e-9d0a-0a4b6b4b2a11', '\x0102', true),
  (2, '2026-07-01 12:00:00+00', '[2026-07-01 00:00:00+00,2026-08-01 00:00:00+00)', '2 days', '7b0d3b9e-6e0f-4d5e-9d0a-0a4b6b4b2a11', '\xff', false);

create table measures (id int primary key, genre text, room text, amount int, weight numeric, facts jsonb, film_id int references films);
insert into measures values
  (1, 'drama', 'Red', 10, 1.5, '{"n": 1, "s": "x"}', 1), (2, 'drama', 'Blue', 20, 2.5, '{"n": 2, "s": "y"}', 1),
  (3, 'comedy', 'Red', 30, 3.5, '{"n": 3, "s": "x"}', 3), (4, 'comedy', 'Red', null, null, null, null);

create table tallies (id int primary key, count int, t int, _t int, nm_rows int);
insert into tallies values (1, 7, 1, 2, 3);

create table bets (id int primary key, facts jsonb);
create index bets_by_n on bets ((facts ->> 'n'));

create table moments (id int primary key, at timestamptz not null);
insert into moments values (1, '2026-01-01 12:00:00+00');

-- Every type, for the description.
create table kinds (
  id int primary key, big bigint, small smallint, exact numeric, rough real, double double precision, truth boolean default false, words text,
  short varchar(5), anything jsonb, moment timestamptz, name_of_all uuid, numbers int[], counted int default 42, day date default '1900-01-01'
);
comment on table kinds is E'Types of every kind\nOne column of each.';
comment on column kinds.words is 'What is said';

-- Values that are shown as others: a colour is a number inside and a #text outside, a day is told apart by form.
create domain colour as int check (value between 0 and 16777215);
create function "json"(colour) returns json language sql immutable as $$ select to_json('#' || lpad(to_hex($1::int), 6, '0')) $$;
create function colour(json) returns colour language sql immutable as $$ select colour($1 #>> '{}') $$;
create function colour(text) returns colour language sql immutable as $$ select (('x' || lpad(substr($1, 2), 8, '0'))::bit(32)::int)::colour $$;
set client_min_messages = error;
create cast (colour as json) with function "json"(colour) as implicit;
create cast (json as colour) with function colour(json) as implicit;
create cast (text as colour) with function colour(text) as implicit;
create table paints (id int primary key, name text default 'unnamed', tone colour, edge colour default 255);
create table paint_uses (id int primary key, paint_id int references paints);
create view paint_view as select id, name, tone from paints;

-- What may be seen by some, in part, or not at all.
create table diaries (id int primary key, owner text, entry text);
alter table diaries enable row level security;
create policy own_entries on diaries to anon
  using (owner = current_setting('request.headers', true)::json ->> 'x-owner')
  with check (owner = current_setting('request.headers', true)::json ->> 'x-owner');
create table payroll (id int primary key, wage int);
insert into payroll values (1, 1000);
create table guests (id int primary key, name text, phone text);
insert into guests values (1, 'Ola', '123');

-- Shapes that are seldom: a unique key that is a reference, a circle of two, a table that follows itself, names that are all the same.
create table passports (id int primary key, actor_id int unique references actors, number text);
insert into passports values (1, 1, 'P1'), (2, 3, 'P3');
create table clubs (id int primary key, name text, head_id int);
create table members (id int primary key, name text, club_id int references clubs);
insert into clubs values (1, 'Old', null);
insert into members values (1, 'Ann', 1), (2, 'Bo', 1);
update clubs set head_id = 2;
alter table clubs add constraint clubs_head_id_fkey foreign key (head_id) references members;
create table follows (follower int references staff, followed int references staff, primary key (follower, followed));
insert into follows values (1, 2), (1, 3), (2, 3);
create table thing (thing int primary key);
create table piece (piece int primary key, thing int references thing);
create table mark (mark int primary key);
create table thing_mark (thing int references thing, mark int references mark, primary key (thing, mark));
insert into thing values (1), (2);
insert into piece values (1, 1), (2, 1);
insert into mark values (1);
insert into thing_mark values (1, 1);
create table "CamelCase" ("theId" int primary key, "otherId" int references films);
insert into "CamelCase" values (1, 3);
create table "do$llar$s" ("a$num$" numeric);
insert into "do$llar$s" values (100), (200);
create type spot as (x int, y int);
create table spots (id int primary key, at spot, grid int[][]);
insert into spots values (1, '(1,2)', '{{1,2},{3,4}}'), (2, '(5,6)', '{{5,6},{7,8}}');

-- Views of every make.
create view films_by_with as with f as (select id, title, director_id from films where year > 1960) select id, title, director_id from f;
create view films_by_sub as select s.id, s.title, s.director_id from (select * from films where year > 1960) s;
create view films_with_counts as select f.id, f.title, f.director_id, (select count(*)::int from roles r where r.film_id = f.id) as parts from films f;
create view directors_with_case as select d.id, d.name, case when exists (select 1 from films f where f.director_id = d.id and f.year > 1980) then true else false end as recent from directors d;
create view films_with_windows as select id, title, director_id, row_number() over (order by year)::int as place from films;
create table backstage.reel_actors (reel_id int references backstage.reels, actor_id int references actors, primary key (reel_id, actor_id));
insert into backstage.reel_actors values (1, 1), (1, 2);
create view reel_actors as select reel_id, actor_id from backstage.reel_actors;
create table backstage.reel_rooms (reel_id int references backstage.reels, room_id int references rooms, primary key (reel_id, room_id));
create function desk_takes() returns trigger language plpgsql as $$ begin return new; end $$;
create view counter_desk as select c.id, c.value, count(*) as n from (values (1, 10)) c (id, value) group by 1, 2;
create trigger takes instead of insert on counter_desk for each row execute function desk_takes();
create function director_alone(films) returns directors language sql stable as $$ select * from directors where id = $1.director_id $$;

-- What the cases change.
create table notes (
  id int generated by default as identity primary key,
  title text not null check (title <> 'forbidden'),
  body text default 'empty',
  stars int check (stars between 0 and 5),
  done boolean not null default false,
  at timestamptz default '2026-01-01 00:00:00+00',
  data jsonb,
  tags text[],
  film_id int references films
);
create table shelf (id int generated always as identity primary key, width int not null, area int generated always as (width * width) stored);
create table settings (key text primary key, value text, changes int not null default 0);
create table pairs (a int, b int, label text, extra text default 'none', primary key (a, b));
create table codes (id int primary key, code text unique, label text);
create table loose (a text, b text);
create table copies (id int primary key, film_id int references films, label text default 'copy');
create table "Quoted Notes" ("the id" int primary key, "the text" text);
create table only_defaults (id int generated by default as identity primary key, made text default 'here');
create table counters (id int primary key, value int not null);
create table marks (id int primary key);
create table relays (id int primary key, text text);
create function tell_of_relay() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then perform set_config('response.headers', '[{"Location": "/elsewhere"}]', true);
  else perform set_config('response.status', '202', true); end if;
  return new;
end $$;
create trigger tell before insert or update on relays for each row execute function tell_of_relay();
create view open_notes as select id, title, done from notes where not done;
create view note_facts as select id, title, upper(title) as loud from notes;

create table booths (id int primary key, name text unique);
create table lamps (id int primary key, booth_id int references booths, watts int);
create table signs (booth_id int primary key references booths, says text);
create table colours (id int primary key, name text);
create table booth_colours (booth_id int references booths, colour_id int references colours, primary key (booth_id, colour_id));
create table logs (id int, day date, words text, primary key (id, day)) partition by range (day);
create table logs_2026 partition of logs for values from ('2026-01-01') to ('2027-01-01');
create table fixed (id int primary key, bits bit(5), letters char(5));
create domain evil as int default 666;
create table friends (id evil, name text);
create sequence calls;
create table pages (id int primary key, name text, parent_id int references pages);

create function backstage.restore() returns void language sql security definer set search_path = public as $$
  truncate notes, shelf, settings, pairs, codes, loose, copies, "Quoted Notes", only_defaults, counters, marks, relays, paints, diaries, booths, lamps, signs, colours, booth_colours, pages, logs, fixed, friends, paint_uses restart identity cascade;
  insert into notes (title, stars, done, film_id, data) values ('first', 1, false, 1, '{"a": {"b": 1}}'), ('second', 2, true, 1, null), ('third', null, false, 3, null);
  insert into shelf (width) values (2);
  insert into settings values ('lang', 'en', 0), ('size', 'big', 0);
  insert into pairs values (1, 1, 'one-one', 'x'), (1, 2, 'one-two', 'y'), (2, 1, 'two-one', 'z');
  insert into codes values (1, 'A', 'first'), (2, 'B', 'second');
  insert into loose values ('1', '0'), ('2', '0'), (null, null);
  insert into copies values (1, 1, 'one'), (2, 1, 'two'), (3, 3, 'three');
  insert into "Quoted Notes" values (1, 'quoted');
  insert into counters values (1, 10), (2, 20), (3, 30), (4, 40), (5, 50);
  insert into marks values (1), (2);
  insert into relays values (1, 'one');
  insert into paints values (1, 'red', 16711680, 0), (2, 'night', 66, 255);
  insert into paint_uses values (1, 1), (2, 2);
  insert into diaries values (1, 'alice', 'a1'), (2, 'bob', 'b1');
  insert into booths values (1, 'left'), (2, 'right');
  insert into lamps values (1, 1, 40), (2, 2, 60);
  insert into signs values (1, 'this way');
  insert into colours values (1, 'red'), (2, 'blue');
  insert into booth_colours values (1, 1), (1, 2), (2, 1);
  insert into logs values (1, '2026-02-02', 'first');
  insert into fixed values (1, '10101', 'abcde');
  insert into pages values (1, 'root', null), (2, 'one', 1), (3, 'two', 1), (4, 'under one', 2);
$$;
revoke execute on function backstage.restore() from public;
select backstage.restore();

-- Functions of every kind.
create function say_hello(name text) returns text language sql immutable as $$ select 'Hello, ' || name $$;
create function add_up(a int, b int default 10) returns int language sql immutable as $$ select a + b $$;
create function no_arguments() returns int language sql immutable as $$ select 42 $$;
create function nothing() returns void language sql as $$ $$;
create function null_text() returns text language sql immutable as $$ select null::text $$;
create function one_film(film int default 1) returns films language sql stable as $$ select * from films where id = film $$;
create function all_films() returns setof films language sql stable as $$ select * from films order by id $$;
create function films_below(id int) returns setof films language sql stable as $$ select * from films where films.id < films_below.id order by id $$;
create function films_after(after int) returns setof films language sql stable as $$ select * from films where year > after order by id $$;
create function film_table(after int) returns table (id int, name text) language sql stable as $$ select id, title from films where year > after order by id $$;
create function numbers(up_to int) returns setof int language sql immutable as $$ select generate_series(1, up_to) $$;
create function out_values(n int, out double int, out half numeric) language sql immutable as $$ select n * 2, n / 2.0 $$;
create function one_out(n int, out twice int) language sql immutable as $$ select n * 2 $$;
create function as_record() returns record language sql stable as $$ select 1 as a, 'x'::text as b $$;
create function json_answer() returns json language sql immutable as $$ select '{"a": [1, null]}'::json $$;
create function array_value() returns int[] language sql immutable as $$ select '{1,2,3}'::int[] $$;
create function genre_value() returns genre language sql immutable as $$ select 'drama'::genre $$;
create function sum_all(variadic v int[]) returns int language sql immutable as $$ select sum(x)::int from unnest(v) x $$;
create function join_words(variadic words text[] default '{}') returns text language sql immutable as $$ select array_to_string(words, '+') $$;
create function array_length_of(list int[]) returns int language sql immutable as $$ select coalesce(array_length(list, 1), 0) $$;
create function json_kind(arg json) returns text language sql immutable as $$ select json_typeof(arg) $$;
create function jsonb_echo(arg jsonb) returns jsonb language sql immutable as $$ select arg $$;
create function whole_json(json) returns json language sql immutable as $$ select $1 $$;
create function whole_jsonb(jsonb) returns jsonb language sql immutable as $$ select $1 $$;
create domain "text/plain" as text;
create domain "application/octet-stream" as bytea;
create function whole_text(text) returns "text/plain" language sql immutable as $$ select $1::"text/plain" $$;
create function whole_bytes(bytea) returns "application/octet-stream" language sql immutable as $$ select $1::"application/octet-stream" $$;
create function whole_or_parts(json) returns text language sql immutable as $$ select 'whole' $$;
create function whole_or_parts(a int, b int) returns text language sql immutable as $$ select 'parts' $$;
create function two_wholes(json) returns int language sql immutable as $$ select 1 $$;
create function two_wholes(jsonb) returns int language sql immutable as $$ select 1 $$;
create function over_loaded() returns text language sql immutable as $$ select 'none' $$;
create function over_loaded(a int) returns text language sql immutable as $$ select 'a' $$;
create function over_loaded(a int, b int) returns text language sql immutable as $$ select 'a and b' $$;
create function over_loaded(text_value text) returns text language sql immutable as $$ select 'text' $$;
create function same_names(a int) returns text language sql immutable as $$ select 'int' $$;
create function same_names(a text) returns text language sql immutable as $$ select 'text' $$;
create function many_defaults(a int default 1, b int default 2, c text default 'c') returns text language sql immutable as $$ select a || '-' || b || '-' || c $$;
create function "Odd Function"("the arg" int) returns int language sql immutable as $$ select $1 $$;
create function add_note(title text) returns setof notes language sql volatile as $$ insert into notes (title) values (title) returning * $$;
create function stable_write() returns void language plpgsql stable as $$ begin insert into notes (title) values ('never'); end $$;
create function note_directors(ids int[]) returns setof directors language sql stable as $$ select * from directors where id = any (ids) order by id $$;
create function search_films(q text default '', at_least numeric default 0) returns setof films language sql stable as
  $$ select * from films where title ilike '%' || q || '%' and coalesce(rating, 0) >= at_least order by id $$;
create function closed_function() returns int language sql immutable as $$ select 1 $$;
revoke execute on function closed_function() from public;
create function show_tone(id int) returns colour language sql stable as $$ select tone from paints p where p.id = show_tone.id $$;
create function delete_all_counters() returns void language sql volatile as $$ delete from counters $$;
create function range_value(low int, up int) returns int4range language sql immutable as $$ select int4range(low, up) $$;
create function many_kinds(f float8, t varchar, b boolean, d date, g genre, l text[], i int, j json default '{}') returns json language sql immutable as
  $$ select json_build_object('f', f, 't', t, 'b', b, 'd', d, 'g', g, 'l', l, 'i', i, 'j', j) $$;
create function delete_counters(at_least int) returns setof counters language sql volatile as $$ delete from counters where value >= at_least returning * $$;

comment on function add_up is E'Adds up\nTwo numbers.';

create function call_counter() returns bigint language sql volatile as $$ select nextval('calls') $$;
create function spot_value() returns spot language sql immutable as $$ select row(10, 5)::spot $$;
create function spot_values() returns setof spot language sql immutable as $$ values (1, 2), (3, 4) $$;
create function one_column() returns table (a text) language sql immutable as $$ select 'A'::text $$;
create function same_as_it() returns table (same_as_it text, value int) language sql immutable as $$ select 'hello'::text, 1 $$;
create function in_and_out(inout num int, inout str text, inout b boolean default true) language sql immutable as $$ select num, str, b $$;
create function one_in_and_out(inout num int) language sql immutable as $$ select num + 1 $$;
create function letters_of(letters char, list char[]) returns table (letters_ varchar, list_ varchar[]) language sql immutable as $$ select letters::varchar, list::varchar[] $$;
create function some_records() returns setof record language sql stable as $$ select id, name from rooms order by id $$;
create domain film_domain as films;
create function film_by_domain(film int) returns setof film_domain language sql stable as $$ select f::film_domain from films f where id = film $$;
create function late_default(a int) returns int language sql immutable as $$ select 1 $$;
create function late_default(a int, b int, c text default 'c') returns int language sql immutable as $$ select 2 $$;

-- Errors of a function's own, and what it says of the answer.
create function raise_plain() returns void language plpgsql as $$ begin raise exception 'no such luck' using detail = 'the detail', hint = 'the hint'; end $$;
create function raise_status(code text) returns void language plpgsql as $$ begin raise exception 'told by status' using errcode = 'PT' || code, detail = 'd', hint = 'h'; end $$;
create function raise_state(code text) returns void language plpgsql as $$ begin raise exception 'told by state' using errcode = code; end $$;
create function raise_pgrst(message text, detail text default null) returns void language plpgsql as $$
begin
  if detail is null then raise sqlstate 'PGRST' using message = message; end if;
  raise sqlstate 'PGRST' using message = message, detail = detail;
end $$;
create function set_headers(headers text) returns int language sql volatile as $$ select set_config('response.headers', headers, true); select 1 $$;
create function set_status(status text) returns int language sql volatile as $$ select set_config('response.status', status, true); select 1 $$;
create function set_both() returns void language sql volatile as $$
  select set_config('response.headers', '[{"X-Both": "yes"}]', true); select set_config('response.status', '202', true) $$;
create function setting(name text) returns text language sql stable as $$ select current_setting(name, true) $$;
create function header_value(name text) returns text language sql stable as $$ select current_setting('request.headers', true)::json ->> name $$;
create function who() returns text language sql stable as $$ select current_user::text $$;

-- Media types of a project's own.
create domain "text/html" as text;
create domain "application/vnd.cinema+json" as json;
create domain "*/*" as bytea;
create function front_page() returns "text/html" language sql stable as $$ select '<h1>Now showing</h1>'::"text/html" $$;
create function any_kind() returns "*/*" language sql stable as $$ select set_config('response.headers', '[{"Content-Type": "app/chosen"}]', true); select 'chosen'::bytea::"*/*" $$;
create function cinema_step(state "application/vnd.cinema+json", next films) returns "application/vnd.cinema+json" language sql immutable as
  $$ select (coalesce(state::jsonb, '[]') || to_jsonb(next.title))::json::"application/vnd.cinema+json" $$;
create aggregate cinema_agg(films) (sfunc = cinema_step, stype = "application/vnd.cinema+json");
create domain "text/xml" as xml;
create function xml_page() returns "text/xml" language sql immutable as $$ select '<a>1</a>'::xml::"text/xml" $$;
create function plain_xml() returns xml language sql immutable as $$ select '<b>2</b>'::xml $$;
create domain "image/png" as bytea;
create function picture() returns "image/png" language sql immutable as $$ select '\x504e47'::bytea::"image/png" $$;
create function no_page() returns setof "text/html" language sql stable as $$ select 'x'::"text/html" where false $$;

grant select on all tables in schema public to anon, authenticated, service_role;
revoke all on payroll, guests from anon;
grant select (id, name), insert, update (name) on guests to anon;
grant select, insert, update, delete on notes, shelf, settings, pairs, codes, loose, copies, "Quoted Notes", only_defaults, counters, marks, relays, paints, paint_view,
  diaries, booths, lamps, signs, colours, booth_colours, pages, logs, fixed, friends, counter_desk, open_notes, note_facts to anon, authenticated, service_role;
grant execute on all functions in schema public to anon, authenticated, service_role;
revoke execute on function closed_function() from anon, authenticated;
grant usage, update on all sequences in schema public to anon, authenticated, service_role;
grant select on all tables in schema backstage to anon, authenticated, service_role;

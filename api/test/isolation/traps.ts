/**
 * What the attacker's database holds: code in every place where PostgreSQL runs a tenant's code. Each runs the statement that
 * the request brings in a header, so that every statement can be tried from every place.
 */
export const traps = `
  create function attack() returns text language plpgsql as $$ declare said text; begin
    execute current_setting('request.headers', true)::json ->> 'x-attack' into said;
    return said;
  end $$;
  create function act() returns text language plpgsql as $$ begin
    execute current_setting('request.headers', true)::json ->> 'x-attack';
    return 'done';
  end $$;
  create function attacked() returns trigger language plpgsql as $$ begin perform attack(); return new; end $$;

  create table plain (id int primary key, text text);
  insert into plain values (1, 'one');

  create table triggered (id int);
  create trigger attacked before insert on triggered for each row execute function attacked();
  create table deferred (id int);
  create constraint trigger attacked after insert on deferred deferrable initially deferred for each row execute function attacked();
  create table guarded (id int);
  insert into guarded values (1);
  alter table guarded enable row level security;
  create policy attacked on guarded using (attack() is not null);
  create view looking with (security_invoker) as select attack() as said;
  create table defaulted (id int, said text default attack());
  create table checked (id int check (attack() is not null));

  create type odd as (text text);
  create function to_odd(int) returns odd language sql as $$ select row(attack())::odd $$;
  create cast (int as odd) with function to_odd(int);
  create type mood as enum ('good');
  create table moods (id int, mood mood);
  insert into moods values (1, 'good');
  create function is_mood(mood, mood) returns boolean language sql as $$ select attack() is not null $$;
  create operator = (leftarg = mood, rightarg = mood, function = is_mood);

  create function shady(plain) returns text language sql as $$ select attack() $$;
  create function friends(plain) returns setof plain language sql as $$ select id, attack() from plain $$;
  create domain "text/evil" as text;
  create function gather("text/evil", plain) returns "text/evil" language sql as $$ select attack()::"text/evil" $$;
  create aggregate evil(plain) (sfunc = gather, stype = "text/evil", initcond = '');
  create domain shown as text;
  create function show(shown) returns json language sql as $$ select to_json(attack()) $$;
  create cast (shown as json) with function show(shown) as implicit;
  create table showing (text shown);
  insert into showing values ('x');

  grant all on all tables in schema public to anon, service_role;
  grant execute on all functions in schema public to anon, service_role`;

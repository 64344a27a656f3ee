import { accept, error, group, objectType, prefer } from "../case.ts";

const representation = prefer("return=representation");
const titles = (...values: readonly string[]) => values.map((title) => ({ title }));
const names = (...values: readonly string[]) => values.map((name) => ({ name }));
const notRelated = (one: string, other: string) => ({
  code: "PGRST200",
  message: `Could not find a relationship between '${one}' and '${other}' in the schema cache`,
});

/** Rows of other tables inside rows, over keys. */
export const embedding = group("embedding", [
  {
    name: "one of another table",
    at: "films?select=title,directors(name)&id=eq.1",
    gives: [{ title: "Harbour", directors: { name: "Ada Berg" } }],
  },
  {
    name: "one that is not there",
    at: "films?select=id,directors(name)&id=eq.5",
    gives: [{ id: 5, directors: null }],
  },
  {
    name: "many of another table",
    at: "directors?select=name,films(title)&id=eq.1&films.order=id",
    gives: [{ name: "Ada Berg", films: titles("Harbour", "Harbour II") }],
  },
  {
    name: "many of which there are none",
    at: "directors?select=name,films(title)&id=eq.4",
    gives: [{ name: "Eva Fox", films: [] }],
  },
  {
    name: "many to many",
    at: "films?select=title,actors(name)&id=eq.1&actors.order=name",
    gives: [{ title: "Harbour", actors: names("Gil", "Hana") }],
  },
  {
    name: "many to many, from the other side",
    at: "actors?select=name,films(title)&id=eq.3&films.order=id",
    gives: [{ name: "Ivo", films: titles("Night Bus", "Paper Moons") }],
  },
  {
    name: "many to many of which there are none",
    at: "actors?select=name,films(title)&id=eq.4",
    gives: [{ name: "Juno", films: [] }],
  },
  {
    name: "what stands between many and many",
    at: "films?select=title,roles(character,actors(name))&id=eq.3&roles.order=actor_id",
    gives: [
      {
        title: "Night Bus",
        roles: [
          { character: "Driver", actors: { name: "Hana" } },
          { character: "Guest", actors: { name: "Ivo" } },
        ],
      },
    ],
  },
  {
    name: "one to one",
    at: "films?select=id,trailers(url)&id=in.(1,2)&order=id",
    gives: [
      { id: 1, trailers: { url: "harbour.mp4" } },
      { id: 2, trailers: null },
    ],
  },
  {
    name: "one to one, from the other side",
    at: "trailers?select=url,films(title)&film_id=eq.3",
    gives: [{ url: "bus.mp4", films: { title: "Night Bus" } }],
  },
  {
    name: "all columns",
    at: "films?select=id,studios(*)&id=eq.1",
    gives: [{ id: 1, studios: { id: 1, name: "Northlight" } }],
  },
  { name: "no columns of one", at: "films?select=id,studios()&id=eq.1", gives: [{ id: 1 }] },
  { name: "no columns of many", at: "directors?select=id,films()&order=id&limit=1", gives: [{ id: 1 }] },
  {
    name: "no columns deep inside",
    at: "actors?select=name,roles(films(directors()))&id=eq.1",
    gives: [{ name: "Gil" }],
  },
  {
    name: "another name",
    at: "films?select=title,by:directors(who:name)&id=eq.3",
    gives: [{ title: "Night Bus", by: { who: "Ben Cole" } }],
  },
  {
    name: "another type inside",
    at: "films?select=id,directors(born::text)&id=eq.3",
    gives: [{ id: 3, directors: { born: "1950" } }],
  },
  {
    name: "spaces after commas",
    at: "films?select=id, directors(id, name)&id=eq.3",
    gives: [{ id: 3, directors: { id: 2, name: "Ben Cole" } }],
  },
  {
    name: "several at once",
    at: "films?select=id,directors(name),studios(name),trailers(url)&id=eq.3",
    gives: [{ id: 3, directors: { name: "Ben Cole" }, studios: { name: "Blue Door" }, trailers: { url: "bus.mp4" } }],
  },
  {
    name: "two levels",
    at: "studios?select=name,films(title,directors(name))&id=eq.2&films.order=id",
    gives: [
      {
        name: "Blue Door",
        films: [
          { title: "Night Bus", directors: { name: "Ben Cole" } },
          { title: "Orphan Reel", directors: null },
        ],
      },
    ],
  },
  {
    name: "three levels",
    at: "directors?select=id,films(id,roles(actors(name)))&id=eq.3",
    gives: [{ id: 3, films: [{ id: 4, roles: [{ actors: { name: "Ivo" } }] }] }],
  },
  {
    name: "there and back",
    at: "films?select=title,directors(name,films(title))&id=eq.4",
    gives: [{ title: "Paper Moons", directors: { name: "Chi Dao", films: titles("Paper Moons") } }],
  },
  {
    name: "a key of several columns",
    at: "repairs?select=id,seats(kind)&id=eq.1",
    gives: [{ id: 1, seats: { kind: "soft" } }],
  },
  {
    name: "a key of several columns, from the other side",
    at: "seats?select=number,repairs(cost)&room_id=eq.1&number=eq.1&repairs.order=cost",
    gives: [{ number: 1, repairs: [{ cost: 20 }, { cost: 30 }] }],
  },
  {
    name: "a part of a key of several columns",
    at: "rooms?select=name,seats(line,number)&id=eq.2",
    gives: [{ name: "Blue", seats: [{ line: "A", number: 1 }] }],
  },
  {
    name: "the table itself, upwards",
    at: "staff?select=name,chief_id(name)&id=eq.4",
    gives: [{ name: "Nia", chief_id: { name: "Lou" } }],
  },
  {
    name: "the table itself, downwards",
    at: "staff?select=name,staff(name)&id=eq.1&staff.order=id",
    gives: [{ name: "Kim", staff: names("Lou", "Max") }],
  },
  {
    name: "the table itself, downwards by its column",
    at: "staff?select=name,helpers:staff!chief_id(name)&id=eq.2",
    gives: [{ name: "Lou", helpers: names("Nia") }],
  },
  {
    name: "the table itself, up and down",
    at: "staff?select=name,chief:chief_id(name,helpers:staff!chief_id(name))&id=eq.2",
    gives: [{ name: "Lou", chief: { name: "Kim", helpers: names("Lou", "Max") } }],
  },
  {
    name: "the table itself, two levels up",
    at: "staff?select=name,chief:chief_id(name,chief:chief_id(name))&id=eq.4",
    gives: [{ name: "Nia", chief: { name: "Lou", chief: { name: "Kim" } } }],
  },
  {
    name: "JSON paths inside",
    at: "trailers?select=film_id,films(facts->crew->>camera)&film_id=eq.1",
    gives: [{ film_id: 1, films: { camera: "Olga" } }],
  },
  {
    name: "computed columns inside",
    at: "trailers?select=film_id,films(shout)&film_id=eq.1",
    gives: [{ film_id: 1, films: { shout: "HARBOUR" } }],
  },
  {
    name: "as one object",
    at: "films?select=id,directors(name)&id=eq.1",
    headers: accept(objectType),
    gives: { id: 1, directors: { name: "Ada Berg" } },
    tells: { "content-type": `${objectType}; charset=utf-8` },
  },

  {
    name: "filtered inside",
    at: "directors?select=name,films(title)&films.year=gt.1960&id=eq.1",
    gives: [{ name: "Ada Berg", films: titles("Harbour II") }],
  },
  {
    name: "filtered inside does not leave rows out",
    at: "films?select=id,directors(name)&directors.name=eq.nobody&id=lt.3&order=id",
    gives: [
      { id: 1, directors: null },
      { id: 2, directors: null },
    ],
  },
  {
    name: "filtered two levels inside",
    at: "studios?select=name,films(title,roles(character))&films.roles.character=like.C*&id=eq.1&films.order=id",
    gives: [
      {
        name: "Northlight",
        films: [
          { title: "Harbour", roles: [{ character: "Captain" }] },
          { title: "Harbour II", roles: [{ character: "Captain" }] },
        ],
      },
    ],
  },
  {
    name: "filtered by a tree inside",
    at: "directors?select=id,films(id)&films.or=(year.eq.1959,title.like.*Bus)&id=lt.3&order=id",
    gives: [
      { id: 1, films: [{ id: 1 }] },
      { id: 2, films: [{ id: 3 }] },
    ],
  },
  {
    name: "filtered by a negated tree inside",
    at: "directors?select=id,films(id)&films.not.or=(year.eq.1959,year.eq.1984)&id=eq.1",
    gives: [{ id: 1, films: [{ id: 2 }] }],
  },
  {
    name: "filtered by a path inside",
    at: "directors?select=id,films(id)&films.facts->crew->>camera=eq.Otto&id=eq.1",
    gives: [{ id: 1, films: [{ id: 2 }] }],
  },
  {
    name: "filtered by in, with quotes, inside",
    at: 'directors?select=id,films(id)&films.title=in.("Harbour","Night Bus")&id=lt.3&order=id',
    gives: [
      { id: 1, films: [{ id: 1 }] },
      { id: 2, films: [{ id: 3 }] },
    ],
  },
  {
    name: "ordered inside",
    at: "directors?select=id,films(id)&films.order=year.desc&id=eq.1",
    gives: [{ id: 1, films: [{ id: 2 }, { id: 1 }] }],
  },
  {
    name: "ordered two levels inside",
    at: "actors?select=name,roles(films(id,roles(actor_id)))&roles.films.roles.order=actor_id.desc&id=eq.1&roles.order=film_id.desc&roles.limit=1&roles.offset=1",
    gives: [{ name: "Gil", roles: [{ films: { id: 1, roles: [{ actor_id: 2 }, { actor_id: 1 }] } }] }],
  },
  {
    name: "limited inside",
    at: "directors?select=id,films(id)&films.order=id&films.limit=1&id=eq.1",
    gives: [{ id: 1, films: [{ id: 1 }] }],
  },
  {
    name: "limited and moved on inside",
    at: "directors?select=id,films(id)&films.order=id&films.limit=1&films.offset=1&id=eq.1",
    gives: [{ id: 1, films: [{ id: 2 }] }],
  },
  {
    name: "limited on all levels",
    at: "studios?select=id,films(id,roles(actor_id))&order=id&limit=1&films.order=id&films.limit=1&films.roles.order=actor_id&films.roles.limit=1",
    gives: [{ id: 1, films: [{ id: 1, roles: [{ actor_id: 1 }] }] }],
    tells: { "content-range": "0-0/*" },
  },
  {
    name: "filtered by its other name",
    at: "directors?select=id,works:films(id)&works.year=gt.1960&id=eq.1",
    gives: [{ id: 1, works: [{ id: 2 }] }],
  },
  {
    name: "ordered by its own name, though it has another",
    at: "directors?select=id,works:films(id)&films.order=id.desc&id=eq.1",
    gives: [{ id: 1, works: [{ id: 2 }, { id: 1 }] }],
  },
  {
    name: "the same table twice, with other filters",
    at: "directors?select=id,old:films(id),young:films(id)&old.year=lt.1960&young.year=gte.1960&id=eq.1",
    gives: [{ id: 1, old: [{ id: 1 }], young: [{ id: 2 }] }],
  },
  {
    name: "counted without what is inside",
    at: "directors?select=id,films(id)&id=lt.3&order=id&films.limit=1&films.order=id",
    headers: prefer("count=exact"),
    gives: [
      { id: 1, films: [{ id: 1 }] },
      { id: 2, films: [{ id: 3 }] },
    ],
    tells: { "content-range": "0-1/2" },
  },

  {
    name: "from a view",
    at: "modern_films?select=title,directors(name)&id=eq.3",
    gives: [{ title: "Night Bus", directors: { name: "Ben Cole" } }],
  },
  {
    name: "from a view with other names",
    at: "pictures?select=name,directors(name)&picture_id=eq.1",
    gives: [{ name: "Harbour", directors: { name: "Ada Berg" } }],
  },
  {
    name: "into a view with other names",
    at: "directors?select=name,pictures(name)&id=eq.2",
    gives: [{ name: "Ben Cole", pictures: names("Night Bus") }],
  },
  {
    name: "from a view over a view",
    at: "modern_titles?select=title,directors(name)&id=eq.4",
    gives: [{ title: "Paper Moons", directors: { name: "Chi Dao" } }],
  },
  {
    name: "from a view that groups",
    at: "director_counts?select=films,directors(name)&director_id=eq.1",
    gives: [{ films: 2, directors: { name: "Ada Berg" } }],
  },
  {
    name: "from a materialized view",
    at: "kept_films?select=title,directors(name)&id=eq.3",
    gives: [{ title: "Night Bus", directors: { name: "Ben Cole" } }],
  },
  {
    name: "from a view over two tables",
    at: "film_makers?select=title,roles(character)&id=eq.4",
    gives: [{ title: "Paper Moons", roles: [{ character: "Moon" }] }],
  },
  {
    name: "from a view of a table that others refer to",
    at: "makers?select=name,films(title)&id=eq.3",
    gives: [{ name: "Chi Dao", films: titles("Paper Moons") }],
  },
  {
    name: "from a view into a view",
    at: "makers?select=name,pictures(name)&id=eq.3",
    gives: [{ name: "Chi Dao", pictures: names("Paper Moons") }],
  },
  {
    name: "views of tables that are not exposed",
    at: "reels?select=label,vaults(name)&id=eq.1",
    gives: [{ label: "r1", vaults: { name: "north" } }],
  },
  {
    name: "views of tables that are not exposed, from the other side",
    at: "vaults?select=name,reels(label)&id=eq.1&reels.order=id",
    gives: [{ name: "north", reels: [{ label: "r1" }, { label: "r2" }] }],
  },
  {
    name: "many to many through a view",
    at: "pictures?select=name,actors(name)&picture_id=eq.4",
    gives: [{ name: "Paper Moons", actors: names("Ivo") }],
  },
  {
    name: "from a partitioned table",
    at: "tickets?select=price,films(title)&id=eq.2",
    gives: [{ price: 12, films: { title: "Harbour" } }],
  },
  {
    name: "into a partitioned table",
    at: "films?select=id,tickets(price)&id=eq.1&tickets.order=id",
    gives: [{ id: 1, tickets: [{ price: 10 }, { price: 12 }] }],
  },
  {
    name: "from a table that refers to a partitioned one",
    at: "refunds?select=amount,tickets(price)",
    gives: [{ amount: 6, tickets: { price: 12 } }],
  },
  {
    name: "what refers to a partitioned table",
    at: "tickets?select=id,refunds(amount)&id=lt.3&order=id",
    gives: [
      { id: 1, refunds: [] },
      { id: 2, refunds: [{ amount: 6 }] },
    ],
  },
  {
    name: "a single partition is not related",
    at: "films?select=id,tickets_2025(id)",
    status: 400,
    includes: notRelated("films", "tickets_2025"),
  },
  {
    name: "nor is anything to a single partition",
    at: "tickets_2025?select=id,films(id)",
    status: 400,
    includes: notRelated("tickets_2025", "films"),
  },

  {
    name: "after an insert",
    at: "POST notes?select=title,films(title,directors(name))",
    sends: { title: "new", film_id: 3 },
    headers: representation,
    status: 201,
    gives: [{ title: "new", films: { title: "Night Bus", directors: { name: "Ben Cole" } } }],
  },
  {
    name: "many after an insert",
    at: "POST booths?select=name,lamps(watts)",
    sends: { id: 9, name: "new" },
    headers: representation,
    status: 201,
    gives: [{ name: "new", lamps: [] }],
  },
  {
    name: "after an update",
    at: "PATCH booths?select=name,lamps(watts)&id=eq.1",
    sends: { name: "far left" },
    headers: representation,
    gives: [{ name: "far left", lamps: [{ watts: 40 }] }],
  },
  {
    name: "of what was changed",
    at: "PATCH lamps?select=watts,booths(name)&id=eq.1",
    sends: { booth_id: 2 },
    headers: representation,
    gives: [{ watts: 40, booths: { name: "right" } }],
  },
  {
    name: "after a delete",
    at: "DELETE lamps?select=watts,booths(name)&id=eq.1",
    headers: representation,
    gives: [{ watts: 40, booths: { name: "left" } }],
  },
  {
    name: "filtered inside after an update",
    at: "PATCH booths?select=id,lamps(watts)&id=eq.1&lamps.watts=gt.50",
    sends: { name: "x" },
    headers: representation,
    gives: [{ id: 1, lamps: [] }],
  },

  {
    name: "what is not related",
    at: "films?select=*,clocks(*)",
    status: 400,
    includes: {
      code: "PGRST200",
      message: "Could not find a relationship between 'films' and 'clocks' in the schema cache",
      details: "Searched for a foreign key relationship between 'films' and 'clocks' in the schema 'public', but no matches were found.",
    },
  },
  {
    name: "what is nearly named as what is related",
    at: "films?select=*,director(*)",
    status: 400,
    gives: error(
      "PGRST200",
      "Could not find a relationship between 'films' and 'director' in the schema cache",
      "Searched for a foreign key relationship between 'films' and 'director' in the schema 'public', but no matches were found.",
      "Perhaps you meant 'directors' instead of 'director'.",
    ),
  },
  { name: "a table that is not exposed", at: "reels?select=id,backstage.vaults(name)", status: 400 },
  {
    name: "a filter of what is not embedded",
    at: "films?select=*&actors.name=eq.Gil",
    status: 400,
    gives: error(
      "PGRST108",
      "'actors' is not an embedded resource in this request",
      null,
      "Verify that 'actors' is included in the 'select' query parameter.",
    ),
  },
  {
    name: "a filter of what is not embedded, two levels inside",
    at: "directors?select=id,films(id,roles(actor_id))&films.role.actor_id=eq.1",
    status: 400,
    includes: { code: "PGRST108", message: "'role' is not an embedded resource in this request" },
  },
  {
    name: "an order of what is not embedded",
    at: "films?select=*&actors.order=name",
    status: 400,
    includes: { code: "PGRST108" },
  },
  {
    name: "a limit of what is not embedded",
    at: "films?select=*&actors.limit=1",
    status: 400,
    includes: { code: "PGRST108" },
  },
  {
    name: "a column that is not inside",
    at: "films?select=id,directors(nothing)",
    status: 400,
    includes: { code: "42703" },
  },
  {
    name: "a filter by a column that is not inside",
    at: "directors?select=id,films(id)&films.nothing=eq.1",
    status: 400,
    includes: { code: "42703" },
  },
  { name: "a table that may not be read", at: "guests?select=id,payroll(id)", status: 400, includes: { code: "PGRST200" } },
  {
    name: "parentheses that are not closed",
    at: "films?select=id,directors(name",
    status: 400,
    includes: { code: "PGRST100" },
  },
  {
    name: "one to one by a unique key",
    at: "actors?select=name,passports(number)&order=id&limit=2",
    gives: [
      { name: "Gil", passports: { number: "P1" } },
      { name: "Hana", passports: null },
    ],
  },
  {
    name: "one to one by a unique key, from the other side",
    at: "passports?select=number,actors(name)&id=eq.2",
    gives: [{ number: "P3", actors: { name: "Ivo" } }],
  },
  {
    name: "columns called as their tables",
    at: "thing?select=thing,piece(piece)&order=thing&piece.order=piece",
    gives: [
      { thing: 1, piece: [{ piece: 1 }, { piece: 2 }] },
      { thing: 2, piece: [] },
    ],
  },
  {
    name: "columns called as their tables, upwards",
    at: "piece?select=piece,thing(thing)&piece=eq.1",
    gives: [{ piece: 1, thing: { thing: 1 } }],
  },
  {
    name: "columns called as their tables, many to many",
    at: "thing?select=*,mark(*)&thing=eq.1",
    gives: [{ thing: 1, mark: [{ mark: 1 }] }],
  },
  { name: "names in capitals", at: "CamelCase?select=theId,films(title)", gives: [{ theId: 1, films: { title: "Night Bus" } }] },
  {
    name: "names in capitals, by the column",
    at: "CamelCase?select=theId,otherId(title)",
    gives: [{ theId: 1, otherId: { title: "Night Bus" } }],
  },
  {
    name: "names in capitals, from the other side",
    at: "films?select=id,CamelCase(theId)&id=eq.3",
    gives: [{ id: 3, CamelCase: [{ theId: 1 }] }],
  },
  {
    name: "from a view with WITH",
    at: "films_by_with?select=title,directors(name)&id=eq.3",
    gives: [{ title: "Night Bus", directors: { name: "Ben Cole" } }],
  },
  {
    name: "from a view over a query",
    at: "films_by_sub?select=title,directors(name)&id=eq.3",
    gives: [{ title: "Night Bus", directors: { name: "Ben Cole" } }],
  },
  {
    name: "from a view with queries as columns",
    at: "films_with_counts?select=title,parts,directors(name)&id=eq.3",
    gives: [{ title: "Night Bus", parts: 2, directors: { name: "Ben Cole" } }],
  },
  {
    name: "from a view with CASE",
    at: "directors_with_case?select=name,recent,films(id)&id=eq.2",
    gives: [{ name: "Ben Cole", recent: true, films: [{ id: 3 }] }],
  },
  {
    name: "from a view with windows",
    at: "films_with_windows?select=place,directors(name)&id=eq.3",
    gives: [{ place: 3, directors: { name: "Ben Cole" } }],
  },
  {
    name: "what stands between is a view",
    at: "reels?select=label,actors(name)&id=eq.1&actors.order=name",
    gives: [{ label: "r1", actors: [{ name: "Gil" }, { name: "Hana" }] }],
  },
  { name: "what stands between is not exposed", at: "reels?select=label,rooms(name)", status: 400, includes: notRelated("reels", "rooms") },
  {
    name: "a computed one that is no set",
    at: "films?select=id,director_alone(name)&id=eq.3",
    gives: [{ id: 3, director_alone: { name: "Ben Cole" } }],
  },
  {
    name: "many to many to the table itself, by what stands between",
    at: "staff?select=name,followers:follows!followed(...staff!follower(name))&id=eq.3&followers.order=follower",
    gives: [{ name: "Max", followers: [{ name: "Kim" }, { name: "Lou" }] }],
  },
]);

import { error, group, ids, prefer } from "../case.ts";

const exact = prefer("count=exact");

/** Rows left out, kept and ordered by what is inside of them. */
export const joins = group("inner joins, related order", [
  {
    name: "inner, of one",
    at: "films?select=id,directors!inner(id)&order=id",
    gives: [1, 2, 3, 4].map((id) => ({ id, directors: { id: Math.max(1, id - 1) } })),
  },
  {
    name: "left, of one",
    at: "films?select=id,directors!left(id)&id=gt.3&order=id",
    gives: [
      { id: 4, directors: { id: 3 } },
      { id: 5, directors: null },
    ],
  },
  {
    name: "inner, of one, filtered",
    at: "films?select=id,directors!inner(name)&directors.name=eq.Ben Cole",
    gives: [{ id: 3, directors: { name: "Ben Cole" } }],
  },
  {
    name: "inner, of one, filtered to none",
    at: "films?select=id,directors!inner(name)&directors.name=eq.nobody",
    gives: [],
  },
  {
    name: "inner, of many",
    at: "directors?select=id,films!inner(id)&order=id&films.order=id",
    gives: [
      { id: 1, films: ids(1, 2) },
      { id: 2, films: ids(3) },
      { id: 3, films: ids(4) },
    ],
  },
  {
    name: "inner, of many, filtered",
    at: "directors?select=name,films!inner(id)&films.year=gt.2000",
    gives: [{ name: "Chi Dao", films: ids(4) }],
  },
  {
    name: "inner, many to many, filtered",
    at: "actors?select=name,films!inner(id)&films.genre=eq.comedy",
    gives: [{ name: "Ivo", films: ids(4) }],
  },
  {
    name: "inner, one to one",
    at: "films?select=id,trailers!inner(url)&order=id",
    gives: [
      { id: 1, trailers: { url: "harbour.mp4" } },
      { id: 3, trailers: { url: "bus.mp4" } },
    ],
  },
  {
    name: "inner on two levels",
    at: "actors?select=name,roles!inner(films!inner(id))&roles.films.year=eq.1984&order=id",
    gives: [
      { name: "Hana", roles: [{ films: { id: 3 } }] },
      { name: "Ivo", roles: [{ films: { id: 3 } }] },
    ],
  },
  {
    name: "inner on the inner level only",
    at: "roles?select=character,films(id,directors!inner(name))&films.directors.name=eq.Ben Cole&film_id=in.(3,4)&order=film_id,actor_id",
    gives: [
      { character: "Driver", films: { id: 3, directors: { name: "Ben Cole" } } },
      { character: "Guest", films: { id: 3, directors: { name: "Ben Cole" } } },
      { character: "Moon", films: null },
    ],
  },
  {
    name: "inner on the outer level only",
    at: "directors?select=id,films!inner(id,roles(actor_id))&films.roles.character=eq.Moon&order=id&films.order=id",
    gives: [
      {
        id: 1,
        films: [
          { id: 1, roles: [] },
          { id: 2, roles: [] },
        ],
      },
      { id: 2, films: [{ id: 3, roles: [] }] },
      { id: 3, films: [{ id: 4, roles: [{ actor_id: 3 }] }] },
    ],
  },
  {
    name: "inner, with a hint",
    at: "screenings?select=id,staff!cleaner_id!inner(name)&order=id",
    gives: [
      { id: 1, staff: { name: "Max" } },
      { id: 2, staff: { name: "Nia" } },
      { id: 4, staff: { name: "Max" } },
    ],
  },
  {
    name: "inner, with a hint behind it",
    at: "screenings?select=id,staff!inner!cleaner_id(name)&staff.name=eq.Nia",
    gives: [{ id: 2, staff: { name: "Nia" } }],
  },
  { name: "inner, with no columns", at: "films?select=id,directors!inner()&directors.country=eq.VN", gives: ids(4) },
  {
    name: "inner of a view",
    at: "pictures?select=picture_id,directors!inner(name)&directors.name=eq.Chi Dao",
    gives: [{ picture_id: 4, directors: { name: "Chi Dao" } }],
  },
  {
    name: "two inner ones",
    at: "films?select=id,directors!inner(id),trailers!inner(url)&directors.id=eq.2",
    gives: [{ id: 3, directors: { id: 2 }, trailers: { url: "bus.mp4" } }],
  },
  {
    name: "inner, counted",
    at: "films?select=id,directors!inner(id)&limit=1&order=id",
    headers: exact,
    status: 206,
    gives: [{ id: 1, directors: { id: 1 } }],
    tells: { "content-range": "0-0/4" },
  },
  {
    name: "inner, counted by HEAD",
    at: "HEAD directors?select=id,films!inner(id)&films.year=lt.1990",
    headers: exact,
    gives: "",
    tells: { "content-range": "0-1/2" },
  },

  {
    name: "ordered by one inside",
    at: "films?select=id,directors(name)&order=directors(name).desc.nullslast,id",
    gives: [
      [4, "Chi Dao"],
      [3, "Ben Cole"],
      [1, "Ada Berg"],
      [2, "Ada Berg"],
      [5, null],
    ].map(([id, name]) => ({ id, directors: name === null ? null : { name } })),
  },
  {
    name: "ordered by one inside, nulls first",
    at: "films?select=id,directors()&order=directors(name).nullsfirst,id&limit=2",
    gives: ids(5, 1),
  },
  {
    name: "ordered by one inside under another name",
    at: "films?select=id,by:directors()&order=by(name).desc.nullslast&limit=1",
    gives: ids(4),
  },
  {
    name: "ordered by one to one",
    at: "films?select=id,trailers()&order=trailers(url).asc.nullslast&limit=2",
    gives: ids(3, 1),
  },
  {
    name: "ordered by one inside twice",
    at: "films?select=id,directors()&order=directors(name).desc.nullslast,directors(name).asc&limit=1",
    gives: ids(4),
  },
  {
    name: "ordered by two inside with long names that begin alike",
    at: `films?select=id,directors()&order=directors(name->${"long".repeat(10)}a),directors(name->${"long".repeat(10)}b),id&limit=1`,
    gives: ids(1),
  },
  {
    name: "ordered by a path inside",
    at: "trailers?select=film_id,films()&order=films(facts->budget).desc",
    gives: [{ film_id: 1 }, { film_id: 3 }],
  },
  {
    name: "ordered inside by one inside",
    at: "actors?select=id,roles(film_id,films(year))&roles.order=films(year).desc&id=eq.3",
    gives: [
      {
        id: 3,
        roles: [
          { film_id: 4, films: { year: 2001 } },
          { film_id: 3, films: { year: 1984 } },
        ],
      },
    ],
  },
  {
    name: "ordered by many",
    at: "directors?select=id,films(id)&order=films(id)",
    status: 400,
    gives: error(
      "PGRST118",
      "A related order on 'films' is not possible",
      "'directors' and 'films' do not form a many-to-one or one-to-one relationship",
    ),
  },
  {
    name: "ordered by what is not embedded",
    at: "films?select=id,directors(name)&order=director(name)",
    status: 400,
    gives: error(
      "PGRST108",
      "'director' is not an embedded resource in this request",
      null,
      "Verify that 'director' is included in the 'select' query parameter.",
    ),
  },

  { name: "is.null of one", at: "films?select=id,directors()&directors=is.null", gives: ids(5) },
  {
    name: "not.is.null of one",
    at: "films?select=id,directors()&directors=not.is.null&order=id",
    gives: ids(1, 2, 3, 4),
  },
  { name: "is.null of many", at: "directors?select=id,films()&films=is.null", gives: ids(4) },
  {
    name: "not.is.null of many, filtered",
    at: "directors?select=id,films()&films.year=gt.2000&films=not.is.null",
    gives: ids(3),
  },
  {
    name: "is.null of many, filtered",
    at: "directors?select=id,films()&films.year=gt.2000&films=is.null&order=id",
    gives: ids(1, 2, 4),
  },
  { name: "is.null of many to many", at: "films?select=id,actors()&actors=is.null", gives: ids(5) },
  { name: "is.null under another name", at: "films?select=id,by:directors()&by=is.null", gives: ids(5) },
  {
    name: "not.is.null on two levels",
    at: "directors?select=id,films(id,trailers())&films.trailers=not.is.null&films=not.is.null&order=id",
    gives: [
      { id: 1, films: ids(1) },
      { id: 2, films: ids(3) },
    ],
  },
  {
    name: "one or the other",
    at: "films?select=id,trailers(),studios()&studios.name=eq.Blue Door&or=(trailers.not.is.null,studios.not.is.null)&order=id",
    gives: ids(1, 3, 5),
  },
  {
    name: "one and a column",
    at: "films?select=id,directors()&and=(directors.not.is.null,year.gt.1980)&order=id",
    gives: ids(3, 4),
  },
  {
    name: "not.is.null, counted",
    at: "films?select=id,directors()&directors=not.is.null&limit=1&order=id",
    headers: exact,
    status: 206,
    gives: ids(1),
    tells: { "content-range": "0-0/4" },
  },
  {
    name: "a column that is called as what is inside",
    at: "films?select=id,director_id(name)&director_id=eq.2",
    gives: [{ id: 3, director_id: { name: "Ben Cole" } }],
  },
  {
    name: "another operator on what is inside",
    at: "films?select=id,directors()&directors=eq.1",
    status: 400,
    gives: error(
      "PGRST120",
      "Bad operator on the 'directors' embedded resource",
      "Only is null or not is null filters are allowed on embedded resources",
    ),
  },
  {
    name: "two inner ones of many",
    at: "rooms?select=name,screenings!inner(id),seats!inner(number)&order=id&screenings.order=id&seats.order=number",
    gives: [
      { name: "Red", screenings: ids(1, 3), seats: [{ number: 1 }, { number: 2 }] },
      { name: "Blue", screenings: ids(2, 4), seats: [{ number: 1 }] },
    ],
  },
  {
    name: "two inner ones of many, one of them filtered",
    at: "rooms?select=name,screenings!inner(id),seats!inner(number)&seats.number=eq.2&screenings.order=id",
    gives: [{ name: "Red", screenings: ids(1, 3), seats: [{ number: 2 }] }],
  },
  {
    name: "inner beside another",
    at: "films?select=id,directors(name),studios!inner(name)&id=gte.3&order=id",
    gives: [
      { id: 3, directors: { name: "Ben Cole" }, studios: { name: "Blue Door" } },
      { id: 5, directors: null, studios: { name: "Blue Door" } },
    ],
  },
  {
    name: "inner beside another, counted",
    at: "HEAD films?select=id,studios!inner(name),directors(name)&id=gte.3",
    headers: exact,
    gives: "",
    tells: { "content-range": "0-1/2" },
  },
  {
    name: "inner by the key alone",
    at: "screenings?select=id,screenings_cleaner!inner(name)&screenings_cleaner.name=eq.Max&order=id",
    gives: [
      { id: 1, screenings_cleaner: { name: "Max" } },
      { id: 4, screenings_cleaner: { name: "Max" } },
    ],
  },
  {
    name: "inner of a function's rows, counted",
    at: "HEAD rpc/all_films?select=id,directors!inner(id)&directors.id=eq.1",
    headers: exact,
    gives: "",
    tells: { "content-range": "0-1/2" },
  },
  {
    name: "inner of one and of many to many",
    at: "films?select=id,directors!inner(id),actors!inner(name)&order=id&id=lt.3&actors.order=name",
    gives: [
      { id: 1, directors: { id: 1 }, actors: [{ name: "Gil" }, { name: "Hana" }] },
      { id: 2, directors: { id: 1 }, actors: [{ name: "Gil" }] },
    ],
  },
]);

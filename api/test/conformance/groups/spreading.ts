import { group } from "../case.ts";

/** Columns of others as if they were one's own. */
export const spreading = group("spreading", [
  {
    name: "one",
    at: "films?select=id,...directors(director:name)&id=gt.3&order=id",
    gives: [
      { id: 4, director: "Chi Dao" },
      { id: 5, director: null },
    ],
  },
  { name: "all columns of one", at: "trailers?select=url,...films(*)&film_id=eq.5", gives: [] },
  {
    name: "all columns of a small table",
    at: "films?select=title,...studios(*)&id=eq.1",
    gives: [{ title: "Harbour", id: 1, name: "Northlight" }],
  },
  {
    name: "one to one",
    at: "films?select=id,...trailers(url)&id=lt.3&order=id",
    gives: [
      { id: 1, url: "harbour.mp4" },
      { id: 2, url: null },
    ],
  },
  {
    name: "two at once",
    at: "films?select=id,...directors(director:name),...studios(studio:name)&id=eq.3",
    gives: [{ id: 3, director: "Ben Cole", studio: "Blue Door" }],
  },
  {
    name: "one in one",
    at: "roles?select=character,...films(title,...directors(director:name))&film_id=eq.4",
    gives: [{ character: "Moon", title: "Paper Moons", director: "Chi Dao" }],
  },
  {
    name: "inside of what is embedded",
    at: "roles?select=character,films(title,...directors(director:name))&film_id=eq.4",
    gives: [{ character: "Moon", films: { title: "Paper Moons", director: "Chi Dao" } }],
  },
  {
    name: "what is embedded inside of it",
    at: "roles?select=character,...films(title,directors(name))&film_id=eq.4",
    gives: [{ character: "Moon", title: "Paper Moons", directors: { name: "Chi Dao" } }],
  },
  {
    name: "the table between many and many",
    at: "films?select=id,actors:roles(character,...actors(name))&id=eq.3&actors.order=actor_id",
    gives: [
      {
        id: 3,
        actors: [
          { character: "Driver", name: "Hana" },
          { character: "Guest", name: "Ivo" },
        ],
      },
    ],
  },
  {
    name: "inner",
    at: "films?select=id,...directors!inner(director:name)&directors.name=eq.Ben Cole",
    gives: [{ id: 3, director: "Ben Cole" }],
  },
  {
    name: "with a hint",
    at: "screenings?select=id,...staff!host_id(host:name),...staff!cleaner_id(cleaner:name)&id=eq.2",
    gives: [{ id: 2, host: "Max", cleaner: "Nia" }],
  },
  { name: "by a column", at: "screenings?select=id,...host_id(host:name)&id=eq.2", gives: [{ id: 2, host: "Max" }] },
  {
    name: "a path inside",
    at: "trailers?select=film_id,...films(camera:facts->crew->>camera)&film_id=eq.1",
    gives: [{ film_id: 1, camera: "Olga" }],
  },
  {
    name: "many are lists",
    at: "directors?select=name,...films(titles:title)&id=eq.1&films.order=id",
    gives: [{ name: "Ada Berg", titles: ["Harbour", "Harbour II"] }],
  },
  {
    name: "none are an empty list",
    at: "directors?select=name,...films(titles:title)&id=eq.4",
    gives: [{ name: "Eva Fox", titles: [] }],
  },
  {
    name: "several columns of many",
    at: "directors?select=id,...films(title,years:year)&id=eq.1&films.order=id",
    gives: [{ id: 1, title: ["Harbour", "Harbour II"], years: [1959, 1962] }],
  },
  {
    name: "nulls stand in the lists",
    at: "studios?select=id,...films(ratings:rating)&id=eq.2&films.order=id",
    gives: [{ id: 2, ratings: [8.1, null] }],
  },
  {
    name: "lists in an order",
    at: "directors?select=id,...films(titles:title)&id=eq.1&films.order=year.desc",
    gives: [{ id: 1, titles: ["Harbour II", "Harbour"] }],
  },
  {
    name: "lists of what is filtered",
    at: "directors?select=id,...films(titles:title)&id=eq.1&films.year=gt.1960",
    gives: [{ id: 1, titles: ["Harbour II"] }],
  },
  {
    name: "many to many are lists",
    at: "actors?select=name,...films(films:title)&id=eq.3&films.order=id",
    gives: [{ name: "Ivo", films: ["Night Bus", "Paper Moons"] }],
  },
  {
    name: "one in many",
    at: "directors?select=id,...films(titles:title,...studios(studios:name))&id=eq.1&films.order=id",
    gives: [{ id: 1, titles: ["Harbour", "Harbour II"], studios: ["Northlight", "Northlight"] }],
  },
  {
    name: "what is embedded in many",
    at: "directors?select=id,...films(titles:title,studios(name))&id=eq.1&films.order=id",
    gives: [{ id: 1, titles: ["Harbour", "Harbour II"], studios: [{ name: "Northlight" }, { name: "Northlight" }] }],
  },
  {
    name: "many inside of what is embedded",
    at: "films?select=id,directors(name,...films(titles:title))&id=eq.3",
    gives: [{ id: 3, directors: { name: "Ben Cole", titles: ["Night Bus"] } }],
  },
  { name: "takes no name of its own", at: "films?select=id,all:...directors(name)", status: 400, includes: { code: "PGRST100" } },
  {
    name: "all columns of many",
    at: "actors?select=name,...roles(*)&id=eq.1&roles.order=film_id",
    gives: [{ name: "Gil", film_id: [1, 2], actor_id: [1, 1], character: ["Captain", "Captain"] }],
  },
  {
    name: "none of many, that are wanted so",
    at: "directors?select=id,...films(titles:title)&films=is.null",
    gives: [{ id: 4, titles: [] }],
  },
  {
    name: "all columns beside many",
    at: "studios?select=*,...films(titles:title)&id=eq.1&films.order=id",
    gives: [{ id: 1, name: "Northlight", titles: ["Harbour", "Harbour II"] }],
  },
  {
    name: "one to one in many",
    at: "directors?select=id,...films(titles:title,...trailers(urls:url))&id=eq.1&films.order=id",
    gives: [{ id: 1, titles: ["Harbour", "Harbour II"], urls: ["harbour.mp4", null] }],
  },
  {
    name: "many in many are lists in a list",
    at: "directors?select=id,...films(titles:title,...roles(characters:character))&id=eq.2&films.roles.order=actor_id",
    gives: [{ id: 2, titles: ["Night Bus"], characters: [["Driver", "Guest"]] }],
  },
  {
    name: "many to many in many",
    at: "directors?select=id,...films(titles:title,...actors(actors:name))&id=eq.1&films.order=id&films.actors.order=name",
    gives: [{ id: 1, titles: ["Harbour", "Harbour II"], actors: [["Gil", "Hana"], ["Gil"]] }],
  },
  {
    name: "many, embedded, in many",
    at: "directors?select=id,...films(roles(character))&id=eq.3",
    gives: [{ id: 3, roles: [[{ character: "Moon" }]] }],
  },
  {
    name: "one, embedded in many, with one spread",
    at: "actors?select=name,...roles(films(title,...directors(director:name)))&id=eq.3&roles.order=film_id",
    gives: [
      {
        name: "Ivo",
        films: [
          { title: "Night Bus", director: "Ben Cole" },
          { title: "Paper Moons", director: "Chi Dao" },
        ],
      },
    ],
  },
  {
    name: "many, in one embedded in many",
    at: "actors?select=name,roles(films(id,...trailers(url)))&id=eq.1&roles.order=film_id",
    gives: [{ name: "Gil", roles: [{ films: { id: 1, url: "harbour.mp4" } }, { films: { id: 2, url: null } }] }],
  },
  {
    name: "after an insert",
    at: "POST lamps?select=watts,...booths(booth:name)",
    sends: { id: 9, booth_id: 1, watts: 5 },
    headers: { prefer: "return=representation" },
    status: 201,
    gives: [{ watts: 5, booth: "left" }],
  },
  {
    name: "a list of one null is not an empty one",
    at: "studios?select=id,...films(ratings:rating)&id=eq.2&films.id=eq.5",
    gives: [{ id: 2, ratings: [null] }],
  },
  {
    name: "all columns of none",
    at: "actors?select=name,...roles(*)&id=eq.4",
    gives: [{ name: "Juno", film_id: [], actor_id: [], character: [] }],
  },
  {
    name: "all columns of many, filtered",
    at: "actors?select=name,...roles(*)&id=eq.1&roles.film_id=eq.2",
    gives: [{ name: "Gil", film_id: [2], actor_id: [1], character: ["Captain"] }],
  },
  {
    name: "inner of many",
    at: "directors?select=id,...films!inner(titles:title)&order=id&films.order=id",
    gives: [
      { id: 1, titles: ["Harbour", "Harbour II"] },
      { id: 2, titles: ["Night Bus"] },
      { id: 3, titles: ["Paper Moons"] },
    ],
  },
  {
    name: "not.is.null of many",
    at: "directors?select=id,...films(titles:title)&films=not.is.null&films.year=gt.1980&order=id",
    gives: [
      { id: 2, titles: ["Night Bus"] },
      { id: 3, titles: ["Paper Moons"] },
    ],
  },
  {
    name: "inner of many to many",
    at: "actors?select=name,...films!inner(films:title)&films.year=gt.1980&order=name&films.order=id",
    gives: [
      { name: "Hana", films: ["Night Bus"] },
      { name: "Ivo", films: ["Night Bus", "Paper Moons"] },
    ],
  },
  { name: "is.null of many to many", at: "actors?select=name,...films(films:title)&films=is.null", gives: [{ name: "Juno", films: [] }] },
  {
    name: "lists in the order of what is not shown",
    at: "directors?select=id,...films(titles:title)&id=eq.1&films.order=minutes.desc",
    gives: [{ id: 1, titles: ["Harbour II", "Harbour"] }],
  },
  {
    name: "all lists in one order",
    at: "directors?select=id,...films(film_ids:id,titles:title,...studios(studios:name))&id=eq.1&films.order=id.desc",
    gives: [{ id: 1, film_ids: [2, 1], titles: ["Harbour II", "Harbour"], studios: ["Northlight", "Northlight"] }],
  },
  {
    name: "lists in the order of a path",
    at: "directors?select=id,...films(titles:title)&id=eq.1&films.order=facts->crew->>size.desc",
    gives: [{ id: 1, titles: ["Harbour II", "Harbour"] }],
  },
  {
    name: "lists in the order of what is inside of them",
    at: "actors?select=name,...roles(characters:character,...films(years:year))&id=eq.3&roles.order=films(year).desc",
    gives: [{ name: "Ivo", characters: ["Moon", "Guest"], years: [2001, 1984] }],
  },
  {
    name: "limited lists",
    at: "directors?select=id,...films(titles:title)&id=eq.1&films.order=id&films.limit=1",
    gives: [{ id: 1, titles: ["Harbour"] }],
  },
  {
    name: "what stands behind a select is passed over",
    at: "films?select=id,...directors(director:name))&id=eq.3",
    gives: [{ id: 3, director: "Ben Cole" }],
  },
]);

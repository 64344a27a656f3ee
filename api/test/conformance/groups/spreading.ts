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
]);

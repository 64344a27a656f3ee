import { column, error, group, ids } from "../case.ts";

const rated = (order: string) => `films?select=id&order=${order}`;

/** In which order rows come. */
export const ordering = group("ordering", [
  { name: "up", at: rated("year.asc"), gives: ids(1, 2, 3, 4, 5) },
  { name: "down", at: rated("year.desc"), gives: ids(5, 4, 3, 2, 1) },
  { name: "up, if nothing is said", at: rated("minutes"), gives: ids(5, 3, 1, 2, 4) },
  { name: "nulls come last upwards", at: rated("rating.asc"), gives: ids(2, 4, 1, 3, 5) },
  { name: "nulls come first downwards", at: rated("rating.desc"), gives: ids(5, 3, 1, 4, 2) },
  { name: "nullsfirst", at: rated("rating.nullsfirst"), gives: ids(5, 2, 4, 1, 3) },
  { name: "asc.nullsfirst", at: rated("rating.asc.nullsfirst"), gives: ids(5, 2, 4, 1, 3) },
  { name: "desc.nullslast", at: rated("rating.desc.nullslast"), gives: ids(3, 1, 4, 2, 5) },
  { name: "nullslast", at: rated("rating.nullslast"), gives: ids(2, 4, 1, 3, 5) },
  { name: "by two columns", at: rated("director_id.desc.nullslast,id.desc"), gives: ids(4, 3, 2, 1, 5) },
  { name: "by a column that is not shown", at: "films?select=title&order=id.desc&limit=1", gives: column("title", "Orphan Reel") },
  { name: "by an enum as it was declared", at: rated("genre,id"), gives: ids(4, 5, 1, 2, 3) },
  { name: "by a column of a strange name", at: 'Odd Table?select=c-d&order="a.b".desc', gives: column("c-d", 20, 10) },
  { name: "by a computed column", at: rated("decade.desc,id"), gives: ids(5, 4, 3, 2, 1) },
  { name: "with spaces", at: rated("director_id.desc.nullslast, id.desc"), gives: ids(4, 3, 2, 1, 5) },
  { name: "by a column of a view", at: "pictures?select=picture_id&order=name.desc&limit=2", gives: column("picture_id", 4, 5) },
  { name: "by nothing", at: "films?select=id&order=&id=eq.1", status: 400, includes: { code: "PGRST100" } },
  {
    name: "by a column that there is not",
    at: rated("nothing"),
    status: 400,
    gives: error("42703", "column films.nothing does not exist"),
  },
  {
    name: "a word behind all words",
    at: rated("id.asc.nullslasttt"),
    status: 400,
    gives: error(
      "PGRST100",
      '"failed to parse order (id.asc.nullslasttt)" (line 1, column 17)',
      "unexpected 't' expecting \",\" or end of input",
    ),
  },
  { name: "a direction that there is not", at: rated("id.up"), status: 400, includes: { code: "PGRST100" } },
  { name: "nulls before the direction", at: rated("id.nullsfirst.desc"), status: 400, includes: { code: "PGRST100" } },
  {
    name: "of what was changed",
    at: "PATCH counters?select=id&order=id.desc&id=lt.4",
    sends: { value: 1 },
    headers: { prefer: "return=representation" },
    gives: ids(3, 2, 1),
  },
]);

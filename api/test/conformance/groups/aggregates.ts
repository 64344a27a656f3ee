import { group } from "../case.ts";

/** Sums and counts, by groups. */
export const aggregates = group("aggregates", [
  { name: "count", at: "measures?select=count()", gives: [{ count: 4 }] },
  { name: "count under another name", at: "measures?select=n:count()", gives: [{ n: 4 }] },
  { name: "count as another type", at: "measures?select=count()::text", gives: [{ count: "4" }] },
  { name: "count as if it were a column", at: "measures?select=count", gives: [{ count: 4 }] },
  { name: "count of what is filtered", at: "measures?select=count()&genre=eq.drama", gives: [{ count: 2 }] },
  { name: "count of nothing", at: "measures?select=count()&genre=eq.none", gives: [{ count: 0 }] },
  {
    name: "count by group",
    at: "measures?select=genre,count()&order=genre",
    gives: [
      { genre: "comedy", count: 2 },
      { genre: "drama", count: 2 },
    ],
  },
  { name: "count of a column", at: "measures?select=amount.count()", gives: [{ count: 3 }] },
  { name: "sum", at: "measures?select=amount.sum()", gives: [{ sum: 60 }] },
  { name: "avg", at: "measures?select=amount.avg()", gives: [{ avg: 20 }] },
  { name: "min and max", at: "measures?select=amount.min(),amount.max()", gives: [{ min: 10, max: 30 }] },
  { name: "under another name", at: "measures?select=total:amount.sum()", gives: [{ total: 60 }] },
  { name: "as another type", at: "measures?select=amount.sum()::text", gives: [{ sum: "60" }] },
  { name: "of another type", at: "measures?select=weight::int.sum()&id=lt.3", gives: [{ sum: 5 }] },
  { name: "of a path as another type", at: "measures?select=facts->>n::int.sum()", gives: [{ sum: 6 }] },
  {
    name: "of a path as another type, as yet another, under a name",
    at: "measures?select=s:facts->>n::int.sum()::text",
    gives: [{ s: "6" }],
  },
  {
    name: "by one column",
    at: "measures?select=genre,amount.sum()&order=genre",
    gives: [
      { genre: "comedy", sum: 30 },
      { genre: "drama", sum: 30 },
    ],
  },
  {
    name: "by a column under another name",
    at: "measures?select=kind:genre,amount.sum()&order=genre",
    gives: [
      { kind: "comedy", sum: 30 },
      { kind: "drama", sum: 30 },
    ],
  },
  {
    name: "by two columns",
    at: "measures?select=genre,room,amount.max()&order=genre,room",
    gives: [
      { genre: "comedy", room: "Red", max: 30 },
      { genre: "drama", room: "Blue", max: 20 },
      { genre: "drama", room: "Red", max: 10 },
    ],
  },
  {
    name: "by a path",
    at: "measures?select=s:facts->>s,amount.sum()&facts=not.is.null&order=facts->>s",
    gives: [
      { s: "x", sum: 40 },
      { s: "y", sum: 20 },
    ],
  },
  {
    name: "limited groups",
    at: "measures?select=genre,count()&order=genre.desc&limit=1",
    gives: [{ genre: "drama", count: 2 }],
  },
  {
    name: "inside of many",
    at: "films?select=id,measures(amount.sum())&id=lt.3&order=id",
    gives: [
      { id: 1, measures: [{ sum: 30 }] },
      { id: 2, measures: [{ sum: null }] },
    ],
  },
  {
    name: "count inside of many",
    at: "directors?select=id,films(count)&order=id",
    gives: [2, 1, 1, 0].map((count, i) => ({ id: i + 1, films: [{ count }] })),
  },
  {
    name: "count() inside of many under another name",
    at: "directors?select=id,films(n:count())&id=eq.1",
    gives: [{ id: 1, films: [{ n: 2 }] }],
  },
  {
    name: "by group inside of many",
    at: "films?select=id,measures(room,amount.sum())&id=eq.1&measures.order=room",
    gives: [
      {
        id: 1,
        measures: [
          { room: "Blue", sum: 20 },
          { room: "Red", sum: 10 },
        ],
      },
    ],
  },
  {
    name: "count inside of many to many",
    at: "actors?select=name,films(count)&id=eq.3",
    gives: [{ name: "Ivo", films: [{ count: 2 }] }],
  },
  {
    name: "by what is embedded",
    at: "measures?select=film_id,amount.sum(),films(title)&order=film_id",
    gives: [
      { film_id: 1, sum: 30, films: { title: "Harbour" } },
      { film_id: 3, sum: 30, films: { title: "Night Bus" } },
      { film_id: null, sum: null, films: null },
    ],
  },
  {
    name: "by what is spread",
    at: "measures?select=amount.sum(),...films(title)&order=films(title)",
    gives: [
      { sum: 30, title: "Harbour" },
      { sum: 30, title: "Night Bus" },
      { sum: null, title: null },
    ],
  },
  {
    name: "of what is spread",
    at: "measures?select=genre,...films(minutes.sum())&order=genre",
    gives: [
      { genre: "comedy", sum: 88 },
      { genre: "drama", sum: 190 },
    ],
  },
  {
    name: "count of what is spread",
    at: "measures?select=genre,...films(n:count())&order=genre",
    gives: [
      { genre: "comedy", n: 1 },
      { genre: "drama", n: 2 },
    ],
  },
  { name: "of what a function gives", at: "rpc/all_films?select=minutes.max()", gives: [{ max: 120 }] },
  { name: "an aggregate that there is not", at: "measures?select=amount.median()", status: 400, includes: { code: "PGRST100" } },
  {
    name: "of a type that cannot be added",
    at: "measures?select=genre.sum()",
    status: 404,
    includes: { code: "42883" },
  },
]);

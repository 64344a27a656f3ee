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
  {
    name: "of many that are spread",
    at: "directors?select=id,...films(minutes.sum())&order=id",
    gives: [196, 88, 120, null].map((sum, i) => ({ id: i + 1, sum })),
  },
  {
    name: "several of many that are spread",
    at: "directors?select=id,...films(minutes.min(),minutes.max(),minutes.sum())&id=eq.1",
    gives: [{ id: 1, min: 95, max: 101, sum: 196 }],
  },
  {
    name: "of many that are spread, by group",
    at: "directors?select=id,...films(genre,minutes.sum())&id=eq.1",
    gives: [{ id: 1, genre: ["drama"], sum: [196] }],
  },
  {
    name: "count of many that are spread",
    at: "directors?select=id,...films(n:count())&order=id",
    gives: [2, 1, 1, 0].map((n, i) => ({ id: i + 1, n })),
  },
  {
    name: "count of many that are spread, by group",
    at: "studios?select=id,...films(genre,n:count())&id=eq.2&films.order=genre",
    gives: [{ id: 2, genre: ["comedy", "thriller"], n: [1, 1] }],
  },
  {
    name: "count of none that are spread, by group",
    at: "directors?select=id,...films(genre,n:count())&id=eq.4",
    gives: [{ id: 4, genre: [], n: [] }],
  },
  {
    name: "count of many to many that are spread",
    at: "actors?select=name,...films(count())&order=name",
    gives: [
      ["Gil", 2],
      ["Hana", 2],
      ["Ivo", 2],
      ["Juno", 0],
    ].map(([name, count]) => ({ name, count })),
  },
  {
    name: "count of many in many that are spread",
    at: "directors?select=id,...films(titles:title,...roles(count()))&order=id&films.order=id",
    gives: [
      { id: 1, titles: ["Harbour", "Harbour II"], count: [2, 1] },
      { id: 2, titles: ["Night Bus"], count: [2] },
      { id: 3, titles: ["Paper Moons"], count: [1] },
      { id: 4, titles: [], count: [] },
    ],
  },
  {
    name: "of one in many that are spread",
    at: "actors?select=name,...roles(...films(minutes.sum()))&order=name",
    gives: [
      ["Gil", 196],
      ["Hana", 183],
      ["Ivo", 208],
      ["Juno", null],
    ].map(([name, sum]) => ({ name, sum })),
  },
  {
    name: "of one in many that are spread, and of the many",
    at: "actors?select=name,...roles(n:count(),...films(total:minutes.sum()))&order=name",
    gives: [
      ["Gil", 2, 196],
      ["Hana", 2, 183],
      ["Ivo", 2, 208],
      ["Juno", 0, null],
    ].map(([name, n, total]) => ({ name, n, total })),
  },
  {
    name: "of many that are spread, by what is spread of one",
    at: "actors?select=name,...roles(n:count(),...films(genre))&id=eq.1",
    gives: [{ name: "Gil", n: [2], genre: ["drama"] }],
  },
  {
    name: "of many that are spread, by what is embedded of one",
    at: "actors?select=name,...roles(n:count(),films(genre))&id=eq.1",
    gives: [{ name: "Gil", n: [2], films: [{ genre: "drama" }] }],
  },
  {
    name: "count of what is embedded in many that are spread",
    at: "directors?select=id,...films(titles:title,actors(count()))&id=eq.1&films.order=id",
    gives: [{ id: 1, titles: ["Harbour", "Harbour II"], actors: [[{ count: 2 }], [{ count: 1 }]] }],
  },
  {
    name: "count of many that are spread in what is embedded",
    at: "trailers?select=url,films(title,...roles(n:count()))&film_id=eq.1",
    gives: [{ url: "harbour.mp4", films: { title: "Harbour", n: 2 } }],
  },
  {
    name: "count of one in one that are spread",
    at: "screenings?select=room_id,...films(...directors(n:count()))&order=room_id",
    gives: [
      { room_id: 1, n: 2 },
      { room_id: 2, n: 2 },
    ],
  },
  {
    name: "by what is spread under another name",
    at: "screenings?select=n:count(),...films(called:title)&order=films(called)",
    gives: [
      { n: 2, called: "Harbour" },
      { n: 1, called: "Night Bus" },
      { n: 1, called: "Paper Moons" },
    ],
  },
  {
    name: "by what is spread, with a filter of it",
    at: "screenings?select=n:count(),...films!inner(genre)&films.genre=eq.drama",
    gives: [{ n: 2, genre: "drama" }],
  },
  {
    name: "what is limited is counted as it is",
    at: "measures?select=genre,count()&order=genre&limit=1",
    gives: [{ genre: "comedy", count: 2 }],
    headers: { prefer: "count=exact" },
    status: 206,
    tells: { "content-range": "0-0/2" },
  },
]);

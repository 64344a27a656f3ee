import { group, ids, prefer } from "../case.ts";

/** Relationships that are functions of a row. */
export const computedRelationships = group("computed relationships", [
  { name: "to one", at: "films?select=id,made_by(name)&id=eq.1", gives: [{ id: 1, made_by: { name: "Ada Berg" } }] },
  {
    name: "to one that is not there",
    at: "films?select=id,made_by(name)&id=eq.5",
    gives: [{ id: 5, made_by: null }],
  },
  { name: "to many", at: "directors?select=id,made(id)&id=eq.1&made.order=id", gives: [{ id: 1, made: ids(1, 2) }] },
  { name: "to none", at: "directors?select=id,made(id)&id=eq.4", gives: [{ id: 4, made: [] }] },
  {
    name: "under another name",
    at: "films?select=id,by:made_by(name)&id=eq.3",
    gives: [{ id: 3, by: { name: "Ben Cole" } }],
  },
  {
    name: "filtered",
    at: "directors?select=id,made(id)&made.year=gt.1960&id=eq.1",
    gives: [{ id: 1, made: ids(2) }],
  },
  {
    name: "inner, counted",
    at: "films?select=id,made_by!inner(name)&made_by.name=like.Ben*",
    headers: prefer("count=exact"),
    gives: [{ id: 3, made_by: { name: "Ben Cole" } }],
    tells: { "content-range": "0-0/1" },
  },
  {
    name: "ordered by one",
    at: "films?select=id,made_by()&order=made_by(name).desc.nullslast&limit=2",
    gives: ids(4, 3),
  },
  { name: "is.null", at: "films?select=id,made_by()&made_by=is.null", gives: ids(5) },
  {
    name: "to the table itself",
    at: "films?select=id,same_director(id)&id=eq.1",
    gives: [{ id: 1, same_director: ids(2) }],
  },
  {
    name: "within a key's relationship",
    at: "trailers?select=film_id,films(id,made_by(name))&film_id=eq.3",
    gives: [{ film_id: 3, films: { id: 3, made_by: { name: "Ben Cole" } } }],
  },
  {
    name: "a key's relationship within it",
    at: "directors?select=id,made(id,trailers(url))&id=eq.2",
    gives: [{ id: 2, made: [{ id: 3, trailers: { url: "bus.mp4" } }] }],
  },
  {
    name: "spread",
    at: "films?select=id,...made_by(director:name)&id=eq.3",
    gives: [{ id: 3, director: "Ben Cole" }],
  },
  {
    name: "in the place of a key's",
    at: "posters?select=id,films(title)&id=eq.1",
    gives: [{ id: 1, films: { title: "Orphan Reel" } }],
  },
  {
    name: "leaves the other side as it was",
    at: "films?select=id,posters(size)&id=eq.1&posters.order=id",
    gives: [{ id: 1, posters: [{ size: 2 }, { size: 3 }] }],
  },
  {
    name: "of what a function gives",
    at: "rpc/films_after?after=2000&select=id,made_by(name)",
    gives: [
      { id: 4, made_by: { name: "Chi Dao" } },
      { id: 5, made_by: null },
    ],
  },
]);

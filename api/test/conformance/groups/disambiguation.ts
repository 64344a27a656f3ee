import { error, group } from "../case.ts";

/** Two ways from one table to another: which one is meant. */
export const disambiguation = group("disambiguation", [
  {
    name: "two keys to one table",
    at: "screenings?select=id,staff(name)",
    status: 300,
    gives: error(
      "PGRST201",
      "Could not embed because more than one relationship was found for 'screenings' and 'staff'",
      [
        {
          cardinality: "many-to-one",
          embedding: "screenings with staff",
          relationship: "screenings_cleaner using screenings(cleaner_id) and staff(id)",
        },
        {
          cardinality: "many-to-one",
          embedding: "screenings with staff",
          relationship: "screenings_host using screenings(host_id) and staff(id)",
        },
      ],
      "Try changing 'staff' to one of the following: 'staff!screenings_cleaner', 'staff!screenings_host'. Find the desired relationship in the 'details' key.",
    ),
  },
  {
    name: "two keys from one table",
    at: "staff?select=id,screenings(id)",
    status: 300,
    includes: {
      code: "PGRST201",
      message: "Could not embed because more than one relationship was found for 'staff' and 'screenings'",
      details: [{ cardinality: "one-to-many" }, { cardinality: "one-to-many" }],
    },
  },
  {
    name: "two tables between",
    at: "films?select=id,cinemas(name)",
    status: 300,
    includes: {
      code: "PGRST201",
      details: [{ cardinality: "many-to-many", embedding: "films with cinemas" }, { cardinality: "many-to-many" }],
      hint: /'cinemas!festival_entries'/,
    },
  },
  {
    name: "told by the key",
    at: "screenings?select=id,staff!screenings_host(name)&id=eq.1",
    gives: [{ id: 1, staff: { name: "Lou" } }],
  },
  {
    name: "told by the column",
    at: "screenings?select=id,staff!cleaner_id(name)&id=eq.1",
    gives: [{ id: 1, staff: { name: "Max" } }],
  },
  {
    name: "told by the key alone",
    at: "screenings?select=id,screenings_host(name)&id=eq.1",
    gives: [{ id: 1, screenings_host: { name: "Lou" } }],
  },
  {
    name: "told by the column alone",
    at: "screenings?select=id,host_id(name)&id=eq.1",
    gives: [{ id: 1, host_id: { name: "Lou" } }],
  },
  {
    name: "told by the column alone, under another name, beside the column",
    at: "screenings?select=id,host_id,host:host_id(name)&id=eq.1",
    gives: [{ id: 1, host_id: 2, host: { name: "Lou" } }],
  },
  {
    name: "both at once",
    at: "screenings?select=id,host:staff!screenings_host(name),cleaner:staff!screenings_cleaner(name)&id=eq.2",
    gives: [{ id: 2, host: { name: "Max" }, cleaner: { name: "Nia" } }],
  },
  {
    name: "both at once, by key and by column",
    at: "screenings?select=id,screenings_host(name),cleaner_id(name)&id=eq.3",
    gives: [{ id: 3, screenings_host: { name: "Lou" }, cleaner_id: null }],
  },
  {
    name: "from the other side, by the column",
    at: "staff?select=name,screenings!host_id(id)&id=eq.2&screenings.order=id",
    gives: [{ name: "Lou", screenings: [{ id: 1 }, { id: 3 }] }],
  },
  {
    name: "from the other side, by the key",
    at: "staff?select=name,cleaned:screenings!screenings_cleaner(id)&id=eq.3&cleaned.order=id",
    gives: [{ name: "Max", cleaned: [{ id: 1 }, { id: 4 }] }],
  },
  {
    name: "from the other side, by the key alone",
    at: "staff?select=name,screenings_host(id)&id=eq.4",
    gives: [{ name: "Nia", screenings_host: [{ id: 4 }] }],
  },
  {
    name: "told by the table between",
    at: "films?select=id,cinemas!premieres(name)&id=eq.1",
    gives: [{ id: 1, cinemas: [{ name: "Astor" }] }],
  },
  {
    name: "told by the other table between",
    at: "films?select=id,cinemas!festival_entries(name)&id=eq.1",
    gives: [{ id: 1, cinemas: [{ name: "Bijou" }] }],
  },
  {
    name: "through both tables between",
    at: "films?select=id,first:cinemas!premieres(name),later:cinemas!festival_entries(name)&id=eq.1",
    gives: [{ id: 1, first: [{ name: "Astor" }], later: [{ name: "Bijou" }] }],
  },
  {
    name: "told though there is one only",
    at: "films?select=id,directors!director_id(name)&id=eq.3",
    gives: [{ id: 3, directors: { name: "Ben Cole" } }],
  },
  {
    name: "told by the key though there is one only",
    at: "films?select=id,directors!films_director_id_fkey(name)&id=eq.3",
    gives: [{ id: 3, directors: { name: "Ben Cole" } }],
  },
  {
    name: "by a column where there is one only",
    at: "films?select=id,director_id(name)&id=eq.3",
    gives: [{ id: 3, director_id: { name: "Ben Cole" } }],
  },
  {
    name: "by a key of several columns",
    at: "repairs?select=id,repairs_seat(kind)&id=eq.1",
    gives: [{ id: 1, repairs_seat: { kind: "soft" } }],
  },
  {
    name: "by a column of a view",
    at: "pictures?select=name,maker_id(name)&picture_id=eq.1",
    gives: [{ name: "Harbour", maker_id: { name: "Ada Berg" } }],
  },
  {
    name: "into a view told by the column",
    at: "screenings?select=id,pictures!film_id(name)&id=eq.3",
    gives: [{ id: 3, pictures: { name: "Night Bus" } }],
  },
  {
    name: "a table to itself, told by the column, upwards",
    at: "films?select=id,sequel_of(title)&id=eq.2",
    gives: [{ id: 2, sequel_of: { title: "Harbour" } }],
  },
  {
    name: "a table to itself, told by the column, downwards",
    at: "films?select=id,sequels:films!sequel_of(title)&id=eq.1",
    gives: [{ id: 1, sequels: [{ title: "Harbour II" }] }],
  },
  {
    name: "told by what is none",
    at: "screenings?select=id,staff!nothing(name)",
    status: 400,
    gives: error(
      "PGRST200",
      "Could not find a relationship between 'screenings' and 'staff' in the schema cache",
      "Searched for a foreign key relationship between 'screenings' and 'staff' using the hint 'nothing' in the schema 'public', but no matches were found.",
    ),
  },
  {
    name: "the table between, spread",
    at: "films?select=id,premieres(...cinemas(name))&id=eq.1",
    gives: [{ id: 1, premieres: [{ name: "Astor" }] }],
  },
  {
    name: "a filter by a column that is told",
    at: "screenings?select=id,host_id(name)&host_id=eq.4",
    gives: [{ id: 4, host_id: { name: "Nia" } }],
  },
  {
    name: "a circle of two tables",
    at: "clubs?select=name,members(name)",
    status: 300,
    includes: {
      code: "PGRST201",
      message: "Could not embed because more than one relationship was found for 'clubs' and 'members'",
      hint: /'members!clubs_head_id_fkey'/,
    },
  },
  {
    name: "a circle of two tables, told by the column",
    at: "clubs?select=name,head_id(name)",
    gives: [{ name: "Old", head_id: { name: "Bo" } }],
  },
  {
    name: "a circle of two tables, told by the key",
    at: "clubs?select=name,members!members_club_id_fkey(name)&members.order=id",
    gives: [{ name: "Old", members: [{ name: "Ann" }, { name: "Bo" }] }],
  },
  {
    name: "a circle of two tables, both ways",
    at: "members?select=name,club_id(name,head_id(name))&id=eq.1",
    gives: [{ name: "Ann", club_id: { name: "Old", head_id: { name: "Bo" } } }],
  },
]);

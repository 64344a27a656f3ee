import { type Kind, times } from "./kind.ts";

const dishes = [
  "lentil stew",
  "plum cake",
  "barley soup",
  "beetroot curry",
  "walnut bread",
  "leek tart",
  "fish pie",
  "bean salad",
] as const;
const things = ["flour", "butter", "lentils", "leeks", "plums", "barley", "walnuts", "cream", "beans", "thyme"] as const;

export const recipes: Kind = {
  names: ["Sunday Pot", "Grandmother's Index", "Plum Season", "One Pan", "The Spice Drawer", "Market Basket", "Bread Club"],
  rhythm: "evening",
  writesPercent: 5,
  schema: `
    drop table if exists ingredients, recipes cascade;
    create table recipes (id bigint generated always as identity primary key, title text not null, minutes int not null, is_public boolean not null default true, added_at timestamptz not null);
    create table ingredients (id bigint generated always as identity primary key, recipe_id bigint not null references recipes on delete cascade, name text not null, grams int not null);
    create index on ingredients (recipe_id);
    alter table recipes enable row level security;
    alter table ingredients enable row level security;
    create policy public_ones on recipes for select to anon, authenticated using (is_public);
    create policy of_public_ones on ingredients for select to anon, authenticated using (exists (select from recipes r where r.id = recipe_id));
    grant select on recipes, ingredients to anon, authenticated;`,
  rows: ({ chance, size, daysAgo }) => {
    const recipes = Math.max(5, Math.round(size / 4));
    return [
      {
        table: "recipes",
        rows: times(recipes, () => ({
          title: `${chance.pick(["Quick", "Slow", "Everyday", "Festive"])} ${chance.pick(dishes)}`,
          minutes: chance.int(3, 36) * 5,
          is_public: chance.isHit(0.8),
          added_at: daysAgo(chance.between(0, 200)),
        })),
      },
      {
        table: "ingredients",
        rows: times(size, () => ({ recipe_id: chance.int(1, recipes), name: chance.pick(things), grams: chance.int(1, 40) * 10 })),
      },
    ];
  },
  bulk: (rows) =>
    `insert into ingredients (recipe_id, name, grams) select 1, 'imported ' || n, 10 + n % 90 from generate_series(1, ${rows}) n`,
};

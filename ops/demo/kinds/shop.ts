import { type Kind, somebody, times } from "./kind.ts";

const goods = [
  "Rye loaf",
  "Linen apron",
  "Oak board",
  "Blue teapot",
  "Wool blanket",
  "Beeswax candle",
  "Garden shears",
  "Olive soap",
] as const;
const makes = ["small", "large", "hand-made", "second choice", "gift set", "limited"] as const;
const states = ["paid", "packed", "sent", "returned"] as const;

export const shop: Kind = {
  names: ["Corner shop", "Rye and Salt", "Harbour Candles", "Linen Post", "The Teapot Room", "Ridge Bikes", "Paper Lantern"],
  rhythm: "shop",
  writesPercent: 12,
  schema: `
    drop table if exists orders, customers, products cascade;
    create table products (
      id bigint generated always as identity primary key, name text not null, price_cents int not null check (price_cents > 0),
      stock int not null default 0, is_listed boolean not null default true
    );
    create table customers (id bigint generated always as identity primary key, name text not null, city text not null, since timestamptz not null);
    create table orders (
      id bigint generated always as identity primary key, customer_id bigint not null references customers, product_id bigint not null references products,
      quantity int not null check (quantity > 0), state text not null, ordered_at timestamptz not null
    );
    create index on orders (customer_id);
    create index on orders (ordered_at desc);
    comment on table products is 'What can be bought; only what is listed is seen without signing in.';
    alter table products enable row level security;
    alter table customers enable row level security;
    alter table orders enable row level security;
    create policy listed on products for select to anon, authenticated using (is_listed);
    grant select on products to anon, authenticated;`,
  rows: ({ chance, size, daysAgo }) => {
    const products = Math.max(6, Math.round(size / 4));
    const customers = Math.max(5, Math.round(size / 3));
    return [
      {
        table: "products",
        rows: times(products, () => ({
          name: `${chance.pick(goods)}, ${chance.pick(makes)}`,
          price_cents: chance.int(3, 120) * 50,
          stock: chance.int(0, 80),
          is_listed: chance.isHit(0.9),
        })),
      },
      {
        table: "customers",
        rows: times(customers, () => ({
          name: somebody(chance),
          city: chance.pick(["Aarhus", "Bergen", "Ghent", "Lisbon", "Lyon", "Porto"]),
          since: daysAgo(chance.between(2, 90)),
        })),
      },
      {
        table: "orders",
        rows: times(size, () => ({
          customer_id: chance.int(1, customers),
          product_id: chance.int(1, products),
          quantity: chance.int(1, 4),
          state: chance.pick(states),
          ordered_at: daysAgo(chance.between(0, 30)),
        })),
      },
    ];
  },
  bulk: (rows) => `insert into customers (name, city, since)
    select 'imported ' || n, 'unknown', now() - n * interval '1 minute' from generate_series(1, ${rows}) n`,
};

import { type Kind, somebody, times } from "./kind.ts";

const subjects = ["bread", "maps", "slow trains", "winter gardens", "old radios", "tide tables", "bicycles", "type design"] as const;
const turns = ["A year of", "Notes on", "What nobody tells about", "Against", "The quiet joy of", "How we began with"] as const;

export const blog: Kind = {
  names: ["Slow Trains", "Field Notes", "The Night Desk", "Salt and Type", "Garden Letters", "Small Machines", "Radio Attic"],
  rhythm: "evening",
  writesPercent: 3,
  schema: `
    drop table if exists comments, posts cascade;
    create table posts (
      id bigint generated always as identity primary key, title text not null, body text not null, tags text[] not null default '{}',
      published_at timestamptz
    );
    create table comments (id bigint generated always as identity primary key, post_id bigint not null references posts, author text not null, body text not null, written_at timestamptz not null);
    create index on comments (post_id, written_at);
    alter table posts enable row level security;
    alter table comments enable row level security;
    create policy published on posts for select to anon, authenticated using (published_at is not null);
    create policy beside_what_is_published on comments for select to anon, authenticated using (exists (select from posts p where p.id = post_id));
    grant select on posts, comments to anon, authenticated;`,
  rows: ({ chance, size, daysAgo }) => {
    const posts = Math.max(5, Math.round(size / 5));
    return [
      {
        table: "posts",
        rows: times(posts, () => {
          const subject = chance.pick(subjects);
          return {
            title: `${chance.pick(turns)} ${subject}`,
            body: `It began with ${subject}, as these things do. `.repeat(chance.int(4, 20)).trim(),
            tags: [subject, chance.pick(["essay", "news", "how-to"])],
            published_at: chance.isHit(0.85) ? daysAgo(chance.between(0, 120)) : null,
          };
        }),
      },
      {
        table: "comments",
        rows: times(size, () => ({
          post_id: chance.int(1, posts),
          author: somebody(chance),
          body: chance.pick(["Thank you for this.", "I remember it differently.", "More of these, please.", "Where can I read on?"]),
          written_at: daysAgo(chance.between(0, 60)),
        })),
      },
    ];
  },
  bulk: (rows) =>
    `insert into posts (title, body) select 'draft ' || n, repeat('kept from the old site ', 8) from generate_series(1, ${rows}) n`,
};

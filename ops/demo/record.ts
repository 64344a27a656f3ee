import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db, Store } from "@nextmavens/api/platform/db/store";
import { z } from "zod";

export type MadeKind = "world" | "staff" | "developer" | "project" | "flag" | "gone";

const World = z.object({
  seed: z.number(),
  scale: z.number(),
  /** The moment that the plan's days are counted from. */
  madeAt: z.string(),
  isFinished: z.boolean(),
});
export type World = z.output<typeof World>;

/** How far one thing is: what is done of it need not be done again. */
const Progress = z.object({
  isFilled: z.boolean().optional(),
  databaseBytes: z.number().optional(),
  isSettled: z.boolean().optional(),
  /** Usage is told of up to here. */
  usedUntil: z.string().optional(),
});
export type MadeProgress = z.output<typeof Progress>;

const Made = z.object({ kind: z.string(), name: z.string(), id: z.string().nullable(), progress: Progress });
export type Made = z.output<typeof Made>;

/** What the demo made, kept in the database it was made in: by it a second run goes on, and everything is found to be removed. */
export class DemoRecord {
  readonly owner: Store;
  readonly #made = new Map<string, Made>();
  #world: World;

  private constructor(owner: Store, world: World) {
    this.owner = owner;
    this.#world = world;
  }

  static async find(owner: Store): Promise<DemoRecord | undefined> {
    return owner.transact("platform", async (db) => {
      if (!(await hasTable(db))) return undefined;
      const found = await db.maybe(z.object({ progress: World }), sql`select progress from demo_made where kind = 'world'`);
      if (!found) return undefined;
      const record = new DemoRecord(owner, found.progress);
      const rows = await db.many(Made, sql`select kind, name, id, progress from demo_made where kind <> 'world'`);
      for (const row of rows) record.#made.set(`${row.kind} ${row.name}`, row);
      return record;
    });
  }

  static async begin(owner: Store, world: Omit<World, "isFinished">): Promise<DemoRecord> {
    await owner.transact("platform", async (db) => {
      await db.run(table);
      await db.run(sql`
        insert into demo_made (kind, name, progress) values ('world', 'world', ${JSON.stringify({ ...world, isFinished: false })}::jsonb)`);
    });
    const record = await DemoRecord.find(owner);
    if (!record) throw new Error("what was just written down about the demo is not there");
    return record;
  }

  get world(): World {
    return this.#world;
  }

  find(kind: MadeKind, name: string): Made | undefined {
    return this.#made.get(`${kind} ${name}`);
  }

  all(kind: MadeKind): Made[] {
    return [...this.#made.values()].filter((made) => made.kind === kind);
  }

  /** Says what will be made before it is, so that nothing is there that is not written down. */
  async intend(kind: MadeKind, name: string): Promise<Made> {
    const known = this.find(kind, name);
    if (known) return known;
    await this.owner.transact("platform", (db) => db.run(sql`insert into demo_made (kind, name) values (${kind}, ${name})`));
    return this.#keep({ kind, name, id: null, progress: {} });
  }

  async made(made: Made, id: string): Promise<Made> {
    await this.owner.transact("platform", (db) =>
      db.run(sql`update demo_made set id = ${id} where kind = ${made.kind} and name = ${made.name}`),
    );
    return this.#keep({ ...made, id });
  }

  /** What is known of it at this moment; whoever else wants to hold it waits for the end of the transaction. */
  hold(kind: MadeKind, name: string, within: Db): Promise<Made | undefined> {
    return within.maybe(Made, sql`select kind, name, id, progress from demo_made where kind = ${kind} and name = ${name} for update`);
  }

  /** In the caller's transaction, if what it tells of is done there. */
  async note({ kind, name }: Pick<Made, "kind" | "name">, done: MadeProgress, within?: Db): Promise<void> {
    const query = sql`
      update demo_made set progress = progress || ${JSON.stringify(done)}::jsonb where kind = ${kind} and name = ${name}
      returning kind, name, id, progress`;
    this.#keep(await (within ? within.one(Made, query) : this.owner.transact("platform", (db) => db.one(Made, query))));
  }

  async finish(isFinished: boolean): Promise<void> {
    this.#world = { ...this.#world, isFinished };
    await this.owner.transact("platform", (db) =>
      db.run(sql`update demo_made set progress = ${JSON.stringify(this.#world)}::jsonb where kind = 'world'`),
    );
  }

  /** Sets aside what people have removed since, so that it is made again. Tells how much that is. */
  async setGoneAside(): Promise<number> {
    const gone = await this.owner.transact("platform", (db) => db.many(Made, settingGoneAside));
    for (const each of gone) this.#made.delete(`${each.kind} ${each.name}`);
    return gone.length;
  }

  #keep(made: Made): Made {
    this.#made.set(`${made.kind} ${made.name}`, made);
    return made;
  }
}

const table = sql`
  create table if not exists demo_made (
    kind text not null,
    name text not null,
    id text,
    planned_at timestamptz not null default now(),
    progress jsonb not null default '{}',
    primary key (kind, name)
  )`;

export const hasTable = async (db: Db): Promise<boolean> =>
  (await db.one(z.object({ there: z.boolean() }), sql`select to_regclass('public.demo_made') is not null as there`)).there;

/** The rows of what is gone stay known under another kind: something may be left of it to remove. */
const settingGoneAside = sql`
  with gone as (
    select kind, name, id, progress from demo_made m
    where id is not null and (
      kind = 'project' and not exists (select from projects p where p.id = m.id and p.status <> 'purged')
      or kind = 'developer' and not exists (select from developers d where d.id = m.id and d.deleted_at is null)
      or kind = 'staff' and not exists (select from staff s where s.id = m.id)
      or kind = 'flag' and not exists (select from feature_flags f where f.key = m.name))
  ), aside as (
    update demo_made m set kind = 'gone', name = gone.kind || ' ' || gone.name || ' ' || gone.id
    from gone where m.kind = gone.kind and m.name = gone.name
  )
  select kind, name, id, progress from gone`;

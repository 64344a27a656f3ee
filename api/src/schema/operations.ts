import { advise } from "./advice/advise.ts";
import { adviseOnSchema } from "./advice/contract.ts";
import { apply } from "./changes/apply.ts";
import { changeSchema } from "./changes/contract.ts";
import { readSchema, readTable, refuse } from "./contract.ts";
import { installExtension, listExtensions, removeExtension } from "./extensions/contract.ts";
import * as extensions from "./extensions/install.ts";
import { look } from "./look.ts";
import * as migrations from "./migrations/apply.ts";
import { applyMigration, listMigrations } from "./migrations/contract.ts";
import { readAll } from "./read.ts";
import { type Served, served } from "./serve.ts";
import { readTypes } from "./typescript/contract.ts";
import { types } from "./typescript/types.ts";

/** What is served, and what answers it. */
export const operations: readonly Served[] = [
  served(readSchema, ({ door, holder }, { schema }) => look(door.logins, holder, (ask) => readAll(ask, { schema }, holder.exposedSchemas))),
  served(readTable, ({ door, holder }, { schema, table }) =>
    look(door.logins, holder, async (ask) => {
      const { tables, relations } = await readAll(ask, { schema, table }, holder.exposedSchemas);
      const [found] = tables;
      if (!found) throw refuse("table_not_found");
      const isOfTable = (end: { readonly schema: string; readonly table: string }) => end.schema === schema && end.table === table;
      return { ...found, relations: relations.filter(({ from, to }) => isOfTable(from) || isOfTable(to)) };
    }),
  ),
  served(changeSchema, (given, { changes, dryRun }) => apply(given, changes, dryRun)),
  served(listMigrations, migrations.list),
  served(applyMigration, migrations.apply),
  served(listExtensions, extensions.list),
  served(installExtension, extensions.install),
  served(removeExtension, extensions.remove),
  served(adviseOnSchema, ({ door, holder }, { schema }) => look(door.logins, holder, (ask) => advise(ask, schema, holder.exposedSchemas))),
  served(readTypes, ({ door, holder }, { schemas }) => look(door.logins, holder, (ask) => types(ask, schemas))),
];

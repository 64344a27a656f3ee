import { type ControlClient, type ControlOptions, createControlClient } from "./control.ts";
import { createDataClient, type DataClient, type DataOptions, type Unknown } from "./data.ts";
import type { SchemaMethods } from "./generated/methods.ts";
import { schemaTable } from "./generated/operations.ts";

/** With an `apiKey` for a project's data, with an `accessToken` for the control plane, or with both. */
export interface ClientOptions extends ControlOptions {
  /** A project's key, for `from`, `rpc` and `sql`. In a browser a publishable one (`nm_pk_…`): a secret one is refused there. */
  readonly apiKey?: DataOptions["apiKey"] | undefined;
  readonly userToken?: DataOptions["userToken"];
}

/** A method for each operation of the control plane, and the data of one project. */
export interface Client<Database = Unknown> extends ControlClient, DataClient<Database> {}

/** A client of one platform: accounts, projects and keys by `accessToken`, the data of a project by `apiKey`. */
export function createClient<Database = Unknown>(options: ClientOptions): Client<Database> {
  const { apiKey } = options;
  const data = apiKey === undefined ? withoutKey<Database>() : createDataClient<Database>({ ...options, apiKey });
  return { ...createControlClient(options), ...data };
}

function withoutKey<Database>(): DataClient<Database> {
  const refuse = (): never => {
    throw new Error("This needs a project's key: give createClient an apiKey.");
  };
  const refuseLater = async () => refuse();
  const schema = Object.fromEntries(Object.keys(schemaTable).map((id) => [id, refuseLater])) as unknown as SchemaMethods;
  return { ...schema, from: refuse, rpc: refuse, schema: refuse, table: refuse, sql: Object.assign(refuseLater, { each: refuse }) };
}

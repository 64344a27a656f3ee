import { z } from "zod";
import type { Cell } from "../platform/db/cell.ts";
import { sql } from "../platform/db/sql.ts";
import type { Gate, Holder } from "../platform/gate.ts";
import { databaseOf } from "../tenants/index.ts";

/** The size of a database is looked at whenever so much more of a body was taken. */
const stepBytes = 16_000_000;

/**
 * Stops an import at its project's cap: what is measured beside it may be older than all that it brought. From outside, for the
 * import's own session is busy; files grow before the commit.
 */
export class SizeWatch {
  /** Whether the cap was reached. */
  isFull = false;
  readonly #cell: Pick<Cell, "asProvisioner">;
  readonly #gate: Gate;
  readonly #holder: Holder;
  #measuredAt = 0;

  constructor({ cell, gate }: { readonly cell: Pick<Cell, "asProvisioner">; readonly gate: Gate }, holder: Holder) {
    this.#cell = cell;
    this.#gate = gate;
    this.#holder = holder;
  }

  /** So many bytes were taken: throws 429 where the database has no room for more. */
  async taken(bytes: number): Promise<void> {
    if (bytes - this.#measuredAt < stepBytes) return;
    this.#measuredAt = bytes;
    await this.measure();
  }

  async measure(): Promise<void> {
    const database = databaseOf(this.#holder.tenantId);
    const query = sql`select pg_database_size(oid) as bytes from pg_database where datname = ${database}`;
    const { bytes } = await this.#cell.asProvisioner(undefined, (db) => db.one(Size, query));
    try {
      this.#gate.checkSize(this.#holder, bytes);
    } catch (error) {
      this.isFull = true;
      throw error;
    }
  }
}

const Size = z.object({ bytes: z.number() });

import { loginOf, type Server } from "@nextmavens/api/platform/db/server";
import { connect, type Store } from "@nextmavens/api/platform/db/store";
import type { Vault } from "@nextmavens/api/platform/vault";

/** Read-only twice over, by the role's grants and by its transactions; and never slow for long. */
const readingOptions = [
  "default_transaction_read_only=on",
  "statement_timeout=5000",
  "lock_timeout=2000",
  "idle_in_transaction_session_timeout=10000",
  "search_path=public",
];

export const openReads = (server: Server, vault: Vault, onError: (error: Error) => void): Store =>
  connect(
    {
      ...loginOf(server, vault, "console"),
      max: 4,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 5_000,
      options: readingOptions.map((option) => `-c ${option}`).join(" "),
    },
    onError,
  );

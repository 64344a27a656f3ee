import { template } from "../../notices/index.ts";
import { spoken } from "../../platform/spoken.ts";

interface Told {
  readonly number: number;
  readonly entries: number;
  readonly at: string;
  readonly note: string;
  readonly publicUrl: string;
}

/** What leaves the database, so that what it covers can't be cut or made anew unseen. */
export const checkpointMade = template<Told>({
  name: "audit_checkpoint",
  about: "Every hour, and at every break-glass, where the audit log went on.",
  goesTo: "staff",
  example: {
    number: 41_207,
    entries: 96_113,
    at: "2026-11-25T08:00:00.000Z",
    note: "nextmavens-audit-1f0c2a9b\n41207\n7rVxtJkzuHnZ9GJX0S2oQkT1mD4b8aYw6cVfLpEiR3s=\nentries 96113\nat 2026-11-25T08:00:00.000Z\n\n— nextmavens-audit-1f0c2a9b x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
    publicUrl: "https://api.example.com",
  },
  write: ({ number, entries, at, note, publicUrl }) => ({
    subject: `Audit log: ${entries} entries at ${spoken(at)}`,
    body: `Keep this. If the audit log is ever cut, or made anew behind the platform's back, batch ${number} will not be there with this hash:

${note}
To check: put the lines above, from the first to the signature, into a file, and run
npm run audit -- verify --public-key … --checkpoint that-file

All of them: ${publicUrl}/api/audit/checkpoints
`,
  }),
});

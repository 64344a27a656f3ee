import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";

/** How a script ends, and what it says. */
const run = (script: string, option: string) =>
  new Promise<{ code: unknown; said: string; complained: string }>((resolve) => {
    const path = fileURLToPath(new URL(script, import.meta.url));
    execFile(process.execPath, [path, option], (error, said, complained) => resolve({ code: error?.code ?? 0, said, complained }));
  });

test.each([
  "bench/run.ts",
  "demo/demo.ts",
  "import/import.ts",
  "import/make-present.ts",
  "break-glass/break-glass.ts",
  "staff/staff.ts",
  "audit/audit.ts",
])(
  "%s tells by --help what may be said, and names what may not",
  async (script) => {
    const helped = await run(script, "--help");
    expect(helped).toMatchObject({ code: 0, complained: "" });
    expect(helped.said).toMatch(/^(npm run|npx node) /);
    const refused = await run(script, "--nope");
    expect(refused).toMatchObject({ code: 1, said: "" });
    expect(refused.complained).toContain("--nope");
    expect(refused.complained).not.toContain("    at ");
  },
  60_000,
);

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { documented } from "@nextmavens/api/entry/features";
import { makeDocument, type OpenApiDocument } from "@nextmavens/api/http/document";
import { readConfig, variables } from "@nextmavens/api/platform/config";
import openapiTS, { astToString } from "openapi-typescript";

/** Where the document says the platform is; a running one says its own PUBLIC_URL. */
const exampleUrl = "http://localhost:3000";
const notice = "// Made by `npm run generate` from the operations of the API; do not edit.";

/** The files that follow from the operations, by path. The same operations always make the same bytes. */
async function generated(): Promise<ReadonlyMap<string, string>> {
  const document = makeDocument(documented, exampleUrl);
  const text = `${JSON.stringify(document, undefined, 2)}\n`;
  const types = astToString(await openapiTS(text, { defaultNonNullable: false, alphabetize: true, silent: true }));
  return new Map([
    [pathOf("sdk/openapi.json"), text],
    [pathOf("sdk/src/generated/schema.d.ts"), `${notice}\n${types}`],
    [pathOf("sdk/src/generated/operations.ts"), operationsFile(document)],
    [pathOf("README.md"), withConfiguration(readFileSync(pathOf("README.md"), "utf8"))],
  ]);
}

const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** What the SDK must know of each operation at run time: where it is, and which fields go into the query. */
function operationsFile(document: OpenApiDocument): string {
  const lines = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, OperationObject>)
      .filter(([, { security = [] }]) => !security.some((each) => "apiKey" in each))
      .map(([method, { operationId, parameters = [] }]) => {
        const query = parameters.filter((each) => each.in === "query").map((each) => each.name);
        return `  ${operationId}: ${JSON.stringify({ method: method.toUpperCase(), path, query })},`;
      }),
  );
  return `${notice}\nexport const operationTable = {\n${lines.sort().join("\n")}\n} as const;\n`;
}

interface OperationObject {
  readonly operationId: string;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
}

/** The README with the table of variables between its two markers. */
function withConfiguration(readme: string): string {
  const read = readConfig({});
  const defaults: Readonly<Record<string, unknown>> = "config" in read ? read.config : {};
  const rows = Object.entries(variables.shape).map(([name, schema]) => {
    const standard = defaults[name] === undefined ? "" : `\`${defaults[name]}\``;
    return `| \`${name}\` | ${standard} | ${schema.description ?? ""} |`;
  });
  const table = ["| variable | if not set | what it is |", "|---|---|---|", ...rows].join("\n");
  return readme.replace(
    /(<!-- configuration:[^\n]*\n).*?(<!-- end of configuration -->)/s,
    (_, begin, end) => `${begin}\n${table}\n\n${end}`,
  );
}

const contentOf = (path: string) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};

const stale = [...(await generated())].filter(([path, text]) => contentOf(path) !== text);
for (const [path, text] of stale) {
  const name = relative(process.cwd(), path);
  if (process.argv.includes("--check")) {
    console.error(`${name} does not follow from the operations any more: run npm run generate and commit what it changes`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${name}`);
  }
}

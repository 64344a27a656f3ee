import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { rightsOf } from "@nextmavens/admin/rights";
import { documented } from "@nextmavens/api/entry/features";
import { makeDocument, type OpenApiDocument } from "@nextmavens/api/http/document";
import { variables } from "@nextmavens/api/platform/config";
import { includesRole, staffRoles } from "@nextmavens/api/platform/permission";
import { everyRefusal } from "@nextmavens/api/platform/refusal";
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
    [pathOf("sdk/src/generated/methods.ts"), methodsFile(document)],
    [pathOf("sdk/src/generated/codes.ts"), codesFile()],
    [pathOf("ops/rights.md"), rightsPage()],
    [pathOf("README.md"), withConfiguration(readFileSync(pathOf("README.md"), "utf8"))],
  ]);
}

const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

interface OperationObject {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

type DocumentedOperation = OperationObject & { readonly method: string; readonly path: string };

/** The operations that the SDK has a method for, by id: of the control plane, and of a project's schema. The rest of the data plane it reaches in its own dialects. */
function operationsOf(document: OpenApiDocument) {
  const all = Object.entries(document.paths ?? {})
    .flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, OperationObject>).map(([method, operation]) => ({ ...operation, method, path })),
    )
    .sort((a, b) => (a.operationId < b.operationId ? -1 : 1));
  const takesKey = ({ security = [] }: DocumentedOperation) => security.some((each) => "apiKey" in each);
  return {
    control: all.filter((each) => !takesKey(each)),
    schema: all.filter((each) => takesKey(each) && each.tags?.includes("Schema")),
  };
}

function operationsFile(document: OpenApiDocument): string {
  const { control, schema } = operationsOf(document);
  return `${notice}\n${tableOf("operationTable", control)}\n${tableOf("schemaTable", schema)}`;
}

/** What the SDK must know of each operation at run time; what is usual is left out. */
function tableOf(name: string, operations: readonly DocumentedOperation[]): string {
  const lines = operations.map(({ operationId, method, path, parameters = [], security = [], responses }) => {
    const query = parameters.filter((each) => each.in === "query").map((each) => each.name);
    const [empty] = Object.keys(responses).filter((status) => status.startsWith("2") && !responses[status]?.content);
    const also = Object.keys(responses).filter((status) => /^[345]\d\d$/.test(status) && responses[status]?.content?.["application/json"]);
    const place = {
      method: method.toUpperCase(),
      path,
      ...(query.length > 0 && { query }),
      ...(parameters.some((each) => each.name === "Idempotency-Key") && { takesKey: true }),
      ...(security.length === 0 && { isOpen: true }),
      ...(empty !== undefined && { empty: Number(empty) }),
      ...(also.length > 0 && { also: also.map(Number) }),
      ...(responses["200"]?.content?.["text/plain"] !== undefined && { isText: true }),
    };
    return `  ${operationId}: ${JSON.stringify(place)},`;
  });
  return `export const ${name} = {\n${lines.join("\n")}\n} as const;\n`;
}

function methodsFile(document: OpenApiDocument): string {
  const { control, schema } = operationsOf(document);
  const imports = 'import type { Method } from "../operations.ts";\n';
  const ofControl = methodsOf("Methods", "A method for each operation of the control plane.", control);
  return [
    notice,
    imports,
    ofControl,
    methodsOf("SchemaMethods", "What a secret key may read and change of its project's schema.", schema),
  ].join("\n");
}

/** The methods of a client, each with what an editor should show of it. */
function methodsOf(name: string, about: string, operations: readonly DocumentedOperation[]): string {
  const refusalsOf = new Map(documented.map((each) => [each.id, each.refuses ?? []]));
  const methods = operations.map(({ operationId, summary, description, parameters = [] }) => {
    const refusals = (refusalsOf.get(operationId) ?? []).map(({ code, message }) => `- \`${code}\`: ${message}`);
    const paged = parameters.some((each) => each.name === "cursor") && "`.each()` goes through the items of all pages.";
    const text = [`${summary}.`, description, paged, refusals.length > 0 && ["Refused with:", ...refusals].join("\n")];
    const lines = text.filter(Boolean).join("\n\n").replaceAll("*/", "*\\/").split("\n");
    return `  /**\n${lines.map((line) => `   * ${line}`.trimEnd()).join("\n")}\n   */\n  readonly ${operationId}: Method<"${operationId}">;`;
  });
  return `/** ${about} */\nexport interface ${name} {\n${methods.join("\n")}\n}\n`;
}

/** Every code that the platform refuses with. */
function codesFile(): string {
  const codes = [...new Set(everyRefusal().map((each) => each.code))].sort();
  const about = "/** What the platform may refuse with. A code never changes its meaning. */";
  return `${notice}\n${about}\nexport type ProblemCode =\n${codes.map((code) => `  | "${code}"`).join("\n")};\n`;
}

/** The README with the table of variables between its two markers. */
function withConfiguration(readme: string): string {
  // What depends on the machine is told in words.
  const defaults: Readonly<Record<string, unknown>> = variables.parse({});
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

/** Who on staff may do what, as a page to read. */
function rightsPage(): string {
  const { operations, lists } = rightsOf(documented);
  const marks = (role: (typeof lists)[number]["role"]) => staffRoles.map((each) => (includesRole(each, role) ? "yes" : "")).join(" | ");
  const headed = (first: string, last: string) => [
    `| ${first} | ${staffRoles.join(" | ")} |${last}`,
    `|---|${staffRoles.map(() => "---|").join("")}${last === "" ? "" : "---|"}`,
  ];
  const sections = [...new Set(operations.map(({ tag }) => tag))].flatMap((tag) => [
    `## ${tag}`,
    "",
    ...headed("operation", " in the console |"),
    ...operations
      .filter((each) => each.tag === tag)
      .map(
        ({ id, at, summary, role, isSensitive, forTwo, acts }) =>
          `| \`${id}\` (\`${at}\`): ${summary}${isSensitive ? ", **asks again**" : ""}${forTwo === null ? "" : `, **needs two** ${forTwo}`} | ${marks(role)} | ${acts.join("; ")} |`,
      ),
    "",
  ]);
  return [
    "# Rights",
    "",
    "Made by `npm run generate` from the operations of the API; do not edit. The console asks the same operations, and shows this table under Rights;",
    "`admin/test/rights.test.ts` tries every cell of it. What **asks again** wants to know who one is if that was shown more than ten minutes ago.",
    "What **needs two** waits until another admin approves exactly that ([how](decisions/second-person.md)).",
    "",
    ...sections,
    "## Lists of the console",
    "",
    ...headed("list", ""),
    ...lists.map(({ title, role }) => `| ${title} | ${marks(role)} |`),
    "",
  ].join("\n");
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

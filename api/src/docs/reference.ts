import { codeBlock, jsonBlock } from "./code.ts";
import { type ApiDocument, jsonIn, operationsOf, type Placed } from "./document.ts";
import { type Html, html, inline, prose } from "./html.ts";
import { makePage, type Page } from "./page.ts";
import type { KnownProblem } from "./problems.ts";
import { quickstart } from "./quickstart.ts";
import { type Field, type Schemas, schemasOf } from "./schema.ts";
import { referenceScript } from "./script.ts";

/** How to begin, then every operation with what it takes, gives and refuses. */
export function referencePage(document: ApiDocument, problems: readonly KnownProblem[]): Page {
  const operations = operationsOf(document);
  const groups = document.tags.map((tag) => ({ ...tag, operations: operations.filter((each) => each.tags[0] === tag.name) }));
  const told = teller(document, problems);
  const content = html`<div class="shell">
<aside class="side"><details open><summary>Contents</summary>
<input type="search" placeholder="Find an operation" aria-label="Find an operation">
<nav aria-label="Contents"><ul><li><a href="#quickstart">Quickstart</a></li></ul>
${groups.map(contentsOf)}</nav></details></aside>
<main class="main" id="content">
${quickstart(document.servers[0]?.url ?? "")}
${groups.map(
  ({
    name,
    description,
    operations,
  }) => html`<section class="group" id="${anchorOf(name)}"><h2>${name}</h2><p class="soft">${description}</p></section>
${operations.map(told)}`,
)}
</main></div>`;
  return makePage({ title: "NextMavens API", at: "/docs", content, script: referenceScript });
}

const anchorOf = (name: string) => name.toLowerCase().replaceAll(/[^a-z]+/g, "-");

const contentsOf = ({ name, operations }: { name: string; operations: readonly Placed[] }) => html`<div><strong>${name}</strong><ul>
${operations.map(({ operationId, summary, path }) => html`<li data-words="${`${operationId} ${path} ${summary}`.toLowerCase()}"><a href="#${operationId}">${operationId}</a></li>`)}
</ul></div>`;

/** Tells one operation, with the document and its problems at hand. */
const teller = (document: ApiDocument, problems: readonly KnownProblem[]) => {
  const schemas = schemasOf(document);
  return (operation: Placed): Html => {
    const { operationId, summary, description, method, path } = operation;
    const [status, answer] = Object.entries(operation.responses)[0] ?? [];
    const body = jsonIn(operation.requestBody);
    const returned = jsonIn(answer);
    return html`<article class="op" id="${operationId}"><div class="two"><div>
<h3><a href="#${operationId}">${summary}</a></h3>
<p class="at"><span class="verb ${method.toLowerCase()}">${method}</span><span>${path}</span></p>
${prose([lockOf(operation), description].filter(Boolean).join(" "))}
${["path", "query", "header"].map((place) => parametersIn(place, operation, schemas))}
${body && fieldList("Body", schemas.fields(body))}
${returned && fieldList("Answer", schemas.fields(returned).map(alwaysThere))}
${refusalList(problems.filter((each) => each.operations.includes(operationId)))}
</div><div class="shown">
${codeBlock("Request", curlOf(operation, body && schemas.sample(body, true)))}
${returned ? jsonBlock(`Answer ${status}`, schemas.sample(returned)) : codeBlock(`Answer ${status}`, "(no body)")}
</div></div></article>`;
  };
};

const lockOf = ({ security = [] }: Placed) => {
  if (security.some((each) => "apiKey" in each)) return "With a project's API key.";
  return security.length === 0 ? "Open to all." : "With an access token.";
};

const titles: Readonly<Record<string, string>> = { path: "Path", query: "Query", header: "Headers" };

function parametersIn(place: string, { parameters = [] }: Placed, schemas: Schemas): Html | undefined {
  const fields = parameters
    .filter((each) => each.in === place)
    .map(({ name, required = false, description, schema }) => ({
      name,
      type: schemas.typeOf(schema),
      isRequired: required,
      description: schemas.describe({ ...schema, ...(description !== undefined && { description }) }),
      fields: [],
    }));
  return fields.length === 0 ? undefined : fieldList(titles[place] ?? place, fields);
}

/** Of an answer it goes without saying which fields are there. */
const alwaysThere = (field: Field): Field => ({ ...field, isRequired: false, fields: field.fields.map(alwaysThere) });

const fieldList = (title: string, fields: readonly Field[]) => (fields.length === 0 ? html`` : html`<h4>${title}</h4>${listOf(fields)}`);

const listOf = (fields: readonly Field[]): Html =>
  html`<ul class="fields">${fields.map(
    ({
      name,
      type,
      isRequired,
      description,
      fields: inner,
    }) => html`<li><b>${name}</b> <span class="type">${type}</span>${isRequired && html` <span class="must">required</span>`}
${description !== "" && html`<p>${inline(description)}</p>`}${inner.length > 0 && listOf(inner)}</li>`,
  )}</ul>`;

const refusalList = (problems: readonly KnownProblem[]) =>
  problems.length > 0 &&
  html`<details><summary>How it may be refused (${problems.length})</summary><ul class="codes">
${problems.map(({ code, status, messages }) => html`<li><small>${status}</small><a href="/docs/problems/${code}"><code>${code}</code></a> ${inline(messages[0] ?? "")}</li>`)}
</ul></details>`;

/** These mean every row of a table where no filter is given, which nobody shall copy. */
const changesRows = new Set(["PATCH", "DELETE"]);

/** A command that can be copied; what one fills in are variables, some of which the quickstart has set. */
function curlOf({ method, path, security = [], parameters = [] }: Placed, body: unknown): string {
  const filledIn = (name: string) => {
    const example = parameters.find((each) => each.in === "path" && each.name === name)?.schema.example;
    return typeof example === "string" ? example : `$${name.replaceAll(/[A-Z]/g, "_$&").toUpperCase()}`;
  };
  const filter = path === "/api/rest/{table}" && changesRows.has(method) ? "?id=eq.1" : "";
  const address = `$URL${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => filledIn(name))}${filter}`;
  const isImplied = method === "GET" || (method === "POST" && body !== undefined);
  const key = security.some((each) => "apiKey" in each);
  return [
    `curl ${isImplied ? "" : `-X ${method} `}"${address}"`,
    security.length > 0 && (key ? '-H "apikey: $KEY"' : '-H "Authorization: Bearer $TOKEN"'),
    parameters.some((each) => each.name === "If-Match" && each.required) && "-H 'If-Match: \"1\"'",
    body !== undefined && "-H 'Content-Type: application/json'",
    body !== undefined && `-d '${JSON.stringify(body, undefined, 2).replaceAll("'", "'\\''")}'`,
  ]
    .filter(Boolean)
    .join(" \\\n  ");
}

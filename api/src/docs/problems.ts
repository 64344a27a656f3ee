import { jsonBlock } from "./code.ts";
import { type Html, html, inline } from "./html.ts";
import { makePage, type Page } from "./page.ts";
import { copyScript } from "./script.ts";

/** A refusal as the pages tell it: what is said, under which status, and which operations say it. */
export interface KnownProblem {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly messages: readonly string[];
  readonly operations: readonly string[];
  /** Whether any address may say it. */
  readonly isGeneral: boolean;
}

/** All codes there are, by status. */
export function problemsPage(problems: readonly KnownProblem[]): Page {
  const byStatus = [...Map.groupBy(problems, (each) => each.status)].sort(([a], [b]) => a - b);
  const content = html`<main class="wide" id="content"><h1>Problems</h1>
<p class="lead">Every refusal is <code>application/problem+json</code> (RFC 9457). Its <code>code</code> is for your program and does not change;
its <code>type</code> is the address of one of these pages; its <code>requestId</code> lets us find what happened.</p>
${byStatus.map(
  ([status, some]) => html`<section class="group"><h2>${status} <span class="soft">${some[0]?.title}</span></h2><ul class="problems">
${some.map(({ code, messages }) => html`<li><a href="/docs/problems/${code}"><code>${code}</code></a> <span class="soft">${inline(messages[0] ?? "")}</span></li>`)}</ul></section>`,
)}</main>`;
  return makePage({ title: "Problems · NextMavens API", at: "/docs/problems", content });
}

/** One code: what it means, what to do, where it comes up. */
export function problemPage(problem: KnownProblem, url: string): Page {
  const { code, status, title, messages } = problem;
  const body = {
    type: `${url}/docs/problems/${code}`,
    title,
    status,
    detail: messages[0],
    code,
    requestId: "req_01jh8x4q3efyxb0v1s2t3w4y5z",
  };
  const content = html`<main class="card" id="content"><span class="badge">${status} ${title}</span>
<h1><code>${code}</code></h1>
${messages.map((each) => html`<p class="lead">${inline(each)}</p>`)}
<h2>What to do</h2><p>${remedyFor(code, status)}</p>
<h2>What is answered</h2>${jsonBlock("application/problem+json", body)}
${whereFrom(problem)}
<p><a href="/docs/problems">All problems</a></p></main>`;
  return makePage({ title: `${code} · NextMavens API`, at: "/docs/problems", content, script: copyScript, ground: "grounded" });
}

const manyOperations = 8;

function whereFrom({ operations, isGeneral }: KnownProblem): Html {
  const links = html`<p>${operations.map((id, index) => html`${index > 0 && ", "}<a href="/docs#${id}"><code>${id}</code></a>`)}</p>`;
  const told =
    operations.length > manyOperations ? html`<details><summary>At ${operations.length} operations</summary>${links}</details>` : links;
  const elsewhere = isGeneral
    ? "At any address."
    : html`Where applications come with a project's key: <code>/api/rest</code>, <code>/api/sql</code> and <code>/api/schema</code>.`;
  return html`<h2>Where it comes up</h2>${operations.length === 0 ? html`<p>${elsewhere}</p>` : told}`;
}

const remedyFor = (code: string, status: number): Html =>
  remedies[code] ??
  remediesByStatus[status] ??
  (status >= 500 ? remediesByStatus[500] : undefined) ??
  html`Read the sentence above, change what it names, and ask again.`;

/** Where more can be said than the sentence of the refusal says. */
const remedies: Readonly<Record<string, Html>> = {
  not_signed_in: html`Send <code>Authorization: Bearer …</code> with the <code>accessToken</code> that <a href="/docs#loginDeveloper">signing in</a> gave you, or with a personal access token.`,
  invalid_token: html`Access tokens end after a quarter of an hour: get the next one with your <a href="/docs#refreshSession">refresh token</a>, or <a href="/docs#loginDeveloper">sign in</a> again. A revoked token stays so.`,
  api_key_not_here: html`A key opens one project's data, this belongs to the account: send the <code>accessToken</code> that <a href="/docs#loginDeveloper">signing in</a> gave you, or a personal access token.`,
  missing_scope: html`The body names the <code>scope</code> that is missing. <a href="/docs#createToken">Make a token</a> that has it, or use the access token of a sign-in, which has all of them.`,
  missing_role: html`The body names the <code>role</code> that is needed. Ask an admin to do this, or to give you that role.`,
  invalid_input: html`The body's <code>errors</code> name each part that is wrong, by its path, and say what it must be. Fields that are not in the contract are refused too, so look for a misspelt name.`,
  precondition_required: html`Read the thing first, and send the <code>ETag</code> of that answer as <code>If-Match</code>: then nobody's change is overwritten unseen.`,
  edited_meanwhile: html`Somebody changed it after you read it. Read it again, make your change on what is there now, and send its new <code>ETag</code>.`,
  idempotency_key_in_flight: html`Your first request is still at work. Wait for <code>Retry-After</code>, then repeat it with the same key: you get the first one's answer.`,
  idempotency_key_reused: html`Make a new <code>Idempotency-Key</code> for each new request, and repeat one only with the same body.`,
  invalid_api_key: html`Check that the whole key was copied, that it belongs to this platform, and that it was neither revoked nor rotated nor past its end: <a href="/docs#listKeys">the project's keys</a> tell. Keys are told apart by how they begin.`,
  quota_exceeded: html`The body says which <code>metric</code> is used up, what set its limit, and when it begins anew; <code>Retry-After</code> says how many seconds that is. <a href="/docs#listQuotas">Your quotas</a> show where you stand. If you need more, ask those who run this platform for a higher quota.`,
  project_suspended: html`The body says why, and <code>statusUrl</code> is a page that tells what happened and what to do. It needs no key. Nothing in the project is deleted.`,
  too_many_attempts: html`Wait as many seconds as <code>Retry-After</code> says. If you forgot the password, <a href="/account/reset-password">have a link for a new one mailed</a>.`,
  wrong_credentials: html`Check address and password. Whether there is such an account is not told. If you forgot the password, <a href="/account/reset-password">have a link for a new one mailed</a>.`,
  link_invalid: html`A mailed link serves once and for a limited time. For a new password, <a href="/account/reset-password">have another one mailed</a>.`,
  refresh_token_reused: html`A refresh token serves once. That an old one turned up may mean that it was stolen, so the whole session was ended. Sign in again; and if two of your programs share a session, give each its own.`,
  database_unavailable: html`It passes by itself. Wait as many seconds as <code>Retry-After</code> says and repeat the request; with an <code>Idempotency-Key</code> it is done once even if the first one got through.`,
};

const remediesByStatus: Readonly<Record<number, Html>> = {
  401: html`Say who you are with a valid token or key.`,
  403: html`Use a token or key that is allowed to do this, or ask somebody who is.`,
  404: html`Check the address and the ids in it. What belongs to somebody else is answered like what does not exist.`,
  409: html`Something stands in the way as it is now: read how things are, settle what the sentence above names, and ask again.`,
  422: html`The request can be read, but asks for something that can't be: change what the sentence above names.`,
  429: html`Wait as many seconds as <code>Retry-After</code> says, then go on more slowly.`,
  500: html`This is our mistake, not yours. It is on record under the answer's <code>requestId</code>: name it when you ask us. Repeating the request may help; with an <code>Idempotency-Key</code> that is safe.`,
  503: html`It passes by itself. Wait as many seconds as <code>Retry-After</code> says and repeat the request.`,
};

/** For a code that no operation knows. */
export const unknownProblemPage = (code: string): Page =>
  makePage({
    title: "Unknown problem · NextMavens API",
    at: "/docs/problems",
    isPrivate: true,
    ground: "grounded",
    content: html`<main class="card" id="content"><h1>There is no such problem</h1><p>No refusal has the code <code>${code}</code>.</p>
<p><a href="/docs/problems">All problems</a></p></main>`,
  });

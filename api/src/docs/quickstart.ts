import { shellBlock } from "./code.ts";
import { type Html, html } from "./html.ts";

interface Step {
  readonly title: string;
  readonly text: Html;
  readonly code: string;
}

/** From nothing to rows of one's own, each step a command that works as it stands. */
export const quickstart = (url: string): Html => html`<section id="quickstart">
<h1>Build on NextMavens</h1>
<p class="lead">A database of your own over REST and SQL, with accounts, keys and limits around it. Five commands take you from nothing to
your first rows; all you need is a shell with <code>curl</code> and <code>node</code>.</p>
<ol class="steps">${steps(url).map(
  ({ title, text, code }) =>
    html`<li class="two"><div><h2>${title}</h2><p>${text}</p></div><div class="shown">${shellBlock(code.startsWith("import") ? "TypeScript" : "Shell", code)}</div></li>`,
)}</ol>
</section>`;

const steps = (url: string): readonly Step[] => [
  {
    title: "Make an account",
    text: html`You get an access token, which says who you are for a quarter of an hour, and a refresh token for the next one. The little
function <code>get</code> picks a field out of an answer.`,
    code: `URL=${url}
JSON='Content-Type: application/json'
get() { node -pe "JSON.parse(require('fs').readFileSync(0)).$1"; }

TOKEN=$(curl -s $URL/api/auth/register -H "$JSON" -d '{
  "email": "you@example.com",
  "password": "correct horse battery",
  "name": "You"
}' | get accessToken)`,
  },
  {
    title: "Make a project",
    text: html`A project has a PostgreSQL database to itself: nothing in it can be seen from another one.`,
    code: `PROJECT=$(curl -s $URL/api/projects \\
  -H "Authorization: Bearer $TOKEN" -H "$JSON" \\
  -d '{"name": "corner-shop"}' | get id)`,
  },
  {
    title: "Make a key",
    text: html`A secret key is for servers: it may do everything in the project, so keep it there. For browsers there are publishable keys,
which reach only what you grant to <code>anon</code> or <code>authenticated</code>, and of its rows those that your row-level security shows.`,
    code: `KEY=$(curl -s $URL/api/projects/$PROJECT/keys \\
  -H "Authorization: Bearer $TOKEN" -H "$JSON" \\
  -d '{"name": "server", "kind": "secret"}' | get key)`,
  },
  {
    title: "Make a table, and put something into it",
    text: html`Any SQL will do. Parameters travel beside the text, never inside it. Every table is then served at
<code>/api/rest/{table}</code>, in the dialect of PostgREST, which many clients speak; and at <code>/rest/v1</code>, where supabase-js looks for it.`,
    code: `curl -s $URL/api/sql -H "apikey: $KEY" -H "$JSON" -d '{"query": "create table todos (id bigint generated always as identity primary key, task text not null, done boolean not null default false)"}'

curl -s $URL/api/rest/todos -H "apikey: $KEY" -H "$JSON" \\
  -d '[{"task": "open the shop"}, {"task": "sweep the floor"}]'

curl -s "$URL/api/rest/todos?select=id,task&done=is.false&order=id" \\
  -H "apikey: $KEY"`,
  },
  {
    title: "Or use the SDK",
    text: html`The same from TypeScript, with every input and answer typed. <code>client.from</code> is postgrest-js, as you may know it.`,
    code: `import { createClient } from "@nextmavens/sdk";

const client = createClient({ url: "${url}", apiKey: process.env.KEY });

const { data } = await client.from("todos").select("id, task").eq("done", false);
const { rows } = await client.sql("select task from todos where id = $1", [1]);`,
  },
];

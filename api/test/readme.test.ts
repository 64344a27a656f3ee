import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { newDataDir, type Process, startProcess } from "./process.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const readme = readFileSync(`${root}README.md`, "utf8");
const tour = readme.slice(readme.indexOf("<!-- tour:"), readme.indexOf("<!-- end of the tour -->"));

/** Each block of commands, with what the README says that it prints. */
const steps = [...tour.matchAll(/```bash\n(.*?)```\n\n```text\n(.*?)```/gs)].map(([, commands = "", printed = ""]) => ({
  commands,
  printed,
}));
const border = "=== next step ===";

const data = newDataDir();
let platform: Process;
let url: string;
let outputs: string[];
beforeAll(async () => {
  platform = startProcess({ DATA_DIR: data.path, STAFF_PASSWORD: "open the shutters" });
  url = await platform.ready();
  const script = steps.map(({ commands }) => `${commands}\necho '${border}'`).join("\n");
  const stdout = run(script.replaceAll("http://localhost:3000", url));
  outputs = stdout.split(`${border}\n`);
}, 120_000);
afterAll(async () => {
  await platform.signal("SIGTERM");
  data.remove();
});

function run(script: string): string {
  const { stdout, stderr, status } = spawnSync("bash", ["-euo", "pipefail", "-c", script], {
    cwd: root,
    encoding: "utf8",
    timeout: 60_000,
  });
  if (status !== 0) throw new Error(`the commands ended early:\n${stdout}\n${stderr}`);
  return stdout;
}

test("every block of the tour's commands is followed by what it prints", () => {
  expect(steps.length).toBeGreaterThanOrEqual(6);
  expect(steps).toHaveLength(tour.split("```bash").length - 1);
});

test.each(steps.map(({ printed }, index) => [index + 1, printed] as const))("step %i prints what the README says", (step, printed) => {
  // An ellipsis stands for what differs each time; curl ends no line where the answer does not.
  const wanted = printed.trim().split("…").map(escaped).join("\\S+");
  expect(outputs[step - 1]?.trim()).toMatch(new RegExp(`^${wanted}$`));
});

test("the quickstart of the documentation works as it stands there", async () => {
  const page = await (await fetch(`${url}/docs`)).text();
  const quickstart = page.slice(page.indexOf('id="quickstart"'), page.indexOf("</ol>"));
  const commands = [...quickstart.matchAll(/<figcaption>Shell.*?<pre[^>]*>(.*?)<\/pre>/gs)].map(([, markup = ""]) => textOf(markup));
  expect(commands).toHaveLength(4);
  expect(run(commands.join("\n"))).toContain('[{"id":1,"task":"open the shop"}');
});

const textOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

import { createInterface } from "node:readline/promises";
import type { Parts } from "@nextmavens/api/entry/parts";
import { run } from "@nextmavens/api/entry/run";
import type { Config } from "@nextmavens/api/platform/config";
import { appsOf } from "./app.ts";
import { type Ground, openGround } from "./ground.ts";
import { findInstance, joinInstance, openForRemoval } from "./instance.ts";
import { keepAlive } from "./live.ts";
import { makeDemo } from "./make.ts";
import type { Options } from "./options.ts";
import { countOthers, warningOf } from "./others.ts";
import { makeProgress } from "./progress.ts";
import { removeDemo } from "./remove.ts";
import { tellDemo, tellRemoval } from "./tell.ts";

/** `npm run demo`: on the platform that runs, or on one that is started for it and then stays. */
export async function demo(options: Options, config: Config): Promise<void> {
  try {
    if (options.isRemoval) return await remove(options, config);
    const url = await findInstance(config, options.url);
    if (url === undefined) return await run({ ...config, ROLE: "all" }, (parts, localUrl) => makeAndStay(options, parts, localUrl));
    await makeThere(options, config, url);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

async function makeThere(options: Options, config: Config, url: string): Promise<void> {
  const instance = await joinInstance(config, url);
  try {
    await using ground = openGround(instance.parts, url);
    await make(options, config, ground);
  } finally {
    await instance.close();
  }
}

/** Usage goes on while the platform that was started for the demo runs. */
async function makeAndStay(options: Options, parts: Parts, localUrl: string): Promise<() => Promise<void>> {
  const ground = openGround(parts, localUrl);
  try {
    const stop = keepAlive(ground, await make(options, parts.config, ground));
    return async () => {
      await stop();
      await ground.close();
    };
  } catch (error) {
    await ground.close();
    throw error;
  }
}

async function make(options: Options, config: Config, ground: Ground) {
  const startedAt = performance.now();
  const agree = async () => agreed(warningOf(await countOthers(ground), config), options.isYes);
  const made = await makeDemo(ground, { ...options, agree }, makeProgress(process.stdout));
  if (!made) throw new Error("Nothing was made.");
  const seconds = (performance.now() - startedAt) / 1000;
  const apps = await appsOf(
    ground,
    made.plan.staff.map(({ email }) => email),
  );
  console.log(tellDemo(ground, made, seconds, apps));
  return made;
}

async function remove(options: Options, config: Config): Promise<void> {
  const instance = await openForRemoval(config, options.url);
  if (!instance) return console.log(tellRemoval(undefined));
  try {
    await using ground = openGround(instance.parts, instance.parts.engine.publicUrl);
    const question = "This removes the demo's developers, projects and databases, with whatever was written into them since.";
    if (!(await agreed(question, options.isYes))) throw new Error("Nothing was removed.");
    console.log(tellRemoval(await removeDemo(ground, makeProgress(process.stdout))));
  } finally {
    await instance.close();
  }
}

async function agreed(warning: string | undefined, isYes: boolean): Promise<boolean> {
  if (warning === undefined || isYes) return true;
  console.log(warning);
  if (!process.stdin.isTTY) throw new Error("Nobody is there to be asked: say --yes to go on.");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("Go on? [y/N] ").catch(() => "");
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

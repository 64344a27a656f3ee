import { rulesOfTrials } from "@nextmavens/api/detections";
import { makeProgress } from "../progress.ts";
import { attackOf } from "./attack.ts";
import { openAttackers } from "./attackers.ts";
import { honestOf, honestProjects } from "./honest.ts";
import { hoursOfFortnight, Simulation } from "./simulate.ts";
import { tellHalf, tellHonest } from "./tell.ts";

/** `npm run demo -- --abuse`: a fortnight in memory, and what the rules that come with the platform find in it. */
export async function simulateAbuse({ seed = 1, isKept }: { readonly seed: number | undefined; readonly isKept: boolean }): Promise<void> {
  const halves = [
    ["Open half", openAttackers] as const,
    ...(isKept ? [["Kept half", (await import("./kept.ts")).keptAttackers] as const] : []),
  ];
  const attacks = halves.map(([, plans]) => plans.map((plan) => attackOf(plan, seed)));
  const simulation = new Simulation(honestOf(seed), [[], ...attacks], rulesOfTrials);
  const began = performance.now();
  const progress = makeProgress(process.stdout);
  await progress.part(`Hours simulated, of ${honestProjects.length} honest projects`, hoursOfFortnight, 1, async (hour) =>
    simulation.pass(hour),
  );
  const [honestAlone, ...attacked] = simulation.worlds;
  if (!honestAlone) return;
  const rules = rulesOfTrials.map(({ key, mode }) => ({ key, mode }));
  console.log(`\n${tellHonest(honestAlone, rules)}`);
  for (const [at, world] of attacked.entries()) console.log(`\n${tellHalf(halves[at]?.[0] ?? "", world, honestAlone, rules)}`);
  console.log(`\nSeed ${seed}, ${((performance.now() - began) / 1000).toFixed(0)} s.`);
}

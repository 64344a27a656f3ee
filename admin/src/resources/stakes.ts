import { type Engine, perform } from "@nextmavens/api/platform/action";
import { inWords } from "@nextmavens/api/quotas";
import { getProjectStakes, type Level, type ProjectStakes, readStakes } from "@nextmavens/api/suspensions";
import type { Visit } from "../door/member.ts";
import type { Foreseen } from "../sight.ts";

/** What an act on a project will do in figures, said before it is done. */
export const foreseeing =
  <Where>(projectIn: (where: Where) => unknown, tell: (stakes: ProjectStakes) => Foreseen) =>
  async (where: Where, engine: Engine, { actor, request }: Visit): Promise<Foreseen> =>
    tell(await perform(engine, { operation: getProjectStakes, actor, request }, readStakes, { projectId: String(projectIn(where)) }));

/** Of each level of a sanction. */
const byLevel = (stakes: ProjectStakes): Record<Level, readonly string[]> => ({
  warned: [goOn(stakes)],
  throttled: [goOn(stakes)],
  restricted: [goOn(stakes), writes(stakes), stays(stakes)],
  suspended: [refused(stakes), ends(stakes), stays(stakes), "Deletion is not scheduled."],
});

export const ofSanction = (stakes: ProjectStakes): Foreseen => ({ figures: byLevel(stakes), ...restsOn(stakes) });

export const ofSuspension = (stakes: ProjectStakes): Foreseen => ({ figures: { "": byLevel(stakes).suspended }, ...restsOn(stakes) });

const restsOn = ({ detections, appealWindowDays }: ProjectStakes) => ({ detections, appealWindowDays });

export const ofDeletion = (stakes: ProjectStakes): Foreseen => ({
  detections: stakes.detections,
  figures: {
    "": [
      refused(stakes),
      ends(stakes),
      ...(stakes.graceDays === 0
        ? [goes(stakes, "at once")]
        : [goes(stakes, `in ${counted(stakes.graceDays, "day")}`), "Until then the owner can restore it, and appeal."]),
    ],
  },
});

/** One that is deleted already was suspended then, with its evidence. */
export const ofPurge = (stakes: ProjectStakes): Foreseen => ({
  ...(stakes.purgeAt === null ? { detections: stakes.detections } : {}),
  figures: { "": [refused(stakes), ends(stakes), goes(stakes, "within moments of the approval")] },
});

export const ofNewKeys = (stakes: ProjectStakes): Foreseen => ({
  figures: { "": [`${keys(stakes)} ${stakes.liveKeys === 1 ? "stops" : "stop"} at once; ${served(stakes)}.`] },
});

const counted = (count: number, one: string) => `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;

const keys = ({ liveKeys }: ProjectStakes) => counted(liveKeys, "live key");
const served = ({ requestsLastHour }: ProjectStakes) =>
  `${counted(requestsLastHour, "request")} ${requestsLastHour === 1 ? "was" : "were"} served in the last hour`;

const goOn = (stakes: ProjectStakes) => `${keys(stakes)} ${stakes.liveKeys === 1 ? "goes" : "go"} on; ${served(stakes)}.`;
const refused = (stakes: ProjectStakes) => `${keys(stakes)} ${stakes.liveKeys === 1 ? "is" : "are"} refused; ${served(stakes)}.`;
const writes = ({ writesLastHour }: ProjectStakes) =>
  `Of those requests ${writesLastHour === 0 ? "none" : writesLastHour.toLocaleString("en")} wrote: what adds or changes something is refused.`;
const ends = ({ openSessions }: ProjectStakes) =>
  `${counted(openSessions, "open session")} of its database ${openSessions === 1 ? "ends" : "end"}.`;
const database = ({ databaseBytes }: ProjectStakes) => `Its database${databaseBytes === null ? "" : ` of ${inWords(databaseBytes)}`}`;
const stays = (stakes: ProjectStakes) => `${database(stakes)} stays as it is.`;
const goes = (stakes: ProjectStakes, when: string) => `${database(stakes)} goes for good ${when}.`;

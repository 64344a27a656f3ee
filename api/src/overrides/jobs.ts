import { z } from "zod";
import { job } from "../platform/jobs.ts";
import { noteEnded } from "./actions.ts";

export const jobs = [job("noteEndedOverrides", z.object({}), noteEnded, "* * * * *")];

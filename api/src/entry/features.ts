import { jobs as noticeJobs } from "../notices/index.ts";
import type { Job } from "../platform/jobs.ts";

/** What is done later or on schedule, of all features. */
export const jobs: readonly Job[] = [...noticeJobs];

import type { ProjectGate } from "./project-gate.ts";

/** Counts what the bus announces, so that what was read before an announcement is not used after it. */
export class Announcements {
  count = 0;
  #allStaleBefore = 0;
  /** Announced of projects not known yet, while some are being read: one of those may be it. */
  readonly #ofUnknown = new Map<string, number>();
  readonly #projects: ReadonlyMap<string, ProjectGate>;
  #readings = 0;

  constructor(projects: ReadonlyMap<string, ProjectGate>) {
    this.#projects = projects;
  }

  /** Notes an announcement; tells whose memory it makes stale. */
  hear(projectId: string | undefined): Iterable<ProjectGate> {
    this.count += 1;
    if (projectId === undefined) {
      this.#allStaleBefore = this.count;
      return this.#projects.values();
    }
    const project = this.#projects.get(projectId);
    if (project) project.staleBefore = this.count;
    else if (this.#readings > 0) this.#ofUnknown.set(projectId, this.count);
    return project ? [project] : [];
  }

  isCurrent(projectId: string, readAt: number): boolean {
    const staleBefore = this.#projects.get(projectId)?.staleBefore ?? this.#ofUnknown.get(projectId) ?? 0;
    return readAt >= this.#allStaleBefore && readAt >= staleBefore;
  }

  async whileReading<T>(work: () => Promise<T>): Promise<T> {
    this.#readings += 1;
    try {
      return await work();
    } finally {
      this.#readings -= 1;
      if (this.#readings === 0) this.#ofUnknown.clear();
    }
  }
}

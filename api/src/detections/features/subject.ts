/** Whose requests are looked at together. */
export const subjectKinds = ["project", "network"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export interface Subject {
  readonly kind: SubjectKind;
  /** A project's id, or the digest of a network. */
  readonly id: string;
}

/** One text for a subject, to look it up by. */
export const subjectKey = ({ kind, id }: Subject) => `${kind} ${id}`;

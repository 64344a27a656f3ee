/** One line of the audit log; `before` and `after` should hold no secret, and what looks like one is masked (`masking.ts`). */
export interface AuditEntry {
  readonly action?: string;
  /** Kind and id of whoever had it done, where the actor does not say so already. */
  readonly onBehalfOf?: string | undefined;
  /** Who it turned out to be, where a door was knocked at by nobody known yet: at sign-in. */
  readonly by?: { readonly kind: "public" | "developer" | "staff" | "job"; readonly id: string };
  /** The TypeID of the thing acted on. */
  readonly target: string;
  readonly projectId?: string | undefined;
  readonly developerId?: string | undefined;
  readonly reason?: string | undefined;
  readonly before?: unknown;
  readonly after?: unknown;
}

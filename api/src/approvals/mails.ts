import { template } from "../notices/index.ts";
import { spoken } from "../platform/spoken.ts";

interface Told {
  readonly approvalId: string;
  readonly operation: string;
  readonly summary: string;
  /** Absent where it is made by the act: what is added has no id before. */
  readonly target: string | undefined;
  readonly reason: string | null;
  readonly consoleUrl: string;
}

interface ToldToStaff extends Told {
  readonly askedBy: string;
  readonly endsAt: string;
}

const example: Told = {
  approvalId: "apv_01jh8x4q3efyxb0v1s2t3w4y5z",
  operation: "updateStaff",
  summary: "Change a member's role, or switch them off; ends their sessions",
  target: "stf_01jh8x4q3efyxb0v1s2t3w4y5z",
  reason: "on call from Monday",
  consoleUrl: "https://api.example.com/admin/resources/approvals/records/apv_01jh8x4q3efyxb0v1s2t3w4y5z/show",
};

const what = ({ summary, operation, target, reason }: Told) =>
  `${summary} (${target === undefined ? operation : `${operation}, ${target}`})${reason === null ? "" : `\n\nWhy: ${reason}`}`;

/** What whoever may approve is told. */
export const approvalAsked = template<ToldToStaff>({
  name: "approval_asked",
  about: "A member of staff asks for something that a second person must approve.",
  goesTo: "staff",
  example: { ...example, askedBy: "stf_01jh8x4q3efyxb0v1s2t3w4y5a", endsAt: "2026-11-30T08:00:00.000Z" },
  write: (told) => ({
    subject: `A second person is asked for: ${told.operation}`,
    body: `${told.askedBy} asks for this, and nothing is changed until another admin approves it:

${what(told)}

What exactly it will change, to approve or to reject until ${spoken(told.endsAt)}: ${told.consoleUrl}
`,
  }),
});

interface Decided extends Told {
  readonly decision: "approved" | "rejected" | "lapsed" | "expired";
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
}

const outcomes = {
  approved: "approved, and done",
  rejected: "rejected",
  lapsed: "not done: it has to be asked for anew",
  expired: "not done: nobody decided it within seven days",
} as const;

/** What whoever asked is told of the outcome. */
export const approvalDecided = template<Decided>({
  name: "approval_decided",
  about: "What a member of staff asked a second person for was approved or rejected, or can't be done any more.",
  goesTo: "person",
  example: { ...example, decision: "approved", decidedBy: "stf_01jh8x4q3efyxb0v1s2t3w4y5b", decisionReason: "agreed" },
  write: (told) => ({
    subject: `What you asked for is ${outcomes[told.decision]}`,
    body: `You asked for this:

${what(told)}

It is ${outcomes[told.decision]}.${told.decidedBy === null ? "" : `\n\n${told.decidedBy}: ${told.decisionReason}`}

${told.consoleUrl}
`,
  }),
});

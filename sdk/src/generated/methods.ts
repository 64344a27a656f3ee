// Made by `npm run generate` from the operations of the API; do not edit.
import type { Method } from "../operations.ts";

/** A method for each operation of the control plane. */
export interface Methods {
  /**
   * Join staff by the token of the mailed link, with a password of your own.
   *
   * Refused with:
   * - `invitation_invalid`: This invitation does not serve: it was used or revoked, is too old, or was not copied whole. Ask for another.
   * - `too_many_attempts`: There were too many attempts: wait, then try again.
   */
  readonly acceptInvitation: Method<"acceptInvitation">;
  /**
   * Make a rule that finds abuse.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `rule_key_taken`: Another rule has this key, or had it before it was removed. Choose another one.
   * - `invalid_expression`: The rule's expression can't be used: `fault` says what is wrong and where.
   * - `networks_have_no_sanctions`: A rule about networks can observe or warn, not act: sanctions are on projects.
   * - `settings_of_another_kind`: These settings are not those of the rule's kind; a rule's kind stays what it is.
   * - `too_many_rules`: There are as many enabled rules as there may be. Switch one off first.
   */
  readonly addDetectionRule: Method<"addDetectionRule">;
  /**
   * Set a limit for a time; it ends by itself. A raise by much waits for somebody else's approval.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `ends_in_the_past`: `endsAt` must lie in the future.
   * - `starts_in_the_past`: `startsAt` must not lie in the past; leave it out for now.
   * - `ends_before_it_starts`: `endsAt` must be later than `startsAt`.
   * - `confirmation_needed`: This lowers a limit by more than a tenth or below what is used: `consequences` tells whom that hits. Say `confirm`: true to do it.
   * - `project_is_deleted`: The project is deleted, and its limits with it: restore it first.
   */
  readonly addOverride: Method<"addOverride">;
  /**
   * Write to the owner about an appeal, without deciding it.
   *
   * For staff with the role support or a wider one.
   *
   * Refused with:
   * - `appeal_not_found`: There is no such appeal.
   * - `appeal_decided`: This appeal is decided.
   * - `too_many_messages`: An appeal has at most 100 messages: staff decide by what was written.
   */
  readonly answerAppeal: Method<"answerAppeal">;
  /**
   * Write the same to the owners of many appeals, without deciding them.
   *
   * For staff with the role support or a wider one.
   */
  readonly answerAppeals: Method<"answerAppeals">;
  /**
   * Approve an override that raises a limit by much; who asked for it does not.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `override_not_found`: There is no such override.
   * - `not_awaiting_approval`: This override does not wait for approval: it never had to, or somebody decided already.
   * - `not_your_own_override`: You asked for this override: somebody else decides it.
   * - `override_over`: This override has ended already.
   * - `project_not_found`: There is no such project.
   * - `project_is_deleted`: The project is deleted, and its limits with it: restore it first.
   */
  readonly approveOverride: Method<"approveOverride">;
  /**
   * Approve many overrides that wait, for one reason.
   *
   * For staff with the role operator or a wider one.
   */
  readonly approveOverrides: Method<"approveOverrides">;
  /**
   * Approve a quota that raises a limit by much: it is in force at once; who proposed it does not.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `proposal_not_found`: There is no such proposal of a quota.
   * - `proposal_over`: Nobody approved this quota within seven days: set it anew.
   * - `not_awaiting_approval`: This quota does not wait for approval: somebody decided already.
   * - `not_your_own_proposal`: You proposed this quota: somebody else decides it.
   * - `project_not_found`: There is no such project.
   * - `project_is_deleted`: The project is deleted, and its limits with it: restore it first.
   */
  readonly approveQuotaProposal: Method<"approveQuotaProposal">;
  /**
   * Approve many quotas that wait, for one reason.
   *
   * For staff with the role operator or a wider one.
   */
  readonly approveQuotaProposals: Method<"approveQuotaProposals">;
  /**
   * Begin the enrolment of an authenticator app; it counts once confirmed. Where one is enrolled already, that is asked for as well.
   *
   * For staff with the role viewer or a wider one. The answer shows a secret that is not shown again.
   *
   * Refused with:
   * - `wrong_credentials`: E-mail or password is not right.
   * - `too_many_attempts`: There were too many attempts: wait, then try again.
   * - `totp_required`: Six digits of your authenticator app are needed as well, or a recovery code.
   */
  readonly beginTotp: Method<"beginTotp">;
  /**
   * Change a rule that finds abuse; what it found before stays with the rule as it was.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `rule_not_found`: There is no such rule.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   * - `invalid_expression`: The rule's expression can't be used: `fault` says what is wrong and where.
   * - `networks_have_no_sanctions`: A rule about networks can observe or warn, not act: sanctions are on projects.
   * - `settings_of_another_kind`: These settings are not those of the rule's kind; a rule's kind stays what it is.
   * - `too_many_rules`: There are as many enabled rules as there may be. Switch one off first.
   */
  readonly changeDetectionRule: Method<"changeDetectionRule">;
  /**
   * Choose another password for yourself, by the one you have and a code where an app is enrolled; ends every other session of yours.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `wrong_credentials`: E-mail or password is not right.
   * - `too_many_attempts`: There were too many attempts: wait, then try again.
   * - `totp_required`: Six digits of your authenticator app are needed as well, or a recovery code.
   */
  readonly changeOwnPassword: Method<"changeOwnPassword">;
  /**
   * Let a sanction that staff imposed end later, earlier, or not before it is lifted; its owner is told.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `suspension_not_found`: There is no such suspension.
   * - `suspension_over`: This suspension is over already.
   * - `not_imposed_by_staff`: This sanction follows from a limit or a detection, and ends by itself when that is gone: lift it, or impose one of your own.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   * - `ends_then_already`: This sanction ends then already.
   * - `ends_in_the_past`: `endsAt` must lie in the future.
   * - `project_is_deleted`: The project is deleted already.
   */
  readonly changeSanctionEnd: Method<"changeSanctionEnd">;
  /**
   * Confirm the enrolment by a code; from now on sign-in asks for one. The answer has ten recovery codes.
   *
   * For staff with the role viewer or a wider one. The answer shows a secret that is not shown again.
   *
   * Refused with:
   * - `totp_not_begun`: Begin the enrolment first.
   * - `wrong_code`: The code is not right, or has served already: check that the clock of the device is right.
   */
  readonly confirmTotp: Method<"confirmTotp">;
  /**
   * Make an API key; it is shown this once.
   *
   * Needs the scope `keys:write`. The answer shows a secret that is not shown again.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `project_is_deleted`: The project is deleted: restore it first.
   * - `scope_not_of_kind`: A publishable key can't have the scope sql.
   * - `expiry_in_the_past`: expiresAt must lie in the future.
   * - `too_many_keys`: The project has as many live keys as it may have: revoke one first.
   */
  readonly createKey: Method<"createKey">;
  /**
   * Make a project with a database of its own.
   *
   * Needs the scope `projects:write`.
   *
   * Refused with:
   * - `project_name_taken`: You have a project of this name already.
   * - `region_not_found`: There is no such region.
   * - `too_many_projects`: You have as many projects as your plan allows (GET /api/developer/plan); deleted ones count until they are purged.
   * - `account_is_deleted`: The account was deleted meanwhile.
   */
  readonly createProject: Method<"createProject">;
  /**
   * Add a member of staff with a password you choose, where no mail can be sent.
   *
   * For staff with the role admin or a wider one. Needs a second person where they become an admin: nothing is changed, and it waits, until another admin approves exactly that.
   *
   * Refused with:
   * - `staff_email_taken`: `email` belongs to a member of staff already.
   */
  readonly createStaff: Method<"createStaff">;
  /**
   * Make a personal access token; it is shown this once.
   *
   * Needs the scope `account:write`. The answer shows a secret that is not shown again.
   *
   * Refused with:
   * - `expiry_out_of_range`: expiresAt must lie in the future, at most a year from now, and no later than the token it is made with.
   * - `scope_not_held`: A token cannot give more than its maker holds.
   */
  readonly createToken: Method<"createToken">;
  /**
   * Have a project's notices sent to an address of yours; what signs them is shown this once.
   *
   * Needs the scope `projects:write`. The answer shows a secret that is not shown again.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `project_is_deleted`: The project is deleted: restore it first.
   * - `too_many_webhooks`: A project has 10 webhooks at most: delete one first.
   * - `webhook_url_not_reachable`: `url` must be an https address on the internet, without a name and password in it.
   */
  readonly createWebhook: Method<"createWebhook">;
  /**
   * Decide an appeal: uphold the sanction, lift it, or put a milder one in its place; who imposed it does not decide.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `appeal_not_found`: There is no such appeal.
   * - `appeal_decided`: This appeal is decided.
   * - `not_your_own`: You imposed this sanction: somebody else decides the appeal.
   * - `not_yet_alone`: You imposed this sanction. Nobody else on staff can decide the appeal, so you may: a day after it was opened.
   * - `project_not_found`: There is no such project.
   * - `suspension_over`: This suspension is over already.
   * - `level_goes_with_replace`: `level` goes with the decision `replace`, and with no other.
   * - `not_milder`: `level` must be milder than that of the sanction that it takes the place of.
   * - `ends_in_the_past`: `endsAt` must lie in the future.
   */
  readonly decideAppeal: Method<"decideAppeal">;
  /**
   * Suspend a project and schedule its deletion: its owner is told why, and can restore it until purgeAt.
   *
   * For staff with the role admin or a wider one. Needs a second person where `DELETION_GRACE_DAYS` is 0: nothing is changed, and it waits, until another admin approves exactly that.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `project_is_deleted`: The project is deleted already.
   */
  readonly deleteAnyProject: Method<"deleteAnyProject">;
  /**
   * Delete my account; its projects must be gone.
   *
   * Needs the scope `account:write`.
   *
   * Refused with:
   * - `has_projects`: Delete the projects first; those that can still be restored count too.
   */
  readonly deleteDeveloper: Method<"deleteDeveloper">;
  /**
   * Delete a project; it can be restored until purgeAt.
   *
   * Needs the scope `projects:write`.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `project_is_deleted`: The project is deleted already.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   */
  readonly deleteProject: Method<"deleteProject">;
  /**
   * Delete a webhook; what still waits is not sent any more.
   *
   * Needs the scope `projects:write`.
   *
   * Refused with:
   * - `webhook_not_found`: There is no such webhook.
   */
  readonly deleteWebhook: Method<"deleteWebhook">;
  /**
   * End a legal hold on the audit log.
   *
   * For staff with the role admin or a wider one. Needs a second person always: nothing is changed, and it waits, until another admin approves exactly that.
   *
   * Refused with:
   * - `hold_not_found`: There is no such hold.
   * - `hold_ended`: It was ended already.
   */
  readonly endAuditHold: Method<"endAuditHold">;
  /**
   * End a session at once: one's own, or as an admin anybody's.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `break_glass_session_not_found`: There is no such session.
   * - `break_glass_is_over`: This session is over.
   * - `not_yours_to_end`: Its holder ends it, or an admin.
   */
  readonly endBreakGlass: Method<"endBreakGlass">;
  /**
   * End every session of yours but this one.
   *
   * For staff with the role viewer or a wider one.
   */
  readonly endOtherSessions: Method<"endOtherSessions">;
  /**
   * End an override before its time.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `override_not_found`: There is no such override.
   * - `override_over`: This override has ended already.
   */
  readonly endOverride: Method<"endOverride">;
  /**
   * End many overrides before their time, for one reason.
   *
   * For staff with the role operator or a wider one.
   */
  readonly endOverrides: Method<"endOverrides">;
  /**
   * End a session of yours at once.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `session_not_found`: There is no such session, or it has ended.
   */
  readonly endOwnSession: Method<"endOwnSession">;
  /**
   * End a session at once.
   *
   * Needs the scope `account:write`.
   *
   * Refused with:
   * - `session_not_found`: There is no such session.
   */
  readonly endSession: Method<"endSession">;
  /**
   * End a session of a member of staff at once.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `session_not_found`: There is no such session, or it has ended.
   */
  readonly endStaffSession: Method<"endStaffSession">;
  /**
   * End all sessions of a member of staff at once.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `staff_not_found`: There is no such member of staff.
   */
  readonly endStaffSessions: Method<"endStaffSessions">;
  /**
   * Erase a developer who asked for it: ends the account, whose projects must be gone, and takes their values out of the audit log for good.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `audit_log_on_hold`: A legal hold keeps the audit log as it is: nothing is erased before it is ended.
   * - `person_is_erased`: This person is erased already: what tells of them goes within moments, or as soon as no legal hold keeps it.
   * - `developer_not_found`: There is no such developer.
   * - `has_projects`: Delete the projects first; those that can still be restored count too.
   */
  readonly eraseDeveloper: Method<"eraseDeveloper">;
  /**
   * Erase a member who is on staff no more: takes their e-mail and name away, and their values out of the audit log for good.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `audit_log_on_hold`: A legal hold keeps the audit log as it is: nothing is erased before it is ended.
   * - `person_is_erased`: This person is erased already: what tells of them goes within moments, or as soon as no legal hold keeps it.
   * - `staff_not_found`: There is no such member of staff.
   * - `still_on_staff`: They may still sign in, or are invited: switch them off, or revoke the invitation, first.
   */
  readonly eraseStaff: Method<"eraseStaff">;
  /**
   * Take entries out as CSV or lines of JSON, newest first; that this was done is an entry itself.
   *
   * For staff with the role operator or a wider one.
   */
  readonly exportAuditLogs: Method<"exportAuditLogs">;
  /**
   * Have a token for a new password mailed; answers the same whether or not there is such an account.
   *
   * Refused with:
   * - `too_many_attempts`: There were too many attempts: wait, then try again.
   */
  readonly forgotPassword: Method<"forgotPassword">;
  /**
   * Have a link for a new password mailed to a member of staff; answers the same whether or not there is one of this address.
   *
   * Refused with:
   * - `too_many_attempts`: There were too many attempts: wait, then try again.
   * - `no_mail_service`: This platform sends no mail, so no link can be sent to you. Ask whoever runs its server for one: `npm run staff -- reset-password` makes it there.
   */
  readonly forgotStaffPassword: Method<"forgotStaffPassword">;
  /**
   * An appeal, with what both sides wrote.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `appeal_not_found`: There is no such appeal.
   */
  readonly getAnyAppeal: Method<"getAnyAppeal">;
  /**
   * What a project's data plane shows.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly getAnyDataSettings: Method<"getAnyDataSettings">;
  /**
   * A developer.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `developer_not_found`: There is no such developer.
   */
  readonly getAnyDeveloper: Method<"getAnyDeveloper">;
  /**
   * By what a project believes the tokens of its end users.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly getAnyEndUserAuth: Method<"getAnyEndUserAuth">;
  /**
   * A project.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly getAnyProject: Method<"getAnyProject">;
  /**
   * Tell what reclaiming the room of deleted rows would free, table by table.
   *
   * For staff with the role support or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `database_not_there`: This project has no database just now: it is being made, or gone.
   * - `database_not_readable`: The project's database does not let itself be read just now: its owner may have changed its password, or taken all its connections.
   */
  readonly getAnyReclaimable: Method<"getAnyReclaimable">;
  /**
   * An appeal of mine, with what both sides wrote.
   *
   * Needs the scope `projects:read`.
   *
   * Refused with:
   * - `appeal_not_found`: There is no such appeal.
   */
  readonly getAppeal: Method<"getAppeal">;
  /**
   * An act that waits for a second person, with exactly what it will change.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `approval_not_found`: Nothing was asked for under this id.
   */
  readonly getApproval: Method<"getApproval">;
  /**
   * How long the audit log is kept, and who said so.
   *
   * For staff with the role viewer or a wider one.
   */
  readonly getAuditRetention: Method<"getAuditRetention">;
  /**
   * Read a session with its transcript: what was read, what was changed, before and after.
   *
   * For staff with the role support or a wider one.
   *
   * Refused with:
   * - `break_glass_session_not_found`: There is no such session.
   */
  readonly getBreakGlass: Method<"getBreakGlass">;
  /**
   * What a project's data plane shows.
   *
   * Needs the scope `projects:read`.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly getDataSettings: Method<"getDataSettings">;
  /**
   * Whether the control database answers, how fast, and how busy the way to it is.
   */
  readonly getDatabaseHealth: Method<"getDatabaseHealth">;
  /**
   * A detection, with all it was decided from and the rule as it was then.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `detection_not_found`: There is no such detection.
   */
  readonly getDetection: Method<"getDetection">;
  /**
   * A rule that finds abuse.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `rule_not_found`: There is no such rule.
   */
  readonly getDetectionRule: Method<"getDetectionRule">;
  /**
   * Who am I.
   *
   * Needs the scope `account:read`.
   */
  readonly getDeveloper: Method<"getDeveloper">;
  /**
   * By what a project believes the tokens of its end users.
   *
   * Needs the scope `keys:read`.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly getEndUserAuth: Method<"getEndUserAuth">;
  /**
   * Read what was known when a sanction was decided, and whether it is still what was sealed then.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `suspension_not_found`: There is no such suspension.
   */
  readonly getEvidence: Method<"getEvidence">;
  /**
   * A feature flag.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `flag_not_found`: There is no such flag.
   */
  readonly getFlag: Method<"getFlag">;
  /**
   * Whether this process serves; asks nobody else.
   */
  readonly getHealth: Method<"getHealth">;
  /**
   * Whether this process runs at all; where it does not answer, restart it.
   */
  readonly getLiveness: Method<"getLiveness">;
  /**
   * A message, and how it went.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `message_not_found`: There is no such message.
   */
  readonly getMessage: Method<"getMessage">;
  /**
   * Your own account on staff.
   *
   * For staff with the role viewer or a wider one.
   */
  readonly getOwnAccount: Method<"getOwnAccount">;
  /**
   * Get the plan I am on, and how many projects I have of those it allows.
   *
   * Needs the scope `account:read`.
   *
   * Refused with:
   * - `plan_not_found`: There is no such plan.
   */
  readonly getOwnPlan: Method<"getOwnPlan">;
  /**
   * A project of mine.
   *
   * Needs the scope `projects:read`.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly getProject: Method<"getProject">;
  /**
   * Count what suspending, restricting or deleting a project would end, refuse or take away.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly getProjectStakes: Method<"getProjectStakes">;
  /**
   * Read what any project used.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `empty_range`: `from` must be earlier than `to`.
   * - `range_too_long`: The range is too long for this step: take a larger step or a shorter range.
   */
  readonly getProjectUsage: Method<"getProjectUsage">;
  /**
   * Whether this process can do all its work: the database answers and is up to date.
   */
  readonly getReadiness: Method<"getReadiness">;
  /**
   * Tell what reclaiming the room of deleted rows would free, table by table.
   *
   * Needs the scope `projects:read`.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `database_not_there`: This project has no database just now: it is being made, or gone.
   * - `database_not_readable`: The project's database does not let itself be read just now: its owner may have changed its password, or taken all its connections.
   */
  readonly getReclaimable: Method<"getReclaimable">;
  /**
   * Whether Redis answers, where one is configured.
   */
  readonly getRedisHealth: Method<"getRedisHealth">;
  /**
   * Read what a project used.
   *
   * Needs the scope `projects:read`.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `empty_range`: `from` must be earlier than `to`.
   * - `range_too_long`: The range is too long for this step: take a larger step or a shorter range.
   */
  readonly getUsage: Method<"getUsage">;
  /**
   * A webhook of a project.
   *
   * Needs the scope `projects:read`.
   *
   * Refused with:
   * - `webhook_not_found`: There is no such webhook.
   */
  readonly getWebhook: Method<"getWebhook">;
  /**
   * Approve what another member of staff asked for: it is done at once, as it was asked for.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `approval_not_found`: Nothing was asked for under this id.
   * - `approval_decided`: This was decided already.
   * - `approval_expired`: Nobody decided this within seven days: ask for it anew.
   * - `approval_stale`: What this is about was changed since it was asked for, so that it would do something else, or nothing: it has to be asked for anew.
   * - `asker_may_no_longer`: Whoever asked for this may not do it any more: somebody who may has to ask for it anew.
   * - `approver_may_no_longer`: You may not approve this any more: your role was changed meanwhile, or you were switched off.
   * - `not_your_own_approval`: You asked for this: another admin approves or rejects it, and you may withdraw it.
   * - `approval_not_yet_alone`: You asked for this. Nobody else on staff can approve it, so you may: a day after you asked.
   */
  readonly grantApproval: Method<"grantApproval">;
  /**
   * Invite somebody to staff: they are mailed a link that serves once, by which they set their password.
   *
   * For staff with the role admin or a wider one. Needs a second person where they become an admin: nothing is changed, and it waits, until another admin approves exactly that.
   *
   * Refused with:
   * - `staff_email_taken`: `email` belongs to a member of staff already.
   * - `too_many_attempts`: There were too many attempts: wait, then try again.
   */
  readonly inviteStaff: Method<"inviteStaff">;
  /**
   * Say whether a detection is right; one that is not, or that is dismissed, ends what followed from it at once.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `detection_not_found`: There is no such detection.
   */
  readonly judgeDetection: Method<"judgeDetection">;
  /**
   * Say the same of many detections.
   *
   * For staff with the role operator or a wider one.
   */
  readonly judgeDetections: Method<"judgeDetections">;
  /**
   * Lift a suspension or another sanction: the project is served again at once.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `suspension_not_found`: There is no such suspension.
   * - `suspension_over`: This suspension is over already.
   */
  readonly liftSuspension: Method<"liftSuspension">;
  /**
   * Lift many suspensions or other sanctions for one reason.
   *
   * For staff with the role operator or a wider one.
   */
  readonly liftSuspensions: Method<"liftSuspensions">;
  /**
   * List appeals, the one that is due first first.
   *
   * For staff with the role viewer or a wider one.
   *
   * `.each()` goes through the items of all pages.
   */
  readonly listAllAppeals: Method<"listAllAppeals">;
  /**
   * List everybody's projects, newest first.
   *
   * For staff with the role viewer or a wider one.
   *
   * `.each()` goes through the items of all pages.
   */
  readonly listAllProjects: Method<"listAllProjects">;
  /**
   * List the quotas of all projects that had to be approved by a second person, newest first.
   *
   * For staff with the role viewer or a wider one.
   *
   * `.each()` goes through the items of all pages.
   */
  readonly listAllQuotaProposals: Method<"listAllQuotaProposals">;
  /**
   * List the suspensions and other sanctions of all projects, newest first.
   *
   * For staff with the role viewer or a wider one.
   *
   * `.each()` goes through the items of all pages.
   */
  readonly listAllSuspensions: Method<"listAllSuspensions">;
  /**
   * List a project's keys.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly listAnyKeys: Method<"listAnyKeys">;
  /**
   * List a project's appeals, newest first.
   *
   * Needs the scope `projects:read`.
   *
   * `.each()` goes through the items of all pages.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly listAppeals: Method<"listAppeals">;
  /**
   * List what waits for a second person, and what did, newest first.
   *
   * For staff with the role viewer or a wider one.
   *
   * `.each()` goes through the items of all pages.
   */
  readonly listApprovals: Method<"listApprovals">;
  /**
   * The signed checkpoints of the audit log, newest first, and the key to check them with.
   */
  readonly listAuditCheckpoints: Method<"listAuditCheckpoints">;
  /**
   * List legal holds on the audit log, newest first.
   *
   * For staff with the role viewer or a wider one.
   *
   * `.each()` goes through the items of all pages.
   */
  readonly listAuditHolds: Method<"listAuditHolds">;
  /**
   * List what was changed, newest first.
   *
   * For staff with the role viewer or a wider one.
   *
   * `.each()` goes through the items of all pages.
   */
  readonly listAuditLogs: Method<"listAuditLogs">;
  /**
   * List who came in by a sealed code, newest first.
   *
   * For staff with the role viewer or a wider one.
   *
   * `.each()` goes through the items of all pages.
   */
  readonly listBreakGlass: Method<"listBreakGlass">;
  /**
   * List the rules that find abuse, with what staff said of their detections.
   *
   * For staff with the role viewer or a wider one.
   */
  readonly listDetectionRules: Method<"listDetectionRules">;
  /**
   * List what rules found, newest first.
   *
   * For staff with the role viewer or a wider one.
   *
   * `.each()` goes through the items of all pages.
   */
  readonly listDetections: Method<"listDetections">;
  /**
   * List developers, newest first.
   *
   * For staff with the role viewer or a wider one.
   *
   * `.each()` goes through the items of all pages.
   */
  readonly listDevelopers: Method<"listDevelopers">;
  /**
   * What rules can be written with: each number of a window of requests, explained.
   *
   * For staff with the role viewer or a wider one.
   */
  readonly listFeatures: Method<"listFeatures">;
  /**
   * List all feature flags.
   *
   * For staff with the role viewer or a wider one.
   */
  readonly listFlags: Method<"listFlags">;
  /**
   * The public keys that access tokens verify with (RFC 7517).
   */
  readonly listJwks: Method<"listJwks">;
  /**
   * List a project's keys, newest first, those that are over included.
   *
   * Needs the scope `keys:read`.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly listKeys: Method<"listKeys">;
  /**
   * List what you were told about a project, newest first.
   *
   * Needs the scope `projects:read`.
   *
   * `.each()` goes through the items of all pages.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly listNotices: Method<"listNotices">;
  /**
   * List messages that wait, were sent, or failed, newest first.
   *
   * For staff with the role admin or a wider one.
   *
   * `.each()` goes through the items of all pages.
   */
  readonly listOutbox: Method<"listOutbox">;
  /**
   * List a project's overrides, newest first, with what limits it before, while and after each.
   *
   * For staff with the role viewer or a wider one.
   *
   * `.each()` goes through the items of all pages.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly listOverrides: Method<"listOverrides">;
  /**
   * List what was changed about a project, newest first.
   *
   * Needs the scope `projects:read`.
   *
   * `.each()` goes through the items of all pages.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly listOwnAuditLogs: Method<"listOwnAuditLogs">;
  /**
   * List where you are signed in, the latest first.
   *
   * For staff with the role viewer or a wider one.
   */
  readonly listOwnSessions: Method<"listOwnSessions">;
  /**
   * List plans with what they allow.
   *
   * For staff with the role viewer or a wider one.
   */
  readonly listPlans: Method<"listPlans">;
  /**
   * List what was found in a project's requests and is told to its owner, newest first.
   *
   * Needs the scope `projects:read`.
   *
   * `.each()` goes through the items of all pages.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly listProjectDetections: Method<"listProjectDetections">;
  /**
   * List what the owner of a project was told, newest first.
   *
   * For staff with the role support or a wider one.
   *
   * `.each()` goes through the items of all pages.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly listProjectNotices: Method<"listProjectNotices">;
  /**
   * List any project's limits, with those that staff set.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly listProjectQuotas: Method<"listProjectQuotas">;
  /**
   * List any project's suspensions and other sanctions, newest first.
   *
   * For staff with the role viewer or a wider one.
   *
   * `.each()` goes through the items of all pages.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly listProjectSuspensions: Method<"listProjectSuspensions">;
  /**
   * List a project's webhooks with what went wrong last, newest first.
   *
   * For staff with the role support or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly listProjectWebhooks: Method<"listProjectWebhooks">;
  /**
   * List my projects, newest first.
   *
   * Needs the scope `projects:read`.
   *
   * `.each()` goes through the items of all pages.
   */
  readonly listProjects: Method<"listProjects">;
  /**
   * List the quotas of a project that had to be approved by a second person, newest first.
   *
   * For staff with the role viewer or a wider one.
   *
   * `.each()` goes through the items of all pages.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly listQuotaProposals: Method<"listQuotaProposals">;
  /**
   * List a project's limits, their use, and where each comes from.
   *
   * Needs the scope `projects:read`.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly listQuotas: Method<"listQuotas">;
  /**
   * List the filters you saved, by list and name.
   *
   * For staff with the role viewer or a wider one.
   */
  readonly listSavedFilters: Method<"listSavedFilters">;
  /**
   * List my live sessions.
   *
   * Needs the scope `account:read`.
   */
  readonly listSessions: Method<"listSessions">;
  /**
   * List staff.
   *
   * For staff with the role viewer or a wider one.
   *
   * `.each()` goes through the items of all pages.
   */
  readonly listStaff: Method<"listStaff">;
  /**
   * List where a member of staff is signed in, the latest first.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `staff_not_found`: There is no such member of staff.
   */
  readonly listStaffSessions: Method<"listStaffSessions">;
  /**
   * List a project's suspensions and other sanctions, newest first.
   *
   * Needs the scope `projects:read`.
   *
   * `.each()` goes through the items of all pages.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly listSuspensions: Method<"listSuspensions">;
  /**
   * List my live personal access tokens.
   *
   * Needs the scope `account:read`.
   */
  readonly listTokens: Method<"listTokens">;
  /**
   * List what was sent to a webhook and how that went, newest first.
   *
   * Needs the scope `projects:read`.
   *
   * `.each()` goes through the items of all pages.
   *
   * Refused with:
   * - `webhook_not_found`: There is no such webhook.
   */
  readonly listWebhookDeliveries: Method<"listWebhookDeliveries">;
  /**
   * List a project's webhooks, newest first.
   *
   * Needs the scope `projects:read`.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   */
  readonly listWebhooks: Method<"listWebhooks">;
  /**
   * List what waits for a person, the most urgent first: sessions behind broken glass, appeals, detections, approvals, and what is about to end.
   *
   * For staff with the role viewer or a wider one.
   */
  readonly listWorkQueue: Method<"listWorkQueue">;
  /**
   * Sign in.
   *
   * The answer shows a secret that is not shown again.
   *
   * Refused with:
   * - `wrong_credentials`: E-mail or password is not right.
   * - `too_many_attempts`: There were too many attempts: wait, then try again.
   */
  readonly loginDeveloper: Method<"loginDeveloper">;
  /**
   * Sign in as staff.
   *
   * The answer shows a secret that is not shown again.
   *
   * Refused with:
   * - `wrong_credentials`: E-mail or password is not right.
   * - `too_many_attempts`: There were too many attempts: wait, then try again.
   * - `totp_required`: Six digits of your authenticator app are needed as well, or a recovery code.
   */
  readonly loginStaff: Method<"loginStaff">;
  /**
   * End the session of the access token, or of the refresh token sent.
   *
   * Refused with:
   * - `nothing_to_end`: Say which session to end: send the access token or the refresh token.
   */
  readonly logoutDeveloper: Method<"logoutDeveloper">;
  /**
   * End this session.
   *
   * For staff with the role viewer or a wider one.
   */
  readonly logoutStaff: Method<"logoutStaff">;
  /**
   * Look at rows of a table that was opened; the owner finds each look in the project's audit log, without the rows.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `only_behind_broken_glass`: Rows of a project are looked at behind broken glass only: nobody's usual session shows them.
   * - `rows_not_open`: This session has no such table open: open it first, and say why.
   * - `database_not_there`: This project has no database just now: it is being made, or gone.
   * - `table_not_found`: The project has no such table.
   * - `column_not_found`: The table has no column of a name in `filters`.
   * - `rows_not_readable`: The database did not let these rows be read, or took too long: the owner may not read them, or the filters find too much.
   */
  readonly lookAtRows: Method<"lookAtRows">;
  /**
   * Make ten new recovery codes; those before serve no more.
   *
   * For staff with the role viewer or a wider one. The answer shows a secret that is not shown again.
   *
   * Refused with:
   * - `totp_not_enrolled`: No authenticator app is enrolled.
   */
  readonly makeRecoveryCodes: Method<"makeRecoveryCodes">;
  /**
   * Appeal against a sanction; each can be appealed against once.
   *
   * Needs the scope `projects:write`.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `suspension_not_found`: There is no such suspension.
   * - `already_appealed`: There is an appeal against this sanction: write to that one; each sanction has one.
   * - `appeal_window_over`: This sanction ended too long ago to be appealed against.
   * - `follows_from_appeal`: This sanction is what an appeal led to: that decision is final.
   */
  readonly openAppeal: Method<"openAppeal">;
  /**
   * Come in by a sealed code; all staff are told at once.
   *
   * The answer shows a secret that is not shown again.
   *
   * Refused with:
   * - `wrong_sealed_code`: Holder, code or six digits are not right.
   * - `sealed_code_is_mistyped`: `code` is mistyped: `groups` says in which of its groups.
   * - `sealed_code_is_spent`: This code has served or was revoked: take the next one.
   * - `too_many_attempts`: There were too many attempts: wait, then try again.
   */
  readonly openBreakGlass: Method<"openBreakGlass">;
  /**
   * Escalate to look at the rows of one table, behind broken glass alone; the reason is the one in Break-Glass-Reason.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `only_behind_broken_glass`: Rows of a project are looked at behind broken glass only: nobody's usual session shows them.
   * - `project_not_found`: There is no such project.
   * - `database_not_there`: This project has no database just now: it is being made, or gone.
   * - `table_not_found`: The project has no such table.
   * - `rows_not_readable`: The database did not let these rows be read, or took too long: the owner may not read them, or the filters find too much.
   */
  readonly openRows: Method<"openRows">;
  /**
   * Keep the whole audit log as it is, until the hold is ended.
   *
   * For staff with the role admin or a wider one.
   */
  readonly placeAuditHold: Method<"placeAuditHold">;
  /**
   * Say something on the public status page.
   *
   * For staff with the role operator or a wider one.
   */
  readonly postStatus: Method<"postStatus">;
  /**
   * Show again who you are, by a code or where none is enrolled by the password: for ten minutes this session may do what is sensitive.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `wrong_credentials`: E-mail or password is not right.
   * - `too_many_attempts`: There were too many attempts: wait, then try again.
   * - `totp_required`: Six digits of your authenticator app are needed as well, or a recovery code.
   * - `wrong_code`: The code is not right, or has served already: check that the clock of the device is right.
   */
  readonly proveStaff: Method<"proveStaff">;
  /**
   * Delete a project at once and for good, without days of grace or before they are over; its owner is told why.
   *
   * For staff with the role admin or a wider one. Needs a second person always: nothing is changed, and it waits, until another admin approves exactly that.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `project_is_being_purged`: The project can not be restored any more: its days of grace are over.
   * - `name_does_not_match`: `name` is not what the project is called: look again whether this is the one you mean.
   */
  readonly purgeAnyProject: Method<"purgeAnyProject">;
  /**
   * Look at what a project's database is made of; the look is in the audit log.
   *
   * For staff with the role support or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `database_not_there`: This project has no database just now: it is being made, or gone.
   * - `schema_unreadable`: The project's database does not let itself be read just now: its owner may have changed its password, or taken all its connections.
   */
  readonly readProjectSchema: Method<"readProjectSchema">;
  /**
   * Send something to a webhook once more, as it was.
   *
   * Needs the scope `projects:write`.
   *
   * Refused with:
   * - `webhook_not_found`: There is no such webhook.
   * - `webhook_disabled`: The webhook is disabled: enable it first.
   * - `delivery_not_found`: There is no such delivery.
   * - `delivery_waits`: The delivery waits to be sent already.
   */
  readonly redeliverWebhook: Method<"redeliverWebhook">;
  /**
   * Trade a refresh token for the next pair of tokens.
   *
   * The answer shows a secret that is not shown again.
   *
   * Refused with:
   * - `refresh_token_invalid`: This refresh token is not valid: sign in again.
   * - `refresh_token_reused`: This refresh token was used before, so everything refreshed from it was ended: sign in again.
   * - `refresh_in_progress`: This refresh token is being used by another request at this moment.
   */
  readonly refreshSession: Method<"refreshSession">;
  /**
   * Revoke all live keys of a project and make new ones of the same names and kinds.
   *
   * For staff with the role operator or a wider one. The answer shows a secret that is not shown again.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `project_is_deleted`: The project is deleted: restore it first.
   */
  readonly regenerateKeys: Method<"regenerateKeys">;
  /**
   * Make an account and sign in.
   *
   * The answer shows a secret that is not shown again.
   *
   * Refused with:
   * - `email_taken`: There is an account with this e-mail already: sign in, or reset its password.
   * - `too_many_attempts`: There were too many attempts: wait, then try again.
   */
  readonly registerDeveloper: Method<"registerDeveloper">;
  /**
   * Reject what another member of staff asked for.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `approval_not_found`: Nothing was asked for under this id.
   * - `approval_decided`: This was decided already.
   * - `approval_expired`: Nobody decided this within seven days: ask for it anew.
   * - `not_your_own_approval`: You asked for this: another admin approves or rejects it, and you may withdraw it.
   */
  readonly rejectApproval: Method<"rejectApproval">;
  /**
   * Reject an override that waits for approval; who asked for it does not.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `override_not_found`: There is no such override.
   * - `not_awaiting_approval`: This override does not wait for approval: it never had to, or somebody decided already.
   * - `not_your_own_override`: You asked for this override: somebody else decides it.
   * - `override_over`: This override has ended already.
   */
  readonly rejectOverride: Method<"rejectOverride">;
  /**
   * Reject many overrides that wait, for one reason.
   *
   * For staff with the role operator or a wider one.
   */
  readonly rejectOverrides: Method<"rejectOverrides">;
  /**
   * Reject a quota that waits for approval; who proposed it does not.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `proposal_not_found`: There is no such proposal of a quota.
   * - `proposal_over`: Nobody approved this quota within seven days: set it anew.
   * - `not_awaiting_approval`: This quota does not wait for approval: somebody decided already.
   * - `not_your_own_proposal`: You proposed this quota: somebody else decides it.
   */
  readonly rejectQuotaProposal: Method<"rejectQuotaProposal">;
  /**
   * Reject many quotas that wait, for one reason.
   *
   * For staff with the role operator or a wider one.
   */
  readonly rejectQuotaProposals: Method<"rejectQuotaProposals">;
  /**
   * Put back something that you took, for anybody to take.
   *
   * For staff with the role support or a wider one.
   *
   * Refused with:
   * - `work_not_waiting`: Nothing of this id waits for a person.
   * - `not_taken_by_you`: You have not taken it.
   */
  readonly releaseWork: Method<"releaseWork">;
  /**
   * Remove a rule that finds abuse; answers with what it was. What it led to ends, what it found stays.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `rule_not_found`: There is no such rule.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   */
  readonly removeDetectionRule: Method<"removeDetectionRule">;
  /**
   * Remove many rules that find abuse, for one reason.
   *
   * For staff with the role operator or a wider one.
   */
  readonly removeDetectionRules: Method<"removeDetectionRules">;
  /**
   * Remove a feature flag; answers with what it was.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `flag_not_found`: There is no such flag.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   */
  readonly removeFlag: Method<"removeFlag">;
  /**
   * Remove many feature flags for one reason.
   *
   * For staff with the role operator or a wider one.
   */
  readonly removeFlags: Method<"removeFlags">;
  /**
   * Take a project's own limit away: its plan's counts again.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `project_is_deleted`: The project is deleted, and its limits with it: restore it first.
   * - `quota_not_found`: This project has no limit of its own for this metric.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   * - `confirmation_needed`: This lowers a limit by more than a tenth or below what is used: `consequences` tells whom that hits. Say `confirm`: true to do it.
   */
  readonly removeProjectQuota: Method<"removeProjectQuota">;
  /**
   * Delete a filter you saved; answers with what it was.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `saved_filter_not_found`: You have no such filter.
   */
  readonly removeSavedFilter: Method<"removeSavedFilter">;
  /**
   * Give a project another name.
   *
   * Needs the scope `projects:write`.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `project_name_taken`: You have a project of this name already.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   * - `project_is_deleted`: The project is deleted already.
   */
  readonly renameProject: Method<"renameProject">;
  /**
   * Give a filter you saved another name.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `saved_filter_not_found`: You have no such filter.
   * - `saved_filter_name_taken`: You have a filter of this name for this list already.
   */
  readonly renameSavedFilter: Method<"renameSavedFilter">;
  /**
   * Mail another link to who was invited; the one before serves no more.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `not_invited`: Nobody is invited here: they have joined, or the invitation was revoked.
   * - `too_many_attempts`: There were too many attempts: wait, then try again.
   */
  readonly resendInvitation: Method<"resendInvitation">;
  /**
   * Set a new password by the token mailed; ends every session and revokes every personal access token.
   *
   * Refused with:
   * - `link_invalid`: This token is not valid: it was used, is too old, or was mistyped.
   */
  readonly resetPassword: Method<"resetPassword">;
  /**
   * Take away the authenticator app of a member who lost it and the recovery codes; ends their sessions.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `staff_not_found`: There is no such member of staff.
   * - `not_yourself`: Nobody changes their own role or switches themselves off: ask another admin.
   * - `totp_not_enrolled`: No authenticator app is enrolled.
   */
  readonly resetSecondFactor: Method<"resetSecondFactor">;
  /**
   * Choose a new password by the token of the link, and a code where an app is enrolled; ends every session.
   *
   * Refused with:
   * - `reset_link_invalid`: This link does not serve: it was used, is too old, or was not copied whole. Ask for another.
   * - `totp_required`: Six digits of your authenticator app are needed as well, or a recovery code.
   * - `wrong_code`: The code is not right, or has served already: check that the clock of the device is right.
   * - `too_many_attempts`: There were too many attempts: wait, then try again.
   */
  readonly resetStaffPassword: Method<"resetStaffPassword">;
  /**
   * Take a project's deletion back; a sanction that it is under goes on.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `project_not_deleted`: The project is not deleted, so there is nothing to restore.
   * - `project_is_being_purged`: The project can not be restored any more: its days of grace are over.
   */
  readonly restoreAnyProject: Method<"restoreAnyProject">;
  /**
   * Take the deletion of many projects back for one reason.
   *
   * For staff with the role admin or a wider one.
   */
  readonly restoreAnyProjects: Method<"restoreAnyProjects">;
  /**
   * Take a deletion back.
   *
   * Needs the scope `projects:write`.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `project_not_deleted`: The project is not deleted, so there is nothing to restore.
   * - `project_is_being_purged`: The project can not be restored any more: its days of grace are over.
   */
  readonly restoreProject: Method<"restoreProject">;
  /**
   * Send a message that was given up once more; one that may have been delivered then may be delivered twice.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `message_not_found`: There is no such message.
   * - `message_not_failed`: The message was sent, or waits to be sent already.
   * - `message_is_a_webhooks`: Owners have their webhooks called again themselves: see the webhook's deliveries.
   * - `recipient_is_forgotten`: The account that it was for is deleted, and its address forgotten.
   */
  readonly retryMessage: Method<"retryMessage">;
  /**
   * Send many messages that were given up once more, for one reason.
   *
   * For staff with the role admin or a wider one.
   */
  readonly retryMessages: Method<"retryMessages">;
  /**
   * Say what a session was, having read its transcript; somebody else than its holder does.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `break_glass_session_not_found`: There is no such session.
   * - `break_glass_goes_on`: This session is still open: end it first.
   * - `review_by_another`: Somebody else than the holder reviews a session.
   * - `already_reviewed`: This session is reviewed.
   * - `verdict_contradicts`: `verdict` contradicts what the session was opened as: it can be that, or misuse.
   */
  readonly reviewBreakGlass: Method<"reviewBreakGlass">;
  /**
   * Revoke somebody's key at once.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `key_not_found`: There is no such key.
   * - `key_revoked`: The key is revoked already.
   */
  readonly revokeAnyKey: Method<"revokeAnyKey">;
  /**
   * Revoke many keys at once for one reason.
   *
   * For staff with the role operator or a wider one.
   */
  readonly revokeAnyKeys: Method<"revokeAnyKeys">;
  /**
   * Revoke an invitation: its link serves no more.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `not_invited`: Nobody is invited here: they have joined, or the invitation was revoked.
   */
  readonly revokeInvitation: Method<"revokeInvitation">;
  /**
   * Revoke a key at once.
   *
   * Needs the scope `keys:write`.
   *
   * Refused with:
   * - `key_not_found`: There is no such key.
   * - `key_revoked`: The key is revoked already.
   */
  readonly revokeKey: Method<"revokeKey">;
  /**
   * Revoke a personal access token.
   *
   * Needs the scope `account:write`.
   *
   * Refused with:
   * - `token_not_found`: There is no such token.
   */
  readonly revokeToken: Method<"revokeToken">;
  /**
   * Replace a key by a new one of the same kind; both serve during the overlap.
   *
   * Needs the scope `keys:write`. The answer shows a secret that is not shown again.
   *
   * Refused with:
   * - `key_not_found`: There is no such key.
   * - `key_not_live`: The key is revoked or over: make a new one.
   * - `project_is_deleted`: The project is deleted: restore it first.
   */
  readonly rotateKey: Method<"rotateKey">;
  /**
   * Sign access tokens with a new key from now on.
   *
   * For staff with the role admin or a wider one.
   */
  readonly rotateSigningKey: Method<"rotateSigningKey">;
  /**
   * Give a webhook another secret; both sign during the overlap.
   *
   * Needs the scope `projects:write`. The answer shows a secret that is not shown again.
   *
   * Refused with:
   * - `webhook_not_found`: There is no such webhook.
   */
  readonly rotateWebhookSecret: Method<"rotateWebhookSecret">;
  /**
   * Try a change of a limit or a rule on what is recorded: whom it would have hit, when, how long and how hard. Nothing is changed.
   *
   * For staff with the role support or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `plan_not_found`: There is no such plan.
   * - `empty_range`: `from` must be earlier than `to`.
   * - `range_too_long`: The range is too long: take 62 days at most.
   * - `metric_not_recorded`: What is used of this limit is not recorded, so it can't be tried: `because` says why.
   * - `rule_not_found`: There is no such rule.
   * - `invalid_expression`: The rule's expression can't be used: `fault` says what is wrong and where.
   * - `networks_have_no_sanctions`: A rule about networks can observe or warn, not act: sanctions are on projects.
   * - `networks_have_no_projects`: A rule about networks is about all of them: leave `projectId` out.
   * - `too_much_recorded`: The rule may find something in too much of what is recorded to try it at once: take fewer days, or one project.
   */
  readonly runBacktest: Method<"runBacktest">;
  /**
   * Put a project under a sanction, or move the one that staff put it under to another level.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `already_sanctioned`: This project is under this sanction already, or somebody just put it under another: look again.
   * - `ends_in_the_past`: `endsAt` must lie in the future.
   * - `project_is_deleted`: The project is deleted already.
   */
  readonly sanctionProject: Method<"sanctionProject">;
  /**
   * Save a filter of one of the console's lists, for yourself.
   *
   * For staff with the role viewer or a wider one.
   *
   * Refused with:
   * - `saved_filter_name_taken`: You have a filter of this name for this list already.
   * - `too_many_saved_filters`: Nobody keeps more than 100 filters: delete one first.
   */
  readonly saveFilter: Method<"saveFilter">;
  /**
   * Choose for its owner the schemas that a project's data plane shows.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `project_is_deleted`: The project is deleted already.
   * - `project_not_ready`: This project's database is still being made.
   * - `database_not_there`: This project has no database just now: it is being made, or gone.
   * - `database_not_readable`: The project's database does not let itself be read just now: its owner may have changed its password, or taken all its connections.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   */
  readonly setAnyDataSettings: Method<"setAnyDataSettings">;
  /**
   * Say for its owner by what a project believes the tokens of its end users; the secret can only be taken away.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `project_is_deleted`: The project is deleted: restore it first.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   * - `issuer_missing`: `issuer` is needed with `jwksUrl`: others may publish their keys at the same address.
   * - `jwks_url_missing`: `jwksUrl` is needed with `issuerGrantsServiceRole`, which is about an issuer's keys.
   * - `jwks_url_not_reachable`: `jwksUrl` must be an https address on the internet, without a name and password in it.
   */
  readonly setAnyEndUserAuth: Method<"setAnyEndUserAuth">;
  /**
   * Set how long the audit log is kept, a year at least.
   *
   * For staff with the role admin or a wider one. Needs a second person where it gets shorter: nothing is changed, and it waits, until another admin approves exactly that.
   */
  readonly setAuditRetention: Method<"setAuditRetention">;
  /**
   * Choose the schemas that a project's data plane shows.
   *
   * Needs the scope `projects:write`.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `project_is_deleted`: The project is deleted already.
   * - `project_not_ready`: This project's database is still being made.
   * - `database_not_there`: This project has no database just now: it is being made, or gone.
   * - `database_not_readable`: The project's database does not let itself be read just now: its owner may have changed its password, or taken all its connections.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   */
  readonly setDataSettings: Method<"setDataSettings">;
  /**
   * Put a developer on another plan.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `plan_not_found`: There is no such plan.
   * - `developer_not_found`: There is no such developer.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   * - `confirmation_needed`: This lowers a limit by more than a tenth or below what is used: `consequences` tells whom that hits. Say `confirm`: true to do it.
   */
  readonly setDeveloperPlan: Method<"setDeveloperPlan">;
  /**
   * Say by what a project believes the tokens of its end users; what is left out goes back to its default, but the secret stays.
   *
   * Needs the scope `keys:write`.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `project_is_deleted`: The project is deleted: restore it first.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   * - `issuer_missing`: `issuer` is needed with `jwksUrl`: others may publish their keys at the same address.
   * - `jwks_url_missing`: `jwksUrl` is needed with `issuerGrantsServiceRole`, which is about an issuer's keys.
   * - `jwks_url_not_reachable`: `jwksUrl` must be an https address on the internet, without a name and password in it.
   */
  readonly setEndUserAuth: Method<"setEndUserAuth">;
  /**
   * Make or change a feature flag.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `invalid_flag_definition`: This is not a flag definition of flagd's: `errors` says where.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   */
  readonly setFlag: Method<"setFlag">;
  /**
   * Refuse all requests but staff's with a message, on this host, until it is served again.
   *
   * For staff with the role admin or a wider one.
   */
  readonly setMaintenance: Method<"setMaintenance">;
  /**
   * Set what a plan allows altogether and in one request; what is left out stays.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `plan_not_found`: There is no such plan.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   * - `confirmation_needed`: This lowers a limit by more than a tenth or below what is used: `consequences` tells whom that hits. Say `confirm`: true to do it.
   */
  readonly setPlan: Method<"setPlan">;
  /**
   * Set what limits the projects of a plan where nothing else was set.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `plan_not_found`: There is no such plan.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   * - `confirmation_needed`: This lowers a limit by more than a tenth or below what is used: `consequences` tells whom that hits. Say `confirm`: true to do it.
   */
  readonly setPlanLimit: Method<"setPlanLimit">;
  /**
   * Set a project's own limit. A raise by much waits for somebody else's approval.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `project_is_deleted`: The project is deleted, and its limits with it: restore it first.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   * - `confirmation_needed`: This lowers a limit by more than a tenth or below what is used: `consequences` tells whom that hits. Say `confirm`: true to do it.
   * - `second_person_needed`: This `limit` is far above what is usual: it waits until somebody else on staff approves it, or sets the same, within seven days.
   */
  readonly setProjectQuota: Method<"setProjectQuota">;
  /**
   * Rewrite the project's tables, so that the room of deleted rows is free; each table is locked while it is rewritten.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `database_not_there`: This project has no database just now: it is being made, or gone.
   * - `reclaim_under_way`: A reclaim of this project is under way already.
   */
  readonly startAnyReclaim: Method<"startAnyReclaim">;
  /**
   * Rewrite the project's tables, so that the room of deleted rows is free; each table is locked while it is rewritten.
   *
   * Needs the scope `projects:write`.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `database_not_there`: This project has no database just now: it is being made, or gone.
   * - `reclaim_under_way`: A reclaim of this project is under way already.
   */
  readonly startReclaim: Method<"startReclaim">;
  /**
   * Suspend a project: its keys are refused and its open sessions end.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `project_not_found`: There is no such project.
   * - `already_suspended`: This project is already suspended.
   * - `ends_in_the_past`: `endsAt` must lie in the future.
   * - `project_is_deleted`: The project is deleted already.
   */
  readonly suspendProject: Method<"suspendProject">;
  /**
   * Take something that waits upon yourself, so that others see that somebody looks at it; nothing else is changed, and nothing at all where you have it.
   *
   * For staff with the role support or a wider one.
   *
   * Refused with:
   * - `work_not_waiting`: Nothing of this id waits for a person.
   * - `taken_meanwhile`: Somebody else took it meanwhile: `takenBy` says who.
   */
  readonly takeWork: Method<"takeWork">;
  /**
   * Send a webhook something to try it out; the deliveries tell how that went.
   *
   * Needs the scope `projects:write`.
   *
   * Refused with:
   * - `webhook_not_found`: There is no such webhook.
   * - `webhook_disabled`: The webhook is disabled: enable it first.
   */
  readonly testWebhook: Method<"testWebhook">;
  /**
   * Change my name.
   *
   * Needs the scope `account:write`.
   *
   * Refused with:
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   */
  readonly updateDeveloper: Method<"updateDeveloper">;
  /**
   * Change a member's role, or switch them off; ends their sessions.
   *
   * For staff with the role admin or a wider one. Needs a second person where the role changes, or whether they may sign in: nothing is changed, and it waits, until another admin approves exactly that.
   *
   * Refused with:
   * - `staff_not_found`: There is no such member of staff.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   * - `not_yourself`: Nobody changes their own role or switches themselves off: ask another admin.
   * - `last_admin`: This would leave nobody who may manage staff: make another admin first.
   * - `not_joined`: They have not joined yet: revoke the invitation, and invite them again as they should be.
   */
  readonly updateStaff: Method<"updateStaff">;
  /**
   * Change where a webhook leads and what is sent there, disable it or enable it again.
   *
   * Needs the scope `projects:write`.
   *
   * Refused with:
   * - `webhook_not_found`: There is no such webhook.
   * - `webhook_url_not_reachable`: `url` must be an https address on the internet, without a name and password in it.
   * - `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit.
   */
  readonly updateWebhook: Method<"updateWebhook">;
  /**
   * Try an expression: whether it can be read, what it names, and which ordinary windows it would match.
   *
   * For staff with the role viewer or a wider one.
   */
  readonly validateDetectionRule: Method<"validateDetectionRule">;
  /**
   * Prove an e-mail address by the token mailed to it.
   *
   * Refused with:
   * - `link_invalid`: This token is not valid: it was used, is too old, or was mistyped.
   */
  readonly verifyEmail: Method<"verifyEmail">;
  /**
   * Withdraw what you asked for, while it waits for a second person.
   *
   * For staff with the role admin or a wider one.
   *
   * Refused with:
   * - `approval_not_found`: Nothing was asked for under this id.
   * - `approval_decided`: This was decided already.
   * - `approval_expired`: Nobody decided this within seven days: ask for it anew.
   * - `not_asked_by_you`: Somebody else asked for this: reject it instead.
   */
  readonly withdrawApproval: Method<"withdrawApproval">;
  /**
   * Take your verdict on a detection back, where nothing had followed from the detection that it ended.
   *
   * For staff with the role operator or a wider one.
   *
   * Refused with:
   * - `detection_not_found`: There is no such detection.
   * - `verdict_not_yours`: The verdict in force is not yours: there is none, or somebody judged it since.
   * - `verdict_ended_a_sanction`: A sanction followed from this detection: taking the verdict back would not bring it back.
   */
  readonly withdrawVerdict: Method<"withdrawVerdict">;
  /**
   * Write to staff about an appeal.
   *
   * Needs the scope `projects:write`.
   *
   * Refused with:
   * - `appeal_not_found`: There is no such appeal.
   * - `appeal_decided`: This appeal is decided.
   * - `too_many_messages`: An appeal has at most 100 messages: staff decide by what was written.
   */
  readonly writeToAppeal: Method<"writeToAppeal">;
}

/** What a secret key may read and change of its project's schema. */
export interface SchemaMethods {
  /**
   * Hear what could be safer or faster in the schema, with SQL that mends it.
   *
   * Refused with:
   * - `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
   * - `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
   */
  readonly adviseOnSchema: Method<"adviseOnSchema">;
  /**
   * Apply a named migration, once.
   *
   * Refused with:
   * - `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
   * - `migration_changed`: A migration of this name was applied with another text. Write the next one instead of changing it.
   * - `migration_out_of_order`: A migration with a later name was applied already. Give this one a name that sorts after `lastName`.
   * - `not_alone`: A migration is one transaction, and this statement can't run in one. Leave it out here, and send it to POST /api/sql in a request of its own.
   * - `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
   * - `database_error`: PostgreSQL refused a statement. The code is its SQLSTATE, and message, details, hint and position are its own.
   * - `syntax_error`: The SQL can't be read.
   * - `empty_query`: There is no statement in the query.
   * - `too_many_statements`: A request takes at most 1000 statements. Send the rest by further requests.
   * - `transaction_control`: A request is one transaction already: it is committed when all statements succeed, and rolled back otherwise. Leave BEGIN, COMMIT, ROLLBACK, SAVEPOINT and SET TRANSACTION out.
   * - `extension_not_offered`: This extension or language is not offered here.
   * - `copy_not_offered`: COPY has no stream to read from or write to here. Use INSERT and SELECT, or /api/tables/{table}/import and /api/tables/{table}/export.
   * - `listen_not_offered`: LISTEN and UNLISTEN do nothing here: the session does not outlive the request.
   * - `took_too_long`: The request ran longer than the project's plan lets it and was ended. Nothing was kept.
   * - `unsupported_media_type`: Send the body as application/json, not compressed.
   * - `invalid_json`: The body is not valid JSON in UTF-8.
   */
  readonly applyMigration: Method<"applyMigration">;
  /**
   * Change tables, columns, constraints, indexes, enums, policies and rights, all or nothing.
   *
   * Refused with:
   * - `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
   * - `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
   * - `database_error`: PostgreSQL refused a statement. The code is its SQLSTATE, and message, details, hint and position are its own.
   * - `not_alone`: This statement can't run in a transaction, so it can't stand among others. Send it in a request of its own.
   * - `took_too_long`: The request ran longer than the project's plan lets it and was ended. Nothing was kept.
   * - `unsupported_media_type`: Send the body as application/json, not compressed.
   * - `invalid_json`: The body is not valid JSON in UTF-8.
   */
  readonly changeSchema: Method<"changeSchema">;
  /**
   * Have an extension in the schema extensions.
   *
   * Refused with:
   * - `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
   * - `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
   * - `extension_not_offered`: This extension or language is not offered here.
   * - `database_error`: PostgreSQL refused a statement. The code is its SQLSTATE, and message, details, hint and position are its own.
   * - `took_too_long`: The request ran longer than the project's plan lets it and was ended. Nothing was kept.
   * - `extension_not_available`: This extension is offered, but the server of this project does not have it.
   */
  readonly installExtension: Method<"installExtension">;
  /**
   * List the extensions that are offered.
   *
   * Refused with:
   * - `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
   */
  readonly listExtensions: Method<"listExtensions">;
  /**
   * List the migrations that were applied, in their order.
   *
   * Refused with:
   * - `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
   */
  readonly listMigrations: Method<"listMigrations">;
  /**
   * Read what the project's database holds: tables, columns, relations, functions, policies, ….
   *
   * Refused with:
   * - `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
   */
  readonly readSchema: Method<"readSchema">;
  /**
   * Read one table, with what it refers to and what refers to it.
   *
   * Refused with:
   * - `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
   * - `table_not_found`: There is no such table in this schema.
   */
  readonly readTable: Method<"readTable">;
  /**
   * Get the schema as types for a client.
   *
   * Refused with:
   * - `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
   * - `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
   * - `schema_not_found`: There is no such schema among the project's own.
   */
  readonly readTypes: Method<"readTypes">;
  /**
   * Remove an extension.
   *
   * Refused with:
   * - `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
   * - `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
   * - `extension_not_offered`: This extension or language is not offered here.
   * - `database_error`: PostgreSQL refused a statement. The code is its SQLSTATE, and message, details, hint and position are its own.
   * - `took_too_long`: The request ran longer than the project's plan lets it and was ended. Nothing was kept.
   * - `extension_not_installed`: This extension is not installed in this project.
   */
  readonly removeExtension: Method<"removeExtension">;
}

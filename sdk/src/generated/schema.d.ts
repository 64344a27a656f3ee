// Made by `npm run generate` from the operations of the API; do not edit.
export interface paths {
    "/api/admin/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List appeals, the one that is due first first
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listAllAppeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/appeals/{appealId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An appeal, with what both sides wrote
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["getAnyAppeal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/appeals/{appealId}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide an appeal: uphold the sanction, lift it, or put a milder one in its place; who imposed it does not decide
         * @description For staff with the role operator or a wider one.
         */
        post: operations["decideAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/appeals/{appealId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write to the owner about an appeal, without deciding it
         * @description For staff with the role support or a wider one.
         */
        post: operations["answerAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/appeals/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write the same to the owners of many appeals, without deciding them
         * @description For staff with the role support or a wider one.
         */
        post: operations["answerAppeals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was changed, newest first
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listAuditLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take entries out as CSV or lines of JSON, newest first; that this was done is an entry itself
         * @description For staff with the role operator or a wider one.
         */
        post: operations["exportAuditLogs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List legal holds on the audit log, newest first
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listAuditHolds"];
        put?: never;
        /**
         * Keep the whole audit log as it is, until the hold is ended
         * @description For staff with the role admin or a wider one.
         */
        post: operations["placeAuditHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/holds/{holdId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a legal hold; only an admin who did not place it can
         * @description For staff with the role admin or a wider one.
         */
        post: operations["endAuditHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in as staff
         * @description The answer shows a secret that is not shown again.
         */
        post: operations["loginStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this session
         * @description For staff with the role viewer or a wider one.
         */
        post: operations["logoutStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/auth/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin the enrolment of an authenticator app; it counts once confirmed
         * @description For staff with the role viewer or a wider one. The answer shows a secret that is not shown again.
         */
        post: operations["beginTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/auth/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the enrolment by a code; from now on sign-in asks for one
         * @description For staff with the role viewer or a wider one.
         */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/backtests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a change of a limit or a rule on what is recorded: whom it would have hit, when, how long and how hard. Nothing is changed
         * @description For staff with the role support or a wider one.
         */
        post: operations["runBacktest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/break-glass/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who came in by a sealed code, newest first
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listBreakGlass"];
        put?: never;
        /**
         * Come in by a sealed code; all staff are told at once
         * @description The answer shows a secret that is not shown again.
         */
        post: operations["openBreakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/break-glass/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a session with its transcript: what was read, what was changed, before and after
         * @description For staff with the role support or a wider one.
         */
        get: operations["getBreakGlass"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/break-glass/sessions/{sessionId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a session at once: one's own, or as an admin anybody's
         * @description For staff with the role viewer or a wider one.
         */
        post: operations["endBreakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/break-glass/sessions/{sessionId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what a session was, having read its transcript; somebody else than its holder does
         * @description For staff with the role operator or a wider one.
         */
        post: operations["reviewBreakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/detection-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the rules that find abuse, with what staff said of their detections
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listDetectionRules"];
        put?: never;
        /**
         * Make a rule that finds abuse
         * @description For staff with the role operator or a wider one.
         */
        post: operations["addDetectionRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/detection-rules/{ruleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A rule that finds abuse
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["getDetectionRule"];
        /**
         * Change a rule that finds abuse; what it found before stays with the rule as it was
         * @description For staff with the role operator or a wider one.
         */
        put: operations["changeDetectionRule"];
        post?: never;
        /**
         * Remove a rule that finds abuse; answers with what it was. What it led to ends, what it found stays
         * @description For staff with the role operator or a wider one.
         */
        delete: operations["removeDetectionRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/detection-rules/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove many rules that find abuse, for one reason
         * @description For staff with the role operator or a wider one.
         */
        post: operations["removeDetectionRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/detection-rules/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try an expression: whether it can be read, what it names, and which ordinary windows it would match
         * @description For staff with the role viewer or a wider one.
         */
        post: operations["validateDetectionRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/detections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what rules found, newest first
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listDetections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/detections/{detectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A detection, with all it was decided from and the rule as it was then
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["getDetection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/detections/{detectionId}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say whether a detection is right; one that is not, or that is dismissed, ends what followed from it at once
         * @description For staff with the role operator or a wider one.
         */
        post: operations["judgeDetection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/detections/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say the same of many detections
         * @description For staff with the role operator or a wider one.
         */
        post: operations["judgeDetections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/developers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List developers, newest first
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listDevelopers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/developers/{developerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A developer
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["getAnyDeveloper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/developers/{developerId}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a developer on another plan
         * @description For staff with the role operator or a wider one.
         */
        put: operations["setDeveloperPlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What rules can be written with: each number of a window of requests, explained
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listFeatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all feature flags
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listFlags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/flags/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A feature flag
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["getFlag"];
        /**
         * Make or change a feature flag
         * @description For staff with the role operator or a wider one.
         */
        put: operations["setFlag"];
        post?: never;
        /**
         * Remove a feature flag; answers with what it was
         * @description For staff with the role operator or a wider one.
         */
        delete: operations["removeFlag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/flags/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove many feature flags for one reason
         * @description For staff with the role operator or a wider one.
         */
        post: operations["removeFlags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/keys/{keyId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke somebody's key at once
         * @description For staff with the role operator or a wider one.
         */
        post: operations["revokeAnyKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/keys/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke many keys at once for one reason
         * @description For staff with the role operator or a wider one.
         */
        post: operations["revokeAnyKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/maintenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Refuse all requests but staff's with a message, on this host, until it is served again
         * @description For staff with the role admin or a wider one.
         */
        put: operations["setMaintenance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List messages that wait, were sent, or failed, newest first
         * @description For staff with the role admin or a wider one.
         */
        get: operations["listOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/outbox/{messageId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message that was given up once more; one that may have been delivered then may be delivered twice
         * @description For staff with the role admin or a wider one.
         */
        post: operations["retryMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/outbox/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send many messages that were given up once more, for one reason
         * @description For staff with the role admin or a wider one.
         */
        post: operations["retryMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/overrides/{overrideId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve an override that raises a limit by much; who asked for it does not
         * @description For staff with the role operator or a wider one.
         */
        post: operations["approveOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/overrides/{overrideId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an override before its time
         * @description For staff with the role operator or a wider one.
         */
        post: operations["endOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/overrides/{overrideId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject an override that waits for approval; who asked for it does not
         * @description For staff with the role operator or a wider one.
         */
        post: operations["rejectOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/overrides/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve many overrides that wait, for one reason
         * @description For staff with the role operator or a wider one.
         */
        post: operations["approveOverrides"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/overrides/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End many overrides before their time, for one reason
         * @description For staff with the role operator or a wider one.
         */
        post: operations["endOverrides"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/overrides/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject many overrides that wait, for one reason
         * @description For staff with the role operator or a wider one.
         */
        post: operations["rejectOverrides"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List plans with what they allow
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/plans/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set what a plan allows altogether and in one request; what is left out stays
         * @description For staff with the role admin or a wider one.
         */
        put: operations["setPlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/plans/{plan}/limits/{metric}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set what limits the projects of a plan where nothing else was set
         * @description For staff with the role admin or a wider one.
         */
        put: operations["setPlanLimit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List everybody's projects, newest first
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listAllProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/{projectId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A project
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["getAnyProject"];
        put?: never;
        post?: never;
        /**
         * Suspend a project and schedule its deletion: its owner is told why, and can restore it until purgeAt
         * @description For staff with the role admin or a wider one.
         */
        delete: operations["deleteAnyProject"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/{projectId}/auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * By what a project believes the tokens of its end users
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["getAnyEndUserAuth"];
        /**
         * Say for its owner by what a project believes the tokens of its end users; the secret can only be taken away
         * @description For staff with the role operator or a wider one.
         */
        put: operations["setAnyEndUserAuth"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/{projectId}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a project's data plane shows
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["getAnyDataSettings"];
        /**
         * Choose for its owner the schemas that a project's data plane shows
         * @description For staff with the role operator or a wider one.
         */
        put: operations["setAnyDataSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/{projectId}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a project's keys
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listAnyKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/{projectId}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what the owner of a project was told, newest first
         * @description For staff with the role support or a wider one.
         */
        get: operations["listProjectNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/{projectId}/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a project's overrides, newest first, with what limits it before, while and after each
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listOverrides"];
        put?: never;
        /**
         * Set a limit for a time; it ends by itself. A raise by much waits for somebody else's approval
         * @description For staff with the role operator or a wider one.
         */
        post: operations["addOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/{projectId}/quota-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the quotas of a project that had to be approved by a second person, newest first
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listQuotaProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/{projectId}/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List any project's limits, with those that staff set
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listProjectQuotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/{projectId}/quotas/{metric}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a project's own limit. A raise by much waits for somebody else's approval
         * @description For staff with the role operator or a wider one.
         */
        put: operations["setProjectQuota"];
        post?: never;
        /**
         * Take a project's own limit away: its plan's counts again
         * @description For staff with the role operator or a wider one.
         */
        delete: operations["removeProjectQuota"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/{projectId}/reclaim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what reclaiming the room of deleted rows would free, table by table
         * @description For staff with the role support or a wider one.
         */
        get: operations["getAnyReclaimable"];
        put?: never;
        /**
         * Rewrite the project's tables, so that the room of deleted rows is free; each table is locked while it is rewritten
         * @description For staff with the role operator or a wider one.
         */
        post: operations["startAnyReclaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/{projectId}/regenerate-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke all live keys of a project and make new ones of the same names and kinds
         * @description For staff with the role operator or a wider one. The answer shows a secret that is not shown again.
         */
        post: operations["regenerateKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/{projectId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a project's deletion back; a sanction that it is under goes on
         * @description For staff with the role admin or a wider one.
         */
        post: operations["restoreAnyProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/{projectId}/sanctions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a project under a sanction, or move the one that staff put it under to another level
         * @description For staff with the role operator or a wider one.
         */
        post: operations["sanctionProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/{projectId}/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at what a project's database is made of; the look is in the audit log
         * @description For staff with the role support or a wider one.
         */
        get: operations["readProjectSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/{projectId}/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List any project's suspensions and other sanctions, newest first
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listProjectSuspensions"];
        put?: never;
        /**
         * Suspend a project: its keys are refused and its open sessions end
         * @description For staff with the role operator or a wider one.
         */
        post: operations["suspendProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/{projectId}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what any project used
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["getProjectUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/{projectId}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a project's webhooks with what went wrong last, newest first
         * @description For staff with the role support or a wider one.
         */
        get: operations["listProjectWebhooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/projects/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the deletion of many projects back for one reason
         * @description For staff with the role admin or a wider one.
         */
        post: operations["restoreAnyProjects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/quota-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the quotas of all projects that had to be approved by a second person, newest first
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listAllQuotaProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/quota-proposals/{proposalId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a quota that raises a limit by much: it is in force at once; who proposed it does not
         * @description For staff with the role operator or a wider one.
         */
        post: operations["approveQuotaProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/quota-proposals/{proposalId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a quota that waits for approval; who proposed it does not
         * @description For staff with the role operator or a wider one.
         */
        post: operations["rejectQuotaProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/quota-proposals/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve many quotas that wait, for one reason
         * @description For staff with the role operator or a wider one.
         */
        post: operations["approveQuotaProposals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/quota-proposals/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject many quotas that wait, for one reason
         * @description For staff with the role operator or a wider one.
         */
        post: operations["rejectQuotaProposals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/signing-keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign access tokens with a new key from now on
         * @description For staff with the role admin or a wider one.
         */
        post: operations["rotateSigningKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List staff
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listStaff"];
        put?: never;
        /**
         * Add a member of staff
         * @description For staff with the role admin or a wider one.
         */
        post: operations["createStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/staff/{staffId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a member's role, or switch them off; ends their sessions
         * @description For staff with the role admin or a wider one.
         */
        patch: operations["updateStaff"];
        trace?: never;
    };
    "/api/admin/status/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say something on the public status page
         * @description For staff with the role operator or a wider one.
         */
        post: operations["postStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the suspensions and other sanctions of all projects, newest first
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["listAllSuspensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/suspensions/{suspensionId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Let a sanction that staff imposed end later, earlier, or not before it is lifted; its owner is told
         * @description For staff with the role operator or a wider one.
         */
        put: operations["changeSanctionEnd"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/suspensions/{suspensionId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what was known when a sanction was decided, and whether it is still what was sealed then
         * @description For staff with the role viewer or a wider one.
         */
        get: operations["getEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/suspensions/{suspensionId}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift a suspension or another sanction: the project is served again at once
         * @description For staff with the role operator or a wider one.
         */
        post: operations["liftSuspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/suspensions/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift many suspensions or other sanctions for one reason
         * @description For staff with the role operator or a wider one.
         */
        post: operations["liftSuspensions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed checkpoints of the audit log, newest first, and the key to check them with */
        get: operations["listAuditCheckpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys that access tokens verify with (RFC 7517) */
        get: operations["listJwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a token for a new password mailed; answers the same whether or not there is such an account */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description The answer shows a secret that is not shown again.
         */
        post: operations["loginDeveloper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session of the access token, or of the refresh token sent */
        post: operations["logoutDeveloper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trade a refresh token for the next pair of tokens
         * @description The answer shows a secret that is not shown again.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an account and sign in
         * @description The answer shows a secret that is not shown again.
         */
        post: operations["registerDeveloper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password by the token mailed; ends every session and revokes every personal access token */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove an e-mail address by the token mailed to it */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/developer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I
         * @description Needs the scope `account:read`.
         */
        get: operations["getDeveloper"];
        put?: never;
        post?: never;
        /**
         * Delete my account; its projects must be gone
         * @description Needs the scope `account:write`.
         */
        delete: operations["deleteDeveloper"];
        options?: never;
        head?: never;
        /**
         * Change my name
         * @description Needs the scope `account:write`.
         */
        patch: operations["updateDeveloper"];
        trace?: never;
    };
    "/api/developer/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the plan I am on, and how many projects I have of those it allows
         * @description Needs the scope `account:read`.
         */
        get: operations["getOwnPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/developer/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my live sessions
         * @description Needs the scope `account:read`.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/developer/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session at once
         * @description Needs the scope `account:write`.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/developer/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my live personal access tokens
         * @description Needs the scope `account:read`.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Make a personal access token; it is shown this once
         * @description Needs the scope `account:write`. The answer shows a secret that is not shown again.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/developer/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a personal access token
         * @description Needs the scope `account:write`.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this process serves; asks nobody else */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/db": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the control database answers, how fast, and how busy the way to it is */
        get: operations["getDatabaseHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this process runs at all; where it does not answer, restart it */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this process can do all its work: the database answers and is up to date */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/redis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether Redis answers, where one is configured */
        get: operations["getRedisHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my projects, newest first
         * @description Needs the scope `projects:read`.
         */
        get: operations["listProjects"];
        put?: never;
        /**
         * Make a project with a database of its own
         * @description Needs the scope `projects:write`.
         */
        post: operations["createProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A project of mine
         * @description Needs the scope `projects:read`.
         */
        get: operations["getProject"];
        put?: never;
        post?: never;
        /**
         * Delete a project; it can be restored until purgeAt
         * @description Needs the scope `projects:write`.
         */
        delete: operations["deleteProject"];
        options?: never;
        head?: never;
        /**
         * Give a project another name
         * @description Needs the scope `projects:write`.
         */
        patch: operations["renameProject"];
        trace?: never;
    };
    "/api/projects/{projectId}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a project's appeals, newest first
         * @description Needs the scope `projects:read`.
         */
        get: operations["listAppeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/appeals/{appealId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An appeal of mine, with what both sides wrote
         * @description Needs the scope `projects:read`.
         */
        get: operations["getAppeal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/appeals/{appealId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write to staff about an appeal
         * @description Needs the scope `projects:write`.
         */
        post: operations["writeToAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was changed about a project, newest first
         * @description Needs the scope `projects:read`.
         */
        get: operations["listOwnAuditLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * By what a project believes the tokens of its end users
         * @description Needs the scope `keys:read`.
         */
        get: operations["getEndUserAuth"];
        /**
         * Say by what a project believes the tokens of its end users; what is left out goes back to its default, but the secret stays
         * @description Needs the scope `keys:write`.
         */
        put: operations["setEndUserAuth"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a project's data plane shows
         * @description Needs the scope `projects:read`.
         */
        get: operations["getDataSettings"];
        /**
         * Choose the schemas that a project's data plane shows
         * @description Needs the scope `projects:write`.
         */
        put: operations["setDataSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/detections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was found in a project's requests and is told to its owner, newest first
         * @description Needs the scope `projects:read`.
         */
        get: operations["listProjectDetections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a project's keys, newest first, those that are over included
         * @description Needs the scope `keys:read`.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make an API key; it is shown this once
         * @description Needs the scope `keys:write`. The answer shows a secret that is not shown again.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a key at once
         * @description Needs the scope `keys:write`.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/keys/{keyId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a key by a new one of the same kind; both serve during the overlap
         * @description Needs the scope `keys:write`. The answer shows a secret that is not shown again.
         */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what you were told about a project, newest first
         * @description Needs the scope `projects:read`.
         */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a project's limits, their use, and where each comes from
         * @description Needs the scope `projects:read`.
         */
        get: operations["listQuotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/reclaim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what reclaiming the room of deleted rows would free, table by table
         * @description Needs the scope `projects:read`.
         */
        get: operations["getReclaimable"];
        put?: never;
        /**
         * Rewrite the project's tables, so that the room of deleted rows is free; each table is locked while it is rewritten
         * @description Needs the scope `projects:write`.
         */
        post: operations["startReclaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a deletion back
         * @description Needs the scope `projects:write`.
         */
        post: operations["restoreProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a project's suspensions and other sanctions, newest first
         * @description Needs the scope `projects:read`.
         */
        get: operations["listSuspensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/suspensions/{suspensionId}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Appeal against a sanction; each can be appealed against once
         * @description Needs the scope `projects:write`.
         */
        post: operations["openAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a project used
         * @description Needs the scope `projects:read`.
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a project's webhooks, newest first
         * @description Needs the scope `projects:read`.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Have a project's notices sent to an address of yours; what signs them is shown this once
         * @description Needs the scope `projects:write`. The answer shows a secret that is not shown again.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A webhook of a project
         * @description Needs the scope `projects:read`.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook; what still waits is not sent any more
         * @description Needs the scope `projects:write`.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change where a webhook leads and what is sent there, disable it or enable it again
         * @description Needs the scope `projects:write`.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/api/projects/{projectId}/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was sent to a webhook and how that went, newest first
         * @description Needs the scope `projects:read`.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send something to a webhook once more, as it was
         * @description Needs the scope `projects:write`.
         */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/webhooks/{webhookId}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook another secret; both sign during the overlap
         * @description Needs the scope `projects:write`. The answer shows a secret that is not shown again.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/webhooks/{webhookId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a webhook something to try it out; the deliveries tell how that went
         * @description Needs the scope `projects:write`.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The project's tables and functions that the key may use, as OpenAPI 2.0 */
        get: operations["describeData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rest/{table}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read rows */
        get: operations["readRows"];
        put?: never;
        /** Insert a row, or a list of rows */
        post: operations["insertRows"];
        /** Delete the rows that the filters mean */
        delete: operations["deleteRows"];
        options?: never;
        head?: never;
        /** Change the rows that the filters mean */
        patch: operations["updateRows"];
        trace?: never;
    };
    "/api/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what the project's database holds: tables, columns, relations, functions, policies, … */
        get: operations["readSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schema/advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hear what could be safer or faster in the schema, with SQL that mends it */
        get: operations["adviseOnSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schema/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change tables, columns, constraints, indexes, enums, policies and rights, all or nothing */
        post: operations["changeSchema"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schema/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the extensions that are offered */
        get: operations["listExtensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schema/extensions/{extension}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Have an extension in the schema extensions */
        put: operations["installExtension"];
        post?: never;
        /** Remove an extension */
        delete: operations["removeExtension"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schema/migrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the migrations that were applied, in their order */
        get: operations["listMigrations"];
        put?: never;
        /** Apply a named migration, once */
        post: operations["applyMigration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schema/tables/{table}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one table, with what it refers to and what refers to it */
        get: operations["readTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schema/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the schema as types for a client */
        get: operations["readTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sql": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run SQL as the owner of the project's database */
        post: operations["runSql"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tables/{table}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export all rows of a table, streamed */
        get: operations["exportTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tables/{table}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import rows into a table, streamed, all or nothing */
        post: operations["importTable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What an application presents to the data plane, without its secret. */
        ApiKey: {
            createdAt: string;
            expiresAt: string | null;
            /** @example key_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /**
             * @example secret
             * @enum {string}
             */
            kind: "publishable" | "secret";
            lastUsedAt: string | null;
            name: string;
            /** @description how the key begins, to tell keys apart */
            prefix: string;
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string;
            revokedAt: string | null;
            scopes: ("data:read" | "data:write" | "sql")[];
        };
        /** @description What an owner says against a sanction, and what was decided. */
        Appeal: {
            /** @description what staff say to their decision */
            answer: string | null;
            decidedAt: string | null;
            /** @description by when staff decide */
            dueAt: string;
            /** @example apl_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /** @description whoever imposed the sanction decided, since nobody else on staff could; a day after it was opened at the earliest */
            isDecidedAlone: boolean;
            openedAt: string;
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string;
            /**
             * @description the milder sanction that took its place
             * @example sus_01jh8x4q3efyxb0v1s2t3w4y5z
             */
            replacedById: string | null;
            /**
             * @description `open` and `overdue` wait for a decision; `closed`: the project was purged before there was one
             * @enum {string}
             */
            state: "open" | "overdue" | "upheld" | "lifted" | "replaced" | "closed";
            /** @example sus_01jh8x4q3efyxb0v1s2t3w4y5z */
            suspensionId: string;
        };
        /** @description What one side wrote about an appeal. */
        AppealMessage: {
            body: string;
            /** @example amg_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /** @enum {string} */
            side: "owner" | "staff";
            writtenAt: string;
        };
        /** @description An appeal with everything that both sides wrote, in order. */
        AppealThread: {
            /** @description what staff say to their decision */
            answer: string | null;
            decidedAt: string | null;
            /** @description by when staff decide */
            dueAt: string;
            /** @example apl_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /** @description whoever imposed the sanction decided, since nobody else on staff could; a day after it was opened at the earliest */
            isDecidedAlone: boolean;
            messages: components["schemas"]["AppealMessage"][];
            openedAt: string;
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string;
            /**
             * @description the milder sanction that took its place
             * @example sus_01jh8x4q3efyxb0v1s2t3w4y5z
             */
            replacedById: string | null;
            /**
             * @description `open` and `overdue` wait for a decision; `closed`: the project was purged before there was one
             * @enum {string}
             */
            state: "open" | "overdue" | "upheld" | "lifted" | "replaced" | "closed";
            /** @example sus_01jh8x4q3efyxb0v1s2t3w4y5z */
            suspensionId: string;
        };
        AppliedMigration: {
            checksum: string;
            /** @description It is applied, now or before; false in a dry run of a new one. */
            isDone: boolean;
            /** @description False where it had been applied before, with the same text: then nothing was done. */
            isNew: boolean;
            name: string;
            statementsCount: number;
        };
        /** @description How far the audit log went: kept elsewhere, it shows whether the log was cut or made anew since. */
        AuditCheckpoint: {
            at: string;
            /** @description a signed note (C2SP): whose log it is, how many batches, the hash of the last in base64, how many entries, and when; then the signature */
            note: string;
            /** @description the batch it is of */
            number: number;
        };
        AuditExport: {
            entries: number;
            /** @enum {string} */
            format: "csv" | "ndjson";
            nextCursor: string | null;
            /** @description the file; a CSV of a further part begins with the names of the columns again */
            text: string;
        };
        /** @description While one is in force, nothing of the audit log is removed or erased. */
        AuditHold: {
            endedAt: string | null;
            endedBy: string | null;
            endReason: string | null;
            /** @example hld_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            placedAt: string;
            placedBy: string;
            reason: string;
        };
        /** @description One change: who, what, when, and why. */
        AuditLog: {
            /** @description the id of the operation */
            action: string;
            /**
             * @description kind and id of who acted
             * @example staff:stf_01jh8x4q3efyxb0v1s2t3w4y5z
             */
            actor: string;
            /** @description where it was asked from; gone once the account is deleted */
            address: string | null;
            /** @description the same as it became */
            after: {
                [key: string]: unknown;
            } | null;
            at: string;
            /** @description what the act changed, as it was */
            before: {
                [key: string]: unknown;
            } | null;
            /** @description the break-glass session it was done in */
            breakGlass: string | null;
            developerId: string | null;
            id: string;
            /** @description kind and id of whoever had it done, where a job went on with it */
            onBehalfOf: string | null;
            projectId: string | null;
            reason: string | null;
            requestId: string;
            /** @description the session, or the personal access token, it was done by */
            sessionId: string | null;
            target: string;
            userAgent: string | null;
        };
        /** @description What a change would have done, tried on what is recorded. */
        Backtest: components["schemas"]["LimitBacktest"] | components["schemas"]["RuleBacktest"];
        /** @description The change that is tried: a limit of projects, one of a plan where projects have none of their own, or a rule that finds abuse. */
        BacktestChange: {
            /** @enum {string} */
            kind: "quota";
            /**
             * @description 0 allows nothing
             * @example 1000
             */
            limit: number;
            metric: components["schemas"]["Metric"];
            /**
             * @description of every project, if left out
             * @example prj_01jh8x4q3efyxb0v1s2t3w4y5z
             */
            projectId?: string;
        } | {
            /** @enum {string} */
            kind: "plan";
            /**
             * @description 0 allows nothing
             * @example 1000
             */
            limit: number;
            metric: components["schemas"]["Metric"];
            plan: string;
        } | {
            /** @enum {string} */
            kind: "rule";
            /**
             * @description tried on every project, if left out
             * @example prj_01jh8x4q3efyxb0v1s2t3w4y5z
             */
            projectId?: string;
            rule: components["schemas"]["TriedRule"];
            /**
             * @description the saved rule that is changed: the answer then compares with it
             * @example rul_01jh8x4q3efyxb0v1s2t3w4y5z
             */
            ruleId?: string;
        };
        /** @description One line of the transcript. */
        BreakGlassAct: {
            /** @description the same as it became */
            after: {
                [key: string]: unknown;
            } | null;
            at: string;
            /** @description what was changed, as it was */
            before: {
                [key: string]: unknown;
            } | null;
            /** @example bga_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /** @enum {string} */
            kind: "read" | "asked" | "changed";
            requestId: string;
            target: string | null;
            /** @description a request; of what was changed, the operation */
            what: string;
            why: string | null;
        };
        BreakGlassOpened: {
            accessToken: string;
            expiresAt: string;
            session: components["schemas"]["BreakGlassSession"];
        };
        /** @description A time in which somebody was in by a sealed code. */
        BreakGlassSession: {
            endedAt: string | null;
            /** @description nobody, where it ended at its time */
            endedBy: string | null;
            expiresAt: string;
            /** @example stf_01jh8x4q3efyxb0v1s2t3w4y5z */
            holder: string;
            /** @example bgs_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            incident: string;
            isDrill: boolean;
            openedAt: string;
            reason: string;
            review: string | null;
            reviewedAt: string | null;
            reviewedBy: string | null;
            /** @enum {string} */
            state: "open" | "ended" | "reviewed";
            /** @enum {string|null} */
            verdict: "drill" | "emergency" | "misuse" | null;
        };
        ChangedSchema: {
            isDone: boolean;
            /** @description The SQL, statement by statement. */
            statements: string[];
        };
        ColumnInput: {
            check?: string;
            comment?: string;
            /**
             * @description An SQL expression: a text stands in its quotes.
             * @example now()
             */
            default?: string;
            generatedAs?: string;
            /** @enum {string} */
            identity?: "always" | "by default";
            /** @default true */
            isNullable?: boolean;
            /** @default false */
            isPrimaryKey?: boolean;
            /** @default false */
            isUnique?: boolean;
            name: string;
            references?: {
                column?: string;
                /** @enum {string} */
                onDelete?: "no action" | "restrict" | "cascade" | "set null" | "set default";
                /** @enum {string} */
                onUpdate?: "no action" | "restrict" | "cascade" | "set null" | "set default";
                /**
                 * @description The schema it is in.
                 * @default public
                 */
                schema?: string;
                table: string;
            };
            /**
             * @description As in SQL, such as `text`, `numeric(10, 2)`, `uuid[]`.
             * @example text
             */
            type: string;
        };
        ConstraintInput: {
            columns: string[];
            /** @enum {string} */
            kind: "primary key";
            /** @description PostgreSQL makes one up if it is left out. */
            name?: string;
        } | {
            columns: string[];
            /** @enum {string} */
            kind: "unique";
            /** @description PostgreSQL makes one up if it is left out. */
            name?: string;
        } | {
            expression: string;
            /** @enum {string} */
            kind: "check";
            /** @description PostgreSQL makes one up if it is left out. */
            name?: string;
        } | {
            columns: string[];
            /** @default false */
            isDeferrable?: boolean;
            /** @enum {string} */
            kind: "foreign key";
            /** @description PostgreSQL makes one up if it is left out. */
            name?: string;
            /** @enum {string} */
            onDelete?: "no action" | "restrict" | "cascade" | "set null" | "set default";
            /** @enum {string} */
            onUpdate?: "no action" | "restrict" | "cascade" | "set null" | "set default";
            references: {
                columns?: string[];
                /**
                 * @description The schema it is in.
                 * @default public
                 */
                schema?: string;
                table: string;
            };
        };
        /** @description What a project's database, or the dialect its tables are served in, says no with. */
        DatabaseError: {
            /** @description PostgreSQL's SQLSTATE, or a code of the dialect (PGRST…) */
            code: string;
            details: string | null;
            hint: string | null;
            message: string;
        };
        /** @description What a project's data plane shows. */
        DataSettings: {
            /**
             * @description The schemas that `/api/rest` shows; the first is meant where a request names none by `Accept-Profile` or `Content-Profile`.
             * @example [
             *       "public",
             *       "shop"
             *     ]
             */
            exposedSchemas: string[];
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string;
        };
        /** @description Something that a rule found. */
        Detection: {
            description: string;
            /** @description when it fell quiet */
            endedAt: string | null;
            /** @description of error rates: the door and what was asked for there */
            endpoint: string | null;
            /** @example det_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /** @enum {string} */
            kind: "pattern" | "spike" | "error_rate";
            lastSeenAt: string;
            /**
             * @description null where it is of a network
             * @example prj_01jh8x4q3efyxb0v1s2t3w4y5z
             */
            projectId: string | null;
            startedAt: string;
            /**
             * @description the sanction that followed
             * @example sus_01jh8x4q3efyxb0v1s2t3w4y5z
             */
            suspensionId: string | null;
            title: string;
        };
        /** @description What is looked for in requests, and what follows when it is found. */
        DetectionRule: {
            /** @description so long after it fell quiet the same is no new detection */
            cooldownSeconds: number;
            createdAt: string;
            /** @description what it finds and why that matters; owners are told it */
            description: string;
            /**
             * @description how long a sanction lasts at most; it ends sooner when nothing is found any more
             * @example 3600
             */
            durationSeconds: number;
            /** @example rul_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            isEnabled: boolean;
            /** @description whether it came with the platform */
            isShipped: boolean;
            /** @example many_downloads */
            key: string;
            /** @enum {string} */
            kind: "pattern" | "spike" | "error_rate";
            /**
             * @description the strictest sanction it may impose
             * @enum {string}
             */
            level: "warned" | "throttled" | "restricted" | "suspended";
            /**
             * @description note it, tell whoever it is about as well, or put the project under a sanction, too
             * @enum {string}
             */
            mode: "observe" | "warn" | "act";
            /** @description what staff said of its detections */
            precision: {
                dismissed: number;
                falsePositives: number;
                truePositives: number;
                unjudged: number;
                /** @description true positives among those judged true or false; null while none is judged */
                value: number | null;
            };
            revision: number;
            settings: components["schemas"]["PatternSettings"] | components["schemas"]["SpikeSettings"] | components["schemas"]["ErrorRateSettings"];
            title: string;
            updatedAt: string;
            updatedBy: string;
        };
        DetectionWithInputs: {
            description: string;
            /** @description when it fell quiet */
            endedAt: string | null;
            /** @description of error rates: the door and what was asked for there */
            endpoint: string | null;
            /** @example det_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /** @description all it was decided from, as it was when the score was highest */
            inputs: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            kind: "pattern" | "spike" | "error_rate";
            lastSeenAt: string;
            /** @enum {string} */
            mode: "observe" | "warn" | "act";
            /**
             * @description null where it is of a network
             * @example prj_01jh8x4q3efyxb0v1s2t3w4y5z
             */
            projectId: string | null;
            /** @description the rule as it was then */
            rule: {
                [key: string]: unknown;
            };
            /** @example rul_01jh8x4q3efyxb0v1s2t3w4y5z */
            ruleId: string;
            ruleKey: string;
            ruleRevision: number;
            /** @description how far above what the rule allows; of patterns 1 */
            score: number;
            startedAt: string;
            /** @description a project, or the digest of a network */
            subjectId: string;
            /** @enum {string} */
            subjectKind: "project" | "network";
            /**
             * @description the sanction that followed
             * @example sus_01jh8x4q3efyxb0v1s2t3w4y5z
             */
            suspensionId: string | null;
            title: string;
            /** @enum {string|null} */
            verdict: "true_positive" | "false_positive" | "dismissed" | null;
            verdictAt: string | null;
            verdictBy: string | null;
            verdictNote: string | null;
        };
        /** @description A customer of the platform. */
        Developer: {
            createdAt: string;
            email: string;
            /** @example dev_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            isEmailVerified: boolean;
            name: string;
            plan: string;
            revision: number;
        };
        /** @description By what a project believes the tokens of its end users. */
        EndUserAuth: {
            /**
             * @description a token must be for one of these (`aud`); empty: for anybody. An issuer's token must then say so, one signed with the secret may leave it out
             * @example [
             *       "authenticated"
             *     ]
             */
            audience: string[];
            /**
             * @description by how much the issuer's clock may differ from ours
             * @example 30
             */
            clockSkewSeconds: number;
            /** @description whether there is a secret; it is never shown */
            hasSecret: boolean;
            /**
             * @description the `iss` that every token must have; needed with jwksUrl
             * @example https://login.example.com
             */
            issuer: string | null;
            /** @description whether a token that verifies with the issuer's keys, not with the secret, may have the role service_role, which row-level security does not bind */
            issuerGrantsServiceRole: boolean;
            /**
             * @description where an issuer publishes the keys that its tokens verify with (RFC 7517): https, on the internet
             * @example https://login.example.com/.well-known/jwks.json
             */
            jwksUrl: string | null;
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string;
            revision: number;
            updatedAt: string | null;
        };
        ErrorRateSettings: {
            /** @description which part of the requests should succeed */
            objective: number;
            /** @description fewer requests in the long window are too few to say */
            requestsMin: number;
        };
        ExpressionFault: {
            code: string;
            column: number;
            line: number;
            /** @description the line, and below it a mark where the fault is */
            marked: string;
            message: string;
        } | null;
        Extension: {
            comment: string | null;
            installedVersion: string | null;
            /** @description The server of this project has it. */
            isAvailable: boolean;
            name: string;
            schema: string | null;
        };
        Feature: {
            explanation: string;
            name: string;
            subjects: ("project" | "network")[];
            unit: string;
        };
        /** @description A feature flag: its variants, and who gets which. */
        Flag: {
            createdAt: string;
            /**
             * @description flagd's own form: https://flagd.dev/reference/flag-definitions/
             * @example {
             *       "state": "ENABLED",
             *       "variants": {
             *         "on": true,
             *         "off": false
             *       },
             *       "defaultVariant": "off"
             *     }
             */
            definition: {
                [key: string]: unknown;
            };
            description: string;
            key: string;
            revision: number;
            updatedAt: string;
            updatedBy: string;
        };
        /** @description How the platform is. */
        Health: {
            /** @description an answer serves everybody who asks within a second */
            checkedAt: string;
            checks: {
                [key: string]: {
                    /** @description connections there may be */
                    max?: number;
                    message?: string;
                    /** @description how long the answer took */
                    observedMs?: number;
                    /** @description since when the process runs */
                    startedAt?: string;
                    /** @enum {string} */
                    status: "pass" | "warn" | "fail";
                    /** @description connections at work */
                    used?: number;
                    /** @description requests that wait for one */
                    waiting?: number;
                };
            };
            /**
             * @description the worst of the checks
             * @enum {string}
             */
            status: "pass" | "warn" | "fail";
        };
        /** @description What an import came to. */
        Imported: {
            bytes: number;
            /** @description Rows that were inserted. */
            rows: number;
        };
        /** @description Which projects a limit would have hit: when, how long and how hard. */
        LimitBacktest: {
            /** @description what the recorded does not tell */
            caveat: string;
            /** @description use counts since then: of a day's or a month's limit, since the one that `from` lies in began */
            countedFrom: string;
            /** @description each day (UTC) of the range */
            days: {
                day: string;
                projects: number;
                refused: number;
            }[];
            from: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "limit";
            projects: {
                /** @example dev_01jh8x4q3efyxb0v1s2t3w4y5z */
                developerId: string;
                /** @description the first hundred */
                hits: {
                    /** @description when the limit would have been reached, to the minute; no earlier than the range */
                    from: string;
                    /** @description about how much would have been refused; 0 of a level */
                    refused: number;
                    /** @description until when it would have stood in the way */
                    to: string;
                    /** @description the most that was asked for meanwhile */
                    worst: number;
                }[];
                hitsCount: number;
                /** @description whether the present limit would have stood in its way as well */
                isHitNow: boolean;
                /** @description what limits it now, overrides aside */
                limitNow: number | null;
                limitTried: number;
                /** @description for how long altogether */
                minutes: number;
                name: string;
                /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
                projectId: string;
                refused: number;
                worst: number;
            }[];
            projectsTested: number;
            /** @description since when anything of this is recorded, to the hour: what was before counts as nothing; null where nothing is */
            recordedFrom: string | null;
            /** @description rows of recorded usage, of a minute each, that the answer rests on; of keys, the keys */
            rowsRead: number;
            to: string;
        };
        /** @description What the platform tells somebody on one channel, waiting or sent. */
        Message: {
            attempts: number;
            body: string;
            /** @enum {string} */
            channel: "mail" | "telegram" | "webhook";
            createdAt: string;
            id: string;
            lastError: string | null;
            /** @description not before; mail goes once a mail service is configured */
            nextAttemptAt: string | null;
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string | null;
            /** @description an address; `staff`; or the id of a webhook */
            recipient: string;
            sentAt: string | null;
            /** @enum {string} */
            state: "waiting" | "sent" | "failed";
            subject: string;
            template: string;
        };
        /**
         * @description What is limited.
         * @enum {string}
         */
        Metric: "requests_per_second" | "requests_per_day" | "requests_per_month" | "rows_written_per_day" | "query_ms_per_day" | "egress_bytes_per_month" | "database_bytes" | "stored_bytes" | "connections" | "keys";
        Migration: {
            /** Format: date-time */
            appliedAt: string;
            /** @description SHA-256 of the text in hexadecimal; lines may end in LF or CRLF. */
            checksum: string;
            name: string;
            /** @description 1 for the first that was applied. */
            position: number;
        };
        NewApiKey: {
            createdAt: string;
            expiresAt: string | null;
            /** @example key_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /** @description the key itself, shown this once */
            key: string;
            /**
             * @example secret
             * @enum {string}
             */
            kind: "publishable" | "secret";
            lastUsedAt: string | null;
            name: string;
            /** @description how the key begins, to tell keys apart */
            prefix: string;
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string;
            revokedAt: string | null;
            scopes: ("data:read" | "data:write" | "sql")[];
        };
        NewToken: {
            createdAt: string;
            expiresAt: string;
            /** @example pat_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            lastUsedAt: string | null;
            name: string;
            prefix: string;
            scopes: ("account:read" | "account:write" | "projects:read" | "projects:write" | "keys:read" | "keys:write")[];
            token: string;
        };
        NewWebhook: {
            createdAt: string;
            description: string;
            disabledAt: string | null;
            /**
             * @description owner: you did; gone: it answered 410; failing: it took nothing for days
             * @enum {string|null}
             */
            disabledBecause: "owner" | "gone" | "failing" | null;
            /** @description which notices are sent there; null: all */
            events: string[] | null;
            failingSince: string | null;
            /** @example whk_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /** @description until when the secret before signs as well */
            previousUntil: string | null;
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string;
            revision: number;
            /**
             * @description what the requests are signed with (Standard Webhooks), shown this once
             * @example whsec_…
             */
            secret: string;
            /** @enum {string} */
            state: "active" | "failing" | "disabled";
            updatedAt: string;
            url: string;
        };
        /** @description What the owner of a project was told, and how it went to them. */
        Notice: {
            body: string;
            createdAt: string;
            /** @description the same for machines */
            data: {
                [key: string]: unknown;
            };
            id: string;
            subject: string;
            template: string;
            ways: {
                /** @enum {string} */
                channel: "mail" | "telegram" | "webhook";
                sentAt: string | null;
                /** @enum {string} */
                state: "waiting" | "sent" | "failed";
                /** @description an address, or the id of a webhook */
                to: string;
            }[];
        };
        /** @description What came of one of many. */
        Outcome: {
            id: string;
            isDone: boolean;
            /** @description why it was not done to this one */
            refusal: {
                code: string;
                detail: string;
            } | null;
        };
        /** @description What came of each of many, in the order they were named; one named twice is told once. */
        Outcomes: {
            /** @description to how many it was done */
            done: number;
            items: components["schemas"]["Outcome"][];
        };
        /** @description A limit for a time; the newest one in force goes before quota and plan. */
        Override: {
            approvedAt: string | null;
            /** @description somebody else, where it raises the limit by much */
            approvedBy: string | null;
            createdAt: string;
            createdBy: string;
            /** @description what limits the project just before it, while it lasts and after it, with quota and plan as they are today */
            effective: {
                after: {
                    /**
                     * @description 0 allows nothing
                     * @example 1000
                     */
                    limit: number;
                    /**
                     * @description what says so
                     * @enum {string}
                     */
                    source: "plan" | "quota" | "override";
                };
                before: {
                    /**
                     * @description 0 allows nothing
                     * @example 1000
                     */
                    limit: number;
                    /**
                     * @description what says so
                     * @enum {string}
                     */
                    source: "plan" | "quota" | "override";
                };
                during: {
                    /**
                     * @description 0 allows nothing
                     * @example 1000
                     */
                    limit: number;
                    /**
                     * @description what says so
                     * @enum {string}
                     */
                    source: "plan" | "quota" | "override";
                };
            };
            /** @description when somebody ended it early, or rejected it */
            endedAt: string | null;
            endedBy: string | null;
            endReason: string | null;
            /** @description when it ends by itself */
            endsAt: string;
            /** @example ovr_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /**
             * @description 0 allows nothing
             * @example 1000
             */
            limit: number;
            metric: components["schemas"]["Metric"];
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string;
            reason: string;
            startsAt: string;
            /**
             * @description `expired`: nobody approved it before its end
             * @enum {string}
             */
            state: "awaiting_approval" | "rejected" | "expired" | "ahead" | "in_force" | "over";
        };
        /** @description What your plan allows, altogether and for each project where nothing else was set. */
        OwnPlan: {
            bulkMsMax: number;
            id: string;
            /** @example 100000000 */
            importBytesMax: number;
            limits: {
                /**
                 * @description 0 allows nothing
                 * @example 1000
                 */
                limit: number;
                metric: components["schemas"]["Metric"];
            }[];
            /** @description how many of `projectsMax` you have; deleted ones count until they are purged */
            projects: number;
            projectsMax: number;
            /** @example 100000000 */
            queryBytesMax: number;
            /** @description less than what sessions are ended for */
            queryMsMax: number;
            /** @example 1000000 */
            queryRowsMax: number;
        };
        /** @description A project as its owner sees it. */
        OwnProject: {
            createdAt: string;
            /** @example dev_01jh8x4q3efyxb0v1s2t3w4y5z */
            developerId: string;
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            name: string;
            /** @description when a deleted project can no longer be restored */
            purgeAt: string | null;
            region: string;
            revision: number;
            /** @enum {string} */
            status: "provisioning" | "active" | "deleting" | "purged";
            /** @description a page that tells how the project stands and needs no key: whoever has its address can read it */
            statusUrl: string;
        };
        PatternSettings: {
            /**
             * @description CEL over the features of the subject
             * @example missingTargets >= 25 && notFound > 0.1 * requests
             */
            expression: string;
            /**
             * @description whose requests are looked at together
             * @enum {string}
             */
            subject: "project" | "network";
            /**
             * @description how far back it looks
             * @enum {number}
             */
            windowSeconds: 60 | 300 | 900 | 3600;
        };
        /** @description What developers on a plan may have, and what limits each of their projects where nothing else was set. */
        Plan: {
            bulkMsMax: number;
            id: string;
            /** @example 100000000 */
            importBytesMax: number;
            limits: {
                /**
                 * @description 0 allows nothing
                 * @example 1000
                 */
                limit: number;
                metric: components["schemas"]["Metric"];
            }[];
            projectsMax: number;
            /** @example 100000000 */
            queryBytesMax: number;
            /** @description less than what sessions are ended for */
            queryMsMax: number;
            /** @example 1000000 */
            queryRowsMax: number;
            revision: number;
        };
        /** @description How this host stands, as the page at /status tells everybody. */
        PlatformStatus: {
            /** @description what callers are told meanwhile; null while they are served */
            maintenance: {
                message: string;
                since: string;
            } | null;
            /** @description what those who run it say, newest first */
            posts: {
                at: string;
                text: string;
            }[];
        };
        /** @description Why a request was refused (RFC 9457). */
        Problem: {
            /** @description for machines: one of those named with the operation */
            code: string;
            /** @description for people */
            detail: string;
            /** @description what is wrong with which part of the input */
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description name it when you ask us about this answer */
            requestId: string;
            status: number;
            title: string;
            /** @description the address of a page about this code */
            type: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What a developer builds: a database, its keys and its limits. */
        Project: {
            createdAt: string;
            /** @example dev_01jh8x4q3efyxb0v1s2t3w4y5z */
            developerId: string;
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            name: string;
            /** @description when a deleted project can no longer be restored */
            purgeAt: string | null;
            region: string;
            revision: number;
            /** @enum {string} */
            status: "provisioning" | "active" | "deleting" | "purged";
        };
        /** @description A project's own limit, which goes before its plan's. */
        ProjectQuota: {
            createdAt: string;
            /** @example quo_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /**
             * @description 0 allows nothing
             * @example 1000
             */
            limit: number;
            metric: components["schemas"]["Metric"];
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string;
            /** @description who said so first, where it needed two */
            proposedBy: string | null;
            reason: string;
            revision: number;
            setBy: string;
            updatedAt: string;
        };
        /** @description A limit in force, how much of it is used, and what set it. */
        Quota: {
            /**
             * @description 0 allows nothing
             * @example 1000
             */
            limit: number;
            metric: components["schemas"]["Metric"];
            /** @description when the limit, or what sets it, changes next by itself, and why */
            nextChange: {
                at: string;
                /** @enum {string} */
                because: "override_begins" | "override_ends";
                /**
                 * @description from then on
                 * @example 1000
                 */
                limit: number;
                overrideId: string;
            } | null;
            resetsAt: string | null;
            /** @description what set the limit */
            source: {
                /** @description of the quota, override or sanction; of a plan what it is called */
                id?: string;
                /** @enum {string} */
                kind: "plan" | "quota" | "override" | "sanction";
                /** @description when an override or a sanction ends by itself */
                until?: string;
            };
            /**
             * @description the highest of 50, 80, 95 and 100 percent that is reached; its owner is warned at each
             * @enum {number|null}
             */
            threshold: 50 | null;
            /** @description the sanction that leaves a tenth of the limit per second: `limit` is what it leaves */
            throttledBy: {
                /**
                 * @description the limit without it
                 * @example 1000
                 */
                otherwise: number;
                sanctionId: string;
                until: string | null;
            } | null;
            /** @description of a limit per second: in the busiest second of the last minute; of connections: the sessions that are open just now, of which each process of the platform opens up to the limit */
            used: number;
            /**
             * @description days and months are those of UTC; null for what is a level
             * @enum {string|null}
             */
            window: "second" | "day" | "month" | null;
        };
        /** @description A project's own limit that is far above what is usual, and somebody else has to approve. */
        QuotaProposal: {
            decidedAt: string | null;
            decidedBy: string | null;
            decisionReason: string | null;
            /** @description until when somebody else may approve it */
            endsAt: string;
            /** @example qpr_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /**
             * @description 0 allows nothing
             * @example 1000
             */
            limit: number;
            metric: components["schemas"]["Metric"];
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string;
            proposedAt: string;
            proposedBy: string;
            reason: string;
            /**
             * @description `expired`: nobody decided it within seven days
             * @enum {string}
             */
            state: "awaiting_approval" | "approved" | "rejected" | "expired";
        };
        /** @description A rewriting of a project's tables that gives back the room of deleted rows. */
        Reclaim: {
            bytesAfter: number | null;
            /** @description of the database */
            bytesBefore: number | null;
            finishedAt: string | null;
            /** @example rcl_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            problem: string | null;
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string;
            requestedAt: string;
            startedAt: string | null;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            /** @description `skipped` says why a table was left as it is */
            tables: {
                bytesAfter: number;
                bytesBefore: number;
                name: string;
                schema: string;
                skipped?: string;
            }[] | null;
        } | null;
        /** @description What reclaiming would free in a project's database. */
        Reclaimable: {
            /** @description of the database, as it is now */
            bytes: number;
            last: components["schemas"]["Reclaim"];
            /** @description those that give back most first; null where nothing is known of a table's rows yet */
            tables: {
                bytes: number;
                name: string;
                schema: string;
                wouldFree: number | null;
            }[];
            /** @description about how many bytes a rewriting gives back, by PostgreSQL's statistics */
            wouldFree: number;
        };
        /** @description Whom a rule would have found: when, how long, how hard, and what would have followed. */
        RuleBacktest: {
            /** @description each day (UTC) of the range; a detection counts on the day it began */
            days: {
                day: string;
                detections: number;
                /** @description whether all of it is */
                isRecorded: boolean;
                sanctions: number;
                subjects: number;
            }[];
            /** @description later than `from` where less is recorded; null where nothing is */
            evaluatedFrom: string | null;
            /** @description those found for longest first */
            found: {
                /** @description the first hundred */
                detections: components["schemas"]["TriedDetection"][];
                detectionsCount: number;
                /** @example dev_01jh8x4q3efyxb0v1s2t3w4y5z */
                developerId: string | null;
                firstAt: string;
                /** @description whether the rule finds it as it is saved; null where none was named */
                isFoundNow: boolean | null;
                /** @description for how long altogether */
                minutes: number;
                name: string | null;
                /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
                projectId: string | null;
                sanctionMinutes: number;
                sanctionsCount: number;
                /** @description a project, or the digest of a network */
                subjectId: string;
                /** @enum {string} */
                subjectKind: "project" | "network";
                /** @description the highest score */
                worst: number;
            }[];
            from: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "rule";
            /** @description what is not recorded for as long as the rule looks back, and what that means; nothing is guessed */
            lacks: {
                consequence: string;
                /** @description of a feature */
                name: string | null;
                neededFrom: string;
                recordedFrom: string | null;
                /** @enum {string} */
                what: "requests" | "feature" | "usage_by_hour";
            }[];
            rowsRead: number;
            /**
             * @description what would have followed, no stricter than configuration lets automation be
             * @enum {string|null}
             */
            sanction: "warned" | "throttled" | "restricted" | "suspended" | null;
            /** @description how often it was looked; times are no more exact than that */
            stepSeconds: number;
            /** @enum {string} */
            subjectKind: "project" | "network";
            /** @description projects or networks with requests in the range */
            subjectsTested: number;
            /**
             * @description who would have been told of each detection
             * @enum {string}
             */
            tells: "nobody" | "owner" | "staff";
            to: string;
        };
        /** @description What a project's database holds, apart from its rows. */
        Schema: {
            composites: {
                attributes: {
                    /**
                     * @description The type's own name; of an array, that of its elements.
                     * @example varchar
                     */
                    baseType: string;
                    baseTypeSchema: string;
                    isArray: boolean;
                    name: string;
                    /**
                     * @description As PostgreSQL writes it.
                     * @example character varying(20)
                     */
                    type: string;
                }[];
                name: string;
                schema: string;
            }[];
            domains: {
                /**
                 * @description The type's own name; of an array, that of its elements.
                 * @example varchar
                 */
                baseType: string;
                baseTypeSchema: string;
                checks: string[];
                default: string | null;
                isArray: boolean;
                isNullable: boolean;
                name: string;
                schema: string;
                /**
                 * @description As PostgreSQL writes it.
                 * @example character varying(20)
                 */
                type: string;
            }[];
            enums: {
                comment: string | null;
                name: string;
                schema: string;
                values: string[];
            }[];
            extensions: {
                comment: string | null;
                name: string;
                schema: string;
                version: string;
            }[];
            functions: components["schemas"]["SchemaFunction"][];
            relations: components["schemas"]["SchemaRelation"][];
            schemas: {
                comment: string | null;
                isExposed: boolean;
                name: string;
            }[];
            sequences: {
                lastValue: string | null;
                /** @description A text: it may have more than 53 bits. */
                maximum: string;
                name: string;
                ownedBy: {
                    column: string;
                    schema: string;
                    table: string;
                } | null;
                schema: string;
                type: string;
            }[];
            tables: components["schemas"]["SchemaTable"][];
            views: components["schemas"]["SchemaView"][];
        };
        SchemaAdvice: {
            /** @description SQL that mends it, for /api/sql; null where only a person can decide how. */
            fix: string | null;
            /** @enum {string} */
            level: "error" | "warning" | "info";
            object: {
                /** @enum {string} */
                kind: "table" | "view" | "index" | "constraint" | "function" | "policy" | "sequence";
                name: string;
                schema: string;
                /** @description What it belongs to. */
                table: string | null;
            };
            /** @example table_without_rls */
            rule: string;
            why: string;
        };
        SchemaChange: {
            columns: components["schemas"]["ColumnInput"][];
            comment?: string;
            /** @default [] */
            constraints?: components["schemas"]["ConstraintInput"][];
            /**
             * @description Whether row-level security is on from the start.
             * @default true
             */
            hasRls?: boolean;
            /** @enum {string} */
            kind: "create table";
            name: string;
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
        } | {
            comment?: string | null;
            /** @enum {string} */
            kind: "alter table";
            /** @description Another schema. */
            moveTo?: string;
            rename?: string;
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
            table: string;
        } | {
            /**
             * @description Drops what depends on it too.
             * @default false
             */
            cascade?: boolean;
            /** @enum {string} */
            kind: "drop table";
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
            table: string;
        } | {
            column: components["schemas"]["ColumnInput"];
            /** @enum {string} */
            kind: "add column";
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
            table: string;
        } | {
            column: string;
            comment?: string | null;
            /** @description null takes it away. */
            default?: string | null;
            isNullable?: boolean;
            /** @enum {string} */
            kind: "alter column";
            rename?: string;
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
            table: string;
            /**
             * @description As in SQL, such as `text`, `numeric(10, 2)`, `uuid[]`.
             * @example text
             */
            type?: string;
            /** @description How what is there becomes the new type. */
            using?: string;
        } | {
            /**
             * @description Drops what depends on it too.
             * @default false
             */
            cascade?: boolean;
            column: string;
            /** @enum {string} */
            kind: "drop column";
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
            table: string;
        } | {
            constraint: components["schemas"]["ConstraintInput"];
            /** @enum {string} */
            kind: "add constraint";
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
            table: string;
        } | {
            /**
             * @description Drops what depends on it too.
             * @default false
             */
            cascade?: boolean;
            /** @enum {string} */
            kind: "drop constraint";
            name: string;
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
            table: string;
        } | {
            /**
             * @description Writers need not wait. Only as the one change of a request.
             * @default false
             */
            concurrently?: boolean;
            include?: string[];
            /** @default false */
            isUnique?: boolean;
            /** @enum {string} */
            kind: "create index";
            /**
             * @default btree
             * @enum {string}
             */
            method?: "btree" | "hash" | "gin" | "gist" | "spgist" | "brin";
            /** @description PostgreSQL makes one up if it is left out. */
            name?: string;
            parts: {
                column?: string;
                /** @description Instead of a column. */
                expression?: string;
                /** @enum {string} */
                nulls?: "first" | "last";
                operatorClass?: string;
                /** @enum {string} */
                order?: "asc" | "desc";
            }[];
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
            table: string;
            where?: string;
        } | {
            /**
             * @description Drops what depends on it too.
             * @default false
             */
            cascade?: boolean;
            /** @enum {string} */
            kind: "drop index";
            name: string;
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
        } | {
            /** @enum {string} */
            kind: "create enum";
            name: string;
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
            values: string[];
        } | {
            after?: string;
            before?: string;
            /** @enum {string} */
            kind: "add enum value";
            name: string;
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
            value: string;
        } | {
            /** @enum {string} */
            kind: "rename enum value";
            name: string;
            rename: string;
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
            value: string;
        } | {
            /**
             * @description Drops what depends on it too.
             * @default false
             */
            cascade?: boolean;
            /** @enum {string} */
            kind: "drop enum";
            name: string;
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
        } | {
            isEnabled: boolean;
            isForced?: boolean;
            /** @enum {string} */
            kind: "set rls";
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
            table: string;
        } | {
            check?: string;
            /**
             * @default all
             * @enum {string}
             */
            command?: "all" | "select" | "insert" | "update" | "delete";
            /** @default true */
            isPermissive?: boolean;
            /** @enum {string} */
            kind: "create policy";
            name: string;
            /** @description Everybody if left out. */
            roles?: ("anon" | "authenticated" | "service_role")[];
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
            table: string;
            using?: string;
        } | {
            /** @enum {string} */
            kind: "drop policy";
            name: string;
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
            table: string;
        } | {
            /** @enum {string} */
            kind: "grant";
            privileges: ("select" | "insert" | "update" | "delete")[];
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
            table: string;
            to: ("anon" | "authenticated" | "service_role")[];
        } | {
            from: ("anon" | "authenticated" | "service_role")[];
            /** @enum {string} */
            kind: "revoke";
            privileges: ("select" | "insert" | "update" | "delete")[];
            /**
             * @description The schema it is in.
             * @default public
             */
            schema?: string;
            table: string;
        };
        SchemaColumn: {
            /**
             * @description The type's own name; of an array, that of its elements.
             * @example varchar
             */
            baseType: string;
            baseTypeSchema: string;
            comment: string | null;
            default: string | null;
            generatedAs: string | null;
            /** @enum {string|null} */
            identity: "always" | "by default" | null;
            isArray: boolean;
            isNullable: boolean;
            name: string;
            /**
             * @description As PostgreSQL writes it.
             * @example character varying(20)
             */
            type: string;
        };
        SchemaFunction: {
            arguments: {
                /** @enum {string} */
                mode: "in" | "out" | "inout" | "variadic" | "table";
                name: string;
                type: {
                    /**
                     * @description The type's own name; of an array, that of its elements.
                     * @example varchar
                     */
                    baseType: string;
                    baseTypeSchema: string;
                    isArray: boolean;
                    /**
                     * @description As PostgreSQL writes it.
                     * @example character varying(20)
                     */
                    type: string;
                };
            }[];
            comment: string | null;
            /** @description So many of the last arguments may be left out. */
            defaultsCount: number;
            definition: string | null;
            /** @description It runs with the rights of who made it. */
            isDefiner: boolean;
            /** @enum {string} */
            kind: "function" | "procedure" | "aggregate" | "window";
            language: string;
            name: string;
            returns: {
                /**
                 * @description The type's own name; of an array, that of its elements.
                 * @example varchar
                 */
                baseType: string;
                baseTypeSchema: string;
                isArray: boolean;
                /**
                 * @description As PostgreSQL writes it.
                 * @example character varying(20)
                 */
                type: string;
            } | null;
            returnsSet: boolean;
            /** @description What its maker says of how many rows it gives; 0 where it gives no set. */
            rowsEstimate: number;
            schema: string;
            settings: string[];
            signature: string;
            /** @enum {string} */
            volatility: "immutable" | "stable" | "volatile";
        };
        /** @description What a project's database is made of: names and types, no texts of its owner's and no rows. */
        SchemaOutline: {
            extensions: {
                name: string;
                version: string;
            }[];
            functions: {
                name: string;
                schema: string;
                signature: string;
            }[];
            relations: components["schemas"]["SchemaRelation"][];
            tables: {
                /** @description With its indexes. */
                bytes: number;
                columns: {
                    isKey: boolean;
                    isNullable: boolean;
                    name: string;
                    type: string;
                }[];
                hasRls: boolean;
                indexesCount: number;
                name: string;
                policies: {
                    command: string;
                    isPermissive: boolean;
                    name: string;
                    roles: string[];
                }[];
                /** @description Who has any right on it, apart from secret keys. */
                reachableBy: ("anon" | "authenticated")[];
                rowsEstimate: number | null;
                schema: string;
                triggersCount: number;
            }[];
            views: {
                columns: {
                    isKey: boolean;
                    isNullable: boolean;
                    name: string;
                    type: string;
                }[];
                name: string;
                schema: string;
            }[];
        };
        /** @description A foreign key. */
        SchemaRelation: {
            from: {
                columns: string[];
                schema: string;
                table: string;
            };
            isOneToOne: boolean;
            name: string;
            /** @enum {string} */
            onDelete: "no action" | "restrict" | "cascade" | "set null" | "set default";
            /** @enum {string} */
            onUpdate: "no action" | "restrict" | "cascade" | "set null" | "set default";
            to: {
                columns: string[];
                schema: string;
                table: string;
            };
        };
        SchemaTable: {
            columns: components["schemas"]["SchemaColumn"][];
            comment: string | null;
            constraints: {
                columns: string[];
                definition: string;
                isDeferrable: boolean;
                isValidated: boolean;
                /** @enum {string} */
                kind: "primary key" | "unique" | "check" | "foreign key" | "exclude";
                name: string;
            }[];
            forcesRls: boolean;
            /** @description What may be done over REST by whom, before row-level security has a say. */
            grants: {
                anon: ("select" | "insert" | "update" | "delete")[];
                authenticated: ("select" | "insert" | "update" | "delete")[];
                service_role: ("select" | "insert" | "update" | "delete")[];
            };
            hasRls: boolean;
            indexes: {
                bytes: number;
                /** @description Names or expressions. */
                columns: string[];
                definition: string;
                isPrimary: boolean;
                isUnique: boolean;
                isValid: boolean;
                method: string;
                name: string;
                predicate: string | null;
                /** @description How often it was used since PostgreSQL began to count. */
                scans: number;
            }[];
            indexesBytes: number;
            isPartition: boolean;
            /** @enum {string} */
            kind: "table" | "partitioned" | "foreign";
            name: string;
            policies: {
                check: string | null;
                /** @enum {string} */
                command: "all" | "select" | "insert" | "update" | "delete";
                isPermissive: boolean;
                name: string;
                roles: string[];
                using: string | null;
            }[];
            /** @description By PostgreSQL's last count; null where it has not counted yet. */
            rowsEstimate: number | null;
            schema: string;
            tableBytes: number;
            triggers: {
                definition: string;
                function: {
                    name: string;
                    schema: string;
                };
                isEnabled: boolean;
                name: string;
            }[];
        };
        SchemaTableWithRelations: {
            columns: components["schemas"]["SchemaColumn"][];
            comment: string | null;
            constraints: {
                columns: string[];
                definition: string;
                isDeferrable: boolean;
                isValidated: boolean;
                /** @enum {string} */
                kind: "primary key" | "unique" | "check" | "foreign key" | "exclude";
                name: string;
            }[];
            forcesRls: boolean;
            /** @description What may be done over REST by whom, before row-level security has a say. */
            grants: {
                anon: ("select" | "insert" | "update" | "delete")[];
                authenticated: ("select" | "insert" | "update" | "delete")[];
                service_role: ("select" | "insert" | "update" | "delete")[];
            };
            hasRls: boolean;
            indexes: {
                bytes: number;
                /** @description Names or expressions. */
                columns: string[];
                definition: string;
                isPrimary: boolean;
                isUnique: boolean;
                isValid: boolean;
                method: string;
                name: string;
                predicate: string | null;
                /** @description How often it was used since PostgreSQL began to count. */
                scans: number;
            }[];
            indexesBytes: number;
            isPartition: boolean;
            /** @enum {string} */
            kind: "table" | "partitioned" | "foreign";
            name: string;
            policies: {
                check: string | null;
                /** @enum {string} */
                command: "all" | "select" | "insert" | "update" | "delete";
                isPermissive: boolean;
                name: string;
                roles: string[];
                using: string | null;
            }[];
            /** @description From this table, and to it. */
            relations: components["schemas"]["SchemaRelation"][];
            /** @description By PostgreSQL's last count; null where it has not counted yet. */
            rowsEstimate: number | null;
            schema: string;
            tableBytes: number;
            triggers: {
                definition: string;
                function: {
                    name: string;
                    schema: string;
                };
                isEnabled: boolean;
                name: string;
            }[];
        };
        SchemaView: {
            columns: components["schemas"]["SchemaColumn"][];
            comment: string | null;
            definition: string;
            /** @description What may be done over REST by whom, before row-level security has a say. */
            grants: {
                anon: ("select" | "insert" | "update" | "delete")[];
                authenticated: ("select" | "insert" | "update" | "delete")[];
                service_role: ("select" | "insert" | "update" | "delete")[];
            };
            indexes: {
                bytes: number;
                /** @description Names or expressions. */
                columns: string[];
                definition: string;
                isPrimary: boolean;
                isUnique: boolean;
                isValid: boolean;
                method: string;
                name: string;
                predicate: string | null;
                /** @description How often it was used since PostgreSQL began to count. */
                scans: number;
            }[];
            isInsertable: boolean;
            /** @description It reads with the rights of who asks, not of who made it. */
            isInvoker: boolean;
            isUpdatable: boolean;
            /** @enum {string} */
            kind: "view" | "materialized";
            name: string;
            schema: string;
            triggers: {
                definition: string;
                function: {
                    name: string;
                    schema: string;
                };
                isEnabled: boolean;
                name: string;
            }[];
        };
        /** @description A sign-in and everything refreshed from it. */
        Session: {
            address: string | null;
            createdAt: string;
            expiresAt: string;
            /** @example ses_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            isCurrent: boolean;
            lastUsedAt: string;
            userAgent: string | null;
        };
        SignedIn: {
            /** @description a JWT for the Authorization header */
            accessToken: string;
            developer: {
                email: string;
                /** @example dev_01jh8x4q3efyxb0v1s2t3w4y5z */
                id: string;
                name: string;
            };
            /** @description when the access token ends */
            expiresAt: string;
            /** @description serves once, for the next pair */
            refreshToken: string;
        };
        SpikeSettings: {
            /** @description less than this in five minutes is no spike */
            floor: number;
            /** @enum {string} */
            metric: "requests" | "rowsWritten" | "durationMs";
            /** @description from so many deviations above the usual on */
            threshold: number;
        };
        /** @description What the last statement gave, and with several statements all of them. */
        SqlAnswer: {
            /**
             * @description What PostgreSQL did: SELECT, INSERT, CREATE TABLE, ...
             * @example SELECT
             */
            command: string;
            fields: {
                name: string;
                type: string;
            }[];
            /** @description What PostgreSQL and `raise notice` told beside, where they told something: the first 100. */
            notices?: {
                message: string;
                /** @example NOTICE */
                severity: string;
            }[];
            /** @description With several statements: what each of them gave, in order. */
            results?: components["schemas"]["SqlResult"][];
            /** @description Rows returned or changed; 0 for statements that do neither. */
            rowCount: number;
            rows: {
                [key: string]: unknown;
            }[];
        };
        /** @description What one statement gave. */
        SqlResult: {
            /**
             * @description What PostgreSQL did: SELECT, INSERT, CREATE TABLE, ...
             * @example SELECT
             */
            command: string;
            fields: {
                name: string;
                type: string;
            }[];
            /** @description Rows returned or changed; 0 for statements that do neither. */
            rowCount: number;
            rows: {
                [key: string]: unknown;
            }[];
        };
        /** @description An appeal with what staff need to decide it. */
        StaffAppeal: {
            /** @description what staff say to their decision */
            answer: string | null;
            /**
             * @description what it follows from; those of a limit or a detection end by themselves when that is gone
             * @enum {string}
             */
            cause: "staff" | "quota" | "detection";
            decidedAt: string | null;
            decidedBy: string | null;
            /** @description by when staff decide */
            dueAt: string;
            /** @example apl_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /** @description who imposed the sanction, and so does not decide */
            imposedBy: string;
            /** @description whoever imposed the sanction decided, since nobody else on staff could; a day after it was opened at the earliest */
            isDecidedAlone: boolean;
            /**
             * @description who wrote last: `owner` waits for an answer
             * @enum {string}
             */
            lastSide: "owner" | "staff";
            /**
             * @description what it takes away: nothing yet, speed, growth, or all service
             * @enum {string}
             */
            level: "warned" | "throttled" | "restricted" | "suspended";
            openedAt: string;
            openedBy: string;
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string;
            /** @enum {string} */
            reason: "abuse" | "billing" | "legal" | "security" | "quota" | "other";
            remindedAt: string | null;
            /**
             * @description the milder sanction that took its place
             * @example sus_01jh8x4q3efyxb0v1s2t3w4y5z
             */
            replacedById: string | null;
            /**
             * @description `open` and `overdue` wait for a decision; `closed`: the project was purged before there was one
             * @enum {string}
             */
            state: "open" | "overdue" | "upheld" | "lifted" | "replaced" | "closed";
            /** @example sus_01jh8x4q3efyxb0v1s2t3w4y5z */
            suspensionId: string;
        };
        StaffAppealMessage: {
            body: string;
            /** @example amg_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /** @enum {string} */
            side: "owner" | "staff";
            writtenAt: string;
            writtenBy: string;
        };
        StaffAppealThread: {
            /** @description what staff say to their decision */
            answer: string | null;
            /**
             * @description what it follows from; those of a limit or a detection end by themselves when that is gone
             * @enum {string}
             */
            cause: "staff" | "quota" | "detection";
            decidedAt: string | null;
            decidedBy: string | null;
            /** @description by when staff decide */
            dueAt: string;
            /** @example apl_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /** @description who imposed the sanction, and so does not decide */
            imposedBy: string;
            /** @description whoever imposed the sanction decided, since nobody else on staff could; a day after it was opened at the earliest */
            isDecidedAlone: boolean;
            /**
             * @description who wrote last: `owner` waits for an answer
             * @enum {string}
             */
            lastSide: "owner" | "staff";
            /**
             * @description what it takes away: nothing yet, speed, growth, or all service
             * @enum {string}
             */
            level: "warned" | "throttled" | "restricted" | "suspended";
            messages: components["schemas"]["StaffAppealMessage"][];
            openedAt: string;
            openedBy: string;
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string;
            /** @enum {string} */
            reason: "abuse" | "billing" | "legal" | "security" | "quota" | "other";
            remindedAt: string | null;
            /**
             * @description the milder sanction that took its place
             * @example sus_01jh8x4q3efyxb0v1s2t3w4y5z
             */
            replacedById: string | null;
            /**
             * @description `open` and `overdue` wait for a decision; `closed`: the project was purged before there was one
             * @enum {string}
             */
            state: "open" | "overdue" | "upheld" | "lifted" | "replaced" | "closed";
            /** @example sus_01jh8x4q3efyxb0v1s2t3w4y5z */
            suspensionId: string;
        };
        StaffDetection: {
            description: string;
            /** @description when it fell quiet */
            endedAt: string | null;
            /** @description of error rates: the door and what was asked for there */
            endpoint: string | null;
            /** @example det_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /** @enum {string} */
            kind: "pattern" | "spike" | "error_rate";
            lastSeenAt: string;
            /** @enum {string} */
            mode: "observe" | "warn" | "act";
            /**
             * @description null where it is of a network
             * @example prj_01jh8x4q3efyxb0v1s2t3w4y5z
             */
            projectId: string | null;
            /** @example rul_01jh8x4q3efyxb0v1s2t3w4y5z */
            ruleId: string;
            ruleKey: string;
            ruleRevision: number;
            /** @description how far above what the rule allows; of patterns 1 */
            score: number;
            startedAt: string;
            /** @description a project, or the digest of a network */
            subjectId: string;
            /** @enum {string} */
            subjectKind: "project" | "network";
            /**
             * @description the sanction that followed
             * @example sus_01jh8x4q3efyxb0v1s2t3w4y5z
             */
            suspensionId: string | null;
            title: string;
            /** @enum {string|null} */
            verdict: "true_positive" | "false_positive" | "dismissed" | null;
            verdictAt: string | null;
            verdictBy: string | null;
            verdictNote: string | null;
        };
        /** @description Somebody who runs the platform. */
        StaffMember: {
            createdAt: string;
            email: string;
            hasTotp: boolean;
            /** @example stf_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            isActive: boolean;
            name: string;
            revision: number;
            /** @enum {string} */
            role: "viewer" | "support" | "operator" | "admin";
        };
        StaffSignedIn: {
            accessToken: string;
            expiresAt: string;
            staff: {
                email: string;
                /** @example stf_01jh8x4q3efyxb0v1s2t3w4y5z */
                id: string;
                /** @enum {string} */
                role: "viewer" | "support" | "operator" | "admin";
            };
        };
        /** @description A sanction with who imposed and who lifted it, and what it rests on. */
        StaffSuspension: {
            /**
             * @description what it follows from; those of a limit or a detection end by themselves when that is gone
             * @enum {string}
             */
            cause: "staff" | "quota" | "detection";
            /** @description the metric of a limit, or the rule of a detection */
            causeId: string | null;
            /** @description when it ends by itself */
            endsAt: string | null;
            /** @description of the evidence as it was when it was decided, in hexadecimal */
            evidenceSha256: string | null;
            /** @description the sanction that this one took the place of */
            followsId: string | null;
            /** @example sus_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            imposedBy: string;
            /**
             * @description what it takes away: nothing yet, speed, growth, or all service
             * @enum {string}
             */
            level: "warned" | "throttled" | "restricted" | "suspended";
            liftedAt: string | null;
            liftedBy: string | null;
            liftReason: string | null;
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string;
            /** @enum {string} */
            reason: "abuse" | "billing" | "legal" | "security" | "quota" | "other";
            startsAt: string;
            /** @enum {string} */
            state: "ahead" | "in_force" | "ended" | "lifted";
            /** @description what the owner is told */
            statement: string;
            /** @description a page that tells about it and needs no key */
            statusUrl: string;
        };
        /** @description A webhook of a project, as staff see it. */
        StaffWebhook: {
            createdAt: string;
            description: string;
            disabledAt: string | null;
            /**
             * @description owner: you did; gone: it answered 410; failing: it took nothing for days
             * @enum {string|null}
             */
            disabledBecause: "owner" | "gone" | "failing" | null;
            /** @description which notices are sent there; null: all */
            events: string[] | null;
            failingSince: string | null;
            /** @example whk_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /** @description of what was told last and not taken at once */
            lastFailure: {
                /** @description when what was not taken was told */
                at: string;
                error: string;
                status: number | null;
            } | null;
            /** @description until when the secret before signs as well */
            previousUntil: string | null;
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string;
            revision: number;
            /** @enum {string} */
            state: "active" | "failing" | "disabled";
            updatedAt: string;
            /** @description where it leads, without what may be secret of its address */
            url: string;
        };
        /** @description A period in which a project is under a sanction, and why. */
        Suspension: {
            /**
             * @description what it follows from; those of a limit or a detection end by themselves when that is gone
             * @enum {string}
             */
            cause: "staff" | "quota" | "detection";
            /** @description when it ends by itself */
            endsAt: string | null;
            /** @example sus_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /**
             * @description what it takes away: nothing yet, speed, growth, or all service
             * @enum {string}
             */
            level: "warned" | "throttled" | "restricted" | "suspended";
            liftedAt: string | null;
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string;
            /** @enum {string} */
            reason: "abuse" | "billing" | "legal" | "security" | "quota" | "other";
            startsAt: string;
            /** @enum {string} */
            state: "ahead" | "in_force" | "ended" | "lifted";
            /** @description what the owner is told */
            statement: string;
            /** @description a page that tells about it and needs no key */
            statusUrl: string;
        };
        /** @description A personal access token, without its secret. */
        Token: {
            createdAt: string;
            expiresAt: string;
            /** @example pat_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            lastUsedAt: string | null;
            name: string;
            prefix: string;
            scopes: ("account:read" | "account:write" | "projects:read" | "projects:write" | "keys:read" | "keys:write")[];
        };
        TriedDetection: {
            /** @description of error rates: the door and what was asked for there */
            endpoint: string | null;
            from: string;
            /** @description what it was decided from then */
            inputs: {
                [key: string]: unknown;
            };
            /** @description what would have followed */
            sanctions: {
                from: string;
                /** @enum {string} */
                level: "warned" | "throttled" | "restricted" | "suspended";
                to: string;
            }[];
            /** @description the highest: how far above what the rule allows; of patterns 1 */
            score: number;
            /** @description when it fell quiet, or the end of the range */
            to: string;
            /** @description when that was */
            worstAt: string;
        };
        TriedRule: {
            /** @description so long after it fell quiet the same is no new detection */
            cooldownSeconds: number;
            /**
             * @description how long a sanction lasts at most; it ends sooner when nothing is found any more
             * @example 3600
             */
            durationSeconds: number;
            /**
             * @description the strictest sanction it may impose
             * @enum {string}
             */
            level: "warned" | "throttled" | "restricted" | "suspended";
            /**
             * @description note it, tell whoever it is about as well, or put the project under a sanction, too
             * @enum {string}
             */
            mode: "observe" | "warn" | "act";
            settings: components["schemas"]["PatternSettings"] | components["schemas"]["SpikeSettings"] | components["schemas"]["ErrorRateSettings"];
        };
        /** @description What a project used over a range of time. */
        Usage: {
            from: string;
            items: components["schemas"]["UsagePoint"][];
            /** @enum {string} */
            step: "minute" | "hour" | "day";
            to: string;
        };
        /**
         * @description What is metered.
         * @enum {string}
         */
        UsageMetric: "requests" | "requests_refused_quota" | "requests_refused_suspension" | "errors_5xx" | "writes" | "rows_written" | "query_ms" | "egress_bytes" | "database_bytes";
        /** @description What was used in a step of time. Steps without use are left out. */
        UsagePoint: {
            /** @description when this minute, hour or day (UTC) began */
            at: string;
            metric: components["schemas"]["UsageMetric"];
            /** @description the busiest second */
            peakSecond: number;
            /** @description the sum; of bytes, the most there was */
            total: number;
        };
        /** @description Where a project is told by machine what its owner is told. */
        Webhook: {
            createdAt: string;
            description: string;
            disabledAt: string | null;
            /**
             * @description owner: you did; gone: it answered 410; failing: it took nothing for days
             * @enum {string|null}
             */
            disabledBecause: "owner" | "gone" | "failing" | null;
            /** @description which notices are sent there; null: all */
            events: string[] | null;
            failingSince: string | null;
            /** @example whk_01jh8x4q3efyxb0v1s2t3w4y5z */
            id: string;
            /** @description until when the secret before signs as well */
            previousUntil: string | null;
            /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
            projectId: string;
            revision: number;
            /** @enum {string} */
            state: "active" | "failing" | "disabled";
            updatedAt: string;
            url: string;
        };
        /** @description A notice on its way to a webhook. */
        WebhookDelivery: {
            attempts: number;
            createdAt: string;
            deliveredAt: string | null;
            event: string;
            /** @description also the `webhook-id` that it goes by, the same at each attempt */
            id: string;
            lastError: string | null;
            /** @description what the endpoint answered last, if it answered */
            lastStatus: number | null;
            nextAttemptAt: string | null;
            noticeId: string | null;
            /** @enum {string} */
            state: "waiting" | "sent" | "failed";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAllAppeals: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description those that wait for a decision, or those that don't */
                isOpen?: "true" | "false";
                /** @description how many items at most */
                limit?: number;
                projectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StaffAppeal"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnyAppeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appealId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAppealThread"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `appeal_not_found`: There is no such appeal.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideAppeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                appealId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description what the owner is told: why it was decided so */
                    answer: string;
                    /** @enum {string} */
                    decision: "uphold" | "lift" | "replace";
                    /**
                     * Format: date-time
                     * @description when the one that takes its place ends by itself; as before, if left out
                     * @example 2027-01-31T12:00:00Z
                     */
                    endsAt?: string;
                    /**
                     * @description of the sanction that takes its place; only with `replace`
                     * @enum {string}
                     */
                    level?: "warned" | "throttled" | "restricted" | "suspended";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAppealThread"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_your_own`: You imposed this sanction: somebody else decides the appeal.
             *
             *     `not_yet_alone`: You imposed this sanction. Nobody else on staff can decide the appeal, so you may: a day after it was opened.
             *
             *     `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `appeal_not_found`: There is no such appeal.
             *
             *     `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `appeal_decided`: This appeal is decided.
             *
             *     `suspension_over`: This suspension is over already.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `level_goes_with_replace`: `level` goes with the decision `replace`, and with no other.
             *
             *     `not_milder`: `level` must be milder than that of the sanction that it takes the place of.
             *
             *     `ends_in_the_past`: `endsAt` must lie in the future.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerAppeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                appealId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAppealThread"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `appeal_not_found`: There is no such appeal.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `appeal_decided`: This appeal is decided.
             *
             *     `too_many_messages`: An appeal has at most 100 messages: staff decide by what was written.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerAppeals: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditLogs: {
        parameters: {
            query?: {
                action?: string;
                /** @description an id, or kind and id as the log tells it */
                actor?: string;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                from?: string;
                /** @description how many items at most */
                limit?: number;
                projectId?: string;
                requestId?: string;
                target?: string;
                /** @description stands in reason, before or after, or target; 100,000 entries are looked through, from `cursor` or `until` backwards */
                text?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditLog"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAuditLogs: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    action?: string;
                    /** @description an id, or kind and id as the log tells it */
                    actor?: string;
                    /**
                     * @description `nextCursor` of the part before
                     * @example aud_01jh8x4q3efyxb0v1s2t3w4y5z
                     */
                    cursor?: string;
                    /** @enum {string} */
                    format: "csv" | "ndjson";
                    /** Format: date-time */
                    from?: string;
                    /** @default 10000 */
                    limit?: number;
                    /** @example prj_01jh8x4q3efyxb0v1s2t3w4y5z */
                    projectId?: string;
                    reason: string;
                    requestId?: string;
                    target?: string;
                    /** @description stands in reason, before or after, or target; 100,000 entries are looked through, from `cursor` or `until` backwards */
                    text?: string;
                    /** Format: date-time */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditExport"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditHolds: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditHold"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    placeAuditHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditHold"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endAuditHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                holdId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditHold"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `hold_not_found`: There is no such hold.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `hold_ended`: It was ended already.
             *
             *     `hold_is_your_own`: Whoever placed a hold does not end it: ask another admin.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    loginStaff: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                    totp?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSignedIn"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `wrong_credentials`: E-mail or password is not right.
             *
             *     `totp_required`: Six digits of your authenticator app are needed as well.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: There were too many attempts: wait, then try again. */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logoutStaff: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        uri: string;
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `wrong_credentials`: E-mail or password is not right.
             *
             *     `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: There were too many attempts: wait, then try again. */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example 123456 */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `totp_not_begun`: Begin the enrolment first.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `wrong_code`: The six digits are not right: check that the clock of the device is.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runBacktest: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change: components["schemas"]["BacktestChange"];
                    /**
                     * Format: date-time
                     * @description a fortnight before `to`, unless said
                     * @example 2027-01-31T12:00:00Z
                     */
                    from?: string;
                    /**
                     * Format: date-time
                     * @description now, unless said; not included
                     * @example 2027-01-31T12:00:00Z
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backtest"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `plan_not_found`: There is no such plan.
             *
             *     `rule_not_found`: There is no such rule.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `empty_range`: `from` must be earlier than `to`.
             *
             *     `range_too_long`: The range is too long: take 62 days at most.
             *
             *     `metric_not_recorded`: What is used of this limit is not recorded, so it can't be tried: `because` says why.
             *
             *     `invalid_expression`: The rule's expression can't be used: `fault` says what is wrong and where.
             *
             *     `networks_have_no_sanctions`: A rule about networks can observe or warn, not act: sanctions are on projects.
             *
             *     `networks_have_no_projects`: A rule about networks is about all of them: leave `projectId` out.
             *
             *     `too_much_recorded`: The rule may find something in too much of what is recorded to try it at once: take fewer days, or one project.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBreakGlass: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BreakGlassSession"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openBreakGlass: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    /** @description e-mail or id of the member of staff whom the code was sealed for */
                    holder: string;
                    /**
                     * @description what others call the incident
                     * @example INC-42
                     */
                    incident: string;
                    /**
                     * @description all the same, marked as a drill
                     * @default false
                     */
                    isDrill?: boolean;
                    /**
                     * @description the session ends then, whatever is done meanwhile
                     * @default 15
                     */
                    minutes?: number;
                    reason: string;
                    /**
                     * @description of the authenticator that was enrolled with the code
                     * @example 123456
                     */
                    totp: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakGlassOpened"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `wrong_sealed_code`: Holder, code or six digits are not right.
             *
             *     `sealed_code_is_spent`: This code has served or was revoked: take the next one.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `sealed_code_is_mistyped`: `code` is mistyped: `groups` says in which of its groups.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: There were too many attempts: wait, then try again. */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBreakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        session: components["schemas"]["BreakGlassSession"];
                        transcript: components["schemas"]["BreakGlassAct"][];
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `break_glass_session_not_found`: There is no such session.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endBreakGlass: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakGlassSession"];
                };
            };
            /** @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_yours_to_end`: Its holder ends it, or an admin.
             *
             *     `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `break_glass_session_not_found`: There is no such session.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `break_glass_is_over`: This session is over.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewBreakGlass: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    review: string;
                    /** @enum {string} */
                    verdict: "drill" | "emergency" | "misuse";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakGlassSession"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `break_glass_session_not_found`: There is no such session.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `break_glass_goes_on`: This session is still open: end it first.
             *
             *     `review_by_another`: Somebody else than the holder reviews a session.
             *
             *     `already_reviewed`: This session is reviewed.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDetectionRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DetectionRule"][];
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addDetectionRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description so long after it fell quiet the same is no new detection */
                    cooldownSeconds: number;
                    /** @description what it finds and why that matters; owners are told it */
                    description: string;
                    /**
                     * @description how long a sanction lasts at most; it ends sooner when nothing is found any more
                     * @example 3600
                     */
                    durationSeconds: number;
                    /** @default true */
                    isEnabled?: boolean;
                    /** @example many_downloads */
                    key: string;
                    /** @enum {string} */
                    kind: "pattern" | "spike" | "error_rate";
                    /**
                     * @description the strictest sanction it may impose
                     * @enum {string}
                     */
                    level: "warned" | "throttled" | "restricted" | "suspended";
                    /**
                     * @description note it, tell whoever it is about as well, or put the project under a sanction, too
                     * @enum {string}
                     */
                    mode: "observe" | "warn" | "act";
                    reason: string;
                    settings: components["schemas"]["PatternSettings"] | components["schemas"]["SpikeSettings"] | components["schemas"]["ErrorRateSettings"];
                    title: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetectionRule"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `rule_key_taken`: Another rule has this key, or had it before it was removed. Choose another one.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_expression`: The rule's expression can't be used: `fault` says what is wrong and where.
             *
             *     `networks_have_no_sanctions`: A rule about networks can observe or warn, not act: sanctions are on projects.
             *
             *     `settings_of_another_kind`: These settings are not those of the rule's kind; a rule's kind stays what it is.
             *
             *     `too_many_rules`: There are as many enabled rules as there may be. Switch one off first.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDetectionRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetectionRule"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `rule_not_found`: There is no such rule.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeDetectionRule: {
        parameters: {
            query?: never;
            header: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
                /** @description the ETag you read */
                "If-Match": string;
            };
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description so long after it fell quiet the same is no new detection */
                    cooldownSeconds: number;
                    /** @description what it finds and why that matters; owners are told it */
                    description: string;
                    /**
                     * @description how long a sanction lasts at most; it ends sooner when nothing is found any more
                     * @example 3600
                     */
                    durationSeconds: number;
                    /** @default true */
                    isEnabled?: boolean;
                    /**
                     * @description the strictest sanction it may impose
                     * @enum {string}
                     */
                    level: "warned" | "throttled" | "restricted" | "suspended";
                    /**
                     * @description note it, tell whoever it is about as well, or put the project under a sanction, too
                     * @enum {string}
                     */
                    mode: "observe" | "warn" | "act";
                    reason: string;
                    settings: components["schemas"]["PatternSettings"] | components["schemas"]["SpikeSettings"] | components["schemas"]["ErrorRateSettings"];
                    title: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetectionRule"];
                };
            };
            /**
             * @description `invalid_if_match`: If-Match must be an ETag that this address gave you.
             *
             *     `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `rule_not_found`: There is no such rule.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_expression`: The rule's expression can't be used: `fault` says what is wrong and where.
             *
             *     `networks_have_no_sanctions`: A rule about networks can observe or warn, not act: sanctions are on projects.
             *
             *     `settings_of_another_kind`: These settings are not those of the rule's kind; a rule's kind stays what it is.
             *
             *     `too_many_rules`: There are as many enabled rules as there may be. Switch one off first.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_required`: Say which version you edit: send the ETag you read as If-Match. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeDetectionRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
                /** @description the ETag you read */
                "If-Match"?: string;
            };
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetectionRule"];
                };
            };
            /**
             * @description `invalid_if_match`: If-Match must be an ETag that this address gave you.
             *
             *     `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `rule_not_found`: There is no such rule.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeDetectionRules: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    validateDetectionRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    expression: string;
                    /** @enum {string} */
                    subject: "project" | "network";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fault: components["schemas"]["ExpressionFault"];
                        features: string[];
                        isValid: boolean;
                        warnings: string[];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDetections: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                kind?: "pattern" | "spike" | "error_rate";
                /** @description how many items at most */
                limit?: number;
                projectId?: string;
                ruleId?: string;
                /** @description still found, over, or not yet judged by anybody */
                state?: "open" | "over" | "unjudged";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StaffDetection"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDetection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                detectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetectionWithInputs"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `detection_not_found`: There is no such detection.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    judgeDetection: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                detectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    /** @enum {string} */
                    verdict: "true_positive" | "false_positive" | "dismissed";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDetection"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `detection_not_found`: There is no such detection.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    judgeDetections: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    note?: string;
                    /** @enum {string} */
                    verdict: "true_positive" | "false_positive" | "dismissed";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDevelopers: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                email?: string;
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Developer"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnyDeveloper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                developerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Developer"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `developer_not_found`: There is no such developer.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setDeveloperPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                developerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description true: do it although it lowers the limit by more than a tenth or below what is used; `confirmation_needed` tells whom that hits */
                    confirm?: boolean;
                    plan: string;
                    /**
                     * @description why, for the audit log
                     * @example Launch week
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example dev_01jh8x4q3efyxb0v1s2t3w4y5z */
                        developerId: string;
                        plan: string;
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `plan_not_found`: There is no such plan.
             *
             *     `developer_not_found`: There is no such developer.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `confirmation_needed`: This lowers a limit by more than a tenth or below what is used: `consequences` tells whom that hits. Say `confirm`: true to do it.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFeatures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Feature"][];
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFlags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Flag"][];
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFlag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flag"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `flag_not_found`: There is no such flag.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setFlag: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
                /** @description the ETag you read */
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description flagd's own form: https://flagd.dev/reference/flag-definitions/
                     * @example {
                     *       "state": "ENABLED",
                     *       "variants": {
                     *         "on": true,
                     *         "off": false
                     *       },
                     *       "defaultVariant": "off"
                     *     }
                     */
                    definition: {
                        [key: string]: unknown;
                    };
                    /** @default  */
                    description?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flag"];
                };
            };
            /**
             * @description `invalid_if_match`: If-Match must be an ETag that this address gave you.
             *
             *     `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_flag_definition`: This is not a flag definition of flagd's: `errors` says where.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeFlag: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
                /** @description the ETag you read */
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flag"];
                };
            };
            /**
             * @description `invalid_if_match`: If-Match must be an ETag that this address gave you.
             *
             *     `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `flag_not_found`: There is no such flag.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeFlags: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeAnyKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key_not_found`: There is no such key.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeAnyKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setMaintenance: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description what callers are told; null serves them again
                     * @example We are moving to another server until 10:00 UTC.
                     */
                    message: string | null;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformStatus"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOutbox: {
        parameters: {
            query?: {
                channel?: "mail" | "telegram" | "webhook";
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description how many items at most */
                limit?: number;
                projectId?: string;
                state?: "waiting" | "sent" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Message"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                messageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `message_not_found`: There is no such message.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `message_not_failed`: The message was sent, or waits to be sent already.
             *
             *     `message_is_a_webhooks`: Owners have their webhooks called again themselves: see the webhook's deliveries.
             *
             *     `recipient_is_forgotten`: The account that it was for is deleted, and its address forgotten.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryMessages: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveOverride: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                overrideId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description why, for the audit log
                     * @example Launch week
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Override"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_your_own_override`: You asked for this override: somebody else decides it.
             *
             *     `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `override_not_found`: There is no such override.
             *
             *     `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_awaiting_approval`: This override does not wait for approval: it never had to, or somebody decided already.
             *
             *     `override_over`: This override has ended already.
             *
             *     `project_is_deleted`: The project is deleted, and its limits with it: restore it first.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOverride: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                overrideId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description why, for the audit log
                     * @example Launch week
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Override"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `override_not_found`: There is no such override.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `override_over`: This override has ended already.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectOverride: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                overrideId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description why, for the audit log
                     * @example Launch week
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Override"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_your_own_override`: You asked for this override: somebody else decides it.
             *
             *     `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `override_not_found`: There is no such override.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_awaiting_approval`: This override does not wait for approval: it never had to, or somebody decided already.
             *
             *     `override_over`: This override has ended already.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveOverrides: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    /**
                     * @description why, for the audit log
                     * @example Launch week
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOverrides: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    /**
                     * @description why, for the audit log
                     * @example Launch week
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectOverrides: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    /**
                     * @description why, for the audit log
                     * @example Launch week
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Plan"][];
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
                /** @description the ETag you read */
                "If-Match"?: string;
            };
            path: {
                plan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    bulkMsMax?: number;
                    /** @description true: do it although it lowers the limit by more than a tenth or below what is used; `confirmation_needed` tells whom that hits */
                    confirm?: boolean;
                    /** @example 100000000 */
                    importBytesMax?: number;
                    projectsMax?: number;
                    /** @example 100000000 */
                    queryBytesMax?: number;
                    /** @description less than what sessions are ended for */
                    queryMsMax?: number;
                    /** @example 1000000 */
                    queryRowsMax?: number;
                    /**
                     * @description why, for the audit log
                     * @example Launch week
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /**
             * @description `invalid_if_match`: If-Match must be an ETag that this address gave you.
             *
             *     `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `plan_not_found`: There is no such plan.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `confirmation_needed`: This lowers a limit by more than a tenth or below what is used: `consequences` tells whom that hits. Say `confirm`: true to do it.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPlanLimit: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
                /** @description the ETag you read */
                "If-Match"?: string;
            };
            path: {
                /** @description What is limited. */
                metric: components["schemas"]["Metric"];
                plan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description true: do it although it lowers the limit by more than a tenth or below what is used; `confirmation_needed` tells whom that hits */
                    confirm?: boolean;
                    /**
                     * @description 0 allows nothing
                     * @example 1000
                     */
                    limit: number;
                    /**
                     * @description why, for the audit log
                     * @example Launch week
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /**
             * @description `invalid_if_match`: If-Match must be an ETag that this address gave you.
             *
             *     `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `plan_not_found`: There is no such plan.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `confirmation_needed`: This lowers a limit by more than a tenth or below what is used: `consequences` tells whom that hits. Say `confirm`: true to do it.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllProjects: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                developerId?: string;
                /** @description how many items at most */
                limit?: number;
                status?: "provisioning" | "active" | "deleting" | "purged";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Project"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnyProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAnyProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "abuse" | "billing" | "legal" | "security" | "quota" | "other";
                    /** @description what the owner is told: what happened, and what to do */
                    statement: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_is_deleted`: The project is deleted already.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnyEndUserAuth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndUserAuth"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setAnyEndUserAuth: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
                /** @description the ETag you read */
                "If-Match"?: string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description a token must be for one of these (`aud`); empty: for anybody. An issuer's token must then say so, one signed with the secret may leave it out
                     * @default []
                     * @example [
                     *       "authenticated"
                     *     ]
                     */
                    audience?: string[];
                    /**
                     * @description by how much the issuer's clock may differ from ours
                     * @example 30
                     */
                    clockSkewSeconds: number;
                    /**
                     * @description the `iss` that every token must have; needed with jwksUrl
                     * @default null
                     * @example https://login.example.com
                     */
                    issuer?: string | null;
                    /** @description whether a token that verifies with the issuer's keys, not with the secret, may have the role service_role, which row-level security does not bind */
                    issuerGrantsServiceRole: boolean;
                    /**
                     * @description where an issuer publishes the keys that its tokens verify with (RFC 7517): https, on the internet
                     * @default null
                     * @example https://login.example.com/.well-known/jwks.json
                     */
                    jwksUrl?: string | null;
                    reason: string;
                    /**
                     * @description whether tokens signed with the present secret are believed no more
                     * @default false
                     */
                    withdrawsSecret?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndUserAuth"];
                };
            };
            /**
             * @description `invalid_if_match`: If-Match must be an ETag that this address gave you.
             *
             *     `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_is_deleted`: The project is deleted: restore it first.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `issuer_missing`: `issuer` is needed with `jwksUrl`: others may publish their keys at the same address.
             *
             *     `jwks_url_missing`: `jwksUrl` is needed with `issuerGrantsServiceRole`, which is about an issuer's keys.
             *
             *     `jwks_url_not_reachable`: `jwksUrl` must be an https address on the internet, without a name and password in it.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnyDataSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSettings"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setAnyDataSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description In order: the first is the default. Roles need `usage` on a schema, and rights on what is in it, as anywhere.
                     * @example [
                     *       "public",
                     *       "shop"
                     *     ]
                     */
                    exposedSchemas: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSettings"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_is_deleted`: The project is deleted already.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAnyKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjectNotices: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notice"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOverrides: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Override"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addOverride: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description true: do it although it lowers the limit by more than a tenth or below what is used; `confirmation_needed` tells whom that hits */
                    confirm?: boolean;
                    /**
                     * Format: date-time
                     * @example 2027-01-31T12:00:00Z
                     */
                    endsAt: string;
                    /**
                     * @description 0 allows nothing
                     * @example 1000
                     */
                    limit: number;
                    metric: components["schemas"]["Metric"];
                    /**
                     * @description why, for the audit log
                     * @example Launch week
                     */
                    reason: string;
                    /**
                     * Format: date-time
                     * @example 2027-01-31T12:00:00Z
                     */
                    startsAt?: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Override"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `confirmation_needed`: This lowers a limit by more than a tenth or below what is used: `consequences` tells whom that hits. Say `confirm`: true to do it.
             *
             *     `project_is_deleted`: The project is deleted, and its limits with it: restore it first.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ends_in_the_past`: `endsAt` must lie in the future.
             *
             *     `starts_in_the_past`: `startsAt` must not lie in the past; leave it out for now.
             *
             *     `ends_before_it_starts`: `endsAt` must be later than `startsAt`.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQuotaProposals: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["QuotaProposal"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjectQuotas: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Quota"][];
                        quotas: components["schemas"]["ProjectQuota"][];
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setProjectQuota: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
                /** @description the ETag you read */
                "If-Match"?: string;
            };
            path: {
                /** @description What is limited. */
                metric: components["schemas"]["Metric"];
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description true: do it although it lowers the limit by more than a tenth or below what is used; `confirmation_needed` tells whom that hits */
                    confirm?: boolean;
                    /**
                     * @description 0 allows nothing
                     * @example 1000
                     */
                    limit: number;
                    /**
                     * @description why, for the audit log
                     * @example Launch week
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectQuota"];
                };
            };
            /**
             * @description `invalid_if_match`: If-Match must be an ETag that this address gave you.
             *
             *     `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_is_deleted`: The project is deleted, and its limits with it: restore it first.
             *
             *     `confirmation_needed`: This lowers a limit by more than a tenth or below what is used: `consequences` tells whom that hits. Say `confirm`: true to do it.
             *
             *     `second_person_needed`: This `limit` is far above what is usual: it waits until somebody else on staff approves it, or sets the same, within seven days.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeProjectQuota: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
                /** @description the ETag you read */
                "If-Match"?: string;
            };
            path: {
                /** @description What is limited. */
                metric: components["schemas"]["Metric"];
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description true: do it although it lowers the limit by more than a tenth or below what is used; `confirmation_needed` tells whom that hits */
                    confirm?: boolean;
                    /**
                     * @description why, for the audit log
                     * @example Launch week
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quota"];
                };
            };
            /**
             * @description `invalid_if_match`: If-Match must be an ETag that this address gave you.
             *
             *     `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `quota_not_found`: This project has no limit of its own for this metric.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_is_deleted`: The project is deleted, and its limits with it: restore it first.
             *
             *     `confirmation_needed`: This lowers a limit by more than a tenth or below what is used: `consequences` tells whom that hits. Say `confirm`: true to do it.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnyReclaimable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reclaimable"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_not_there`: This project has no database just now: it is being made, or gone.
             *
             *     `database_not_readable`: The project's database does not let itself be read just now: its owner may have changed its password, or taken all its connections.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startAnyReclaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reclaim"];
                };
            };
            /** @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_not_there`: This project has no database just now: it is being made, or gone.
             *
             *     `reclaim_under_way`: A reclaim of this project is under way already.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    regenerateKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: components["schemas"]["NewApiKey"][];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_is_deleted`: The project is deleted: restore it first.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreAnyProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description why, for the audit log */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_deleted`: The project is not deleted, so there is nothing to restore.
             *
             *     `project_is_being_purged`: The project can not be restored any more: its days of grace are over.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sanctionProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description when it ends by itself; open if left out
                     * @example 2027-01-31T12:00:00Z
                     */
                    endsAt?: string;
                    /**
                     * @description `warned`: nothing is refused; `throttled`: a tenth of the requests per second; `restricted`: nothing can grow; `suspended`
                     * @enum {string}
                     */
                    level: "warned" | "throttled" | "restricted" | "suspended";
                    /** @enum {string} */
                    reason: "abuse" | "billing" | "legal" | "security" | "quota" | "other";
                    /** @description what the owner is told: what happened, and what to do */
                    statement: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSuspension"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `already_sanctioned`: This project is under this sanction already, or somebody just put it under another: look again.
             *
             *     `project_is_deleted`: The project is deleted already.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ends_in_the_past`: `endsAt` must lie in the future.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readProjectSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemaOutline"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_not_there`: This project has no database just now: it is being made, or gone.
             *
             *     `schema_unreadable`: The project's database does not let itself be read just now: its owner may have changed its password, or taken all its connections.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjectSuspensions: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StaffSuspension"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspendProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description when it ends by itself; open if left out
                     * @example 2027-01-31T12:00:00Z
                     */
                    endsAt?: string;
                    /** @enum {string} */
                    reason: "abuse" | "billing" | "legal" | "security" | "quota" | "other";
                    /** @description what the owner is told: what happened, and what to do */
                    statement: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSuspension"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `already_suspended`: This project is already suspended.
             *
             *     `project_is_deleted`: The project is deleted already.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ends_in_the_past`: `endsAt` must lie in the future.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProjectUsage: {
        parameters: {
            query?: {
                /** @description a day before `to`, unless said */
                from?: string;
                /** @description What is metered. */
                metric?: components["schemas"]["UsageMetric"];
                step?: "minute" | "hour" | "day";
                /** @description now, unless said; not included */
                to?: string;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `empty_range`: `from` must be earlier than `to`.
             *
             *     `range_too_long`: The range is too long for this step: take a larger step or a shorter range.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjectWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StaffWebhook"][];
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreAnyProjects: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    /** @description why, for the audit log */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllQuotaProposals: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description those that can be approved still, or those that can't */
                isWaiting?: "true" | "false";
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["QuotaProposal"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveQuotaProposal: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description why, for the audit log
                     * @example Launch week
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaProposal"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_your_own_proposal`: You proposed this quota: somebody else decides it.
             *
             *     `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `proposal_not_found`: There is no such proposal of a quota.
             *
             *     `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `proposal_over`: Nobody approved this quota within seven days: set it anew.
             *
             *     `not_awaiting_approval`: This quota does not wait for approval: somebody decided already.
             *
             *     `project_is_deleted`: The project is deleted, and its limits with it: restore it first.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectQuotaProposal: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description why, for the audit log
                     * @example Launch week
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaProposal"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_your_own_proposal`: You proposed this quota: somebody else decides it.
             *
             *     `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `proposal_not_found`: There is no such proposal of a quota.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `proposal_over`: Nobody approved this quota within seven days: set it anew.
             *
             *     `not_awaiting_approval`: This quota does not wait for approval: somebody decided already.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveQuotaProposals: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    /**
                     * @description why, for the audit log
                     * @example Launch week
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectQuotaProposals: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    /**
                     * @description why, for the audit log
                     * @example Launch week
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateSigningKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kid: string;
                    };
                };
            };
            /** @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStaff: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StaffMember"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createStaff: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @example Ada */
                    name: string;
                    password: string;
                    /** @enum {string} */
                    role: "viewer" | "support" | "operator" | "admin";
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `staff_email_taken`: `email` belongs to a member of staff already.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateStaff: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
                /** @description the ETag you read */
                "If-Match"?: string;
            };
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isActive?: boolean;
                    reason: string;
                    /** @enum {string} */
                    role?: "viewer" | "support" | "operator" | "admin";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
            /**
             * @description `invalid_if_match`: If-Match must be an ETag that this address gave you.
             *
             *     `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `staff_not_found`: There is no such member of staff.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_yourself`: Nobody changes their own role or switches themselves off: ask another admin.
             *
             *     `last_admin`: This would leave nobody who may manage staff: make another admin first.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformStatus"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllSuspensions: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description those that ended or were lifted, or those that did not */
                isOver?: "true" | "false";
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StaffSuspension"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSanctionEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                suspensionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description when it ends by itself; open if left out
                     * @example 2027-01-31T12:00:00Z
                     */
                    endsAt?: string;
                    /** @description what the owner is told: why it ends then; for the audit log as well */
                    statement: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSuspension"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `suspension_not_found`: There is no such suspension.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `suspension_over`: This suspension is over already.
             *
             *     `not_imposed_by_staff`: This sanction follows from a limit or a detection, and ends by itself when that is gone: lift it, or impose one of your own.
             *
             *     `ends_then_already`: This sanction ends then already.
             *
             *     `project_is_deleted`: The project is deleted already.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ends_in_the_past`: `endsAt` must lie in the future.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                suspensionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null once nobody can appeal any more */
                        evidence?: unknown;
                        /** @description whether the evidence still has the hash that was taken when it was decided */
                        isIntact: boolean;
                        sha256: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `suspension_not_found`: There is no such suspension.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    liftSuspension: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                suspensionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSuspension"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `suspension_not_found`: There is no such suspension.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `suspension_over`: This suspension is over already.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    liftSuspensions: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_role`: Your staff role does not allow this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditCheckpoints: {
        parameters: {
            query?: {
                /** @description `nextBefore` of the page before */
                before?: number;
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditCheckpoint"][];
                        nextBefore: number | null;
                        /** @description Ed25519, as signed notes write it; the same for ever */
                        publicKey: string;
                    };
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJwks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: ({
                            kid: string;
                            kty: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    };
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgotPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "accepted";
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: There were too many attempts: wait, then try again. */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    loginDeveloper: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_credentials`: E-mail or password is not right. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: There were too many attempts: wait, then try again. */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logoutDeveloper: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    refreshToken?: string;
                };
            };
        };
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `nothing_to_end`: Say which session to end: send the access token or the refresh token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    refreshToken: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refresh_token_invalid`: This refresh token is not valid: sign in again.
             *
             *     `refresh_token_reused`: This refresh token was used before, so everything refreshed from it was ended: sign in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refresh_in_progress`: This refresh token is being used by another request at this moment.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerDeveloper: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @example Ada */
                    name: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `email_taken`: There is an account with this e-mail already: sign in, or reset its password.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: There were too many attempts: wait, then try again. */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `link_invalid`: This token is not valid: it was used, is too old, or was mistyped.
             *
             *     `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Developer"];
                };
            };
            /**
             * @description `link_invalid`: This token is not valid: it was used, is too old, or was mistyped.
             *
             *     `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDeveloper: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Developer"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDeveloper: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `has_projects`: Delete the projects first; those that can still be restored count too.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateDeveloper: {
        parameters: {
            query?: never;
            header: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
                /** @description the ETag you read */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example Ada */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Developer"];
                };
            };
            /**
             * @description `invalid_if_match`: If-Match must be an ETag that this address gave you.
             *
             *     `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_required`: Say which version you edit: send the ETag you read as If-Match. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPlan"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `plan_not_found`: There is no such plan. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Session"][];
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `session_not_found`: There is no such session.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Token"][];
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description 90 days from now if left out; no later than the end of the token it is made with
                     * @example 2027-01-31T12:00:00Z
                     */
                    expiresAt?: string;
                    /** @example laptop */
                    name: string;
                    scopes: ("account:read" | "account:write" | "projects:read" | "projects:write" | "keys:read" | "keys:write")[];
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewToken"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `scope_not_held`: A token cannot give more than its maker holds.
             *
             *     `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `expiry_out_of_range`: expiresAt must lie in the future, at most a year from now, and no later than the token it is made with.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `token_not_found`: There is no such token.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description This process is stopping and takes no new work: ask another. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description It is starting. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDatabaseHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Something it needs does not answer. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description This process is stopping and takes no new work: ask another. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Something it needs does not answer. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRedisHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Something it needs does not answer. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjects: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Project"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    region?: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_name_taken`: You have a project of this name already.
             *
             *     `too_many_projects`: You have as many projects as your plan allows (GET /api/developer/plan); deleted ones count until they are purged.
             *
             *     `account_is_deleted`: The account was deleted meanwhile.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `region_not_found`: There is no such region.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnProject"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
                /** @description the ETag you read */
                "If-Match"?: string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /**
             * @description `invalid_if_match`: If-Match must be an ETag that this address gave you.
             *
             *     `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_is_deleted`: The project is deleted already.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameProject: {
        parameters: {
            query?: never;
            header: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
                /** @description the ETag you read */
                "If-Match": string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /**
             * @description `invalid_if_match`: If-Match must be an ETag that this address gave you.
             *
             *     `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_name_taken`: You have a project of this name already.
             *
             *     `project_is_deleted`: The project is deleted already.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_required`: Say which version you edit: send the ETag you read as If-Match. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAppeals: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Appeal"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAppeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appealId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealThread"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `appeal_not_found`: There is no such appeal.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeToAppeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                appealId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealThread"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `appeal_not_found`: There is no such appeal.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `appeal_decided`: This appeal is decided.
             *
             *     `too_many_messages`: An appeal has at most 100 messages: staff decide by what was written.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnAuditLogs: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditLog"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEndUserAuth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndUserAuth"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setEndUserAuth: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
                /** @description the ETag you read */
                "If-Match"?: string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description a token must be for one of these (`aud`); empty: for anybody. An issuer's token must then say so, one signed with the secret may leave it out
                     * @default []
                     * @example [
                     *       "authenticated"
                     *     ]
                     */
                    audience?: string[];
                    /**
                     * @description by how much the issuer's clock may differ from ours
                     * @default 30
                     * @example 30
                     */
                    clockSkewSeconds?: number;
                    /**
                     * @description the `iss` that every token must have; needed with jwksUrl
                     * @default null
                     * @example https://login.example.com
                     */
                    issuer?: string | null;
                    /**
                     * @description whether a token that verifies with the issuer's keys, not with the secret, may have the role service_role, which row-level security does not bind
                     * @default false
                     */
                    issuerGrantsServiceRole?: boolean;
                    /**
                     * @description where an issuer publishes the keys that its tokens verify with (RFC 7517): https, on the internet
                     * @default null
                     * @example https://login.example.com/.well-known/jwks.json
                     */
                    jwksUrl?: string | null;
                    /** @description what your server signs tokens with (HS256). Left out: as it was; null: none any more */
                    secret?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndUserAuth"];
                };
            };
            /**
             * @description `invalid_if_match`: If-Match must be an ETag that this address gave you.
             *
             *     `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_is_deleted`: The project is deleted: restore it first.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `issuer_missing`: `issuer` is needed with `jwksUrl`: others may publish their keys at the same address.
             *
             *     `jwks_url_missing`: `jwksUrl` is needed with `issuerGrantsServiceRole`, which is about an issuer's keys.
             *
             *     `jwks_url_not_reachable`: `jwksUrl` must be an https address on the internet, without a name and password in it.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDataSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSettings"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setDataSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description In order: the first is the default. Roles need `usage` on a schema, and rights on what is in it, as anywhere.
                     * @example [
                     *       "public",
                     *       "shop"
                     *     ]
                     */
                    exposedSchemas: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSettings"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_is_deleted`: The project is deleted already.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjectDetections: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Detection"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @example 2027-01-31T12:00:00Z
                     */
                    expiresAt?: string;
                    /**
                     * @description publishable: for browsers, bound by row-level security; secret: for servers, not bound
                     * @example secret
                     * @enum {string}
                     */
                    kind: "publishable" | "secret";
                    /** @example server */
                    name: string;
                    scopes?: ("data:read" | "data:write" | "sql")[];
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_is_deleted`: The project is deleted: restore it first.
             *
             *     `too_many_keys`: The project has as many live keys as it may have: revoke one first.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `scope_not_of_kind`: A publishable key can't have the scope sql.
             *
             *     `expiry_in_the_past`: expiresAt must lie in the future.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                keyId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key_not_found`: There is no such key.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                keyId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default 86400 */
                    overlapSeconds?: number;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key_not_found`: There is no such key.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key_not_live`: The key is revoked or over: make a new one.
             *
             *     `project_is_deleted`: The project is deleted: restore it first.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotices: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notice"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQuotas: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Quota"][];
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReclaimable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reclaimable"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_not_there`: This project has no database just now: it is being made, or gone.
             *
             *     `database_not_readable`: The project's database does not let itself be read just now: its owner may have changed its password, or taken all its connections.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startReclaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reclaim"];
                };
            };
            /** @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `database_not_there`: This project has no database just now: it is being made, or gone.
             *
             *     `reclaim_under_way`: A reclaim of this project is under way already.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_deleted`: The project is not deleted, so there is nothing to restore.
             *
             *     `project_is_being_purged`: The project can not be restored any more: its days of grace are over.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuspensions: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Suspension"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openAppeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: string;
                suspensionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description why it is wrong, or what you have changed
                     * @example The key was stolen; it is revoked now.
                     */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealThread"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `suspension_not_found`: There is no such suspension.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `already_appealed`: There is an appeal against this sanction: write to that one; each sanction has one.
             *
             *     `appeal_window_over`: This sanction ended too long ago to be appealed against.
             *
             *     `follows_from_appeal`: This sanction is what an appeal led to: that decision is final.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUsage: {
        parameters: {
            query?: {
                /** @description a day before `to`, unless said */
                from?: string;
                /** @description What is metered. */
                metric?: components["schemas"]["UsageMetric"];
                step?: "minute" | "hour" | "day";
                /** @description now, unless said; not included */
                to?: string;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `empty_range`: `from` must be earlier than `to`.
             *
             *     `range_too_long`: The range is too long for this step: take a larger step or a shorter range.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Webhook"][];
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    description?: string;
                    /** @default null */
                    events?: string[] | null;
                    /**
                     * @description an https address on the internet
                     * @example https://example.com/hooks/nextmavens
                     */
                    url: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_not_found`: There is no such project.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `project_is_deleted`: The project is deleted: restore it first.
             *
             *     `too_many_webhooks`: A project has 10 webhooks at most: delete one first.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `webhook_url_not_reachable`: `url` must be an https address on the internet, without a name and password in it.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `webhook_not_found`: There is no such webhook.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `webhook_not_found`: There is no such webhook.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
                /** @description the ETag you read */
                "If-Match"?: string;
            };
            path: {
                projectId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    description?: string;
                    events?: string[] | null;
                    isEnabled?: boolean;
                    /**
                     * @description an https address on the internet
                     * @example https://example.com/hooks/nextmavens
                     */
                    url?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /**
             * @description `invalid_if_match`: If-Match must be an ETag that this address gave you.
             *
             *     `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `webhook_not_found`: There is no such webhook.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: It was changed since you read it: read it again and repeat your edit. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `webhook_url_not_reachable`: `url` must be an https address on the internet, without a name and password in it.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description how many items at most */
                limit?: number;
            };
            header?: never;
            path: {
                projectId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookDelivery"][];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `webhook_not_found`: There is no such webhook.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                deliveryId: string;
                projectId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `webhook_not_found`: There is no such webhook.
             *
             *     `delivery_not_found`: There is no such delivery.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `webhook_disabled`: The webhook is disabled: enable it first.
             *
             *     `delivery_waits`: The delivery waits to be sent already.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default 86400 */
                    overlapSeconds?: number;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    /** @description for `If-Match` */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters.
             *
             *     `invalid_json`: The body is not valid JSON.
             *
             *     `invalid_utf8`: The body is not valid UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `webhook_not_found`: There is no such webhook.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than 1 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unsupported_media_type`: Send the body as application/json.
             *
             *     `unsupported_encoding`: The body must be JSON in UTF-8.
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: This Idempotency-Key was used for another request.
             *
             *     `body_not_an_object`: The body must be a JSON object.
             *
             *     `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description repeats the same answer instead of doing it again */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `invalid_idempotency_key`: An Idempotency-Key has 1 to 255 visible characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_signed_in`: This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token.
             *
             *     `invalid_token`: The bearer token is not valid: it may be expired, revoked or mistyped.
             *
             *     `api_key_not_here`: This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_for_you`: This is for somebody else: staff act under /api/admin, developers elsewhere.
             *
             *     `missing_scope`: This token was not given the scope that this needs.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `webhook_not_found`: There is no such webhook.
             *
             *     `not_found`: There is nothing here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `webhook_disabled`: The webhook is disabled: enable it first.
             *
             *     `idempotency_key_in_flight`: A request with this Idempotency-Key is still being worked on.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database does not answer just now. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something else went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    describeData: {
        parameters: {
            query?: never;
            header?: {
                /** @description The schema that is meant, of those that the project exposes; the first of them if left out. */
                "Accept-Profile"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/openapi+json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description `two_api_keys`: Two different API keys were given. Send one, or the same in both headers. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `missing_api_key`: This needs an API key: send it as the header apikey, or as Authorization: Bearer.
             *
             *     `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `secret_key_in_browser`: A secret key was sent by a browser, where anybody can read it. Use a publishable key there, and rotate this one.
             *
             *     `service_role_in_browser`: A token with the role service_role was sent by a browser, where anybody can read it.
             *
             *     `missing_scope`: This key was not given the scope that this needs.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `too_many_bad_tokens`: Too many tokens that are not valid came from this address with this key. Wait, then send a valid one.
             *
             *     `quota_exceeded`: A limit of this project is reached.
             */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `issuer_unavailable`: The end user's token can't be judged: its issuer's keys can't be read just now.
             *
             *     `project_not_ready`: This project's database is still being made.
             */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRows: {
        parameters: {
            query?: {
                /** @description At most so many rows. */
                limit?: number;
                /** @description Leaves out so many rows first. */
                offset?: number;
                /** @description As in `at.desc.nullslast,id`. */
                order?: string;
                /** @description Columns, as in `id,name:title,at::text`; all of them if left out. A parameter that is named like a column is a filter, such as `id=eq.5`, `title=like.a*`, `id=in.(1,2)`, `done=is.true`, `id=not.eq.5`. */
                select?: string;
            };
            header?: {
                /** @description The schema that is meant, of those that the project exposes; the first of them if left out. */
                "Accept-Profile"?: string;
                /** @description `return=representation` for the rows themselves, `return=minimal` for none; `count=exact` for how many there are in all. */
                Prefer?: string;
            };
            path: {
                /** @description A table or view of the schema public. */
                table: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    }[];
                };
            };
            /** @description `two_api_keys`: Two different API keys were given. Send one, or the same in both headers. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `missing_api_key`: This needs an API key: send it as the header apikey, or as Authorization: Bearer.
             *
             *     `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `secret_key_in_browser`: A secret key was sent by a browser, where anybody can read it. Use a publishable key there, and rotate this one.
             *
             *     `service_role_in_browser`: A token with the role service_role was sent by a browser, where anybody can read it.
             *
             *     `missing_scope`: This key was not given the scope that this needs.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `too_many_bad_tokens`: Too many tokens that are not valid came from this address with this key. Wait, then send a valid one.
             *
             *     `quota_exceeded`: A limit of this project is reached.
             */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `issuer_unavailable`: The end user's token can't be judged: its issuer's keys can't be read just now.
             *
             *     `project_not_ready`: This project's database is still being made.
             */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    insertRows: {
        parameters: {
            query?: {
                /** @description The columns to write, where rows differ in theirs. */
                columns?: string;
                /** @description Columns to return where `Prefer: return=representation` asks for rows. A parameter that is named like a column is a filter, such as `id=eq.5`, `title=like.a*`, `id=in.(1,2)`, `done=is.true`, `id=not.eq.5`. */
                select?: string;
            };
            header?: {
                /** @description The schema that is meant, of those that the project exposes; the first of them if left out. */
                "Content-Profile"?: string;
                /** @description `return=representation` for the rows themselves, `return=minimal` for none; `count=exact` for how many there are in all. */
                Prefer?: string;
            };
            path: {
                /** @description A table or view of the schema public. */
                table: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                } | {
                    [key: string]: unknown;
                }[];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    }[];
                };
            };
            /** @description `two_api_keys`: Two different API keys were given. Send one, or the same in both headers. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `missing_api_key`: This needs an API key: send it as the header apikey, or as Authorization: Bearer.
             *
             *     `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `secret_key_in_browser`: A secret key was sent by a browser, where anybody can read it. Use a publishable key there, and rotate this one.
             *
             *     `service_role_in_browser`: A token with the role service_role was sent by a browser, where anybody can read it.
             *
             *     `missing_scope`: This key was not given the scope that this needs.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `too_many_bad_tokens`: Too many tokens that are not valid came from this address with this key. Wait, then send a valid one.
             *
             *     `quota_exceeded`: A limit of this project is reached.
             */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `issuer_unavailable`: The end user's token can't be judged: its issuer's keys can't be read just now.
             *
             *     `project_not_ready`: This project's database is still being made.
             */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRows: {
        parameters: {
            query?: {
                /** @description Columns to return where `Prefer: return=representation` asks for rows. A parameter that is named like a column is a filter, such as `id=eq.5`, `title=like.a*`, `id=in.(1,2)`, `done=is.true`, `id=not.eq.5`. */
                select?: string;
            };
            header?: {
                /** @description The schema that is meant, of those that the project exposes; the first of them if left out. */
                "Content-Profile"?: string;
                /** @description `return=representation` for the rows themselves, `return=minimal` for none; `count=exact` for how many there are in all. */
                Prefer?: string;
            };
            path: {
                /** @description A table or view of the schema public. */
                table: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    }[];
                };
            };
            /** @description `two_api_keys`: Two different API keys were given. Send one, or the same in both headers. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `missing_api_key`: This needs an API key: send it as the header apikey, or as Authorization: Bearer.
             *
             *     `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `secret_key_in_browser`: A secret key was sent by a browser, where anybody can read it. Use a publishable key there, and rotate this one.
             *
             *     `service_role_in_browser`: A token with the role service_role was sent by a browser, where anybody can read it.
             *
             *     `missing_scope`: This key was not given the scope that this needs.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `too_many_bad_tokens`: Too many tokens that are not valid came from this address with this key. Wait, then send a valid one.
             *
             *     `quota_exceeded`: A limit of this project is reached.
             */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `issuer_unavailable`: The end user's token can't be judged: its issuer's keys can't be read just now.
             *
             *     `project_not_ready`: This project's database is still being made.
             */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateRows: {
        parameters: {
            query?: {
                /** @description Columns to return where `Prefer: return=representation` asks for rows. A parameter that is named like a column is a filter, such as `id=eq.5`, `title=like.a*`, `id=in.(1,2)`, `done=is.true`, `id=not.eq.5`. */
                select?: string;
            };
            header?: {
                /** @description The schema that is meant, of those that the project exposes; the first of them if left out. */
                "Content-Profile"?: string;
                /** @description `return=representation` for the rows themselves, `return=minimal` for none; `count=exact` for how many there are in all. */
                Prefer?: string;
            };
            path: {
                /** @description A table or view of the schema public. */
                table: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    }[];
                };
            };
            /** @description `two_api_keys`: Two different API keys were given. Send one, or the same in both headers. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `missing_api_key`: This needs an API key: send it as the header apikey, or as Authorization: Bearer.
             *
             *     `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `secret_key_in_browser`: A secret key was sent by a browser, where anybody can read it. Use a publishable key there, and rotate this one.
             *
             *     `service_role_in_browser`: A token with the role service_role was sent by a browser, where anybody can read it.
             *
             *     `missing_scope`: This key was not given the scope that this needs.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `too_many_bad_tokens`: Too many tokens that are not valid came from this address with this key. Wait, then send a valid one.
             *
             *     `quota_exceeded`: A limit of this project is reached.
             */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `issuer_unavailable`: The end user's token can't be judged: its issuer's keys can't be read just now.
             *
             *     `project_not_ready`: This project's database is still being made.
             */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSchema: {
        parameters: {
            query?: {
                /** @description Only this schema; all of the project's if left out. */
                schema?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schema"];
                };
            };
            /** @description `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `quota_exceeded`: A limit of this project is reached. */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `project_not_ready`: This project's database is still being made. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adviseOnSchema: {
        parameters: {
            query?: {
                /** @description Only this schema; all of the project's if left out. */
                schema?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SchemaAdvice"][];
                    };
                };
            };
            /** @description `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `quota_exceeded`: A limit of this project is reached. */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `project_not_ready`: This project's database is still being made. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Done in this order, in one transaction.
                     * @example [
                     *       {
                     *         "kind": "add column",
                     *         "table": "todos",
                     *         "column": {
                     *           "name": "due",
                     *           "type": "date"
                     *         }
                     *       }
                     *     ]
                     */
                    changes: components["schemas"]["SchemaChange"][];
                    /**
                     * @description Only tells the SQL.
                     * @default false
                     */
                    dryRun?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedSchema"];
                };
            };
            /**
             * @description `database_error`: PostgreSQL refused a statement. The code is its SQLSTATE, and message, details, hint and position are its own.
             *
             *     `not_alone`: This statement can't run in a transaction, so it can't stand among others. Send it in a request of its own.
             *
             *     `invalid_json`: The body is not valid JSON in UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the body as application/json, not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `quota_exceeded`: A limit of this project is reached. */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `project_not_ready`: This project's database is still being made. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `took_too_long`: The request ran longer than the project's plan lets it and was ended. Nothing was kept. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExtensions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Extension"][];
                    };
                };
            };
            /** @description `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `quota_exceeded`: A limit of this project is reached. */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `project_not_ready`: This project's database is still being made. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    installExtension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                extension: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Extension"];
                };
            };
            /** @description `database_error`: PostgreSQL refused a statement. The code is its SQLSTATE, and message, details, hint and position are its own. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
             *
             *     `extension_not_offered`: This extension or language is not offered here.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `extension_not_available`: This extension is offered, but the server of this project does not have it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `quota_exceeded`: A limit of this project is reached. */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `project_not_ready`: This project's database is still being made. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `took_too_long`: The request ran longer than the project's plan lets it and was ended. Nothing was kept. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeExtension: {
        parameters: {
            query?: {
                /** @description Drops what depends on it too: columns of its types, indexes, … */
                cascade?: "true" | "false";
            };
            header?: never;
            path: {
                extension: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `database_error`: PostgreSQL refused a statement. The code is its SQLSTATE, and message, details, hint and position are its own. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
             *
             *     `extension_not_offered`: This extension or language is not offered here.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `extension_not_installed`: This extension is not installed in this project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `quota_exceeded`: A limit of this project is reached. */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `project_not_ready`: This project's database is still being made. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `took_too_long`: The request ran longer than the project's plan lets it and was ended. Nothing was kept. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMigrations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Migration"][];
                    };
                };
            };
            /** @description `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `quota_exceeded`: A limit of this project is reached. */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `project_not_ready`: This project's database is still being made. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyMigration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Only tells whether it would be applied, and reads its SQL.
                     * @default false
                     */
                    dryRun?: boolean;
                    /**
                     * @description Migrations are applied in the order of their names, compared byte by byte.
                     * @example 0001_todos
                     */
                    name: string;
                    /** @description Statements; they and the record of them are one transaction. */
                    sql: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppliedMigration"];
                };
            };
            /**
             * @description `database_error`: PostgreSQL refused a statement. The code is its SQLSTATE, and message, details, hint and position are its own.
             *
             *     `syntax_error`: The SQL can't be read.
             *
             *     `empty_query`: There is no statement in the query.
             *
             *     `too_many_statements`: A request takes at most 1000 statements. Send the rest by further requests.
             *
             *     `transaction_control`: A request is one transaction already: it is committed when all statements succeed, and rolled back otherwise. Leave BEGIN, COMMIT, ROLLBACK, SAVEPOINT and SET TRANSACTION out.
             *
             *     `copy_not_offered`: COPY has no stream to read from or write to here. Use INSERT and SELECT, or /api/tables/{table}/import and /api/tables/{table}/export.
             *
             *     `listen_not_offered`: LISTEN and UNLISTEN do nothing here: the session does not outlive the request.
             *
             *     `not_alone`: This statement can't run in a transaction, so it can't stand among others. Send it in a request of its own.
             *
             *     `invalid_json`: The body is not valid JSON in UTF-8.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
             *
             *     `extension_not_offered`: This extension or language is not offered here.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `migration_changed`: A migration of this name was applied with another text. Write the next one instead of changing it.
             *
             *     `migration_out_of_order`: A migration with a later name was applied already. Give this one a name that sorts after `lastName`.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the body as application/json, not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `quota_exceeded`: A limit of this project is reached. */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `project_not_ready`: This project's database is still being made. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `took_too_long`: The request ran longer than the project's plan lets it and was ended. Nothing was kept. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTable: {
        parameters: {
            query?: {
                /** @description The schema it is in. */
                schema?: string;
            };
            header?: never;
            path: {
                table: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemaTableWithRelations"];
                };
            };
            /** @description `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `table_not_found`: There is no such table in this schema. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `quota_exceeded`: A limit of this project is reached. */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `project_not_ready`: This project's database is still being made. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTypes: {
        parameters: {
            query?: {
                language?: "typescript";
                /** @description Schemas with commas between; public if left out. */
                schemas?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `schema_not_found`: There is no such schema among the project's own. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Something that was sent is not as it must be: `errors` names each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `quota_exceeded`: A limit of this project is reached. */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `project_not_ready`: This project's database is still being made. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runSql: {
        parameters: {
            query?: never;
            header?: {
                /** @description `application/json`, or for answers of any length what the last statement gives, streamed: `application/x-ndjson`, an object a line, where an error ends it with the line `{"error": …}`; or `text/csv`, where an error breaks the connection off. It is complete, and what the request did is kept, only if the answer ends as it should. */
                Accept?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The plan of the one statement in place of its rows. It is not run, unless `analyze` asks for that. */
                    explain?: boolean | {
                        /** @description Run the statement, measure it, and undo what it did. */
                        analyze?: boolean;
                        buffers?: boolean;
                        /** @enum {string} */
                        format?: "text" | "json";
                        verbose?: boolean;
                    };
                    /** @description Values for $1, $2, ... of a single statement. Lists become PostgreSQL's arrays, objects JSON. */
                    params?: unknown[];
                    /**
                     * @description One statement, or several with semicolons between; all of a request is one transaction. Values come back as JSON: numbers of every type digit for digit as PostgreSQL wrote them (bigint and numeric too, so read them as text where 53 bits are not enough), json as it is, arrays as lists, everything else as PostgreSQL's text (times in ISO form, bytea as \x and hexadecimal).
                     * @example select id, task from todos where not done
                     */
                    query: string;
                    /** @description Everything runs in a transaction that can't write, whatever the statements say. */
                    readOnly?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SqlAnswer"];
                };
            };
            /**
             * @description `database_error`: PostgreSQL refused a statement. The code is its SQLSTATE, and message, details, hint and position are its own.
             *
             *     `syntax_error`: The SQL can't be read.
             *
             *     `empty_query`: There is no statement in the query.
             *
             *     `too_many_statements`: A request takes at most 1000 statements. Send the rest by further requests.
             *
             *     `params_need_one_statement`: Params go with one statement only. Send the statements one by one, or write the values into them.
             *
             *     `transaction_control`: A request is one transaction already: it is committed when all statements succeed, and rolled back otherwise. Leave BEGIN, COMMIT, ROLLBACK, SAVEPOINT and SET TRANSACTION out.
             *
             *     `explain_needs_one_statement`: Only one statement can be explained at a time.
             *
             *     `not_read_only`: This statement can't run in a transaction, so nothing could keep it from writing. Send it without readOnly.
             *
             *     `copy_not_offered`: COPY has no stream to read from or write to here. Use INSERT and SELECT, or /api/tables/{table}/import and /api/tables/{table}/export.
             *
             *     `listen_not_offered`: LISTEN and UNLISTEN do nothing here: the session does not outlive the request.
             *
             *     `not_alone`: This statement can't run in a transaction, so it can't stand among others. Send it in a request of its own.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `needs_secret_key`: This is for secret keys that may send SQL: it acts as the owner of the project's database.
             *
             *     `extension_not_offered`: This extension or language is not offered here.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_rows`: A statement gave more rows than an answer may have. Nothing was kept; ask for fewer with LIMIT, or for a longer answer as application/x-ndjson or text/csv. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `nested_too_deep`: The parameters are nested deeper than 100 levels. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `quota_exceeded`: A limit of this project is reached. */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `project_not_ready`: This project's database is still being made. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `took_too_long`: The request ran longer than the project's plan lets it and was ended. Nothing was kept. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportTable: {
        parameters: {
            query?: {
                /** @description Columns with commas between, as in `id,title`; for an import of NDJSON those that lines may have. */
                columns?: string;
                /** @description `csv`: a line of names, then rows; nothing between commas is null, `""` an empty text. `ndjson`: an object a line. If left out, as `Accept` says, or `csv`. An error in the middle breaks CSV off, and is the last line of NDJSON: `{"error": …}`. */
                format?: "csv" | "ndjson";
                /** @description A schema that is exposed; the first of them if left out. */
                schema?: string;
            };
            header?: never;
            path: {
                /** @description A table, or to export from a view as well. */
                table: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /**
             * @description `unknown_column`: The table has no column of this name.
             *
             *     `column_named_twice`: A column is named twice.
             *
             *     `two_api_keys`: Two different API keys were given. Send one, or the same in both headers.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `missing_api_key`: This needs an API key: send it as the header apikey, or as Authorization: Bearer.
             *
             *     `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `bulk_needs_secret_key`: Whole tables go in and out with a secret key only.
             *
             *     `secret_key_in_browser`: A secret key was sent by a browser, where anybody can read it. Use a publishable key there, and rotate this one.
             *
             *     `missing_scope`: This key was not given the scope that this needs.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `table_not_found`: There is no such table, or its schema is not shown here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_bulk_input`: Something in the address is not as it should be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `bulk_busy`: As many imports and exports of this project as may be are under way already. Wait for one to end.
             *
             *     `quota_exceeded`: A limit of this project is reached.
             */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `project_not_ready`: This project's database is still being made. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importTable: {
        parameters: {
            query?: {
                /** @description Columns with commas between, as in `id,title`; for an import of NDJSON those that lines may have. */
                columns?: string;
                /** @description A schema that is exposed; the first of them if left out. */
                schema?: string;
            };
            header?: never;
            path: {
                /** @description A table, or to export from a view as well. */
                table: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported"];
                };
            };
            /**
             * @description `unknown_column`: The table has no column of this name.
             *
             *     `column_named_twice`: A column is named twice.
             *
             *     `two_api_keys`: Two different API keys were given. Send one, or the same in both headers.
             *
             *     `no_columns`: Nothing says which columns there are: the first line names them.
             *
             *     `invalid_line`: A line can't be read.
             *
             *     `unreadable_body`: The body ended before it was complete.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `missing_api_key`: This needs an API key: send it as the header apikey, or as Authorization: Bearer.
             *
             *     `invalid_api_key`: The API key is not valid: it may be mistyped, expired or revoked.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `bulk_needs_secret_key`: Whole tables go in and out with a secret key only.
             *
             *     `secret_key_in_browser`: A secret key was sent by a browser, where anybody can read it. Use a publishable key there, and rotate this one.
             *
             *     `missing_scope`: This key was not given the scope that this needs.
             *
             *     `project_scheduled_for_deletion`: This project was deleted. Its owner can restore it until it is purged.
             *
             *     `project_suspended`: This project is suspended.
             *
             *     `project_restricted`: This project can only be read and made smaller for now.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `table_not_found`: There is no such table, or its schema is not shown here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upload_stalled`: Nothing more of the body came for a while. Nothing was kept. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `line_too_long`: A line is longer than it may be.
             *
             *     `import_too_large`: The body is larger than the project's plan lets an import be. Send it in several parts.
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bulk_media_type`: Send the rows as text/csv or application/x-ndjson, in UTF-8 and not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_bulk_input`: Something in the address is not as it should be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `bulk_busy`: As many imports and exports of this project as may be are under way already. Wait for one to end.
             *
             *     `quota_exceeded`: A limit of this project is reached.
             */
            429: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `project_not_ready`: This project's database is still being made. */
            503: {
                headers: {
                    /** @description seconds to wait */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the project's database refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

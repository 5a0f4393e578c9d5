// Generated from spec/scenarios/format.yaml and the documents of spec/ by `npm run generate`.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What happens to a shop and its provider, step by step on the clock of a tenant, and what must come of it. */
        readonly Scenario: {
            /** @description Its name in kebab-case; that of the file without `.yaml`. */
            readonly name: string;
            /** @description What it shows, in a sentence or two. */
            readonly says: string;
            /** @description Whose operations are called. */
            readonly providers: readonly components["schemas"]["Provider"][];
            /**
             * @description Seed of everything random.
             * @default 1
             */
            readonly seed?: number;
            /**
             * Format: date-time
             * @description Where the tenant's clock stands at the beginning.
             * @default 2026-01-01T00:00:00Z
             */
            readonly time?: string;
            /**
             * @description Whether the clock stands or runs. While it runs, by this or by `resumeClock` (which takes a speed), `when` and `within` wait in real time, as something outside may need it; `at`, `after` and `clock` move it in any case.
             * @default frozen
             * @enum {unknown}
             */
            readonly clock?: "frozen" | "running";
            /** @description The world it begins in: `plain`, or the name of a file in `fixtures/worlds/`. */
            readonly world?: string;
            readonly options?: components["schemas"]["Options"];
            /** @description Values by name; `${name}` stands for them anywhere in steps, faults and rules. */
            readonly variables?: {
                readonly [key: string]: unknown;
            };
            /** @description Faults that are armed at the beginning, as `POST /__admin/faults` takes them. One that never strikes fails the run. */
            readonly faults?: readonly components["schemas"]["NewFault"][];
            /** @description Rules for webhooks from the beginning on, as `POST /__admin/webhooks/rules` takes them. One that never strikes fails the run. */
            readonly webhooks?: readonly components["schemas"]["NewWebhookRule"][];
            /** @description Cause and effect that must hold over the whole run. */
            readonly laws?: readonly components["schemas"]["Law"][];
            /** @description What is done, in this order. */
            readonly steps: readonly components["schemas"]["Step"][];
        };
        /**
         * @description A provider whose API is called.
         * @enum {string}
         */
        readonly Provider: "esimaccess" | "fms";
        /** @description A saved value: `${name}`. */
        readonly Reference: string;
        /** @description A number, or a saved one. */
        readonly Amount: number | components["schemas"]["Reference"];
        /** @description `500ms`, `30s`, `5m`, `2h`, `180d`; several with signs between them: `60m - 1ms`. */
        readonly Duration: string;
        /** @description Options of the providers, as `PATCH /__admin/options` takes them. */
        readonly Options: {
            readonly esimaccess?: {
                /**
                 * @description What `errorCode` says in a successful answer.
                 * @default 0
                 * @enum {unknown}
                 */
                readonly successErrorCode?: "0" | "null";
                /**
                 * @description How too many requests are refused: a code at status 200, or status 429 with Retry-After.
                 * @default 101013
                 * @enum {unknown}
                 */
                readonly rateLimitAnswer?: "101013" | "429" | "900001";
                /**
                 * @description Refuses a repeated transactionId with 310402 instead of repeating the answer.
                 * @default false
                 */
                readonly strictDuplicates?: boolean;
                /**
                 * @description What is charged as a multiple of the listed price, rounded per eSIM; price checks keep to the listed price.
                 * @default 1
                 */
                readonly chargeFactor?: number;
                /**
                 * @description Verifies the signature of requests that carry any of its three headers.
                 * @default false
                 */
                readonly enforceSignature?: boolean;
                /**
                 * @description Demands and verifies a signature on every request.
                 * @default false
                 */
                readonly requireSignature?: boolean;
                /**
                 * @description Accepts signatures made with the access code as key as well.
                 * @default false
                 */
                readonly allowAccessCodeKey?: boolean;
                /**
                 * @description Seconds by which RT-Timestamp may differ from the reference; beyond it 101001.
                 * @default 300
                 */
                readonly signatureToleranceSeconds?: number;
                /**
                 * @description Whether RT-Timestamp is compared with real time or with the tenant's clock.
                 * @default wall
                 * @enum {unknown}
                 */
                readonly timestampReference?: "wall" | "tenant";
                /**
                 * @description A country filter also finds regional packages that cover the country.
                 * @default false
                 */
                readonly includeRegionalPackages?: boolean;
                /**
                 * @description Refuses a query without a complete pager, or with a page size outside 5 to 500, with 000105.
                 * @default false
                 */
                readonly strictPager?: boolean;
                /**
                 * @description When DATA_USAGE is sent: at these fractions left, or at 100 MB left.
                 * @default 0.5,0.2,0.1
                 * @enum {unknown}
                 */
                readonly dataThresholds?: "0.5,0.2,0.1" | "0.25,0.1" | "100MB";
                /**
                 * @description Cancelling by orderNo alone cancels every new eSIM of the order instead of being refused with 200042.
                 * @default false
                 */
                readonly cancelByOrder?: boolean;
                /**
                 * @description Refuses a top-up that names its eSIM by both keys with 000104.
                 * @default false
                 */
                readonly strictTopupIds?: boolean;
                /**
                 * @description Refuses a top-up whose amount is a number with 000104.
                 * @default false
                 */
                readonly strictTopupAmount?: boolean;
                /**
                 * @description Sends ESIM_STATUS IN_USE when a top-up revives a used-up eSIM.
                 * @default true
                 */
                readonly notifyRevival?: boolean;
                /**
                 * @description Seconds between a failed first attempt to deliver a notification and the next one; 0 means no further attempt.
                 * @default 10
                 */
                readonly webhookRetry1Seconds?: number;
                /**
                 * @description Seconds between a failed second attempt to deliver a notification and the next one; 0 means no further attempt.
                 * @default 60
                 */
                readonly webhookRetry2Seconds?: number;
                /**
                 * @description Seconds between a failed third attempt to deliver a notification and the next one; 0 means no further attempt.
                 * @default 300
                 */
                readonly webhookRetry3Seconds?: number;
                /**
                 * @description Seconds of real time after which an attempt to deliver a notification has failed.
                 * @default 10
                 */
                readonly webhookTimeoutSeconds?: number;
                /**
                 * @description Sends the header rt-accesscode with notifications.
                 * @default true
                 */
                readonly webhookAccessCodeHeader?: boolean;
                /**
                 * @description Counts only HTTP 200 as acceptance of a notification, not every 2xx.
                 * @default false
                 */
                readonly strictWebhookReply?: boolean;
                /**
                 * @description Whether the total volume of a day pass is that of all its days or that of one day.
                 * @default total
                 * @enum {unknown}
                 */
                readonly dayPassVolumes?: "total" | "per-day";
                /**
                 * @description Answers unknown paths with HTTP 404 and other methods with HTTP 405.
                 * @default false
                 */
                readonly strictHttpStatus?: boolean;
                /**
                 * @description The code for an access code that nobody has.
                 * @default 401001
                 * @enum {unknown}
                 */
                readonly unknownAccessCode?: "401001" | "000101";
                /**
                 * @description How times in notifications write UTC.
                 * @default Z
                 * @enum {unknown}
                 */
                readonly webhookTimeNotation?: "Z" | "+0000";
                /**
                 * @description Leaves eSIMs without reported usage out of usage queries.
                 * @default false
                 */
                readonly omitUnusedFromUsage?: boolean;
                /**
                 * @description What a profile that was deleted on the device shows as its state.
                 * @default DELETED
                 * @enum {unknown}
                 */
                readonly deletedSmdpStatus?: "DELETED" | "NOT_SUPPORTED";
                /**
                 * @description Seconds after which the network reports what was used.
                 * @default 7200
                 */
                readonly usageLagSeconds?: number;
                /**
                 * @description Seconds from an order until its whole batch is allocated.
                 * @default 2
                 */
                readonly allocationDelaySeconds?: number;
                /**
                 * @description Serves esim/realtimeBalance/query, which the provider gives on request only.
                 * @default false
                 */
                readonly servePrivateEndpoints?: boolean;
            };
            readonly fms?: {
                /**
                 * @description Minutes from the pre-order within which the payment notice has to arrive; exactly that age is in time.
                 * @default 60
                 */
                readonly preOrderTimeoutMinutes?: number;
                /**
                 * @description Whether a failed payment ends the order or keeps the profile for another try until the time limit.
                 * @default release
                 * @enum {unknown}
                 */
                readonly failedPayment?: "release" | "retryable";
                /**
                 * @description Whether a second notice of a settled order is refused with 3004 or answered 0 without effect.
                 * @default reject
                 * @enum {unknown}
                 */
                readonly duplicateNotification?: "reject" | "idempotent";
                /**
                 * @description Whether registration and password reset demand the code that was mailed before.
                 * @default ignore
                 * @enum {unknown}
                 */
                readonly verifyCode?: "ignore" | "enforce";
                /**
                 * @description Seconds for which a paid order stays at status 0.
                 * @default 2
                 */
                readonly provisioningDelaySeconds?: number;
                /**
                 * @description Keeps paid orders at status 0 for good; once it is off, they complete the next time somebody asks for them.
                 * @default false
                 */
                readonly provisioningStuck?: boolean;
                /**
                 * @description Seconds for which a token is good; a token of exactly that age is refused.
                 * @default 259200
                 */
                readonly tokenLifetimeSeconds?: number;
                /**
                 * @description Empty serves the paths at the root and under /fms; /fms serves them there only.
                 * @default
                 * @enum {unknown}
                 */
                readonly contextPath?: "" | "/fms";
                /**
                 * @description Serves /v1.1/payment/webhook, of which only the title is known.
                 * @default false
                 */
                readonly serveV11Webhook?: boolean;
                /**
                 * @description Demands a token for the seven catalogue operations, as before version 1.1.
                 * @default false
                 */
                readonly requireTokenLikeV10?: boolean;
            };
        };
        /** @description One thing that is done, when, and what must come of it. */
        readonly Step: {
            /** @description A name by which later steps say their time (`at`). */
            readonly name?: string;
            /** @description What it means, for the reader of the timeline. */
            readonly says?: string;
            /** @description The instant of the step: an offset from the beginning (`2h`), a date and time (`2026-03-01T12:00:00Z`), or an earlier step and an offset from it (`reserve + 60m - 1ms`). The clock moves there first, and everything due on the way happens. */
            readonly at?: string;
            /** @description How long after the step before it; instead of `at`. */
            readonly after?: components["schemas"]["Duration"];
            readonly when?: components["schemas"]["When"];
            /**
             * @description How often it is done; `${n}` counts from 1.
             * @default 1
             */
            readonly repeat?: number;
            readonly do?: components["schemas"]["Action"];
            /** @description Values of the answer to keep, by name: where they stand, such as `obj.esimList[0].iccid`. */
            readonly save?: {
                readonly [key: string]: string;
            };
            readonly expect?: components["schemas"]["Expect"];
        };
        /** @description Waits until this has happened since the step before, and fails when it has not `within`: job by job on a clock that stands, in real time on one that runs, there a minute at most unless the run was told otherwise. */
        readonly When: {
            /** @description A webhook of this type has arrived. */
            readonly webhook?: components["schemas"]["NotificationType"];
            /** @description A mail to this address was sent. */
            readonly mail?: string;
            /** @description A journal entry of this kind: `esim-status-changed`. */
            readonly happened?: string;
            /** @description A value that it must name, such as an order number. */
            readonly about?: string;
            /**
             * @description How long to wait at most on the tenant's clock.
             * @default 1d
             */
            readonly within?: components["schemas"]["Duration"];
        };
        /** @description What is done. */
        readonly Action: components["schemas"]["CallAction"] | components["schemas"]["DeviceAction"] | components["schemas"]["UseAction"] | components["schemas"]["ClockAction"] | components["schemas"]["FaultAction"] | components["schemas"]["RepliesAction"] | components["schemas"]["WebhookRuleAction"] | components["schemas"]["TriggerAction"] | components["schemas"]["ControlAction"];
        /** @description A call of a provider's API with the tenant's usual credentials. */
        readonly CallAction: {
            /**
             * @description The operation by its operationId.
             * @enum {string}
             */
            readonly call: "balanceQuery" | "packageList" | "locationList" | "esimOrder" | "esimQuery" | "esimCancel" | "esimSuspend" | "esimUnsuspend" | "esimRevoke" | "esimTopup" | "esimSendSms" | "esimUsageQuery" | "webhookSave" | "webhookQuery" | "esimRealtimeBalanceQuery" | "emailVerificationCode" | "emailRegister" | "emailLogin" | "login" | "passwordReset" | "countryPackageList" | "packageListV11" | "packageDetail" | "packageDetailV11" | "preOrderPackage" | "preOrderPackageV11" | "queryOrdStatusAndEmail" | "myEsimDetail" | "myEsimDetailV11" | "paymentWebhook" | "paymentWebhookV11" | "queryCountry" | "selectContinentsCode" | "selectPackageByContinents" | "selectHotPackage" | "selectTopUpList" | "topUpOrder";
            /** @description Whose; needed when both providers of the scenario have such an operation. */
            readonly provider?: components["schemas"]["Provider"];
            /** @description The JSON body. A partner code that the operation knows is filled in; null leaves it out. */
            readonly body?: unknown;
            /** @description The body as text, whatever it is; instead of `body`. */
            readonly raw?: string;
            /** @description The query. */
            readonly query?: {
                readonly [key: string]: string | number | boolean;
            };
            /** @description Headers besides the usual ones; null leaves a usual one out. */
            readonly headers?: {
                readonly [key: string]: string | null;
            };
            /**
             * @description Another method than the operation's.
             * @enum {unknown}
             */
            readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
            /** @description Another path than the operation's. */
            readonly path?: string;
        };
        /** @description What a traveller does with the eSIM on a device. */
        readonly DeviceAction: {
            /** @enum {unknown} */
            readonly device: "download" | "install" | "enable" | "disable" | "delete" | "attach" | "reinstall";
            /** @description Its id or ICCID. */
            readonly esim: string;
            /** @description The device; drawn from the seed unless given. */
            readonly eid?: string;
        };
        /** @description The traveller uses up data. */
        readonly UseAction: {
            /** @description Bytes, or a text such as `500MB` or `1GB` in units of 1024; or a saved number. */
            readonly use: number | string;
            /** @description Its id or ICCID. */
            readonly esim: string;
        };
        /** @description Moves the tenant's clock. */
        readonly ClockAction: {
            /**
             * @description `next`: to the next instant at which something is due.
             * @enum {unknown}
             */
            readonly clock: "advance" | "next" | "run-until-idle";
            /** @description How far to advance. */
            readonly by?: components["schemas"]["Duration"];
        };
        /** @description Arms a fault, or disarms all of them. */
        readonly FaultAction: {
            readonly fault: components["schemas"]["NewFault"] | "clear";
        };
        /** @description How the receiver of `${receiver.url}` answers its next webhooks; 200 once they are used up. */
        readonly RepliesAction: {
            /** @description HTTP statuses in order. */
            readonly replies: readonly number[];
        };
        /** @description Adds a rule for webhooks, or removes all of them. */
        readonly WebhookRuleAction: {
            readonly webhookRule: components["schemas"]["NewWebhookRule"] | "clear";
        };
        /** @description Drives provider, partner, devices and clock until an event has happened: `payment-notice`, `ESIM_STATUS`. */
        readonly TriggerAction: {
            /** @description The event; `GET /__admin/trigger` lists them with their options. */
            readonly trigger: string;
            readonly provider?: components["schemas"]["Provider"];
            /** @description The order or eSIM it is about. */
            readonly for?: string;
            /** @description Options of the event, such as `{late: 1ms, times: 2}` of a payment notice. */
            readonly with?: {
                readonly [key: string]: unknown;
            };
        };
        /** @description A call of the control API for the scenario's tenant. */
        readonly ControlAction: {
            /**
             * @description The operation of `/__admin` by its operationId.
             * @enum {string}
             */
            readonly control: "getHealth" | "getReady" | "listTenants" | "getTenant" | "removeTenant" | "putTenant" | "forkTenant" | "resetTenant" | "listSnapshots" | "exportSnapshot" | "saveSnapshot" | "removeSnapshot" | "loadSnapshot" | "importSnapshot" | "diffSnapshots" | "getAccount" | "changeAccount" | "listPackages" | "changePackage" | "listOptions" | "changeOptions" | "getClock" | "advanceClock" | "setClock" | "getAutoAdvance" | "setAutoAdvance" | "freezeClock" | "resumeClock" | "advanceToNext" | "runUntilIdle" | "listOrders" | "listEsims" | "getEsim" | "downloadEsim" | "installEsim" | "enableEsim" | "disableEsim" | "deleteEsim" | "attachEsim" | "reinstallEsim" | "useData" | "listMails" | "listDeliveries" | "getWebhookDesk" | "listWebhookRules" | "addWebhookRule" | "clearWebhookRules" | "getWebhookRule" | "putWebhookRule" | "removeWebhookRule" | "holdWebhooks" | "endWebhookHold" | "setRetryPlan" | "removeRetryPlan" | "changeWebhookEndpoint" | "listInbox" | "orderInbox" | "releaseInbox" | "getDelivery" | "editDelivery" | "releaseDelivery" | "dropDelivery" | "resendDelivery" | "listEvents" | "triggerEvent" | "emitEvent" | "listJournal" | "queryJournal" | "waitForEntry" | "exportJournal" | "getTrace" | "verifyJournal" | "listFaults" | "addFault" | "clearFaults" | "getFault" | "putFault" | "removeFault";
            /** @description Members of its path and query. */
            readonly params?: {
                readonly [key: string]: string | number;
            };
            /** @description Its JSON body. */
            readonly body?: unknown;
        };
        readonly NewFault: {
            /** @description May be left out when only one provider has the operation. */
            readonly provider?: string;
            /** @description Null or left out for every operation. */
            readonly operationId?: string | null;
            readonly match?: components["schemas"]["NewMatch"];
            readonly phase?: components["schemas"]["Phase"];
            readonly effect: components["schemas"]["Effect"];
            /** @description Null for always. Left out, once, or as often as the counts and the chance of `match` say. */
            readonly times?: number | null;
            /** @description How long it is armed, on the tenant's clock, such as `30m`. */
            readonly ttl?: string;
        };
        readonly NewWebhookRule: {
            readonly match?: components["schemas"]["WebhookMatch"];
            readonly effect: components["schemas"]["WebhookEffect"];
            /** @description How often it strikes; null for always. Left out, once; or always with `first`, `every` or `probability`. */
            readonly times?: number | null;
        };
        /** @description What must come of the step. Without `success`, `code` and `answer` the answer must be a success. */
        readonly Expect: {
            /** @description Whether the answer is a success. */
            readonly success?: boolean;
            /** @description The code of the refusal. */
            readonly code?: string | number;
            /** @description The HTTP status. */
            readonly status?: number;
            /**
             * @description No answer comes: the connection breaks.
             * @constant
             */
            readonly answer?: "none";
            /** @description Members of the answer by their path, such as `obj.esimList[0].esimStatus`. */
            readonly members?: {
                readonly [key: string]: components["schemas"]["Matcher"];
            };
            readonly money?: components["schemas"]["Money"];
            readonly webhooks?: readonly components["schemas"]["ExpectedWebhook"][];
            /** @description The types of all webhooks that arrived since the step began, in the order of arrival. */
            readonly webhookOrder?: readonly components["schemas"]["NotificationType"][];
            readonly mails?: readonly components["schemas"]["ExpectedMail"][];
            readonly journal?: readonly components["schemas"]["ExpectedEntries"][];
        };
        /** @description A value that it must equal, or conditions. */
        readonly Matcher: (string | number | boolean | null) | readonly unknown[] | components["schemas"]["Conditions"];
        /** @description Conditions that must all hold. */
        readonly Conditions: {
            /** @description Equals this, whatever it is. */
            readonly is?: unknown;
            /** @description Differs from this. */
            readonly not?: unknown;
            readonly atLeast?: components["schemas"]["Amount"];
            readonly atMost?: components["schemas"]["Amount"];
            /** @description The number of entries of a list. */
            readonly count?: number;
            /** @description Whether it is there at all. */
            readonly exists?: boolean;
            /** @description A text contains this, or a list has this entry. */
            readonly contains?: unknown;
            /**
             * Format: regex
             * @description A text fits this regular expression.
             */
            readonly matches?: string;
        };
        /** @description What the wallet lost (`spends`) or got (`gains`) during the step, in ten-thousandths; 0 for nothing. */
        readonly Money: 0 | {
            readonly spends: components["schemas"]["Amount"];
        } | {
            readonly gains: components["schemas"]["Amount"];
        };
        /**
         * @description The type of a webhook.
         * @enum {string}
         */
        readonly NotificationType: "CHECK_HEALTH" | "ORDER_STATUS" | "ESIM_STATUS" | "SMDP_EVENT" | "DATA_USAGE" | "VALIDITY_USAGE";
        /** @description Webhooks that arrive at the receiver, since the step began unless told otherwise. */
        readonly ExpectedWebhook: {
            readonly type: components["schemas"]["NotificationType"];
            /** @description A value that it must name, such as an order number. */
            readonly about?: string;
            /** @description Members of its body by path. */
            readonly members?: {
                readonly [key: string]: components["schemas"]["Matcher"];
            };
            /** @description How many; at least one unless given. */
            readonly count?: number;
            /** @description How many different ids they have. */
            readonly distinct?: number;
            /** @description How long to wait for them on the clock; not at all unless given. */
            readonly within?: components["schemas"]["Duration"];
            /**
             * @description From when on arrivals count.
             * @default step
             * @enum {unknown}
             */
            readonly since?: "step" | "beginning";
        };
        readonly ExpectedMail: {
            readonly to: string;
            /** @description A text that its subject or text must contain. */
            readonly contains?: string;
            /** @description How many since the beginning; at least one unless given. */
            readonly count?: number;
        };
        /** @description Entries of the tenant's journal since the beginning. */
        readonly ExpectedEntries: {
            /** @description `exchange`, `delivery`, `fault-applied`, `esim-status-changed` and so on. */
            readonly kind: string;
            /**
             * @description Only exchanges of this operation.
             * @enum {string}
             */
            readonly operation?: "balanceQuery" | "packageList" | "locationList" | "esimOrder" | "esimQuery" | "esimCancel" | "esimSuspend" | "esimUnsuspend" | "esimRevoke" | "esimTopup" | "esimSendSms" | "esimUsageQuery" | "webhookSave" | "webhookQuery" | "esimRealtimeBalanceQuery" | "emailVerificationCode" | "emailRegister" | "emailLogin" | "login" | "passwordReset" | "countryPackageList" | "packageListV11" | "packageDetail" | "packageDetailV11" | "preOrderPackage" | "preOrderPackageV11" | "queryOrdStatusAndEmail" | "myEsimDetail" | "myEsimDetailV11" | "paymentWebhook" | "paymentWebhookV11" | "queryCountry" | "selectContinentsCode" | "selectPackageByContinents" | "selectHotPackage" | "selectTopUpList" | "topUpOrder";
            /** @description Members of the entry by path. */
            readonly members?: {
                readonly [key: string]: components["schemas"]["Matcher"];
            };
            /** @description How many; at least one unless given. */
            readonly count?: number;
        };
        /** @description `after ORDER_STATUS expect esimQuery within 30s`, `never esimOrder after 200010`, `never esimTopup`. What happens is named by the type of a webhook, an operation, a code that a call was refused with, or the kind of a journal entry. */
        readonly Law: string;
        /** @description Which calls a rule strikes; every part that is given has to fit. */
        readonly NewMatch: {
            /** @description The same as beside `match`. */
            readonly operationId?: string | null;
            /** @description By JSON pointer into the body; `*` is any element of a list: `/packageInfoList/*\/packageCode`. */
            readonly body?: components["schemas"]["Predicates"];
            readonly header?: components["schemas"]["Predicates"];
            readonly query?: components["schemas"]["Predicates"];
            /** @description By fact: `esim.status`, `account.balance` and so on, as it was before the operation. */
            readonly state?: components["schemas"]["Predicates"];
            /** @description The share of calls that are struck, greater than 0 and at most 1; drawn from the tenant's seed. */
            readonly probability?: number;
            /** @description The call, or the calls, of those that fit. */
            readonly nth?: number | readonly number[];
            /** @description Only the first so many calls that fit. */
            readonly firstN?: number;
            /** @description Each so-manieth call that fits. */
            readonly everyN?: number;
            /** @description Counts calls for each value of this JSON pointer or fact by itself. */
            readonly key?: string;
            readonly window?: components["schemas"]["NewWindow"];
        };
        readonly Predicates: {
            readonly [key: string]: components["schemas"]["NewPredicate"];
        };
        /** @description A value that has to be met exactly, or conditions that all have to hold. */
        readonly NewPredicate: {
            readonly eq?: components["schemas"]["Scalar"];
            readonly ne?: components["schemas"]["Scalar"];
            readonly in?: readonly components["schemas"]["Scalar"][];
            readonly lt?: number;
            readonly gt?: number;
            /** @description A regular expression that is found somewhere in the text. */
            readonly matches?: string;
            readonly exists?: boolean;
        } | string | number | boolean | null;
        readonly Scalar: string | number | boolean | null;
        /** @description On the tenant's clock: ISO 8601 instants, or durations such as `10m` from when the rule is written. */
        readonly NewWindow: {
            readonly from?: string;
            readonly until?: string;
            /** @description With `for`: open at the beginning of every such period. */
            readonly every?: string;
            readonly for?: string;
        };
        /** @enum {string} */
        readonly Phase: "before" | "committed" | "after";
        /**
         * @description What a rule does. Each kind takes members of its own and no others.
         *
         *     `latency`: `ms`, or `law`; `after`: the end of the body comes so much later. `provider-error`: `code`, one of the provider's codes or names (`after`: the next call is answered so). `status`: `status`, `body`, `contentType`, `retryAfterSeconds`. `proxy-page`: an HTML page, `status` 502, 503 or 504. `stale-read`: the last answer to the same call that is at least `olderThanMs` of the tenant's time old, else the present one.
         *
         *     `reset` (RST) and `hang` (silence, for `forMs`): `at` before-headers, after-headers or mid-body, there after `afterBytes`. `slow-body`: `bytesPerSecond`, or `chunks` and `overMs`. `empty-reply`. `truncated-body`: `afterBytes`. `garbage`: `bytes` random ones, `at` body or connection. `malformed-json`. `bom`. `wrong-content-type`: `contentType`. `wrong-content-length`: `by`. `drop-member`: `pointer`. `retype-member`: `pointer`, `to` a JSON type. `rename-member`: `pointer`, `to` a name.
         *
         *     What damages an answer needs the phase `committed`.
         */
        readonly Effect: {
            /** @enum {unknown} */
            readonly kind: "latency" | "provider-error" | "status" | "proxy-page" | "stale-read" | "reset" | "hang" | "slow-body" | "empty-reply" | "truncated-body" | "garbage" | "malformed-json" | "bom" | "wrong-content-type" | "wrong-content-length" | "drop-member" | "retype-member" | "rename-member";
            /** @description Real milliseconds. */
            readonly ms?: number;
            readonly law?: components["schemas"]["DelayLaw"];
            /** @description A code or a name of the provider. */
            readonly code?: string;
            /** @description An HTTP status. */
            readonly status?: number;
            readonly body?: string;
            readonly contentType?: string;
            readonly retryAfterSeconds?: number;
            /** @description Milliseconds of the tenant's time. */
            readonly olderThanMs?: number;
            /** @enum {string} */
            readonly at?: "before-headers" | "after-headers" | "mid-body" | "body" | "connection";
            /** @description Bytes of the body that arrive; half of them when left out. */
            readonly afterBytes?: number;
            /** @description Real milliseconds until a hanging connection is closed; ten minutes when left out. It is closed earlier when the rule is removed or the tenant begins anew. */
            readonly forMs?: number;
            readonly bytesPerSecond?: number;
            readonly chunks?: number;
            /** @description Real milliseconds. */
            readonly overMs?: number;
            readonly bytes?: number;
            /** @description Bytes by which the announced length is off. */
            readonly by?: number;
            /** @description A JSON pointer into the answer. */
            readonly pointer?: string;
            /** @description A JSON type, or a name. */
            readonly to?: string;
        };
        /** @description How long: what a fault makes a call wait, up to ten minutes on the wall, and what a rule makes a webhook wait, up to 366 days on the clock. Times are milliseconds or durations. `fixed` (ms), `uniform` (minMs, maxMs), `normal` (meanMs, deviationMs; cut off at 0), `log-normal` (medianMs, sigma), `exponential` (meanMs), `percentiles` (p50Ms, p90Ms, p99Ms, maxMs, from minMs on; straight lines between). `maxMs` cuts normal, log-normal and exponential, too. A number or duration alone is a fixed one. */
        readonly DelayLaw: {
            /** @enum {unknown} */
            readonly law?: "fixed" | "uniform" | "normal" | "log-normal" | "exponential" | "percentiles";
            readonly ms?: components["schemas"]["Wait"];
            readonly minMs?: components["schemas"]["Wait"];
            readonly maxMs?: components["schemas"]["Wait"];
            readonly meanMs?: components["schemas"]["Wait"];
            readonly deviationMs?: components["schemas"]["Wait"];
            readonly medianMs?: components["schemas"]["Wait"];
            readonly sigma?: number;
            readonly p50Ms?: components["schemas"]["Wait"];
            readonly p90Ms?: components["schemas"]["Wait"];
            readonly p99Ms?: components["schemas"]["Wait"];
        } | string | number;
        /** @description Milliseconds, or a duration such as 500ms, 10m or PT1H. */
        readonly Wait: number | string;
        /** @description What is left out, or null, does not restrict. */
        readonly WebhookMatch: {
            readonly provider?: string | null;
            /** @description A type of webhook, as the provider spells it. */
            readonly type?: string | null;
            /** @description Ids of records by name, such as `orderNumber` or `esimId`, all of which it must be about. */
            readonly about?: {
                readonly [key: string]: string;
            };
            /** @description Only the n-th that fits. */
            readonly nth?: number | null;
            /** @description Only the first n that fit. */
            readonly first?: number | null;
            /** @description Only every n-th that fits. */
            readonly every?: number | null;
            /** @description Each with this probability, drawn from the tenant's seed. */
            readonly probability?: number | null;
        };
        readonly WebhookEffect: {
            readonly kind: components["schemas"]["WebhookEffectKind"];
            readonly by?: components["schemas"]["DelayLaw"];
            /** @description `delay`: the others of its lane need not wait for it; false unless given. */
            readonly isOvertaken?: boolean;
            /** @description `duplicate`: how many more; 1 unless given. */
            readonly copies?: number;
            readonly gap?: components["schemas"]["DelayLaw"];
            /** @description `reorder`: how many later ones of its lane go first; 1 unless given. */
            readonly behind?: number;
            readonly atMostMs?: components["schemas"]["Wait"];
            /** @description `corrupt`: JSON pointers to what is left out. */
            readonly remove?: readonly string[];
            /** @description `corrupt`: JSON pointers to what gets another type. */
            readonly retype?: readonly string[];
            /** @description `corrupt`: a form that the provider knows. eSIM Access: generation-2023, generation-2025, signed, signed-with-access-code, wrong-signature, stale-signature, without-access-code. */
            readonly variant?: string | null;
        };
        /** @enum {string} */
        readonly WebhookEffectKind: "delay" | "drop" | "duplicate" | "reorder" | "corrupt" | "early";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;

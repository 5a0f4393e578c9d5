// Generated from spec/admin/openapi.yaml by `npm run generate`; change that document instead.
export interface paths {
    readonly "/__admin/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Say that the sandbox lives
         * @description Answers as soon as the listener does, without a token and for no tenant. A sandbox that lives may still be starting; `ready` tells.
         */
        readonly get: operations["getHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Say whether the sandbox serves
         * @description Answers 503 until the stored tenants are open and whatever fell due while nothing ran has been done, and again while the sandbox stops. Needs no token.
         */
        readonly get: operations["getReady"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/tenants": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List tenants
         * @description Every tenant of the sandbox, the default one first: its seed, what its clients authenticate with, its clock.
         */
        readonly get: operations["listTenants"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/tenants/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Create a tenant
         * @description Creates a tenant with the first records of both providers, unless there is one of this id. Its lives, this one and those after each reset, begin as the body says; what is left out is as the sandbox was told at its start, and a seed is then drawn from the sandbox's by the id. A tenant that exists keeps its present life, and what the body says counts from its next reset on. To repeat a request changes nothing.
         */
        readonly put: operations["putTenant"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/reset": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Begin anew
         * @description Forgets every record of the tenant and begins a new life: first records, first instant and seed as `tenants` has chosen them or as given at start, options as given at start, no faults, an empty outbox and journal. The only way a clock comes to show an earlier instant. Refused while a clock command runs.
         */
        readonly post: operations["resetTenant"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/account": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show the wallet
         * @description The prepaid wallet of the tenant with eSIM Access; FMS keeps none.
         */
        readonly get: operations["getAccount"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Set the balance
         * @description Sets the balance of the wallet in ten-thousandths of the currency's unit: 10000000 is USD 1,000.00.
         */
        readonly patch: operations["changeAccount"];
        readonly trace?: never;
    };
    readonly "/__admin/packages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List packages
         * @description The catalogues as the tenant sees them, provider by provider, with the tenant's own stock, sale state and price.
         */
        readonly get: operations["listPackages"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/packages/{provider}/{code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a package
         * @description Sets stock, sale state or price of a package for this tenant; members that are left out stay as they are. The code may be an alias and may hold any character, percent-encoded.
         */
        readonly patch: operations["changePackage"];
        readonly trace?: never;
    };
    readonly "/__admin/options": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List options
         * @description Every place where a provider's documents are silent or contradict each other is an option, with the decision that set its default.
         */
        readonly get: operations["listOptions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Set options
         * @description Sets options by provider and name, for this tenant and until its reset. All of them are set, or none when one is refused. Work already planned keeps its instant.
         */
        readonly patch: operations["changeOptions"];
        readonly trace?: never;
    };
    readonly "/__admin/clock": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show the clock
         * @description The tenant's present instant, whether the clock runs, and when the next job is due.
         */
        readonly get: operations["getClock"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/clock/advance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Move the clock ahead
         * @description Moves the clock by a duration and runs everything that falls due on the way, each job at its own instant. Deliveries begun at an instant end before the clock passes it, so a retry falls due relative to its attempt. A second clock command meanwhile is refused with 409; other calls are served.
         */
        readonly post: operations["advanceClock"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/clock/auto-advance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Say whether the clock moves for waits
         * @description Whether the clock moves from one due instant to the next while a request waits for an entry of the journal.
         */
        readonly get: operations["getAutoAdvance"];
        readonly put?: never;
        /**
         * Let the clock move for waits
         * @description Counts for every further `journal/wait` of the tenant that does not say otherwise. Off until it is switched on; a reset switches it off.
         */
        readonly post: operations["setAutoAdvance"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/clock/freeze": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop the clock
         * @description Stops the clock at the present instant. What is due at that instant is still done; everything later waits.
         */
        readonly post: operations["freezeClock"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/clock/resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Let the clock run
         * @description Lets the clock run from the present instant, one simulated second per real second unless told otherwise.
         */
        readonly post: operations["resumeClock"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/clock/next": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Move to the next event
         * @description Moves the clock to the next instant at which something is due and runs what is due then. Nothing moves when nothing waits.
         */
        readonly post: operations["advanceToNext"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/clock/run-until-idle": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Run until nothing waits
         * @description Moves the clock on until no job waits any more: every eSIM ends, every retry is made. Stops at 1,000,000 jobs; `isCut` then says so.
         */
        readonly post: operations["runUntilIdle"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/orders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List orders
         * @description Orders of both providers, provider by provider, oldest first.
         */
        readonly get: operations["listOrders"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/esims": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List eSIMs
         * @description eSIMs of both providers, oldest first.
         */
        readonly get: operations["listEsims"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/esims/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show an eSIM
         * @description One eSIM by its id (eSIM Access: `esimTranNo`) or its ICCID; of several eSIMs with one ICCID the latest.
         */
        readonly get: operations["getEsim"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/esims/{id}/download": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Download the profile
         * @description A device downloads the profile from the SM-DP+. Its EID is drawn from the seed unless one is given. Needs a released profile of an eSIM that is not over. Refused with 409 when the profile is not where that can happen; the refusal lists what is possible.
         */
        readonly post: operations["downloadEsim"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/esims/{id}/install": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Install the profile
         * @description The device installs the downloaded profile. Where the package counts from installation, the validity starts here. Refused with 409 when the profile is not where that can happen; the refusal lists what is possible.
         */
        readonly post: operations["installEsim"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/esims/{id}/enable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enable the profile
         * @description The traveller switches the profile on. Data flows once it has attached to a network. Refused with 409 when the profile is not where that can happen; the refusal lists what is possible.
         */
        readonly post: operations["enableEsim"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/esims/{id}/disable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Disable the profile
         * @description The traveller switches the profile off. Refused with 409 when the profile is not where that can happen; the refusal lists what is possible.
         */
        readonly post: operations["disableEsim"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/esims/{id}/delete": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Delete the profile
         * @description The traveller deletes the profile from the device. The eSIM stays what it was; only `reinstall` brings the profile back. Refused with 409 when the profile is not where that can happen; the refusal lists what is possible.
         */
        readonly post: operations["deleteEsim"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/esims/{id}/attach": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Attach to a network
         * @description The enabled profile attaches to a network. The first time, where the package counts from there, the validity starts. Refused with 409 when the profile is not where that can happen; the refusal lists what is possible.
         */
        readonly post: operations["attachEsim"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/esims/{id}/reinstall": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Offer the profile again
         * @description The operator puts a deleted profile back on the SM-DP+, so that it can be downloaded again. Refused with 409 when the profile is not where that can happen; the refusal lists what is possible.
         */
        readonly post: operations["reinstallEsim"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/esims/{id}/usage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Use data
         * @description The traveller uses data; what exceeds the allowance is not served. The provider reports it after its lag, so advance the clock to see it there. Needs an enabled profile of an eSIM in use.
         */
        readonly post: operations["useData"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/mails": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List mails
         * @description Mails that the providers sent, oldest first: verification codes, QR codes. Nothing leaves the sandbox.
         */
        readonly get: operations["listMails"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List webhook deliveries
         * @description Webhooks on their way or settled, oldest first, each with every attempt. Credentials among the headers are masked.
         */
        readonly get: operations["listDeliveries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/journal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List what happened
         * @description Exchanges, domain events, deliveries, faults, clock moves, in order. Kept in memory, at most 10,000 entries; secrets are masked. What an entry holds besides `seq`, `at` and `kind` depends on its kind.
         */
        readonly get: operations["listJournal"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/journal/query": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Find entries by a predicate
         * @description A predicate is an object whose members name places of an entry: `operationId`, `request.orderNo`, `/request/packageInfoList/0/count`, `response.data.*.iccid`; what stands there must be equal, or fit an object of operators (`eq ne lt lte gt gte in matches contains exists`), or an object of places inside of it. `all`, `any` and `not` combine predicates. One that names an operation and no kind means calls. Bodies are looked into as JSON. A name that no entry can have is refused. `total` counts every match; `limit` bounds what is listed.
         */
        readonly post: operations["queryJournal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/journal/wait": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Wait for an entry
         * @description Answers as soon as an entry is what `match` describes; one that is there already counts, unless `since` says otherwise. It waits `timeoutMs` of real time at most, and `withinVirtual` on the tenant's clock; the answer says what ended it. With `autoAdvance` (or when `clock/auto-advance` is on) the clock moves from one due instant to the next while the request waits, so that a standing clock needs no real time; the answer lists what fired. Ends also at a reset and when the sandbox stops.
         */
        readonly post: operations["waitForEntry"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/journal/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Export the journal
         * @description The entries as lines of JSON (`ndjson`), or the calls and webhooks among them as an HTTP archive (`har`, version 1.2) that browsers and proxies show. Secrets were masked when they were journalled; `hideActivationCodes` masks also what downloads a profile. Headers are not journalled.
         */
        readonly get: operations["exportJournal"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/journal/{requestId}/trace": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Explain a call
         * @description What decided about a call: how its tenant was found, which stages it passed, which rule of the operation refused it and what would make it succeed, which faults struck or missed and why, what it did to records and money, its events, and what was delivered because of it. Kept for the last 500 calls of a tenant, in memory. Nothing of it is ever in an answer of a provider.
         */
        readonly get: operations["getTrace"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Judge what happened
         * @description Judges expectations of the journal as it is now; nothing is changed and nothing waited for. An expectation says what with one of `match` (with `count`), `order` (a list, others may stand in between), `never`, or `expect` with its cause in `after`; `within` limits it on the tenant's clock: a stretch for `match` and `order`, the time after the cause for the others. `never` takes a cause too. A cause that never came fails unless `causeOptional`. In an effect, an operator `same` names a place of the cause whose value must be the same. A fault that was armed and never fired fails the verification, unless `unfiredFaults` says `warn` or `ignore`.
         */
        readonly post: operations["verifyJournal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/faults": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List faults
         * @description The rules in order of creation, spent ones included.
         */
        readonly get: operations["listFaults"];
        readonly put?: never;
        /**
         * Add a fault
         * @description A rule strikes calls of one operation, or of every operation of a provider, `times` times (once unless told otherwise; null for always). `before`: nothing happens at the provider. `committed`: the operation succeeds and then its answer is delayed, replaced or lost. `after`: the answer goes out and what follows misbehaves. Effects: `latency` waits `ms` milliseconds of real time (`after`: the body arrives at once, its end that much later). `provider-error` answers with a code of the provider (`after`: the next call of the operation is answered so). `reset` breaks the connection instead of an answer (`after`: once the answer is out). A rule that names an unknown provider, operation or code is refused.
         */
        readonly post: operations["addFault"];
        /**
         * Remove all faults
         * @description Removes every rule of the tenant.
         */
        readonly delete: operations["clearFaults"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/faults/{faultId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove a fault
         * @description Removes one rule.
         */
        readonly delete: operations["removeFault"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description No settings; the body may be left out. */
        readonly Nothing: Record<string, never>;
        readonly Health: {
            /** @constant */
            readonly status: "ok";
            /** @description Version of the sandbox. */
            readonly version: string;
            readonly uptimeSeconds: number;
            readonly providers: readonly string[];
            /** @description How many tenants are open. */
            readonly tenants: number;
        };
        readonly Readiness: {
            /** @constant */
            readonly status: "ready";
        };
        /** @description A refusal, as RFC 9457 describes them. */
        readonly Problem: {
            /** Format: uri */
            readonly type: string;
            readonly title: string;
            readonly status: number;
            /** @description One sentence: what was expected, what came, what to do. */
            readonly detail: string;
            readonly code: components["schemas"]["RefusalCode"];
            readonly errors: readonly components["schemas"]["RefusedPlace"][];
        };
        /**
         * @description The condition, for programs.
         * @enum {string}
         */
        readonly RefusalCode: "forbidden-host" | "forbidden-origin" | "unauthorized" | "unknown-path" | "wrong-method" | "unknown-tenant" | "too-many-tenants" | "not-ready" | "malformed-body" | "body-too-large" | "not-json" | "invalid-request" | "wrong-duration" | "unknown-provider" | "unknown-operation" | "unknown-provider-code" | "incomplete-fault" | "too-many-faults" | "unknown-fault" | "unknown-option" | "wrong-option-value" | "unknown-account" | "unknown-package" | "unknown-esim" | "impossible-device-event" | "profile-on-other-device" | "esim-not-connected" | "wrong-query" | "too-many-waits" | "entry-missing" | "unknown-trace" | "clock-busy" | "clock-beyond-range" | "store-unavailable" | "internal-error";
        readonly RefusedPlace: {
            /** @description `body`, `query` or `path`, then member names and positions. */
            readonly path: string;
            /** @description What is accepted there. */
            readonly expected: string;
            /** @description What was sent, as JSON and cut when long; null when missing. */
            readonly got: string | null;
        };
        readonly Clock: {
            /** Format: date-time */
            readonly now: string;
            /**
             * Format: int64
             * @description The same instant in milliseconds since 1970.
             */
            readonly nowMs: number;
            /** @enum {unknown} */
            readonly mode: "frozen" | "running";
            /** @description Simulated per real time; null while the clock stands. */
            readonly speed: number | null;
            /**
             * Format: date-time
             * @description When the next job is due; null when none waits.
             */
            readonly nextDue: string | null;
        };
        readonly Tenant: {
            readonly id: string;
            /**
             * Format: int64
             * @description Seed of everything random in its present life.
             */
            readonly seed: number;
            /** @description What its clients authenticate with, by provider and name. */
            readonly credentials: {
                readonly [key: string]: {
                    readonly [key: string]: string;
                };
            };
            readonly clock: components["schemas"]["Clock"];
        };
        readonly TenantList: {
            readonly items: readonly components["schemas"]["Tenant"][];
            readonly total: number;
        };
        readonly TenantChoice: {
            /** Format: int64 */
            readonly seed?: number;
            /**
             * @description Whether the clock stands at the beginning of a life.
             * @enum {unknown}
             */
            readonly clock?: "frozen" | "running";
            /** @description The first instant, ISO 8601, from 1970 to 9999. */
            readonly time?: string;
        };
        readonly Advance: {
            /** @description `500ms`, `30s`, `5m`, `2h`, `180d`, or ISO 8601 in weeks to seconds (`PT1H30M`). */
            readonly by: string;
        };
        readonly Resume: {
            /**
             * @description Simulated per real time.
             * @default 1
             */
            readonly speed: number;
        };
        readonly ClockMoved: {
            /** Format: date-time */
            readonly now: string;
            /** Format: int64 */
            readonly nowMs: number;
            /** @description What fired, in order; `count` goes on when the list is full. */
            readonly fired: readonly components["schemas"]["Fired"][];
            readonly count: number;
            /** @description True when the command stopped at its bound of jobs; give it again to go on. */
            readonly isCut: boolean;
        };
        readonly Fired: {
            /** Format: date-time */
            readonly at: string;
            /** @description The kind of job, or `delivery:<type>:<outcome>`. */
            readonly kind: string;
            readonly id: string;
        };
        readonly Account: {
            readonly provider: string;
            /**
             * Format: int64
             * @description Ten-thousandths of the currency's unit.
             */
            readonly balance: number;
            readonly currency: string;
        };
        readonly AccountChange: {
            /** Format: int64 */
            readonly balance: number;
        };
        readonly Package: {
            readonly provider: string;
            readonly code: string;
            readonly alias: string | null;
            readonly name: string;
            /**
             * Format: int64
             * @description The price in force for the tenant.
             */
            readonly price: number;
            readonly currency: string;
            /** @description Profiles left; null without a limit. */
            readonly stock: number | null;
            readonly onSale: boolean;
        };
        readonly PackageList: {
            readonly items: readonly components["schemas"]["Package"][];
            /** @description Records on all pages. */
            readonly total: number;
        };
        readonly PackageChange: {
            /** @description Null for no limit. */
            readonly stock?: number | null;
            readonly onSale?: boolean;
            /**
             * Format: int64
             * @description Null for the catalogue's price.
             */
            readonly price?: number | null;
        };
        readonly OptionValue: boolean | number | string;
        readonly Option: {
            readonly provider: string;
            readonly name: string;
            readonly value: components["schemas"]["OptionValue"];
            readonly default: components["schemas"]["OptionValue"];
            readonly kind: components["schemas"]["OptionKind"];
            /** @description Its number in the provider's decisions. */
            readonly decision: string;
            /** @description What it changes. */
            readonly says: string;
        };
        readonly OptionKind: {
            /** @enum {unknown} */
            readonly type: "boolean" | "integer" | "number" | "enum";
            readonly minimum?: number;
            readonly maximum?: number;
            readonly values?: readonly string[];
        };
        readonly OptionList: {
            readonly items: readonly components["schemas"]["Option"][];
            readonly total: number;
        };
        /** @description Values by provider and option. */
        readonly OptionChange: {
            readonly [key: string]: {
                readonly [key: string]: components["schemas"]["OptionValue"];
            };
        };
        readonly Order: {
            readonly provider: string;
            readonly number: string;
            readonly state: string;
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: int64 */
            readonly charged: number;
            readonly currency: string;
            readonly esimIds: readonly string[];
            /** @description What else the provider keeps about it. */
            readonly details: {
                readonly [key: string]: unknown;
            };
        };
        readonly OrderList: {
            readonly items: readonly components["schemas"]["Order"][];
            readonly total: number;
        };
        /** @enum {string} */
        readonly Status: "unused" | "in-use" | "used-up" | "unused-expired" | "used-expired" | "cancelled" | "suspended" | "revoked";
        /** @enum {string} */
        readonly Profile: "released" | "downloaded" | "installed" | "enabled" | "disabled" | "deleted";
        readonly Esim: {
            readonly id: string;
            readonly provider: string;
            readonly orderNumber: string;
            readonly transactionId: string | null;
            readonly packageCode: string;
            /** Format: iccid */
            readonly iccid: string;
            readonly imsi: string;
            readonly matchingId: string;
            readonly pin: string;
            readonly puk: string;
            /** @description The device that holds the profile or held it last. */
            readonly eid: string | null;
            readonly profile: components["schemas"]["Profile"];
            readonly status: components["schemas"]["Status"];
            /**
             * @description Where a suspended eSIM returns to.
             * @enum {unknown}
             */
            readonly resumesTo: "unused" | "in-use" | "used-up" | null;
            /**
             * @description What starts the validity.
             * @enum {unknown}
             */
            readonly activatesOn: "installation" | "attach";
            /** Format: int64 */
            readonly volumeBytes: number;
            /** Format: int64 */
            readonly usedBytes: number;
            /**
             * Format: int64
             * @description What the provider knows of the use.
             */
            readonly reportedBytes: number;
            /** Format: date-time */
            readonly reportedAt: string | null;
            readonly validityDays: number;
            /** Format: int64 */
            readonly charged: number;
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly installedAt: string | null;
            /** Format: date-time */
            readonly activatedAt: string | null;
            /**
             * Format: date-time
             * @description The end of the shelf life; once activated, of the validity.
             */
            readonly expiresAt: string;
            readonly topUps: readonly components["schemas"]["TopUp"][];
            /** @description Usage thresholds already announced. */
            readonly announced: readonly string[];
            /** @description The text inside the QR code. */
            readonly activationCode: string;
            /**
             * Format: uri
             * @description The QR code as an image.
             */
            readonly qrUrl: string;
        };
        readonly TopUp: {
            readonly id: string;
            readonly packageCode: string;
            readonly transactionId: string | null;
            /** Format: int64 */
            readonly charged: number;
            /** Format: int64 */
            readonly volumeBytes: number;
            readonly validityDays: number;
            /** Format: date-time */
            readonly at: string;
        };
        readonly EsimList: {
            readonly items: readonly components["schemas"]["Esim"][];
            readonly total: number;
        };
        readonly Device: {
            /** @description The device: 32 digits whose number modulo 97 is 1. Drawn from the seed at a download without it; at any other event it must be the device that downloaded the profile. */
            readonly eid?: string;
        };
        readonly Usage: {
            /** Format: int64 */
            readonly bytes: number;
        };
        readonly Mail: {
            readonly id: string;
            readonly seq: number;
            readonly provider: string;
            /** Format: date-time */
            readonly sentAt: string;
            readonly to: string;
            readonly subject: string;
            readonly text: string;
            readonly attachments: readonly components["schemas"]["Attachment"][];
        };
        readonly Attachment: {
            readonly name: string;
            readonly contentType: string;
            /** Format: uri */
            readonly url: string;
        };
        readonly MailList: {
            readonly items: readonly components["schemas"]["Mail"][];
            readonly total: number;
        };
        /**
         * @description `queued` behind an earlier one, `waiting` for its next attempt, `sending`, `delivered` or `given-up`.
         * @enum {string}
         */
        readonly DeliveryState: "queued" | "waiting" | "sending" | "delivered" | "given-up";
        readonly Delivery: {
            readonly id: string;
            readonly seq: number;
            readonly provider: string;
            readonly type: string;
            readonly url: string;
            readonly state: components["schemas"]["DeliveryState"];
            /** Format: date-time */
            readonly createdAt: string;
            /** @description Credentials are masked. */
            readonly headers: {
                readonly [key: string]: string;
            };
            /** @description The body exactly as it is sent. */
            readonly body: string;
            /** @description Ids of the records it is about. */
            readonly about: {
                readonly [key: string]: string;
            };
            readonly attempts: readonly components["schemas"]["Attempt"][];
        };
        readonly Attempt: {
            /** Format: date-time */
            readonly at: string;
            /** @enum {unknown} */
            readonly outcome: "accepted" | "refused" | "failed";
            /** @description HTTP status; null when no answer came. */
            readonly status: number | null;
            readonly detail: string | null;
            /** @description Real milliseconds it took. */
            readonly wallMs: number;
        };
        readonly DeliveryList: {
            readonly items: readonly components["schemas"]["Delivery"][];
            readonly total: number;
        };
        readonly Journal: {
            readonly items: readonly components["schemas"]["JournalEntry"][];
            /** @description Entries written so far; the number of the latest. */
            readonly written: number;
            /** @description How many of them are gone, oldest first. */
            readonly dropped: number;
        };
        readonly JournalEntry: {
            readonly seq: number;
            /** Format: date-time */
            readonly at: string;
            readonly kind: string;
        } & {
            readonly [key: string]: unknown;
        };
        readonly AutoAdvance: {
            readonly enabled: boolean;
        };
        /** @description A predicate; members are places of an entry. */
        readonly JournalMatch: {
            readonly [key: string]: unknown;
        };
        readonly JournalSearch: {
            readonly match: components["schemas"]["JournalMatch"];
            /** @default 0 */
            readonly since: number;
            /**
             * @description 0 only counts.
             * @default 1000
             */
            readonly limit: number;
        };
        readonly JournalFound: {
            readonly items: readonly components["schemas"]["JournalEntry"][];
            /** @description How many match, listed or not. */
            readonly total: number;
            readonly written: number;
            readonly dropped: number;
        };
        readonly JournalWait: {
            readonly match: components["schemas"]["JournalMatch"];
            /**
             * @description Entries up to this number do not count; `now` for none of those that are there.
             * @default 0
             */
            readonly since: number | "now";
            /** @description How long on the tenant's clock; no bound when left out. */
            readonly withinVirtual?: string;
            /**
             * @description Real milliseconds.
             * @default 30000
             */
            readonly timeoutMs: number;
            /** @description Whether the clock moves for this wait; as the tenant has it when left out. */
            readonly autoAdvance?: boolean;
        };
        readonly Waited: {
            readonly found: boolean;
            /**
             * @description Why there is no entry.
             * @enum {unknown}
             */
            readonly reason: "time-out" | "virtual-bound" | "reset" | "closed" | "gone" | null;
            readonly entry: components["schemas"]["JournalEntry"] | null;
            readonly nearest: readonly components["schemas"]["NearMiss"][];
            /** Format: date-time */
            readonly now: string;
            /** Format: int64 */
            readonly nowMs: number;
            readonly fired: readonly components["schemas"]["Fired"][];
            readonly count: number;
        };
        /** @description An entry that nearly matched, and the conditions that it does not meet. */
        readonly NearMiss: {
            readonly entry: components["schemas"]["JournalEntry"];
            readonly misses: readonly {
                readonly path: string;
                readonly expected: string;
                /** @description What stands there; null for nothing. */
                readonly got: unknown;
            }[];
        };
        /** @description An HTTP archive of version 1.2. */
        readonly Har: {
            readonly log: {
                readonly [key: string]: unknown;
            };
        };
        readonly Trace: {
            readonly requestId: string;
            /** Format: date-time */
            readonly at: string;
            readonly provider: string;
            readonly operationId: string;
            /** @description The provider's code in the answer. */
            readonly code: string;
            readonly isSuccess: boolean;
            readonly authentication: {
                /** @description What led to the tenant. */
                readonly by: string;
                readonly tenant: string;
            };
            /** @description What the call went through, in order. */
            readonly stages: readonly {
                readonly stage: string;
                readonly outcome: components["schemas"]["TraceOutcome"];
                /** @description Why it refused; null otherwise. */
                readonly reason: unknown;
            }[];
            /** @description The rules by which the operation can refuse, in the order in which it tries them. */
            readonly guards: readonly {
                readonly code: string;
                readonly outcome: components["schemas"]["TraceOutcome"];
            }[];
            readonly refusal: {
                readonly code: string;
                readonly details: {
                    readonly [key: string]: unknown;
                };
                /** @description What would make the call succeed. */
                readonly remedy: string | null;
            } | null;
            readonly faults: readonly {
                readonly faultId: string;
                /** @enum {unknown} */
                readonly outcome: "struck" | "missed";
                readonly reason: string | null;
            }[];
            readonly effects: readonly {
                readonly table: string;
                readonly key: string;
                /** @enum {unknown} */
                readonly did: "created" | "changed" | "deleted" | "planned" | "queued";
                readonly changes: {
                    readonly [key: string]: {
                        readonly from: unknown;
                        readonly to: unknown;
                    };
                };
                /** @description When a job is due, or the type of a notification. */
                readonly detail: string | null;
            }[];
            readonly events: readonly components["schemas"]["JournalEntry"][];
            readonly deliveries: readonly components["schemas"]["JournalEntry"][];
            readonly exchange: components["schemas"]["JournalEntry"] | null;
        };
        /** @enum {string} */
        readonly TraceOutcome: "passed" | "refused" | "not-reached";
        /** @enum {string} */
        readonly UnfiredFaultsMode: "fail" | "warn" | "ignore";
        readonly Verification: {
            readonly expectations?: readonly components["schemas"]["Expectation"][];
            readonly unfiredFaults?: components["schemas"]["UnfiredFaultsMode"];
            /** @default 0 */
            readonly since: number;
        };
        /** @description One of `match`, `order`, `never` or `expect` says what; unknown members are refused. */
        readonly Expectation: {
            readonly says?: string;
            readonly match?: components["schemas"]["JournalMatch"];
            readonly count?: number | {
                readonly atLeast?: number;
                readonly atMost?: number;
            };
            readonly order?: readonly components["schemas"]["JournalMatch"][];
            readonly never?: components["schemas"]["JournalMatch"];
            readonly after?: components["schemas"]["JournalMatch"];
            readonly expect?: components["schemas"]["JournalMatch"];
            /** @description A duration on the tenant's clock. */
            readonly within?: string;
            /** @default false */
            readonly causeOptional: boolean;
        } & {
            readonly [key: string]: unknown;
        };
        readonly Verified: {
            readonly passed: boolean;
            /** Format: date-time */
            readonly now: string;
            readonly expectations: readonly {
                readonly says: string;
                readonly passed: boolean;
                /** @description Whether what is still to come could turn the verdict. */
                readonly isOpen: boolean;
                readonly seen: string;
                readonly entries: readonly components["schemas"]["JournalEntry"][];
                readonly nearest: readonly components["schemas"]["NearMiss"][];
            }[];
            readonly unfiredFaults: {
                readonly mode: components["schemas"]["UnfiredFaultsMode"];
                readonly passed: boolean;
                readonly faults: readonly {
                    readonly faultId: string;
                    readonly provider: string;
                    readonly operationId: string | null;
                    readonly phase: components["schemas"]["Phase"];
                    readonly reasons: readonly string[];
                }[];
            };
            readonly warnings: readonly string[];
        };
        /** @enum {string} */
        readonly Phase: "before" | "committed" | "after";
        readonly NewFault: {
            readonly provider: string;
            /** @description Null or left out for every operation. */
            readonly operationId?: string | null;
            readonly phase: components["schemas"]["Phase"];
            readonly effect: components["schemas"]["NewEffect"];
            /**
             * @description Null for always.
             * @default 1
             */
            readonly times: number | null;
        };
        /** @description A latency needs `ms`, a provider error `code`; nothing else goes with the kind. */
        readonly NewEffect: {
            /** @enum {unknown} */
            readonly kind: "latency" | "provider-error" | "reset";
            /** @description Real milliseconds. */
            readonly ms?: number;
            /** @description A code of the provider. */
            readonly code?: string;
        };
        readonly Fault: {
            readonly id: string;
            readonly provider: string;
            readonly operationId: string | null;
            readonly phase: components["schemas"]["Phase"];
            readonly effect: components["schemas"]["LatencyEffect"] | components["schemas"]["ProviderErrorEffect"] | components["schemas"]["ResetEffect"];
            readonly times: number | null;
            /** @description How often it has struck. */
            readonly hits: number;
        };
        readonly LatencyEffect: {
            /** @constant */
            readonly kind: "latency";
            readonly ms: number;
        };
        readonly ProviderErrorEffect: {
            /** @constant */
            readonly kind: "provider-error";
            readonly code: string;
        };
        readonly ResetEffect: {
            /** @constant */
            readonly kind: "reset";
        };
        readonly FaultList: {
            readonly items: readonly components["schemas"]["Fault"][];
            readonly total: number;
        };
        readonly Removed: {
            readonly removed: number;
        };
    };
    responses: {
        /** @description Whether the clock moves while somebody waits. */
        readonly AutoAdvance: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "enabled": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["AutoAdvance"];
            };
        };
        /** @description Where the clock stands and what fired on the way. */
        readonly Moved: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "now": "2026-01-01T02:00:00.000Z",
                 *       "nowMs": 1767232800000,
                 *       "fired": [
                 *         {
                 *           "at": "2026-01-01T00:00:02.000Z",
                 *           "kind": "allocate-order",
                 *           "id": "allocate/B26010100000001"
                 *         },
                 *         {
                 *           "at": "2026-01-01T00:00:02.000Z",
                 *           "kind": "delivery:ORDER_STATUS:accepted",
                 *           "id": "0123456789abcdef0123456789abcdef"
                 *         }
                 *       ],
                 *       "count": 2,
                 *       "isCut": false
                 *     }
                 */
                readonly "application/json": components["schemas"]["ClockMoved"];
            };
        };
        /** @description The eSIM as it is now. */
        readonly Esim: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "id": "26010100000001",
                 *       "provider": "esimaccess",
                 *       "orderNumber": "B26010100000001",
                 *       "transactionId": "my-order-1",
                 *       "packageCode": "CKH491",
                 *       "iccid": "8999001381966011273",
                 *       "imsi": "001010000000001",
                 *       "matchingId": "0A1B2C3D4E5F60718293A4B5C6D7E8F9",
                 *       "pin": "1234",
                 *       "puk": "12345678",
                 *       "eid": "89049032000000000000000000000066",
                 *       "profile": "enabled",
                 *       "status": "in-use",
                 *       "resumesTo": null,
                 *       "activatesOn": "attach",
                 *       "volumeBytes": 1073741824,
                 *       "usedBytes": 536870912,
                 *       "reportedBytes": 0,
                 *       "reportedAt": null,
                 *       "validityDays": 7,
                 *       "charged": 23000,
                 *       "createdAt": "2026-01-01T00:00:02.000Z",
                 *       "installedAt": "2026-01-01T01:00:00.000Z",
                 *       "activatedAt": "2026-01-01T01:00:00.000Z",
                 *       "expiresAt": "2026-01-08T01:00:00.000Z",
                 *       "topUps": [],
                 *       "announced": [],
                 *       "activationCode": "LPA:1$rsp.example.com$0A1B2C3D4E5F60718293A4B5C6D7E8F9",
                 *       "qrUrl": "http://127.0.0.1:4747/qr/0123456789abcdef0123456789abcdef.png"
                 *     }
                 */
                readonly "application/json": components["schemas"]["Esim"];
            };
        };
        /** @description The body is no JSON object, or is missing. */
        readonly Malformed: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:esim-sandbox:problem:malformed-body",
                 *       "title": "Malformed body",
                 *       "status": 400,
                 *       "detail": "the body is not JSON",
                 *       "code": "malformed-body",
                 *       "errors": []
                 *     }
                 */
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The admin token is missing or wrong. */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:esim-sandbox:problem:unauthorized",
                 *       "title": "Admin token needed",
                 *       "status": 401,
                 *       "detail": "this sandbox was started with an admin token; send it as Authorization Bearer",
                 *       "code": "unauthorized",
                 *       "errors": []
                 *     }
                 */
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The Host header names another host, or the Origin another site. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:esim-sandbox:problem:forbidden-host",
                 *       "title": "Foreign host",
                 *       "status": 403,
                 *       "detail": "the control API answers under loopback names only, got Host sandbox.example.com",
                 *       "code": "forbidden-host",
                 *       "errors": []
                 *     }
                 */
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such tenant, record or package. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:esim-sandbox:problem:unknown-tenant",
                 *       "title": "Unknown tenant",
                 *       "status": 404,
                 *       "detail": "there is no tenant blue; known are default",
                 *       "code": "unknown-tenant",
                 *       "errors": []
                 *     }
                 */
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request is well formed, but the state does not admit it now. */
        readonly Conflict: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:esim-sandbox:problem:impossible-device-event",
                 *       "title": "Impossible device event",
                 *       "status": 409,
                 *       "detail": "enable cannot happen to eSIM 26010100000001: its profile is released and it is unused; possible now: download",
                 *       "code": "impossible-device-event",
                 *       "errors": []
                 *     }
                 */
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is longer than one MiB. */
        readonly TooLarge: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:esim-sandbox:problem:body-too-large",
                 *       "title": "Body too large",
                 *       "status": 413,
                 *       "detail": "the body is longer than 1048576 bytes",
                 *       "code": "body-too-large",
                 *       "errors": []
                 *     }
                 */
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body's content type is not application/json. */
        readonly NotJson: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:esim-sandbox:problem:not-json",
                 *       "title": "Not JSON",
                 *       "status": 415,
                 *       "detail": "a body must have content-type application/json, got text/plain",
                 *       "code": "not-json",
                 *       "errors": []
                 *     }
                 */
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A value is not what this document or the state asks for. */
        readonly Invalid: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:esim-sandbox:problem:unknown-operation",
                 *       "title": "Unknown operation",
                 *       "status": 422,
                 *       "detail": "body.operationId must be one of esimOrder, esimQuery; did you mean esimOrder?, got \"esimOrdr\"",
                 *       "code": "unknown-operation",
                 *       "errors": [
                 *         {
                 *           "path": "body.operationId",
                 *           "expected": "one of esimOrder, esimQuery; did you mean esimOrder?",
                 *           "got": "\"esimOrdr\""
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something of the sandbox broke, or its store refused a write; nothing was changed. */
        readonly Failure: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:esim-sandbox:problem:store-unavailable",
                 *       "title": "Store unavailable",
                 *       "status": 500,
                 *       "detail": "the state could not be written; look at the disk and try again",
                 *       "code": "store-unavailable",
                 *       "errors": []
                 *     }
                 */
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The sandbox starts or stops. */
        readonly NotReady: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:esim-sandbox:problem:not-ready",
                 *       "title": "Not ready",
                 *       "status": 503,
                 *       "detail": "the sandbox is starting or stopping; ask again",
                 *       "code": "not-ready",
                 *       "errors": []
                 *     }
                 */
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The tenant; stands above the header.
         * @example default
         */
        readonly TenantQuery: string;
        /**
         * @description The tenant.
         * @example default
         */
        readonly TenantHeader: string;
        /**
         * @description Only what belongs to this provider.
         * @example esimaccess
         */
        readonly Provider: string;
        /**
         * @description Only the package with this code or alias.
         * @example CKH491
         */
        readonly Code: string;
        /**
         * @description How many records to skip.
         * @example 0
         */
        readonly Offset: number | string;
        /**
         * @description How many records to list at most.
         * @example 100
         */
        readonly Limit: number | string;
        /**
         * @description Only records with a greater `seq`, to go on where an earlier listing ended.
         * @example 0
         */
        readonly Since: number | string;
        /**
         * @description Only the order with this number.
         * @example B26010100000001
         */
        readonly OrderNumber: string;
        /**
         * @description Only orders in this state.
         * @example allocated
         */
        readonly OrderState: string;
        /**
         * @description Only eSIMs of the order with this number.
         * @example B26010100000001
         */
        readonly OrderOfEsim: string;
        /**
         * @description Only eSIMs with this status.
         * @example in-use
         */
        readonly EsimStatus: components["schemas"]["Status"];
        /**
         * @description Only eSIMs whose profile is in this state.
         * @example enabled
         */
        readonly ProfileState: components["schemas"]["Profile"];
        /**
         * @description Only mails to this address, in any case.
         * @example traveller@example.com
         */
        readonly MailTo: string;
        /**
         * @description Only webhooks of this type, as the provider spells it.
         * @example ORDER_STATUS
         */
        readonly DeliveryType: string;
        /**
         * @description Only webhooks in this state.
         * @example delivered
         */
        readonly DeliveryState: components["schemas"]["DeliveryState"];
        /**
         * @description Only webhooks about the record with this id, such as an order or an eSIM.
         * @example B26010100000001
         */
        readonly About: string;
        /**
         * @description Only entries of this kind.
         * @example exchange
         */
        readonly JournalKind: string;
        /**
         * @description Only entries of this operation.
         * @example esimOrder
         */
        readonly JournalOperation: string;
        /**
         * @description Only calls that were answered with this code of the provider.
         * @example 200007
         */
        readonly JournalCode: string;
        /**
         * @description Only entries with this status, such as an HTTP status or that of an eSIM.
         * @example 200
         */
        readonly JournalStatus: string;
        /**
         * @description Only entries of this request, as `X-Sim-Request-Id` gives it.
         * @example default-1
         */
        readonly JournalRequest: string;
        /**
         * @description Only entries about the record with this id, such as an order or an eSIM.
         * @example B26010100000001
         */
        readonly JournalAbout: string;
        /**
         * @description How the journal is written.
         * @example har
         */
        readonly ExportFormat: "ndjson" | "har";
        /**
         * @description Whether activation codes and QR pages are masked.
         * @example true
         */
        readonly HideActivationCodes: "true" | "false";
        /**
         * @description The request, as `X-Sim-Request-Id` and the journal give it.
         * @example default-1
         */
        readonly RequestId: string;
        /**
         * @description The provider.
         * @example esimaccess
         */
        readonly ProviderInPath: string;
        /**
         * @description The package's code or alias, percent-encoded.
         * @example CKH491
         */
        readonly CodeInPath: string;
        /**
         * @description The eSIM's id or its ICCID.
         * @example 26010100000001
         */
        readonly EsimId: string;
        /**
         * @description The tenant's id: 1 to 40 lower-case letters, digits and dashes.
         * @example shop
         */
        readonly TenantId: string;
        /**
         * @description The rule's id.
         * @example fault-1
         */
        readonly FaultId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The sandbox lives. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "version": "0.1.0",
                     *       "uptimeSeconds": 12,
                     *       "providers": [
                     *         "esimaccess",
                     *         "fms"
                     *       ],
                     *       "tenants": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly getReady: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Both providers are served. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Readiness"];
                };
            };
            readonly 403: components["responses"]["Forbidden"];
            readonly 503: components["responses"]["NotReady"];
        };
    };
    readonly listTenants: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description How many records to skip.
                 * @example 0
                 */
                readonly offset?: components["parameters"]["Offset"];
                /**
                 * @description How many records to list at most.
                 * @example 100
                 */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of tenants. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "default",
                     *           "seed": 1,
                     *           "credentials": {
                     *             "esimaccess": {
                     *               "accessCode": "test-access-code",
                     *               "secretKey": "test-secret-key"
                     *             },
                     *             "fms": {
                     *               "partnerCode": "P001101"
                     *             }
                     *           },
                     *           "clock": {
                     *             "now": "2026-01-01T00:00:00.000Z",
                     *             "nowMs": 1767225600000,
                     *             "mode": "frozen",
                     *             "speed": null,
                     *             "nextDue": null
                     *           }
                     *         }
                     *       ],
                     *       "total": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TenantList"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly putTenant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The tenant's id: 1 to 40 lower-case letters, digits and dashes.
                 * @example shop
                 */
                readonly id: components["parameters"]["TenantId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["TenantChoice"];
            };
        };
        readonly responses: {
            /** @description The tenant. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "shop",
                     *       "seed": 7,
                     *       "credentials": {
                     *         "esimaccess": {
                     *           "accessCode": "test-access-code-shop",
                     *           "secretKey": "test-secret-key-shop"
                     *         },
                     *         "fms": {
                     *           "partnerCode": "P123456"
                     *         }
                     *       },
                     *       "clock": {
                     *         "now": "2026-01-01T00:00:00.000Z",
                     *         "nowMs": 1767225600000,
                     *         "mode": "frozen",
                     *         "speed": null,
                     *         "nextDue": null
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Tenant"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly resetTenant: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["Nothing"];
            };
        };
        readonly responses: {
            /** @description The clock of the new life. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "now": "2026-01-01T00:00:00.000Z",
                     *       "nowMs": 1767225600000,
                     *       "mode": "frozen",
                     *       "speed": null,
                     *       "nextDue": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Clock"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly getAccount: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The wallet. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "provider": "esimaccess",
                     *       "balance": 10000000,
                     *       "currency": "USD"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly changeAccount: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AccountChange"];
            };
        };
        readonly responses: {
            /** @description The wallet as it is now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "provider": "esimaccess",
                     *       "balance": 0,
                     *       "currency": "USD"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly listPackages: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only what belongs to this provider.
                 * @example esimaccess
                 */
                readonly provider?: components["parameters"]["Provider"];
                /**
                 * @description Only the package with this code or alias.
                 * @example CKH491
                 */
                readonly code?: components["parameters"]["Code"];
                /**
                 * @description How many records to skip.
                 * @example 0
                 */
                readonly offset?: components["parameters"]["Offset"];
                /**
                 * @description How many records to list at most.
                 * @example 100
                 */
                readonly limit?: components["parameters"]["Limit"];
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of packages. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "provider": "esimaccess",
                     *           "code": "CKH491",
                     *           "alias": "NA-3_1_7",
                     *           "name": "North America 1GB 7Days",
                     *           "price": 23000,
                     *           "currency": "USD",
                     *           "stock": null,
                     *           "onSale": true
                     *         }
                     *       ],
                     *       "total": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["PackageList"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly changePackage: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path: {
                /**
                 * @description The provider.
                 * @example esimaccess
                 */
                readonly provider: components["parameters"]["ProviderInPath"];
                /**
                 * @description The package's code or alias, percent-encoded.
                 * @example CKH491
                 */
                readonly code: components["parameters"]["CodeInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PackageChange"];
            };
        };
        readonly responses: {
            /** @description The package as it is now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "provider": "esimaccess",
                     *       "code": "CKH491",
                     *       "alias": "NA-3_1_7",
                     *       "name": "North America 1GB 7Days",
                     *       "price": 23000,
                     *       "currency": "USD",
                     *       "stock": 0,
                     *       "onSale": true
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Package"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly listOptions: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All options of all providers. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "provider": "fms",
                     *           "name": "provisioningDelaySeconds",
                     *           "value": 2,
                     *           "default": 2,
                     *           "kind": {
                     *             "type": "integer",
                     *             "minimum": 0,
                     *             "maximum": 86400
                     *           },
                     *           "decision": "FMS-P29",
                     *           "says": "Seconds for which a paid order stays at status 0."
                     *         }
                     *       ],
                     *       "total": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OptionList"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly changeOptions: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OptionChange"];
            };
        };
        readonly responses: {
            /** @description All options as they are now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "provider": "fms",
                     *           "name": "provisioningStuck",
                     *           "value": true,
                     *           "default": false,
                     *           "kind": {
                     *             "type": "boolean"
                     *           },
                     *           "decision": "FMS-P30",
                     *           "says": "Keeps paid orders at status 0 for good."
                     *         }
                     *       ],
                     *       "total": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OptionList"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly getClock: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The clock. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "now": "2026-01-01T00:00:00.000Z",
                     *       "nowMs": 1767225600000,
                     *       "mode": "frozen",
                     *       "speed": null,
                     *       "nextDue": "2026-01-01T00:00:05.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Clock"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly advanceClock: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Advance"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Moved"];
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly getAutoAdvance: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["AutoAdvance"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly setAutoAdvance: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AutoAdvance"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["AutoAdvance"];
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly freezeClock: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["Nothing"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Moved"];
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly resumeClock: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["Resume"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Moved"];
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly advanceToNext: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["Nothing"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Moved"];
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly runUntilIdle: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["Nothing"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Moved"];
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly listOrders: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only what belongs to this provider.
                 * @example esimaccess
                 */
                readonly provider?: components["parameters"]["Provider"];
                /**
                 * @description Only the order with this number.
                 * @example B26010100000001
                 */
                readonly number?: components["parameters"]["OrderNumber"];
                /**
                 * @description Only orders in this state.
                 * @example allocated
                 */
                readonly state?: components["parameters"]["OrderState"];
                /**
                 * @description How many records to skip.
                 * @example 0
                 */
                readonly offset?: components["parameters"]["Offset"];
                /**
                 * @description How many records to list at most.
                 * @example 100
                 */
                readonly limit?: components["parameters"]["Limit"];
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of orders. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "provider": "esimaccess",
                     *           "number": "B26010100000001",
                     *           "state": "allocated",
                     *           "createdAt": "2026-01-01T00:00:00.000Z",
                     *           "charged": 23000,
                     *           "currency": "USD",
                     *           "esimIds": [
                     *             "26010100000001"
                     *           ],
                     *           "details": {
                     *             "transactionId": "my-order-1"
                     *           }
                     *         }
                     *       ],
                     *       "total": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OrderList"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly listEsims: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only what belongs to this provider.
                 * @example esimaccess
                 */
                readonly provider?: components["parameters"]["Provider"];
                /**
                 * @description Only eSIMs of the order with this number.
                 * @example B26010100000001
                 */
                readonly order?: components["parameters"]["OrderOfEsim"];
                /**
                 * @description Only eSIMs with this status.
                 * @example in-use
                 */
                readonly status?: components["parameters"]["EsimStatus"];
                /**
                 * @description Only eSIMs whose profile is in this state.
                 * @example enabled
                 */
                readonly profile?: components["parameters"]["ProfileState"];
                /**
                 * @description How many records to skip.
                 * @example 0
                 */
                readonly offset?: components["parameters"]["Offset"];
                /**
                 * @description How many records to list at most.
                 * @example 100
                 */
                readonly limit?: components["parameters"]["Limit"];
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of eSIMs. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "26010100000001",
                     *           "provider": "esimaccess",
                     *           "orderNumber": "B26010100000001",
                     *           "transactionId": "my-order-1",
                     *           "packageCode": "CKH491",
                     *           "iccid": "8999001381966011273",
                     *           "imsi": "001010000000001",
                     *           "matchingId": "0A1B2C3D4E5F60718293A4B5C6D7E8F9",
                     *           "pin": "1234",
                     *           "puk": "12345678",
                     *           "eid": null,
                     *           "profile": "released",
                     *           "status": "unused",
                     *           "resumesTo": null,
                     *           "activatesOn": "attach",
                     *           "volumeBytes": 1073741824,
                     *           "usedBytes": 0,
                     *           "reportedBytes": 0,
                     *           "reportedAt": null,
                     *           "validityDays": 7,
                     *           "charged": 23000,
                     *           "createdAt": "2026-01-01T00:00:02.000Z",
                     *           "installedAt": null,
                     *           "activatedAt": null,
                     *           "expiresAt": "2026-06-30T00:00:02.000Z",
                     *           "topUps": [],
                     *           "announced": [],
                     *           "activationCode": "LPA:1$rsp.example.com$0A1B2C3D4E5F60718293A4B5C6D7E8F9",
                     *           "qrUrl": "http://127.0.0.1:4747/qr/0123456789abcdef0123456789abcdef.png"
                     *         }
                     *       ],
                     *       "total": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["EsimList"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly getEsim: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path: {
                /**
                 * @description The eSIM's id or its ICCID.
                 * @example 26010100000001
                 */
                readonly id: components["parameters"]["EsimId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["Esim"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly downloadEsim: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path: {
                /**
                 * @description The eSIM's id or its ICCID.
                 * @example 26010100000001
                 */
                readonly id: components["parameters"]["EsimId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["Device"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Esim"];
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly installEsim: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path: {
                /**
                 * @description The eSIM's id or its ICCID.
                 * @example 26010100000001
                 */
                readonly id: components["parameters"]["EsimId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["Device"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Esim"];
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly enableEsim: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path: {
                /**
                 * @description The eSIM's id or its ICCID.
                 * @example 26010100000001
                 */
                readonly id: components["parameters"]["EsimId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["Device"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Esim"];
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly disableEsim: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path: {
                /**
                 * @description The eSIM's id or its ICCID.
                 * @example 26010100000001
                 */
                readonly id: components["parameters"]["EsimId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["Device"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Esim"];
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly deleteEsim: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path: {
                /**
                 * @description The eSIM's id or its ICCID.
                 * @example 26010100000001
                 */
                readonly id: components["parameters"]["EsimId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["Device"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Esim"];
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly attachEsim: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path: {
                /**
                 * @description The eSIM's id or its ICCID.
                 * @example 26010100000001
                 */
                readonly id: components["parameters"]["EsimId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["Device"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Esim"];
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly reinstallEsim: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path: {
                /**
                 * @description The eSIM's id or its ICCID.
                 * @example 26010100000001
                 */
                readonly id: components["parameters"]["EsimId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["Device"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Esim"];
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly useData: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path: {
                /**
                 * @description The eSIM's id or its ICCID.
                 * @example 26010100000001
                 */
                readonly id: components["parameters"]["EsimId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Usage"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Esim"];
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly listMails: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only what belongs to this provider.
                 * @example esimaccess
                 */
                readonly provider?: components["parameters"]["Provider"];
                /**
                 * @description Only mails to this address, in any case.
                 * @example traveller@example.com
                 */
                readonly to?: components["parameters"]["MailTo"];
                /**
                 * @description Only records with a greater `seq`, to go on where an earlier listing ended.
                 * @example 0
                 */
                readonly since?: components["parameters"]["Since"];
                /**
                 * @description How many records to list at most.
                 * @example 100
                 */
                readonly limit?: components["parameters"]["Limit"];
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Mails. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0123456789abcdef0123456789abcdef",
                     *           "seq": 1,
                     *           "provider": "fms",
                     *           "sentAt": "2026-01-01T00:00:00.000Z",
                     *           "to": "traveller@example.com",
                     *           "subject": "Your verification code",
                     *           "text": "Your verification code is 1234.",
                     *           "attachments": [
                     *             {
                     *               "name": "esim.png",
                     *               "contentType": "image/png",
                     *               "url": "http://127.0.0.1:4747/qr/0123456789abcdef0123456789abcdef.png"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "total": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["MailList"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly listDeliveries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only what belongs to this provider.
                 * @example esimaccess
                 */
                readonly provider?: components["parameters"]["Provider"];
                /**
                 * @description Only webhooks of this type, as the provider spells it.
                 * @example ORDER_STATUS
                 */
                readonly type?: components["parameters"]["DeliveryType"];
                /**
                 * @description Only webhooks in this state.
                 * @example delivered
                 */
                readonly state?: components["parameters"]["DeliveryState"];
                /**
                 * @description Only webhooks about the record with this id, such as an order or an eSIM.
                 * @example B26010100000001
                 */
                readonly about?: components["parameters"]["About"];
                /**
                 * @description Only records with a greater `seq`, to go on where an earlier listing ended.
                 * @example 0
                 */
                readonly since?: components["parameters"]["Since"];
                /**
                 * @description How many records to list at most.
                 * @example 100
                 */
                readonly limit?: components["parameters"]["Limit"];
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Deliveries. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0123456789abcdef0123456789abcdef",
                     *           "seq": 1,
                     *           "provider": "esimaccess",
                     *           "type": "ORDER_STATUS",
                     *           "url": "http://127.0.0.1:8080/hook",
                     *           "state": "delivered",
                     *           "createdAt": "2026-01-01T00:00:02.000Z",
                     *           "headers": {
                     *             "content-type": "application/json",
                     *             "rt-accesscode": "***"
                     *           },
                     *           "body": "{\"notifyType\":\"ORDER_STATUS\"}",
                     *           "about": {
                     *             "orderNumber": "B26010100000001"
                     *           },
                     *           "attempts": [
                     *             {
                     *               "at": "2026-01-01T00:00:02.000Z",
                     *               "outcome": "accepted",
                     *               "status": 200,
                     *               "detail": null,
                     *               "wallMs": 3
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "total": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DeliveryList"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly listJournal: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only entries of this kind.
                 * @example exchange
                 */
                readonly kind?: components["parameters"]["JournalKind"];
                /**
                 * @description Only what belongs to this provider.
                 * @example esimaccess
                 */
                readonly provider?: components["parameters"]["Provider"];
                /**
                 * @description Only entries of this operation.
                 * @example esimOrder
                 */
                readonly operationId?: components["parameters"]["JournalOperation"];
                /**
                 * @description Only calls that were answered with this code of the provider.
                 * @example 200007
                 */
                readonly code?: components["parameters"]["JournalCode"];
                /**
                 * @description Only entries with this status, such as an HTTP status or that of an eSIM.
                 * @example 200
                 */
                readonly status?: components["parameters"]["JournalStatus"];
                /**
                 * @description Only entries of this request, as `X-Sim-Request-Id` gives it.
                 * @example default-1
                 */
                readonly requestId?: components["parameters"]["JournalRequest"];
                /**
                 * @description Only webhooks of this type, as the provider spells it.
                 * @example ORDER_STATUS
                 */
                readonly type?: components["parameters"]["DeliveryType"];
                /**
                 * @description Only entries about the record with this id, such as an order or an eSIM.
                 * @example B26010100000001
                 */
                readonly about?: components["parameters"]["JournalAbout"];
                /**
                 * @description Only records with a greater `seq`, to go on where an earlier listing ended.
                 * @example 0
                 */
                readonly since?: components["parameters"]["Since"];
                /**
                 * @description How many records to list at most.
                 * @example 100
                 */
                readonly limit?: components["parameters"]["Limit"];
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Entries. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "seq": 1,
                     *           "at": "2026-01-01T00:00:00.000Z",
                     *           "kind": "account-changed",
                     *           "provider": "esimaccess",
                     *           "balance": 0
                     *         }
                     *       ],
                     *       "written": 1,
                     *       "dropped": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Journal"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly queryJournal: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["JournalSearch"];
            };
        };
        readonly responses: {
            /** @description What was found, oldest first. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "total": 0,
                     *       "written": 1,
                     *       "dropped": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["JournalFound"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly waitForEntry: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["JournalWait"];
            };
        };
        readonly responses: {
            /** @description How the wait ended. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "found": true,
                     *       "reason": null,
                     *       "entry": {
                     *         "seq": 7,
                     *         "at": "2026-01-01T00:00:02.000Z",
                     *         "kind": "delivery",
                     *         "provider": "esimaccess",
                     *         "notificationId": "0123456789abcdef0123456789abcdef",
                     *         "type": "ORDER_STATUS",
                     *         "about": {
                     *           "orderNumber": "B26010100000001",
                     *           "orderNo": "B26010100000001",
                     *           "transactionId": "my-order-1"
                     *         },
                     *         "attempt": 1,
                     *         "state": "delivered",
                     *         "outcome": "accepted",
                     *         "status": 200,
                     *         "detail": null
                     *       },
                     *       "nearest": [],
                     *       "now": "2026-01-01T00:00:02.000Z",
                     *       "nowMs": 1767225602000,
                     *       "fired": [
                     *         {
                     *           "at": "2026-01-01T00:00:02.000Z",
                     *           "kind": "allocate-order",
                     *           "id": "allocate/B26010100000001"
                     *         }
                     *       ],
                     *       "count": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Waited"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly exportJournal: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description How the journal is written.
                 * @example har
                 */
                readonly format?: components["parameters"]["ExportFormat"];
                /**
                 * @description Whether activation codes and QR pages are masked.
                 * @example true
                 */
                readonly hideActivationCodes?: components["parameters"]["HideActivationCodes"];
                /**
                 * @description Only records with a greater `seq`, to go on where an earlier listing ended.
                 * @example 0
                 */
                readonly since?: components["parameters"]["Since"];
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The export. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "log": {
                     *         "version": "1.2",
                     *         "creator": {
                     *           "name": "esim-sandbox",
                     *           "version": "0.1.0"
                     *         },
                     *         "entries": []
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Har"];
                    readonly "application/x-ndjson": string;
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly getTrace: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path: {
                /**
                 * @description The request, as `X-Sim-Request-Id` and the journal give it.
                 * @example default-1
                 */
                readonly requestId: components["parameters"]["RequestId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The trace. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "default-1",
                     *       "at": "2026-01-01T00:00:00.000Z",
                     *       "provider": "esimaccess",
                     *       "operationId": "esimOrder",
                     *       "code": "200007",
                     *       "isSuccess": false,
                     *       "authentication": {
                     *         "by": "access code",
                     *         "tenant": "default"
                     *       },
                     *       "stages": [
                     *         {
                     *           "stage": "signature",
                     *           "outcome": "passed",
                     *           "reason": null
                     *         },
                     *         {
                     *           "stage": "operation",
                     *           "outcome": "refused",
                     *           "reason": "insufficient-balance"
                     *         }
                     *       ],
                     *       "guards": [
                     *         {
                     *           "code": "order-amount-differs",
                     *           "outcome": "passed"
                     *         },
                     *         {
                     *           "code": "insufficient-balance",
                     *           "outcome": "refused"
                     *         },
                     *         {
                     *           "code": "out-of-stock",
                     *           "outcome": "not-reached"
                     *         }
                     *       ],
                     *       "refusal": {
                     *         "code": "insufficient-balance",
                     *         "details": {
                     *           "balance": 0,
                     *           "needed": 23000
                     *         },
                     *         "remedy": "the wallet holds 0 and 23000 is needed: set the balance to at least 23000 (PATCH account)"
                     *       },
                     *       "faults": [],
                     *       "effects": [],
                     *       "events": [],
                     *       "deliveries": [],
                     *       "exchange": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Trace"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly verifyJournal: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Verification"];
            };
        };
        readonly responses: {
            /** @description The verdict, whatever it is. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "passed": true,
                     *       "now": "2026-01-01T00:00:02.000Z",
                     *       "expectations": [
                     *         {
                     *           "says": "one order",
                     *           "passed": true,
                     *           "isOpen": true,
                     *           "seen": "1 entry",
                     *           "entries": [],
                     *           "nearest": []
                     *         }
                     *       ],
                     *       "unfiredFaults": {
                     *         "mode": "fail",
                     *         "passed": true,
                     *         "faults": []
                     *       },
                     *       "warnings": []
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Verified"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly listFaults: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All rules. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "fault-1",
                     *           "provider": "esimaccess",
                     *           "operationId": "esimOrder",
                     *           "phase": "committed",
                     *           "effect": {
                     *             "kind": "reset"
                     *           },
                     *           "times": 1,
                     *           "hits": 0
                     *         }
                     *       ],
                     *       "total": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["FaultList"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly addFault: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewFault"];
            };
        };
        readonly responses: {
            /** @description The rule with its id. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "fault-1",
                     *       "provider": "esimaccess",
                     *       "operationId": "esimOrder",
                     *       "phase": "committed",
                     *       "effect": {
                     *         "kind": "reset"
                     *       },
                     *       "times": 1,
                     *       "hits": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Fault"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly clearFaults: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How many rules are gone. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "removed": 2
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Removed"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly removeFault: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
            };
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path: {
                /**
                 * @description The rule's id.
                 * @example fault-1
                 */
                readonly faultId: components["parameters"]["FaultId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One rule is gone. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "removed": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Removed"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
}

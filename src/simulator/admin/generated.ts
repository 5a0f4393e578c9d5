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
        /**
         * Show a tenant
         * @description Its seed, what its clients authenticate with, its clock.
         */
        readonly get: operations["getTenant"];
        /**
         * Create a tenant
         * @description Creates a tenant with the first records of both providers, unless there is one of this id. Its lives, this one and those after each reset, begin as the body says; what is left out is as the sandbox was told at its start, and a seed is then drawn from the sandbox's by the id. A tenant that exists keeps its present life, and what the body says counts from its next reset on. To repeat a request changes nothing.
         */
        readonly put: operations["putTenant"];
        readonly post?: never;
        /**
         * Delete a tenant
         * @description Ends the tenant: its records, snapshots and journal are gone and its id is free. The default tenant cannot be deleted.
         */
        readonly delete: operations["removeTenant"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/tenants/{id}/fork": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Fork a tenant
         * @description Makes a tenant of a new id that is what this one is now, its clock included, and from then on goes its own way: two futures from one instant. Keys that lead back to their tenant, in QR paths and tokens, name the new one.
         */
        readonly post: operations["forkTenant"];
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
         * @description Forgets every record of the tenant and begins a new life: first records, first instant and seed as `tenants` has chosen them or as given at start, options as given at start, no faults, an untouched webhook desk, an empty outbox and journal. Besides loading a snapshot the only way a clock comes to show an earlier instant. With `aspects` only those parts begin anew and the others stay. Refused while a clock command runs.
         */
        readonly post: operations["resetTenant"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/snapshots": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List snapshots
         * @description The snapshots of the tenant by name.
         */
        readonly get: operations["listSnapshots"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/snapshots/{name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Export a snapshot
         * @description The snapshot as a document that another sandbox can import. Its format has a version; older ones are migrated when they are read.
         */
        readonly get: operations["exportSnapshot"];
        /**
         * Save a snapshot
         * @description Keeps everything that the tenant is at this instant under a name, in place of an earlier one of that name. The journal is no part of it.
         */
        readonly put: operations["saveSnapshot"];
        readonly post?: never;
        /**
         * Delete a snapshot
         * @description Forgets the snapshot.
         */
        readonly delete: operations["removeSnapshot"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/snapshots/{name}/load": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Load a snapshot
         * @description Takes the tenant to what the snapshot holds, its clock included, with an empty journal. Refused while a clock command runs.
         */
        readonly post: operations["loadSnapshot"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/snapshots/{name}/import": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Import a snapshot
         * @description Keeps an exported document under a name. A document that is wrong anywhere is refused as a whole.
         */
        readonly post: operations["importSnapshot"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/snapshots/{name}/diff": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Compare snapshots
         * @description Lists the records that differ from this snapshot to the one that `to` names, by default to what the tenant is now.
         */
        readonly get: operations["diffSnapshots"];
        readonly put?: never;
        readonly post?: never;
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
    readonly "/__admin/clock/set": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Move the clock to an instant
         * @description Like `advance`, to an instant instead of by a duration. An instant before the present one is refused with 409: only a reset or a snapshot takes a tenant back.
         */
        readonly post: operations["setClock"];
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
    readonly "/__admin/webhooks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show the webhook desk
         * @description What is held, the retry plan, how many deliveries are in each state, and addresses to which attempts failed.
         */
        readonly get: operations["getWebhookDesk"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/webhooks/rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List webhook rules
         * @description The rules in order of creation, in which they are also applied; spent ones included.
         */
        readonly get: operations["listWebhookRules"];
        readonly put?: never;
        /**
         * Add a webhook rule
         * @description A rule strikes webhooks as they come up: `delay` by a law, `drop`, `duplicate` with the same id, `reorder` behind later ones of its lane, `corrupt` (members left out or retyped by JSON pointer, a form of the provider), `early` (it arrives before the answer of the call that caused it). All rules that fit are applied, one after another. A rule strikes once unless told otherwise. One that could never strike is refused.
         */
        readonly post: operations["addWebhookRule"];
        /**
         * Remove all webhook rules
         * @description Removes every rule; what they did to webhooks that came up stays.
         */
        readonly delete: operations["clearWebhookRules"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/webhooks/rules/{ruleId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show a webhook rule
         * @description One rule with its counts.
         */
        readonly get: operations["getWebhookRule"];
        /**
         * Set a webhook rule
         * @description Sets a rule under an id of your own. The same terms again change nothing; other terms replace the rule and its counts begin anew.
         */
        readonly put: operations["putWebhookRule"];
        readonly post?: never;
        /**
         * Remove a webhook rule
         * @description Removes one rule.
         */
        readonly delete: operations["removeWebhookRule"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/webhooks/hold": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Hold webhooks
         * @description From now on webhooks, or those of some types, wait in the inbox instead of being sent; retries that fall due wait there too. CHECK_HEALTH is never held, as its answer is waited for.
         */
        readonly put: operations["holdWebhooks"];
        readonly post?: never;
        /**
         * End the hold
         * @description Later webhooks are sent again; what is in the inbox stays there until it is released.
         */
        readonly delete: operations["endWebhookHold"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/webhooks/plan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Set the retry plan
         * @description When refused webhooks are tried again, in place of the provider's own policy, also for those on their way; and after how many failed attempts in a row an address is disabled. What comes up for a disabled address is dropped.
         */
        readonly put: operations["setRetryPlan"];
        readonly post?: never;
        /**
         * Remove the retry plan
         * @description Leaves retries to the provider's policy again and enables every address.
         */
        readonly delete: operations["removeRetryPlan"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/webhooks/endpoints": {
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
         * Enable or disable an address
         * @description An address to which something was sent before; while it is disabled nothing is sent there but what is released or resent by hand.
         */
        readonly patch: operations["changeWebhookEndpoint"];
        readonly trace?: never;
    };
    readonly "/__admin/webhooks/inbox": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List held webhooks
         * @description What waits in the inbox, in the order in which it is released.
         */
        readonly get: operations["listInbox"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/webhooks/inbox/order": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Reorder held webhooks
         * @description Puts the given ones in front, in that order; the others follow as they were.
         */
        readonly put: operations["orderInbox"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/webhooks/release": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Release held webhooks
         * @description Sends everything in the inbox, or some types of it, in its order; those of one lane go one after another.
         */
        readonly post: operations["releaseInbox"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/deliveries/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show a delivery
         * @description One webhook with every attempt and what rules and hands did to it.
         */
        readonly get: operations["getDelivery"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Edit a delivery
         * @description Changes body or headers of a webhook that was not sent yet. A signature is not made anew.
         */
        readonly patch: operations["editDelivery"];
        readonly trace?: never;
    };
    readonly "/__admin/deliveries/{id}/release": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Release a delivery
         * @description Sends a webhook from the inbox, behind what of its lane is on its way; or at once one that a rule delays or holds back, or that waits for its retry.
         */
        readonly post: operations["releaseDelivery"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/deliveries/{id}/drop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Drop a delivery
         * @description Takes a webhook that is not being sent out of the way for good.
         */
        readonly post: operations["dropDelivery"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/deliveries/{id}/resend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send a delivery again
         * @description Sends a settled webhook once more, with the same id, body and headers, whether held types or a disabled address or not.
         */
        readonly post: operations["resendDelivery"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/trigger": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List events
         * @description What can be triggered and emitted, with the options of each.
         */
        readonly get: operations["listEvents"];
        readonly put?: never;
        /**
         * Trigger an event
         * @description Drives the provider, its partner, devices and the clock until the event has happened, and says which steps that took: calls go through the provider's own routes. Without `for` the partner orders an eSIM first. A refusal says which steps had been taken.
         */
        readonly post: operations["triggerEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/__admin/emit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Emit an event
         * @description Sends a webhook about an order or eSIM as that stands, without anything having happened to it. With `content` some members of its content are as the caller says; rules, holds and retries apply to the result as ever.
         */
        readonly post: operations["emitEvent"];
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
         * @description Exchanges, domain events, deliveries, faults, clock moves, in order. Kept in memory, at most 10,000 entries; secrets are masked. What an entry holds besides `seq`, `at` and `kind` depends on its kind. A call has the headers of both sides as `requestHeaders` and `responseHeaders`: at most 32 each, values cut at 500 characters, without those that belong to the connection (host, connection, lengths) and without `X-Sim-Request-Id`, which is its `requestId`.
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
         * @description The entries as lines of JSON (`ndjson`), or the calls and webhooks among them as an HTTP archive (`har`, version 1.2) that browsers and proxies show. Secrets were masked when they were journalled; `hideActivationCodes` masks also what downloads a profile. Calls have the headers that the journal holds; of webhooks only the type of the body is told.
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
         * @description The rules in order of creation, spent ones included, each with its hits and with the reasons of the last exchanges that it did not strike.
         */
        readonly get: operations["listFaults"];
        readonly put?: never;
        /**
         * Add a fault
         * @description A rule strikes calls of one operation, or of every operation of a provider, `times` times (once unless told otherwise; null for always). `before`: nothing happens at the provider. `committed`: the operation succeeds and then its answer is delayed, replaced, damaged or lost. `after`: the answer goes out and what follows misbehaves. `match` narrows the calls; every part of it has to fit. A rule that could never strike is refused: an unknown provider, operation or code, a member that the provider's document does not have, a predicate that contradicts itself, a window that is over.
         */
        readonly post: operations["addFault"];
        /**
         * Remove all faults
         * @description Removes every rule of the tenant. Connections that hang because of one are closed.
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
        /**
         * Show a fault
         * @description One rule with its hits and the reasons of its last misses.
         */
        readonly get: operations["getFault"];
        /**
         * Put a fault
         * @description Writes a rule under an id of your choice. The same request again changes nothing, hits included; another one replaces the rule, which then begins anew.
         */
        readonly put: operations["putFault"];
        readonly post?: never;
        /**
         * Remove a fault
         * @description Removes one rule. Connections that hang because of it are closed.
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
        readonly RefusalCode: "forbidden-host" | "forbidden-origin" | "unauthorized" | "unknown-path" | "wrong-method" | "unknown-tenant" | "too-many-tenants" | "unknown-snapshot" | "snapshot-misfit" | "snapshot-newer" | "too-many-snapshots" | "snapshot-too-large" | "tenant-exists" | "default-tenant" | "unknown-world" | "impossible-world" | "not-ready" | "malformed-body" | "body-too-large" | "not-json" | "invalid-request" | "wrong-duration" | "wrong-instant" | "unknown-provider" | "unknown-operation" | "unknown-provider-code" | "incomplete-fault" | "impossible-fault" | "too-many-faults" | "unknown-fault" | "too-many-webhook-rules" | "unknown-webhook-rule" | "unknown-delivery" | "impossible-delivery-step" | "unknown-webhook-address" | "unknown-event" | "unknown-subject" | "no-webhook-address" | "impossible-event" | "unknown-option" | "wrong-option-value" | "unknown-account" | "unknown-package" | "unknown-esim" | "impossible-device-event" | "profile-on-other-device" | "esim-not-connected" | "wrong-query" | "too-many-waits" | "entry-missing" | "unknown-trace" | "clock-busy" | "clock-beyond-range" | "instant-passed" | "store-unavailable" | "internal-error";
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
            /** @description The world it begins in: `plain`, or the name of a file in `fixtures/worlds/`. */
            readonly world?: string;
        };
        readonly ForkTarget: {
            /** @description The id of the new tenant: lower-case letters, digits and dashes. */
            readonly id: string;
        };
        readonly ResetChoice: {
            /** @description The parts that begin anew. `records`: what was bought, with the outbox; the first records take their place at the present instant. `clock`: whether it stands or runs, never its instant. `webhooks`: rules, hold, retry plan and disabled addresses; what waits in the inbox is part of the outbox and stays until it is released. */
            readonly aspects?: readonly ("records" | "clock" | "faults" | "options" | "outbox" | "webhooks" | "journal")[];
        };
        readonly SnapshotList: {
            readonly items: readonly {
                readonly name: string;
                /** @description Size of its document. */
                readonly characters: number;
            }[];
            readonly total: number;
        };
        readonly SavedSnapshot: {
            readonly name: string;
            readonly characters: number;
            /** @description The tenant it was taken of. */
            readonly tenant: string;
            /**
             * Format: date-time
             * @description The instant its clock showed.
             */
            readonly at: string;
            readonly records: number;
        };
        /** @description Everything that a tenant is at one instant. The tables follow from what the sandbox stores; a document is checked in full when it is imported. */
        readonly Snapshot: {
            readonly format: number;
            /** @constant */
            readonly kind: "esim-sandbox-snapshot";
            readonly tenant: string;
            /**
             * Format: int64
             * @description Milliseconds since 1970.
             */
            readonly at: number;
            readonly tables: {
                readonly [key: string]: readonly unknown[];
            };
        };
        readonly DifferenceList: {
            readonly items: readonly {
                readonly table: string;
                readonly key: string;
                /** @enum {unknown} */
                readonly change: "added" | "removed" | "changed";
                /** @description What differs in a changed record. */
                readonly members: readonly string[];
            }[];
            readonly total: number;
        };
        readonly Advance: {
            /** @description `500ms`, `30s`, `5m`, `2h`, `180d`, or ISO 8601 in weeks to seconds (`PT1H30M`). */
            readonly by: string;
        };
        readonly ClockSetting: {
            /** @description An instant with its zone, ISO 8601: `2026-03-01T00:00:00Z`. */
            readonly to: string;
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
         * @description `queued` behind an earlier one, `waiting` for its next attempt, `sending`, `held` in the inbox, `held-back` behind others of its lane; settled are `delivered`, `given-up` and `dropped`.
         * @enum {string}
         */
        readonly DeliveryState: "queued" | "waiting" | "sending" | "held" | "held-back" | "delivered" | "given-up" | "dropped";
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
            /** @description What rules and hands did to it, in order. */
            readonly treatments: readonly components["schemas"]["Treatment"][];
            /** @description Whether body or headers were edited by hand. */
            readonly isEdited: boolean;
            /** @description Copies that follow once it was accepted. */
            readonly copiesLeft: number;
        };
        readonly Treatment: {
            /** @description Null when no rule did it. */
            readonly ruleId: string | null;
            readonly effect: string;
            /** @description What was done, in words. */
            readonly detail: string;
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
        /** @enum {string} */
        readonly WebhookEffectKind: "delay" | "drop" | "duplicate" | "reorder" | "corrupt" | "early";
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
        readonly NewWebhookRule: {
            readonly match?: components["schemas"]["WebhookMatch"];
            readonly effect: components["schemas"]["WebhookEffect"];
            /** @description How often it strikes; null for always. Left out, once; or always with `first`, `every` or `probability`. */
            readonly times?: number | null;
        };
        readonly WebhookRule: {
            readonly id: string;
            readonly match: components["schemas"]["WebhookMatch"];
            readonly effect: components["schemas"]["WebhookEffect"];
            readonly times: number | null;
            /** @description How many webhooks fitted provider, type and `about`. */
            readonly seen: number;
            /** @description How many it struck. */
            readonly hits: number;
            /** @description Whether it can strike no more. */
            readonly isSpent: boolean;
        };
        readonly WebhookRuleList: {
            readonly items: readonly components["schemas"]["WebhookRule"][];
            readonly total: number;
        };
        readonly WebhookTypes: {
            /** @description Types of webhooks; every type unless given. */
            readonly types?: readonly string[] | null;
        };
        readonly NewRetryPlan: {
            /** @description Before the second, third and further attempts; none unless given. */
            readonly delays?: readonly components["schemas"]["Wait"][];
            /** @description The share by which each delay may be shorter or longer, drawn from the tenant's seed; 0 unless given. */
            readonly jitter?: number;
            /** @description No attempt is made so long after the first; no such limit unless given. */
            readonly giveUpAfter?: number | string | null;
            /** @description Failed attempts in a row after which an address is disabled; never unless given. */
            readonly disableAfter?: number | null;
            /** @description So long after that it is enabled again; by hand unless given. */
            readonly enableAfter?: number | string | null;
        };
        readonly RetryPlan: {
            readonly delaysMs: readonly number[];
            readonly jitter: number;
            readonly giveUpAfterMs: number | null;
            readonly disableAfter: number | null;
            readonly enableAfterMs: number | null;
        };
        readonly WebhookDesk: {
            /** @description Null while nothing is held. */
            readonly hold: {
                /** @description Null holds every type. */
                readonly types: readonly string[] | null;
            } | null;
            /** @description Null leaves retries to the provider's policy. */
            readonly plan: components["schemas"]["RetryPlan"] | null;
            readonly rules: number;
            /** @description How many are in each state. */
            readonly deliveries: {
                readonly [key: string]: number;
            };
            readonly endpoints: readonly components["schemas"]["WebhookEndpoint"][];
        };
        readonly WebhookEndpoint: {
            readonly url: string;
            /** @description Failed attempts in a row. */
            readonly failures: number;
            readonly isDisabled: boolean;
            /** Format: date-time */
            readonly disabledAt: string | null;
            /**
             * Format: date-time
             * @description When it is enabled again by itself.
             */
            readonly enabledFrom: string | null;
        };
        readonly EndpointChange: {
            readonly url: string;
            readonly isDisabled: boolean;
        };
        readonly DeliveryIds: {
            readonly ids: readonly string[];
        };
        readonly DeliveryEdit: {
            /** @description Text as it is to be sent, or any other JSON value, which is written as JSON. */
            readonly body?: unknown;
            /** @description Headers that are set; null takes one away. */
            readonly headers?: {
                readonly [key: string]: string | null;
            };
        };
        readonly Event: {
            readonly provider: string;
            readonly event: string;
            readonly says: string;
            /** @description Options by name, with what each takes. */
            readonly takes: {
                readonly [key: string]: string;
            };
            readonly isEmittable: boolean;
        };
        readonly EventList: {
            readonly items: readonly components["schemas"]["Event"][];
            readonly total: number;
        };
        readonly Trigger: {
            readonly event: string;
            readonly provider?: string;
            /** @description An order or an eSIM, by its id or ICCID. */
            readonly for?: string;
            /** @description Options of the event, as GET trigger lists them. */
            readonly with?: {
                readonly [key: string]: unknown;
            };
        };
        readonly Emit: {
            readonly event: string;
            readonly provider?: string;
            /** @description An order or an eSIM, by its id or ICCID. */
            readonly for: string;
            /** @description Members that stand in the content of the webhook in place of its own, or besides them. Only the outermost ones are merged; none is checked, and the contract is not held against them. */
            readonly content?: {
                readonly [key: string]: unknown;
            };
        };
        readonly TriggerStep: {
            /** Format: date-time */
            readonly at: string;
            /** @description What was done, in words. */
            readonly step: string;
            /** @description HTTP status of a call's answer. */
            readonly status: number | null;
            /** @description Body of a call's answer. */
            readonly body: string | null;
        };
        readonly Triggered: {
            readonly event: string;
            readonly provider: string;
            readonly steps: readonly components["schemas"]["TriggerStep"][];
            /** @description Webhooks that came up on the way. */
            readonly deliveries: readonly components["schemas"]["Delivery"][];
            /** Format: date-time */
            readonly now: string;
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
        readonly Fault: {
            readonly id: string;
            readonly provider: string;
            readonly operationId: string | null;
            readonly match: components["schemas"]["Match"];
            readonly phase: components["schemas"]["Phase"];
            readonly effect: components["schemas"]["Effect"];
            readonly times: number | null;
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly expiresAt: string | null;
            /**
             * @description Whether it can still strike.
             * @enum {string}
             */
            readonly state: "armed" | "spent" | "expired";
            /** @description How often it has struck. */
            readonly hits: number;
            /** @description Exchanges of its provider that it did not strike since the start. */
            readonly missed: number;
            /** @description The last of them, those of its operation first. */
            readonly lastMisses: readonly components["schemas"]["Miss"][];
        };
        /** @description What was given of it, predicates written out. */
        readonly Match: {
            readonly body?: components["schemas"]["Predicates"];
            readonly header?: components["schemas"]["Predicates"];
            readonly query?: components["schemas"]["Predicates"];
            readonly state?: components["schemas"]["Predicates"];
            readonly probability?: number;
            readonly nth?: readonly number[];
            readonly firstN?: number;
            readonly everyN?: number;
            readonly key?: string;
            readonly window?: components["schemas"]["Window"];
        };
        readonly Window: {
            /** Format: date-time */
            readonly from: string;
            /** Format: date-time */
            readonly until: string | null;
            readonly everyMs: number | null;
            readonly forMs: number | null;
        };
        readonly Miss: {
            readonly requestId: string;
            readonly operationId: string;
            /** Format: date-time */
            readonly at: string;
            /** @enum {string} */
            readonly reason: "other-operation" | "spent" | "expired" | "outside-window" | "body" | "header" | "query" | "state" | "count" | "probability" | "operation-refused" | "operation-not-run" | "other-fault" | "nothing-to-damage";
            /** @description In words: what was wanted, what was there. */
            readonly detail: string;
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
         * @description The rule's id.
         * @example late-orders
         */
        readonly WebhookRuleId: string;
        /**
         * @description The webhook's id.
         * @example 0123456789abcdef0123456789abcdef
         */
        readonly DeliveryId: string;
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
         * @description The snapshot's name: 1 to 64 lower-case letters, digits, dots, dashes and underscores.
         * @example before
         */
        readonly SnapshotName: string;
        /**
         * @description The name of the later snapshot; the tenant as it is now when left out.
         * @example after
         */
        readonly SnapshotTo: string;
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
    readonly getTenant: {
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
        readonly requestBody?: never;
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
                     *           "partnerCode": "P204117"
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
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
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
    readonly removeTenant: {
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
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is gone. */
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
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly forkTenant: {
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
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ForkTarget"];
            };
        };
        readonly responses: {
            /** @description The new tenant. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "what-if",
                     *       "seed": 7,
                     *       "credentials": {
                     *         "esimaccess": {
                     *           "accessCode": "test-access-code-what-if",
                     *           "secretKey": "test-secret-key-what-if"
                     *         },
                     *         "fms": {
                     *           "partnerCode": "P204117"
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
            readonly 404: components["responses"]["NotFound"];
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
                readonly "application/json": components["schemas"]["ResetChoice"];
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
    readonly listSnapshots: {
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
            /** @description The snapshots. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "before",
                     *           "characters": 4120
                     *         }
                     *       ],
                     *       "total": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SnapshotList"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly exportSnapshot: {
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
                 * @description The snapshot's name: 1 to 64 lower-case letters, digits, dots, dashes and underscores.
                 * @example before
                 */
                readonly name: components["parameters"]["SnapshotName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "format": 1,
                     *       "kind": "esim-sandbox-snapshot",
                     *       "tenant": "default",
                     *       "at": 1767225600000,
                     *       "tables": {}
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Snapshot"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly saveSnapshot: {
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
                 * @description The snapshot's name: 1 to 64 lower-case letters, digits, dots, dashes and underscores.
                 * @example before
                 */
                readonly name: components["parameters"]["SnapshotName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["Nothing"];
            };
        };
        readonly responses: {
            /** @description It is saved. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "before",
                     *       "characters": 4120,
                     *       "tenant": "default",
                     *       "at": "2026-01-01T00:00:00.000Z",
                     *       "records": 12
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SavedSnapshot"];
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
    readonly removeSnapshot: {
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
                 * @description The snapshot's name: 1 to 64 lower-case letters, digits, dots, dashes and underscores.
                 * @example before
                 */
                readonly name: components["parameters"]["SnapshotName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is gone. */
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
    readonly loadSnapshot: {
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
                 * @description The snapshot's name: 1 to 64 lower-case letters, digits, dots, dashes and underscores.
                 * @example before
                 */
                readonly name: components["parameters"]["SnapshotName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["Nothing"];
            };
        };
        readonly responses: {
            /** @description The clock of that instant. */
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
    readonly importSnapshot: {
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
                 * @description The snapshot's name: 1 to 64 lower-case letters, digits, dots, dashes and underscores.
                 * @example before
                 */
                readonly name: components["parameters"]["SnapshotName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Snapshot"];
            };
        };
        readonly responses: {
            /** @description It is kept. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "before",
                     *       "characters": 4120,
                     *       "tenant": "default",
                     *       "at": "2026-01-01T00:00:00.000Z",
                     *       "records": 12
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SavedSnapshot"];
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
    readonly diffSnapshots: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The tenant; stands above the header.
                 * @example default
                 */
                readonly tenant?: components["parameters"]["TenantQuery"];
                /**
                 * @description The name of the later snapshot; the tenant as it is now when left out.
                 * @example after
                 */
                readonly to?: components["parameters"]["SnapshotTo"];
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
            readonly header?: {
                /**
                 * @description The tenant.
                 * @example default
                 */
                readonly "X-Sim-Tenant"?: components["parameters"]["TenantHeader"];
            };
            readonly path: {
                /**
                 * @description The snapshot's name: 1 to 64 lower-case letters, digits, dots, dashes and underscores.
                 * @example before
                 */
                readonly name: components["parameters"]["SnapshotName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of differences. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "table": "accounts",
                     *           "key": "wallet",
                     *           "change": "changed",
                     *           "members": [
                     *             "balance"
                     *           ]
                     *         }
                     *       ],
                     *       "total": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DifferenceList"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
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
    readonly setClock: {
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
                readonly "application/json": components["schemas"]["ClockSetting"];
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
                     *           ],
                     *           "treatments": [],
                     *           "isEdited": false,
                     *           "copiesLeft": 0
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
    readonly getWebhookDesk: {
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
            /** @description The desk. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hold": {
                     *         "types": [
                     *           "ORDER_STATUS"
                     *         ]
                     *       },
                     *       "plan": null,
                     *       "rules": 1,
                     *       "deliveries": {
                     *         "held": 2,
                     *         "delivered": 5
                     *       },
                     *       "endpoints": []
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookDesk"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly listWebhookRules: {
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
                     *           "id": "late-orders",
                     *           "match": {
                     *             "provider": null,
                     *             "type": "ORDER_STATUS",
                     *             "about": {},
                     *             "nth": null,
                     *             "first": null,
                     *             "every": null,
                     *             "probability": null
                     *           },
                     *           "effect": {
                     *             "kind": "delay",
                     *             "by": {
                     *               "law": "fixed",
                     *               "ms": 600000
                     *             },
                     *             "isOvertaken": false
                     *           },
                     *           "times": 1,
                     *           "seen": 0,
                     *           "hits": 0,
                     *           "isSpent": false
                     *         }
                     *       ],
                     *       "total": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookRuleList"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly addWebhookRule: {
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
                readonly "application/json": components["schemas"]["NewWebhookRule"];
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
                     *       "id": "late-orders",
                     *       "match": {
                     *         "provider": null,
                     *         "type": "ORDER_STATUS",
                     *         "about": {},
                     *         "nth": null,
                     *         "first": null,
                     *         "every": null,
                     *         "probability": null
                     *       },
                     *       "effect": {
                     *         "kind": "delay",
                     *         "by": {
                     *           "law": "fixed",
                     *           "ms": 600000
                     *         },
                     *         "isOvertaken": false
                     *       },
                     *       "times": 1,
                     *       "seen": 0,
                     *       "hits": 0,
                     *       "isSpent": false
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookRule"];
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
    readonly clearWebhookRules: {
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
    readonly getWebhookRule: {
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
                 * @example late-orders
                 */
                readonly ruleId: components["parameters"]["WebhookRuleId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The rule. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "late-orders",
                     *       "match": {
                     *         "provider": null,
                     *         "type": "ORDER_STATUS",
                     *         "about": {},
                     *         "nth": null,
                     *         "first": null,
                     *         "every": null,
                     *         "probability": null
                     *       },
                     *       "effect": {
                     *         "kind": "delay",
                     *         "by": {
                     *           "law": "fixed",
                     *           "ms": 600000
                     *         },
                     *         "isOvertaken": false
                     *       },
                     *       "times": 1,
                     *       "seen": 0,
                     *       "hits": 0,
                     *       "isSpent": false
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookRule"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly putWebhookRule: {
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
                 * @example late-orders
                 */
                readonly ruleId: components["parameters"]["WebhookRuleId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewWebhookRule"];
            };
        };
        readonly responses: {
            /** @description The rule. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "late-orders",
                     *       "match": {
                     *         "provider": null,
                     *         "type": "ORDER_STATUS",
                     *         "about": {},
                     *         "nth": null,
                     *         "first": null,
                     *         "every": null,
                     *         "probability": null
                     *       },
                     *       "effect": {
                     *         "kind": "delay",
                     *         "by": {
                     *           "law": "fixed",
                     *           "ms": 600000
                     *         },
                     *         "isOvertaken": false
                     *       },
                     *       "times": 1,
                     *       "seen": 0,
                     *       "hits": 0,
                     *       "isSpent": false
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookRule"];
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
    readonly removeWebhookRule: {
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
                 * @example late-orders
                 */
                readonly ruleId: components["parameters"]["WebhookRuleId"];
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
    readonly holdWebhooks: {
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
                readonly "application/json": components["schemas"]["WebhookTypes"];
            };
        };
        readonly responses: {
            /** @description The desk. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hold": {
                     *         "types": [
                     *           "ORDER_STATUS"
                     *         ]
                     *       },
                     *       "plan": null,
                     *       "rules": 1,
                     *       "deliveries": {
                     *         "held": 2,
                     *         "delivered": 5
                     *       },
                     *       "endpoints": []
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookDesk"];
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
    readonly endWebhookHold: {
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
            /** @description The desk. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hold": {
                     *         "types": [
                     *           "ORDER_STATUS"
                     *         ]
                     *       },
                     *       "plan": null,
                     *       "rules": 1,
                     *       "deliveries": {
                     *         "held": 2,
                     *         "delivered": 5
                     *       },
                     *       "endpoints": []
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookDesk"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly setRetryPlan: {
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
                readonly "application/json": components["schemas"]["NewRetryPlan"];
            };
        };
        readonly responses: {
            /** @description The desk. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hold": null,
                     *       "plan": {
                     *         "delaysMs": [
                     *           5000,
                     *           300000
                     *         ],
                     *         "jitter": 0.2,
                     *         "giveUpAfterMs": 86400000,
                     *         "disableAfter": 20,
                     *         "enableAfterMs": null
                     *       },
                     *       "rules": 0,
                     *       "deliveries": {},
                     *       "endpoints": []
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookDesk"];
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
    readonly removeRetryPlan: {
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
            /** @description The desk. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hold": {
                     *         "types": [
                     *           "ORDER_STATUS"
                     *         ]
                     *       },
                     *       "plan": null,
                     *       "rules": 1,
                     *       "deliveries": {
                     *         "held": 2,
                     *         "delivered": 5
                     *       },
                     *       "endpoints": []
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookDesk"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly changeWebhookEndpoint: {
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
                readonly "application/json": components["schemas"]["EndpointChange"];
            };
        };
        readonly responses: {
            /** @description The desk. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hold": null,
                     *       "plan": null,
                     *       "rules": 0,
                     *       "deliveries": {},
                     *       "endpoints": [
                     *         {
                     *           "url": "http://127.0.0.1:8080/hook",
                     *           "failures": 0,
                     *           "isDisabled": true,
                     *           "disabledAt": "2026-01-01T00:00:02.000Z",
                     *           "enabledFrom": null
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookDesk"];
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
    readonly listInbox: {
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
            /** @description Held webhooks. */
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
                     *           "seq": 2,
                     *           "provider": "esimaccess",
                     *           "type": "ORDER_STATUS",
                     *           "url": "http://127.0.0.1:8080/hook",
                     *           "state": "held",
                     *           "createdAt": "2026-01-01T00:00:02.000Z",
                     *           "headers": {
                     *             "content-type": "application/json",
                     *             "rt-accesscode": "***"
                     *           },
                     *           "body": "{\"notifyType\":\"ORDER_STATUS\"}",
                     *           "about": {
                     *             "orderNumber": "B26010100000001"
                     *           },
                     *           "attempts": [],
                     *           "treatments": [],
                     *           "isEdited": false,
                     *           "copiesLeft": 0
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
    readonly orderInbox: {
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
                readonly "application/json": components["schemas"]["DeliveryIds"];
            };
        };
        readonly responses: {
            /** @description Held webhooks. */
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
                     *           "seq": 2,
                     *           "provider": "esimaccess",
                     *           "type": "ORDER_STATUS",
                     *           "url": "http://127.0.0.1:8080/hook",
                     *           "state": "held",
                     *           "createdAt": "2026-01-01T00:00:02.000Z",
                     *           "headers": {
                     *             "content-type": "application/json",
                     *             "rt-accesscode": "***"
                     *           },
                     *           "body": "{\"notifyType\":\"ORDER_STATUS\"}",
                     *           "about": {
                     *             "orderNumber": "B26010100000001"
                     *           },
                     *           "attempts": [],
                     *           "treatments": [],
                     *           "isEdited": false,
                     *           "copiesLeft": 0
                     *         }
                     *       ],
                     *       "total": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DeliveryList"];
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
    readonly releaseInbox: {
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
                readonly "application/json": components["schemas"]["WebhookTypes"];
            };
        };
        readonly responses: {
            /** @description What was released. */
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
                     *           "seq": 2,
                     *           "provider": "esimaccess",
                     *           "type": "ORDER_STATUS",
                     *           "url": "http://127.0.0.1:8080/hook",
                     *           "state": "waiting",
                     *           "createdAt": "2026-01-01T00:00:02.000Z",
                     *           "headers": {
                     *             "content-type": "application/json",
                     *             "rt-accesscode": "***"
                     *           },
                     *           "body": "{\"notifyType\":\"ORDER_STATUS\"}",
                     *           "about": {
                     *             "orderNumber": "B26010100000001"
                     *           },
                     *           "attempts": [],
                     *           "treatments": [],
                     *           "isEdited": false,
                     *           "copiesLeft": 0
                     *         }
                     *       ],
                     *       "total": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DeliveryList"];
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
    readonly getDelivery: {
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
                 * @description The webhook's id.
                 * @example 0123456789abcdef0123456789abcdef
                 */
                readonly id: components["parameters"]["DeliveryId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The webhook. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdef0123456789abcdef",
                     *       "seq": 2,
                     *       "provider": "esimaccess",
                     *       "type": "ORDER_STATUS",
                     *       "url": "http://127.0.0.1:8080/hook",
                     *       "state": "held",
                     *       "createdAt": "2026-01-01T00:00:02.000Z",
                     *       "headers": {
                     *         "content-type": "application/json",
                     *         "rt-accesscode": "***"
                     *       },
                     *       "body": "{\"notifyType\":\"ORDER_STATUS\"}",
                     *       "about": {
                     *         "orderNumber": "B26010100000001"
                     *       },
                     *       "attempts": [],
                     *       "treatments": [],
                     *       "isEdited": false,
                     *       "copiesLeft": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Delivery"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly editDelivery: {
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
                 * @description The webhook's id.
                 * @example 0123456789abcdef0123456789abcdef
                 */
                readonly id: components["parameters"]["DeliveryId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DeliveryEdit"];
            };
        };
        readonly responses: {
            /** @description The webhook. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdef0123456789abcdef",
                     *       "seq": 2,
                     *       "provider": "esimaccess",
                     *       "type": "ORDER_STATUS",
                     *       "url": "http://127.0.0.1:8080/hook",
                     *       "state": "held",
                     *       "createdAt": "2026-01-01T00:00:02.000Z",
                     *       "headers": {
                     *         "content-type": "application/json",
                     *         "rt-accesscode": "***"
                     *       },
                     *       "body": "{\"notifyType\":\"ORDER_STATUS\"}",
                     *       "about": {
                     *         "orderNumber": "B26010100000001"
                     *       },
                     *       "attempts": [],
                     *       "treatments": [],
                     *       "isEdited": true,
                     *       "copiesLeft": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Delivery"];
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
    readonly releaseDelivery: {
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
                 * @description The webhook's id.
                 * @example 0123456789abcdef0123456789abcdef
                 */
                readonly id: components["parameters"]["DeliveryId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The webhook. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdef0123456789abcdef",
                     *       "seq": 2,
                     *       "provider": "esimaccess",
                     *       "type": "ORDER_STATUS",
                     *       "url": "http://127.0.0.1:8080/hook",
                     *       "state": "waiting",
                     *       "createdAt": "2026-01-01T00:00:02.000Z",
                     *       "headers": {
                     *         "content-type": "application/json",
                     *         "rt-accesscode": "***"
                     *       },
                     *       "body": "{\"notifyType\":\"ORDER_STATUS\"}",
                     *       "about": {
                     *         "orderNumber": "B26010100000001"
                     *       },
                     *       "attempts": [],
                     *       "treatments": [],
                     *       "isEdited": false,
                     *       "copiesLeft": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Delivery"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly dropDelivery: {
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
                 * @description The webhook's id.
                 * @example 0123456789abcdef0123456789abcdef
                 */
                readonly id: components["parameters"]["DeliveryId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The webhook. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdef0123456789abcdef",
                     *       "seq": 2,
                     *       "provider": "esimaccess",
                     *       "type": "ORDER_STATUS",
                     *       "url": "http://127.0.0.1:8080/hook",
                     *       "state": "dropped",
                     *       "createdAt": "2026-01-01T00:00:02.000Z",
                     *       "headers": {
                     *         "content-type": "application/json",
                     *         "rt-accesscode": "***"
                     *       },
                     *       "body": "{\"notifyType\":\"ORDER_STATUS\"}",
                     *       "about": {
                     *         "orderNumber": "B26010100000001"
                     *       },
                     *       "attempts": [],
                     *       "treatments": [],
                     *       "isEdited": false,
                     *       "copiesLeft": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Delivery"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly resendDelivery: {
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
                 * @description The webhook's id.
                 * @example 0123456789abcdef0123456789abcdef
                 */
                readonly id: components["parameters"]["DeliveryId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The webhook. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdef0123456789abcdef",
                     *       "seq": 2,
                     *       "provider": "esimaccess",
                     *       "type": "ORDER_STATUS",
                     *       "url": "http://127.0.0.1:8080/hook",
                     *       "state": "waiting",
                     *       "createdAt": "2026-01-01T00:00:02.000Z",
                     *       "headers": {
                     *         "content-type": "application/json",
                     *         "rt-accesscode": "***"
                     *       },
                     *       "body": "{\"notifyType\":\"ORDER_STATUS\"}",
                     *       "about": {
                     *         "orderNumber": "B26010100000001"
                     *       },
                     *       "attempts": [],
                     *       "treatments": [],
                     *       "isEdited": false,
                     *       "copiesLeft": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Delivery"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly listEvents: {
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
            /** @description Events of both providers. */
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
                     *           "event": "payment-notice",
                     *           "says": "the payment backend tells FMS of a payment",
                     *           "takes": {
                     *             "late": "a duration"
                     *           },
                     *           "isEmittable": false
                     *         }
                     *       ],
                     *       "total": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["EventList"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly triggerEvent: {
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
                readonly "application/json": components["schemas"]["Trigger"];
            };
        };
        readonly responses: {
            /** @description What was done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "event": "ORDER_STATUS",
                     *       "provider": "esimaccess",
                     *       "steps": [
                     *         {
                     *           "at": "2026-01-01T00:00:00.000Z",
                     *           "step": "POST /api/v1/open/esim/order {}",
                     *           "status": 200,
                     *           "body": "{}"
                     *         },
                     *         {
                     *           "at": "2026-01-01T00:00:02.000Z",
                     *           "step": "clock to 2026-01-01T00:00:02.000Z",
                     *           "status": null,
                     *           "body": null
                     *         }
                     *       ],
                     *       "deliveries": [
                     *         {
                     *           "id": "0123456789abcdef0123456789abcdef",
                     *           "seq": 2,
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
                     *           "attempts": [],
                     *           "treatments": [],
                     *           "isEdited": false,
                     *           "copiesLeft": 0
                     *         }
                     *       ],
                     *       "now": "2026-01-01T00:00:02.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Triggered"];
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
    readonly emitEvent: {
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
                readonly "application/json": components["schemas"]["Emit"];
            };
        };
        readonly responses: {
            /** @description The webhook. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdef0123456789abcdef",
                     *       "seq": 2,
                     *       "provider": "esimaccess",
                     *       "type": "ORDER_STATUS",
                     *       "url": "http://127.0.0.1:8080/hook",
                     *       "state": "waiting",
                     *       "createdAt": "2026-01-01T00:00:02.000Z",
                     *       "headers": {
                     *         "content-type": "application/json",
                     *         "rt-accesscode": "***"
                     *       },
                     *       "body": "{\"notifyType\":\"ORDER_STATUS\"}",
                     *       "about": {
                     *         "orderNumber": "B26010100000001"
                     *       },
                     *       "attempts": [],
                     *       "treatments": [],
                     *       "isEdited": false,
                     *       "copiesLeft": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Delivery"];
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
                 * @description Only rules that have not struck yet.
                 * @example true
                 */
                readonly unfired?: "true" | "false";
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
                     *           "match": {},
                     *           "phase": "committed",
                     *           "effect": {
                     *             "kind": "reset"
                     *           },
                     *           "times": 1,
                     *           "createdAt": "2026-01-01T00:00:00.000Z",
                     *           "expiresAt": null,
                     *           "state": "armed",
                     *           "hits": 0,
                     *           "missed": 1,
                     *           "lastMisses": [
                     *             {
                     *               "requestId": "default-7",
                     *               "operationId": "esimOrder",
                     *               "at": "2026-01-01T00:00:00.000Z",
                     *               "reason": "operation-refused",
                     *               "detail": "the answer was 200007"
                     *             }
                     *           ]
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
                     *       "match": {},
                     *       "phase": "committed",
                     *       "effect": {
                     *         "kind": "reset"
                     *       },
                     *       "times": 1,
                     *       "createdAt": "2026-01-01T00:00:00.000Z",
                     *       "expiresAt": null,
                     *       "state": "armed",
                     *       "hits": 0,
                     *       "missed": 0,
                     *       "lastMisses": []
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
    readonly getFault: {
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
            /** @description The rule. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "fault-1",
                     *       "provider": "esimaccess",
                     *       "operationId": "esimOrder",
                     *       "match": {},
                     *       "phase": "committed",
                     *       "effect": {
                     *         "kind": "reset"
                     *       },
                     *       "times": 1,
                     *       "createdAt": "2026-01-01T00:00:00.000Z",
                     *       "expiresAt": null,
                     *       "state": "armed",
                     *       "hits": 0,
                     *       "missed": 1,
                     *       "lastMisses": [
                     *         {
                     *           "requestId": "default-7",
                     *           "operationId": "esimOrder",
                     *           "at": "2026-01-01T00:00:00.000Z",
                     *           "reason": "operation-refused",
                     *           "detail": "the answer was 200007"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Fault"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Invalid"];
            readonly 500: components["responses"]["Failure"];
        };
    };
    readonly putFault: {
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
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewFault"];
            };
        };
        readonly responses: {
            /** @description The rule as it stands. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "lost-answer",
                     *       "provider": "esimaccess",
                     *       "operationId": "esimOrder",
                     *       "match": {},
                     *       "phase": "committed",
                     *       "effect": {
                     *         "kind": "reset"
                     *       },
                     *       "times": 1,
                     *       "createdAt": "2026-01-01T00:00:00.000Z",
                     *       "expiresAt": null,
                     *       "state": "armed",
                     *       "hits": 0,
                     *       "missed": 0,
                     *       "lastMisses": []
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

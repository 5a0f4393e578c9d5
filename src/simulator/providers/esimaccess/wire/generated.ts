// Generated from spec/esimaccess/openapi.yaml by `npm run generate`; change that document instead.
export interface paths {
    readonly "/api/v1/open/balance/query": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reads the wallet of the account
         * @description Answers the money left in the prepaid wallet, in ten-thousandths of a US dollar. The body may be `{}`, empty or absent. Nothing changes.
         */
        readonly post: operations["balanceQuery"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/open/package/list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Lists packages
         * @description Answers every package that passes the filters, in one piece: paging members are ignored. With type `TOPUP` an eSIM or a package must be named, else the list is empty; the list for a particular eSIM is the authority on what can be added to it. A country filter compares the row's `locationCode`; regional packages that cover the country come along only by the option `includeRegionalPackages` (DEC-10). An unknown package is 310241, an eSIM of someone else 310409; an unknown location gives an empty list.
         */
        readonly post: operations["packageList"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/open/location/list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Lists countries and regions
         * @description Answers the countries and regions on offer. Regions carry their members. The number in a region's code is not always the number of its members.
         */
        readonly post: operations["locationList"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/open/esim/order": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Buys eSIMs
         * @description Debits the wallet at once and creates one order for all lines; the profiles are allocated afterwards, and ORDER_STATUS tells when all of them are there. A refused order leaves no trace. The charge is the listed price x count x days (DEC-07). A repeated transaction id is answered like the first time and costs nothing, or is refused with 310402 by the option `strictDuplicates` (DEC-06).
         */
        readonly post: operations["esimOrder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/open/esim/query": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Lists eSIMs
         * @description Answers eSIMs with their profiles, states and usage, the newest first. While an order is being allocated a query for it is answered with 200010 and the counts, which is no failure: ask again. An unknown order is 310272, an ICCID outside the named order 310403; an unknown ICCID or number alone gives an empty list (DEC-20). Filtering by `transactionId` is not documented and not done.
         */
        readonly post: operations["esimQuery"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/open/esim/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Cancels an unused eSIM and refunds it
         * @description Allowed while the plan is GOT_RESOURCE and the profile RELEASED; the price and all top-ups are credited (DEC-61), the plan becomes CANCEL, and ESIM_STATUS is sent. In any other state 200002. Each eSIM of an order is cancelled by itself.
         */
        readonly post: operations["esimCancel"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/open/esim/suspend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Pauses an eSIM
         * @description Stops the data service of an eSIM that is installed, in use or used up; otherwise 200002. The validity runs on (DEC-60). ESIM_STATUS is sent with SUSPENDED.
         */
        readonly post: operations["esimSuspend"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/open/esim/unsuspend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Resumes a suspended eSIM
         * @description Restores the state that the eSIM had before it was suspended; 200002 when it is not suspended. ESIM_STATUS is sent with the restored state.
         */
        readonly post: operations["esimUnsuspend"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/open/esim/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Closes an eSIM for good
         * @description Ends an eSIM without refund. Allowed in every state that is not final, unless the profile was deleted; otherwise 200002. Queries then show REVOKE, the notification says REVOKED (DEC-27).
         */
        readonly post: operations["esimRevoke"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/open/esim/topup": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Adds data and days to an eSIM
         * @description Debits the wallet and adds volume and validity to the eSIM: new, in use or used up, not expired, at most ten times (DEC-24), and only when its package allows top-ups; otherwise 200002. A day pass takes the same day pass with `periodNum`. A used-up eSIM is in use again (DEC-26). No ORDER_STATUS is sent.
         */
        readonly post: operations["esimTopup"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/open/esim/sendSms": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sends a text message to an eSIM
         * @description Delivers a text message, free of charge, to an installed eSIM whose `smsStatus` is 1 or 2; otherwise 200002. A request without a body is refused like one without a message.
         */
        readonly post: operations["esimSendSms"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/open/esim/usage/query": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reads the usage of up to ten eSIMs
         * @description Answers used and total bytes of each known eSIM. Usage runs two to three hours behind; `lastUpdateTime` says up to when it is known (DEC-58).
         */
        readonly post: operations["esimUsageQuery"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/open/webhook/save": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Saves the address for notifications
         * @description Sends CHECK_HEALTH to the address and saves it when the receiver answers with success within five seconds (DEC-37). When it does not, the answer is 000001 and the address saved before stays (DEC-36). An account has one address.
         */
        readonly post: operations["webhookSave"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/open/webhook/query": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reads the address for notifications
         * @description Answers the URL that was saved, or null.
         */
        readonly post: operations["webhookQuery"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/open/esim/realtimeBalance/query": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reads what is left of an eSIM from the network
         * @description Given by the provider on request only, with a limit of five requests a second. For fixed plans that are allocated, in use or suspended; otherwise 200002. The sandbox serves it only by the option `servePrivateEndpoints`; without it the path is unknown.
         */
        readonly post: operations["esimRealtimeBalanceQuery"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export interface webhooks {
    readonly checkHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reports that an address is being saved
         * @description Sent by `webhook/save` before it answers. An address that does not answer with success is not saved (DEC-36, DEC-37).
         */
        readonly post: operations["checkHealth"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly orderStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reports that an order is allocated
         * @description Sent once all profiles of a new order are allocated, never for a top-up. It carries no ICCID: query by the order number.
         */
        readonly post: operations["orderStatus"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly esimStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reports a change of a plan's state
         * @description Sent when a plan begins, is used up, expires, is cancelled, suspended, resumed or revoked.
         */
        readonly post: operations["esimStatus"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly smdpEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reports a step of a profile on its device
         * @description Sent for each step of a profile: download, installation, switching on and off, deletion.
         */
        readonly post: operations["smdpEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly dataUsage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reports that data is running out
         * @description Sent when 50 %, 20 % and 10 % of the data are left, each once until a top-up raises the total (DEC-16), with the delay of the usage reports.
         */
        readonly post: operations["dataUsage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly validityUsage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reports that a plan ends soon
         * @description Sent about one day before a plan ends.
         */
        readonly post: operations["validityUsage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * @description Number of an order: `B`, the UTC minute of ordering and a serial number. The tail was shorter until 2023.
         * @example B26042209150004
         */
        readonly OrderNo: string;
        /**
         * @description Number of an eSIM or of a top-up, built like an order number without the letter. It need not equal the digits of its order.
         * @example 26042209150005
         */
        readonly EsimTranNo: string;
        /**
         * Format: iccid
         * @description Number of the profile, 19 or 20 digits. The same ICCID may come back on a later eSIM, so it is no key.
         * @example 8900000000000000011
         */
        readonly Iccid: string;
        /**
         * @description The client's own reference of the purchase, as it was sent.
         * @example shop-000123
         */
        readonly TransactionId: string;
        /**
         * @description Code of a package, opaque. Top-up rows mostly begin with `TOPUP_`; what follows need not be a base code.
         * @example CKH003
         */
        readonly PackageCode: string;
        /**
         * @description Readable alias of a package: location, gigabytes, days or `Daily`, and sometimes a variant.
         * @example ES_5_30
         */
        readonly Slug: string;
        /**
         * Format: int64
         * @description An amount in ten-thousandths of a US dollar: 10000 is one dollar.
         * @example 27000
         */
        readonly Money: number;
        /**
         * Format: int64
         * @description A data volume in bytes; a gigabyte is 1073741824.
         * @example 5368709120
         */
        readonly Bytes: number;
        /**
         * @description A number of days.
         * @example 30
         */
        readonly Days: number;
        /**
         * @description Unit of the durations beside it; only days are known.
         * @example DAY
         * @constant
         */
        readonly DurationUnit: "DAY";
        /**
         * @description An instant in UTC to the second, the offset written without a colon.
         * @example 2026-04-22T09:15:20+0000
         */
        readonly AnswerTime: string;
        /**
         * @description An instant in UTC to the second: with `Z` since 2026, with `+0000` before and, by the option `webhookTimeNotation`, again.
         * @example 2026-04-22T09:15:22Z
         */
        readonly NotificationTime: string;
        /**
         * @description An ISO 3166-1 alpha-2 country code, a region code, or one of the provider's few own codes for parts of a country.
         * @example ES
         * @example EU-42
         */
        readonly LocationCode: string;
        /**
         * @description 0 no messages, 1 messages from phones and from the API, 2 from the API only.
         * @example 0
         * @enum {integer}
         */
        readonly SmsStatus: 0 | 1 | 2;
        /**
         * @description 1 total volume, 2 daily volume then reduced speed, 3 daily volume then cut off, 4 daily without limit.
         * @example 1
         * @enum {integer}
         */
        readonly DataType: 1 | 2 | 3 | 4;
        /**
         * @description What starts the validity: 1 the first installation, 2 the first connection to a network.
         * @example 2
         * @enum {integer}
         */
        readonly ActiveType: 1 | 2;
        /**
         * @description 1 cannot be topped up, 2 can be, 3 can be with `periodNum`.
         * @example 2
         * @enum {integer}
         */
        readonly SupportTopUpType: 1 | 2 | 3;
        /**
         * @description Number of the chip that holds the profile, 32 digits.
         * @example 89000000000000000000000000000002
         */
        readonly Eid: string;
        /**
         * @description State of the plan, as a query shows it. The four states before allocation are documented but never shown: a query answers 200010 until then (DEC-30).
         * @example GOT_RESOURCE
         */
        readonly EsimStatus: string & ("CREATE" | "PAYING" | "PAID" | "GETTING_RESOURCE" | "GOT_RESOURCE" | "IN_USE" | "USED_UP" | "UNUSED_EXPIRED" | "USED_EXPIRED" | "CANCEL" | "SUSPENDED" | "REVOKE");
        /**
         * @description State of the profile on the download server and on the device; it moves independently of the plan.
         * @example RELEASED
         */
        readonly SmdpStatus: string & ("RELEASED" | "DOWNLOAD" | "INSTALLATION" | "ENABLED" | "DISABLED" | "DELETED" | "NOT_SUPPORTED");
        /**
         * @description `"0"`, or null in older answers and by the option `successErrorCode`.
         * @example 0
         * @enum {string|null}
         */
        readonly SuccessCode: "0" | null;
        /**
         * @description Why a request was refused. A few codes are documented for the platform as a whole and have no trigger in these operations.
         * @example 000105
         */
        readonly ErrorCode: string & ("000001" | "000101" | "000102" | "000103" | "000104" | "000105" | "000106" | "000107" | "101001" | "101002" | "101003" | "101013" | "200002" | "200005" | "200006" | "200007" | "200008" | "200009" | "200010" | "200011" | "200042" | "310201" | "310211" | "310221" | "310231" | "310241" | "310242" | "310243" | "310251" | "310272" | "310402" | "310403" | "310409" | "400001" | "401001" | "404" | "900001");
        /** @description A refusal. It comes with HTTP status 200 (DEC-04). */
        readonly Failure: {
            /**
             * @description Always false.
             * @example false
             * @constant
             */
            readonly success: false;
            readonly errorCode: components["schemas"]["ErrorCode"];
            /**
             * @description What was wrong, for humans. Only for some codes is the wording known, so do not compare it. A table of the documents names it `errorMessage`.
             * @example transactionId:must not be blank
             */
            readonly errorMsg: string;
            /**
             * @description Nothing.
             * @example null
             */
            readonly obj: null;
        };
        /** @description A request without parameters. Members that are sent all the same are ignored. */
        readonly EmptyRequest: Record<string, never>;
        /** @description Filters of the catalogue. All are optional; blank and null count as absent. There is no paging. */
        readonly PackageListRequest: {
            /**
             * @description An ISO 3166-1 alpha-2 code in upper case, a region code of letters and a number (`EU-42`), `!RG` for all regional packages or `!GL` for all global ones. Region codes are known from clients only. Any other text, the sub-areas of the location list among them, is a place without packages of its own: an empty list.
             * @example JP
             * @example !GL
             */
            readonly locationCode?: string | null;
            /**
             * @description `BASE` (also when absent) for new eSIMs, `TOPUP` for packages that can be added to an existing one.
             * @example TOPUP
             * @enum {string|null}
             */
            readonly type?: "BASE" | "TOPUP" | "" | null;
            /**
             * @description One package by code or slug; with `TOPUP` the base package whose top-ups are wanted.
             * @example JC016
             */
            readonly packageCode?: string | null;
            /**
             * @description The alias of a package, in the place of `packageCode`.
             * @example AU_1_7
             */
            readonly slug?: string | null;
            /**
             * @description With `TOPUP`: the eSIM that is to be topped up, by ICCID.
             * @example 8900000000000000011
             */
            readonly iccid?: string | null;
            /**
             * @description With `TOPUP`: the eSIM that is to be topped up, by number. Named in the prose of the documents, not in their table.
             * @example 26042209150005
             */
            readonly esimTranNo?: string | null;
            /**
             * @description `1` fixed plans, `2` day passes: the documented values, as strings. Clients also send numbers, and 3 and 4 for the two other kinds of day pass; all are accepted and compared with the row's `dataType`.
             * @example 2
             * @enum {string|integer|null}
             */
            readonly dataType?: "1" | "2" | "3" | "4" | 1 | 2 | 3 | 4 | "" | null;
        };
        /** @description One purchase of one or more eSIMs, at most 30 together. */
        readonly EsimOrderRequest: {
            /**
             * @description Reference chosen by the client, at most 50 characters, unique per purchase. A blank value is refused (000105). A repetition is answered with the first order and costs nothing (DEC-06).
             * @example shop-000123
             */
            readonly transactionId: string;
            /**
             * Format: int64
             * @description Expected total in ten-thousandths of a US dollar: the sum of price x count x days over all lines. Compared when it is neither 0 nor null; a difference is 200006.
             * @example 54000
             */
            readonly amount?: number | null;
            /** @description The lines of the order. An empty list or more than 100 lines is 000105; more than 30 eSIMs in sum is 200008. */
            readonly packageInfoList: readonly components["schemas"]["OrderLine"][];
        };
        /** @description A package and how many eSIMs of it. A separate member `slug` is not read: put the slug into `packageCode`. */
        readonly OrderLine: {
            /**
             * @description Code or slug of a base package; exact spelling is tried before another letter case (DEC-52). Unknown is 310241.
             * @example ES_5_30
             */
            readonly packageCode: string;
            /**
             * @description Number of eSIMs of this line, at least 1 (000105). All lines together: at most 30 (200008).
             * @example 2
             */
            readonly count: number;
            /**
             * Format: int64
             * @description Expected unit price in ten-thousandths of a US dollar, for a day pass the price of one day. Compared when it is neither 0 nor null; a difference is 200005.
             * @example 27000
             */
            readonly price?: number | null;
            /**
             * @description Days of a day pass, 1 to 365; absent, blank or null means one day. Documented as an integer; the other form is accepted too (DEC-38). The bounds hold for day passes only (000105); a fixed plan ignores the member whatever it says.
             * @example 7
             */
            readonly periodNum?: number | string | null;
        };
        /** @description Which eSIMs to list, and which page of them. Without any filter the whole account is listed. Blank and null filters count as absent. */
        readonly EsimQueryRequest: {
            /**
             * @description All eSIMs of an order. Unknown is 310272; with an ICCID outside the order 310403.
             * @example B26042209150004
             */
            readonly orderNo?: string | null;
            /**
             * @description One eSIM by its number. Recommended in the prose of the documents, missing from their table.
             * @example 26042209150005
             */
            readonly esimTranNo?: string | null;
            /**
             * @description One eSIM by ICCID: any string of digits, only looked up.
             * @example 8900000000000000011
             */
            readonly iccid?: string | null;
            /**
             * @description Earliest order time. Documented to the minute with an offset, `2010-06-30T01:20+00:00`; seconds, `Z` and an offset without colon are accepted as well.
             * @example 2026-04-22T00:00+00:00
             */
            readonly startTime?: string | null;
            /**
             * @description Latest order time, in the notations of `startTime`.
             * @example 2026-04-23T00:00+00:00
             */
            readonly endTime?: string | null;
            /** @description The page wanted. A missing pager reads as page 1 of 20 rows unless `strictPager` is on. */
            readonly pager: components["schemas"]["QueryPager"];
        };
        /** @description Page size and page number of a query. */
        readonly QueryPager: {
            /**
             * @description Rows per page, 5 to 500. Missing reads as 20, and other numbers are moved to the nearer bound, unless `strictPager` is on (000105).
             * @example 50
             */
            readonly pageSize: number;
            /**
             * @description Page, counted from 1, at most 10000 (000105). Missing reads as 1 unless `strictPager` is on.
             * @example 1
             */
            readonly pageNum: number;
        };
        /** @description The eSIM to cancel, by one of its two keys. */
        readonly EsimCancelRequest: {
            /**
             * @description ICCID of the eSIM, any string of digits. ICCIDs are issued again over time, so prefer `esimTranNo`. Blank or null counts as absent; any other value is only looked up, never judged by its form. Without a usable `iccid` and `esimTranNo` the answer is 200042.
             * @example 8900000000000000011
             */
            readonly iccid?: string | null;
            /**
             * @description Number of the eSIM, the preferred key. Blank or null counts as absent; any other value is only looked up, never judged by its form. Without a usable `iccid` and `esimTranNo` the answer is 200042.
             * @example 26042209150005
             */
            readonly esimTranNo?: string | null;
            /**
             * @description Sent by some clients and not documented. Alone it is answered with 200042, or, with the option, cancels every new eSIM of the order.
             * @example B26042209150004
             */
            readonly orderNo?: string | null;
        };
        /** @description The eSIM that is meant, by one of its two keys. */
        readonly EsimIdentifierRequest: {
            /**
             * @description ICCID of the eSIM, any string of digits. ICCIDs are issued again over time, so prefer `esimTranNo`. Blank or null counts as absent; any other value is only looked up, never judged by its form. Without a usable `iccid` and `esimTranNo` the answer is 200042.
             * @example 8900000000000000011
             */
            readonly iccid?: string | null;
            /**
             * @description Number of the eSIM, the preferred key. Blank or null counts as absent; any other value is only looked up, never judged by its form. Without a usable `iccid` and `esimTranNo` the answer is 200042.
             * @example 26042209150005
             */
            readonly esimTranNo?: string | null;
        };
        /** @description The package to add to an eSIM. */
        readonly EsimTopupRequest: {
            /**
             * @description Number of the eSIM, the preferred key. Blank or null counts as absent; any other value is only looked up, never judged by its form. Without a usable `iccid` and `esimTranNo` the answer is 200042.
             * @example 26042209150005
             */
            readonly esimTranNo?: string | null;
            /**
             * @description ICCID of the eSIM; marked deprecated by the provider. Blank or null counts as absent. Both keys filled: accepted when they name the same eSIM, refused with 000104 when they do not or when `strictTopupIds` is on. Neither is 200042.
             * @example 8900000000000000011
             */
            readonly iccid?: string | null;
            /**
             * @description The code of a top-up row, or the slug of one, out of this eSIM's own top-up list; anything else, a plain base code included, is 310242.
             * @example TOPUP_CKH003
             */
            readonly packageCode: string;
            /**
             * @description Reference chosen by the client, at most 50 characters, unique per purchase. A blank value is refused (000105). A repetition is answered with the first result and costs nothing (DEC-06).
             * @example shop-000123
             */
            readonly transactionId: string;
            /**
             * @description Expected price in ten-thousandths of a US dollar. Documented as a string; a number is accepted unless `strictTopupAmount` is on (000104). Blank and null skip the comparison; any other value that is not the price, digits or not, is 200005.
             * @example 27000
             */
            readonly amount?: string | number | null;
            /**
             * @description Days of a day pass, 1 to 365; absent, blank or null means one day. Documented as a string; the other form is accepted too (DEC-38). The bounds hold for day passes only (000105); a fixed plan ignores the member whatever it says.
             * @example 5
             */
            readonly periodNum?: number | string | null;
        };
        /** @description A text message and the eSIM that shall receive it. */
        readonly EsimSendSmsRequest: {
            /**
             * @description ICCID of the eSIM, any string of digits. ICCIDs are issued again over time, so prefer `esimTranNo`. Blank or null counts as absent; any other value is only looked up, never judged by its form. Without a usable `iccid` and `esimTranNo` the answer is 200042.
             * @example 8900000000000000011
             */
            readonly iccid?: string | null;
            /**
             * @description Number of the eSIM, the preferred key. Blank or null counts as absent; any other value is only looked up, never judged by its form. Without a usable `iccid` and `esimTranNo` the answer is 200042.
             * @example 26042209150005
             */
            readonly esimTranNo?: string | null;
            /**
             * @description The text, at most 500 characters (000107); blank is 000105.
             * @example Welcome to Spain.
             */
            readonly message: string;
        };
        /** @description The eSIMs whose usage is wanted. */
        readonly EsimUsageQueryRequest: {
            /**
             * @description One to ten numbers of eSIMs; an empty list is 000105, more than ten 000107. Numbers that are unknown do not appear in the answer.
             * @example [
             *       "26042209150005"
             *     ]
             */
            readonly esimTranNoList: readonly string[];
        };
        /** @description The address that shall receive notifications. It replaces the one saved before. */
        readonly WebhookSaveRequest: {
            /**
             * @description Absolute http or https URL without credentials, at most 2048 characters (000105). It may be missing, blank or null when `webhookUrl` is filled; when neither is, the answer is 000105.
             * @example https://shop.example.com/esim-events
             */
            readonly webhook: string | null;
            /**
             * @description Another spelling of `webhook`, read only when that one is missing or blank.
             * @example https://shop.example.com/esim-events
             */
            readonly webhookUrl?: string | null;
        };
        /** @description The eSIM whose balance is read from the network. */
        readonly EsimRealtimeBalanceQueryRequest: {
            /**
             * @description Number of an eSIM with a fixed plan that is allocated, in use or suspended.
             * @example 26042209150005
             */
            readonly esimTranNo: string;
        };
        /** @description The wallet of the account. */
        readonly Balance: {
            /**
             * Format: int64
             * @description Money left, in ten-thousandths of a US dollar.
             * @example 10000000
             */
            readonly balance: number;
        };
        /** @description The whole catalogue that passes the filters. */
        readonly PackageList: {
            /** @description Rows ordered by location, volume, duration and code. Empty when nothing fits. */
            readonly packageList: readonly components["schemas"]["Package"][];
        };
        /** @description A package that can be bought, or added to an eSIM. */
        readonly Package: {
            readonly packageCode: components["schemas"]["PackageCode"];
            readonly slug: components["schemas"]["Slug"];
            /**
             * @description Place, size and days in words.
             * @example Spain 5GB 30Days
             */
            readonly name: string;
            /** @description What the account pays; for a day pass per day. Ten-thousandths of a US dollar. */
            readonly price: components["schemas"]["Money"];
            /**
             * @description Currency of the prices.
             * @example USD
             * @constant
             */
            readonly currencyCode: "USD";
            /** @description Data in bytes; for a day pass per day (DEC-39). */
            readonly volume: components["schemas"]["Bytes"];
            readonly smsStatus: components["schemas"]["SmsStatus"];
            readonly dataType: components["schemas"]["DataType"];
            /**
             * @description Days an eSIM may wait unused.
             * @example 180
             */
            readonly unusedValidTime: components["schemas"]["Days"];
            /** @description Days of validity; 1 for a day pass. */
            readonly duration: components["schemas"]["Days"];
            readonly durationUnit: components["schemas"]["DurationUnit"];
            /**
             * @description Codes of all countries covered, with commas between them.
             * @example CN,HK,ID,JP
             */
            readonly location: string;
            /** @description The country or region under which the package is listed. Always sent here; seen in live rows, missing from the documents. */
            readonly locationCode?: components["schemas"]["LocationCode"];
            /**
             * @description Free text, usually the name.
             * @example Spain 5GB 30Days
             */
            readonly description: string;
            readonly activeType: components["schemas"]["ActiveType"];
            /**
             * @description Whether the account has starred the package.
             * @example false
             */
            readonly favorite: boolean;
            /**
             * @description Suggested retail price in ten-thousandths of a US dollar.
             * @example 54000
             */
            readonly retailPrice: components["schemas"]["Money"];
            /**
             * @description Network generations, as text.
             * @example 3G/4G/5G
             */
            readonly speed: string;
            /**
             * @description Countries where traffic leaves to the internet, with slashes between them; may be blank.
             * @example NL/FR
             */
            readonly ipExport: string;
            readonly supportTopUpType: components["schemas"]["SupportTopUpType"];
            /**
             * @description Speed after the fair-use volume; blank when there is none. Always sent here.
             * @example 1 Mbps
             */
            readonly fupPolicy?: string;
            /** @description One entry per country covered. */
            readonly locationNetworkList: readonly components["schemas"]["LocationNetwork"][];
        };
        /** @description A country covered, with its networks. */
        readonly LocationNetwork: {
            /**
             * @description Name of the country.
             * @example Spain
             */
            readonly locationName: string;
            /**
             * @description Path or URL of a flag.
             * @example /img/flags/es.png
             */
            readonly locationLogo: string;
            /** @description Code of the country. Always sent here; read by clients, missing from the documents. */
            readonly locationCode?: components["schemas"]["LocationCode"];
            /** @description Networks in that country; may be empty. */
            readonly operatorList: readonly components["schemas"]["Operator"][];
        };
        /** @description A mobile network. */
        readonly Operator: {
            /**
             * @description Name of the operator.
             * @example Orange
             */
            readonly operatorName: string;
            /**
             * @description Best network generation.
             * @example 5G
             */
            readonly networkType: string;
        };
        /** @description All countries and regions on offer. */
        readonly LocationList: {
            /** @description Countries and regions. */
            readonly locationList: readonly components["schemas"]["Location"][];
        };
        /** @description A country or a region. */
        readonly Location: {
            readonly code: components["schemas"]["LocationCode"];
            /**
             * @description Name of the country or region.
             * @example North America (3 areas)
             */
            readonly name: string;
            /**
             * @description 1 one country, 2 several.
             * @example 2
             * @enum {integer}
             */
            readonly type: 1 | 2;
            /** @description The members of a region; null for a country. A table of the documents calls it `subLocation`. */
            readonly subLocationList: readonly components["schemas"]["SubLocation"][] | null;
        };
        /** @description A member of a region. */
        readonly SubLocation: {
            readonly code: components["schemas"]["LocationCode"];
            /**
             * @description Name of the member.
             * @example Canada
             */
            readonly name: string;
        };
        /** @description An order that was placed. Its eSIMs are found by `esim/query` once they are allocated. */
        readonly OrderAccepted: {
            readonly orderNo: components["schemas"]["OrderNo"];
            readonly transactionId: components["schemas"]["TransactionId"];
        };
        /** @description A page of eSIMs. */
        readonly EsimPage: {
            /** @description The eSIMs of the page, the newest first, then by number. */
            readonly esimList: readonly components["schemas"]["Esim"][];
            readonly pager: components["schemas"]["AnswerPager"];
        };
        /** @description The page that was answered. */
        readonly AnswerPager: {
            /**
             * @description Rows per page, as applied.
             * @example 50
             */
            readonly pageSize: number;
            /**
             * @description Page, counted from 1.
             * @example 1
             */
            readonly pageNum: number;
            /**
             * @description Number of eSIMs on all pages.
             * @example 1
             */
            readonly total: number;
        };
        /** @description An eSIM with its profile and its plan. Members that are optional here are always sent by the sandbox. */
        readonly Esim: {
            readonly esimTranNo: components["schemas"]["EsimTranNo"];
            readonly orderNo: components["schemas"]["OrderNo"];
            readonly transactionId: components["schemas"]["TransactionId"];
            /**
             * @description Subscriber number of the profile.
             * @example 001010000000001
             */
            readonly imsi?: string;
            readonly iccid?: components["schemas"]["Iccid"];
            readonly smsStatus: components["schemas"]["SmsStatus"];
            /**
             * @description Telephone number of the profile; blank for most data profiles.
             * @example
             */
            readonly msisdn?: string;
            /**
             * @description Activation code: the text inside the QR code.
             * @example LPA:1$rsp.example.test$0123456789ABCDEF0123456789ABCDEF
             */
            readonly ac: string;
            /**
             * Format: uri
             * @description Where a PNG of the QR code is served.
             * @example https://qr.example.test/qr/0123456789abcdef0123456789abcdef.png
             */
            readonly qrCodeUrl: string;
            /**
             * Format: uri
             * @description Where a page with the QR code is served.
             * @example https://qr.example.test/qr/0123456789abcdef0123456789abcdef
             */
            readonly shortUrl?: string;
            readonly smdpStatus: components["schemas"]["SmdpStatus"];
            /**
             * @description Number of the chip that holds the profile; blank before a download.
             * @example
             */
            readonly eid?: string;
            readonly activeType: components["schemas"]["ActiveType"];
            readonly dataType: components["schemas"]["DataType"];
            /**
             * @description When the plan began; null before.
             * @example null
             */
            readonly activateTime?: string | null;
            /**
             * @description When the profile was installed; null before.
             * @example null
             */
            readonly installationTime?: string | null;
            /**
             * @description Before activation the end of the unused validity, afterwards the end of the plan.
             * @example 2026-10-19T09:15:20+0000
             */
            readonly expiredTime: components["schemas"]["AnswerTime"];
            /** @description Data in bytes, top-ups included. */
            readonly totalVolume: components["schemas"]["Bytes"];
            /** @description Days of validity, top-ups included. */
            readonly totalDuration: components["schemas"]["Days"];
            readonly durationUnit: components["schemas"]["DurationUnit"];
            /**
             * @description Data used in bytes; runs two to three hours behind (DEC-58).
             * @example 0
             */
            readonly orderUsage: components["schemas"]["Bytes"];
            readonly esimStatus: components["schemas"]["EsimStatus"];
            /**
             * @description PIN of the profile; often blank.
             * @example 0000
             */
            readonly pin?: string;
            /**
             * @description PUK of the profile; often blank.
             * @example 00000000
             */
            readonly puk?: string;
            /**
             * @description Access point name.
             * @example internet.example
             */
            readonly apn?: string;
            /**
             * @description Countries where traffic leaves to the internet.
             * @example NL/FR
             */
            readonly ipExport?: string;
            readonly supportTopUpType?: components["schemas"]["SupportTopUpType"];
            /**
             * @description Speed after the fair-use volume; blank when there is none.
             * @example
             */
            readonly fupPolicy?: string;
            /** @description The base package, then one element per top-up. */
            readonly packageList: readonly components["schemas"]["EsimPackage"][];
        };
        /** @description A package that was loaded on an eSIM. */
        readonly EsimPackage: {
            /**
             * @description Name of the package.
             * @example Spain 5GB 30Days
             */
            readonly packageName?: string;
            readonly packageCode: components["schemas"]["PackageCode"];
            readonly slug?: components["schemas"]["Slug"];
            readonly duration: components["schemas"]["Days"];
            readonly volume: components["schemas"]["Bytes"];
            readonly locationCode: components["schemas"]["LocationCode"];
            /** @description When it was ordered. */
            readonly createTime?: components["schemas"]["AnswerTime"];
            /** @description Number of this eSIM for the base package, of the top-up for a top-up. */
            readonly esimTranNo?: components["schemas"]["EsimTranNo"];
            readonly transactionId?: components["schemas"]["TransactionId"];
        };
        /** @description Nothing to report but success. */
        readonly EmptyResult: Record<string, never>;
        /** @description The eSIM after the top-up. */
        readonly TopupResult: {
            readonly transactionId: components["schemas"]["TransactionId"];
            readonly iccid: components["schemas"]["Iccid"];
            /**
             * @description End of the plan, or of the unused validity of a plan that has not begun (DEC-25, DEC-26). A table of the documents calls it a number.
             * @example 2026-10-19T09:15:20+0000
             */
            readonly expiredTime: components["schemas"]["AnswerTime"];
            /** @description New total in bytes. */
            readonly totalVolume: components["schemas"]["Bytes"];
            /**
             * @description New total in days.
             * @example 60
             */
            readonly totalDuration: components["schemas"]["Days"];
            /**
             * @description Bytes used so far.
             * @example 0
             */
            readonly orderUsage: components["schemas"]["Bytes"];
            /** @description Number of the top-up. Always sent here; absent from samples before 2026. */
            readonly topUpEsimTranNo?: components["schemas"]["EsimTranNo"];
        };
        /** @description Usage of the eSIMs that were asked for and are known. */
        readonly UsageList: {
            /** @description One element per known eSIM, in the order of the request; one that was never used has zero (DEC-56). */
            readonly esimUsageList: readonly components["schemas"]["EsimUsage"][];
        };
        /** @description Usage of an eSIM. */
        readonly EsimUsage: {
            readonly esimTranNo: components["schemas"]["EsimTranNo"];
            /**
             * @description Bytes used as far as reported.
             * @example 1453344832
             */
            readonly dataUsage: components["schemas"]["Bytes"];
            /** @description Bytes in total. */
            readonly totalData: components["schemas"]["Bytes"];
            /** @description Up to when usage is reported. */
            readonly lastUpdateTime: components["schemas"]["AnswerTime"];
        };
        /** @description The address that is saved. */
        readonly WebhookSetting: {
            /**
             * @description The URL that receives notifications, null when there is none.
             * @example https://shop.example.com/esim-events
             */
            readonly webhook: string | null;
        };
        /** @description What the network says is left. */
        readonly RealtimeBalance: {
            readonly dataBalance: components["schemas"]["DataBalance"];
            readonly smsBalance?: components["schemas"]["SmsBalance"];
            readonly voiceBalance?: components["schemas"]["VoiceBalance"];
        };
        /** @description Data left. */
        readonly DataBalance: {
            /** @description Bytes left. */
            readonly dataRemaining: components["schemas"]["Bytes"];
            /** @description When the network was asked. */
            readonly lastUpdateTime: components["schemas"]["AnswerTime"];
        };
        /** @description Messages left. Types are inferred. */
        readonly SmsBalance: {
            /**
             * @description Outgoing messages at home.
             * @example 0
             */
            readonly smsMoLocalRemaining: number;
            /**
             * @description Outgoing messages anywhere.
             * @example 0
             */
            readonly smsMoGlobalRemaining: number;
        };
        /** @description Calls left. Types are inferred; the unit is not published. */
        readonly VoiceBalance: {
            /**
             * @description Outgoing calls at home.
             * @example 0
             */
            readonly voiceMoLocalRemaining: number;
            /**
             * @description Outgoing calls anywhere.
             * @example 0
             */
            readonly voiceMoGlobalRemaining: number;
            /**
             * @description Incoming calls at home.
             * @example 0
             */
            readonly voiceMtLocalRemaining: number;
            /**
             * @description Incoming calls anywhere.
             * @example 0
             */
            readonly voiceMtGlobalRemaining: number;
            /**
             * @description Calls in both directions at home.
             * @example 0
             */
            readonly voiceMtMoSharedLocalRemaining: number;
            /**
             * @description Calls in both directions anywhere.
             * @example 0
             */
            readonly voiceMtMoSharedGlobalRemaining: number;
        };
        /** @description Success of `balance/query`. */
        readonly BalanceQueryAnswer: {
            /**
             * @description Always true.
             * @example true
             * @constant
             */
            readonly success: true;
            readonly errorCode: components["schemas"]["SuccessCode"];
            /**
             * @description No message; null in every answer seen.
             * @example null
             */
            readonly errorMsg: string | null;
            readonly obj: components["schemas"]["Balance"];
        };
        /** @description Success of `package/list`. */
        readonly PackageListAnswer: {
            /**
             * @description Always true.
             * @example true
             * @constant
             */
            readonly success: true;
            readonly errorCode: components["schemas"]["SuccessCode"];
            /**
             * @description No message; null in every answer seen.
             * @example null
             */
            readonly errorMsg: string | null;
            readonly obj: components["schemas"]["PackageList"];
        };
        /** @description Success of `location/list`. */
        readonly LocationListAnswer: {
            /**
             * @description Always true.
             * @example true
             * @constant
             */
            readonly success: true;
            readonly errorCode: components["schemas"]["SuccessCode"];
            /**
             * @description No message; null in every answer seen.
             * @example null
             */
            readonly errorMsg: string | null;
            readonly obj: components["schemas"]["LocationList"];
        };
        /** @description Success of `esim/order`. */
        readonly EsimOrderAnswer: {
            /**
             * @description Always true.
             * @example true
             * @constant
             */
            readonly success: true;
            readonly errorCode: components["schemas"]["SuccessCode"];
            /**
             * @description No message; null in every answer seen.
             * @example null
             */
            readonly errorMsg: string | null;
            readonly obj: components["schemas"]["OrderAccepted"];
        };
        /** @description Success of `esim/query`. */
        readonly EsimQueryAnswer: {
            /**
             * @description Always true.
             * @example true
             * @constant
             */
            readonly success: true;
            readonly errorCode: components["schemas"]["SuccessCode"];
            /**
             * @description No message; null in every answer seen.
             * @example null
             */
            readonly errorMsg: string | null;
            readonly obj: components["schemas"]["EsimPage"];
        };
        /** @description Success of `esim/cancel`. */
        readonly EsimCancelAnswer: {
            /**
             * @description Always true.
             * @example true
             * @constant
             */
            readonly success: true;
            readonly errorCode: components["schemas"]["SuccessCode"];
            /**
             * @description No message; null in every answer seen.
             * @example null
             */
            readonly errorMsg: string | null;
            readonly obj: components["schemas"]["EmptyResult"];
        };
        /** @description Success of `esim/suspend`. */
        readonly EsimSuspendAnswer: {
            /**
             * @description Always true.
             * @example true
             * @constant
             */
            readonly success: true;
            readonly errorCode: components["schemas"]["SuccessCode"];
            /**
             * @description No message; null in every answer seen.
             * @example null
             */
            readonly errorMsg: string | null;
            readonly obj: components["schemas"]["EmptyResult"];
        };
        /** @description Success of `esim/unsuspend`. */
        readonly EsimUnsuspendAnswer: {
            /**
             * @description Always true.
             * @example true
             * @constant
             */
            readonly success: true;
            readonly errorCode: components["schemas"]["SuccessCode"];
            /**
             * @description No message; null in every answer seen.
             * @example null
             */
            readonly errorMsg: string | null;
            readonly obj: components["schemas"]["EmptyResult"];
        };
        /** @description Success of `esim/revoke`. */
        readonly EsimRevokeAnswer: {
            /**
             * @description Always true.
             * @example true
             * @constant
             */
            readonly success: true;
            readonly errorCode: components["schemas"]["SuccessCode"];
            /**
             * @description No message; null in every answer seen.
             * @example null
             */
            readonly errorMsg: string | null;
            readonly obj: components["schemas"]["EmptyResult"];
        };
        /** @description Success of `esim/topup`. */
        readonly EsimTopupAnswer: {
            /**
             * @description Always true.
             * @example true
             * @constant
             */
            readonly success: true;
            readonly errorCode: components["schemas"]["SuccessCode"];
            /**
             * @description No message; null in every answer seen.
             * @example null
             */
            readonly errorMsg: string | null;
            readonly obj: components["schemas"]["TopupResult"];
        };
        /** @description Success of `esim/sendSms`. */
        readonly EsimSendSmsAnswer: {
            /**
             * @description Always true.
             * @example true
             * @constant
             */
            readonly success: true;
            readonly errorCode: components["schemas"]["SuccessCode"];
            /**
             * @description No message; null in every answer seen.
             * @example null
             */
            readonly errorMsg: string | null;
            readonly obj: components["schemas"]["EmptyResult"];
        };
        /** @description Success of `esim/usage/query`. */
        readonly EsimUsageQueryAnswer: {
            /**
             * @description Always true.
             * @example true
             * @constant
             */
            readonly success: true;
            readonly errorCode: components["schemas"]["SuccessCode"];
            /**
             * @description No message; null in every answer seen.
             * @example null
             */
            readonly errorMsg: string | null;
            readonly obj: components["schemas"]["UsageList"];
        };
        /** @description Success of `webhook/save`. */
        readonly WebhookSaveAnswer: {
            /**
             * @description Always true.
             * @example true
             * @constant
             */
            readonly success: true;
            readonly errorCode: components["schemas"]["SuccessCode"];
            /**
             * @description No message; null in every answer seen.
             * @example null
             */
            readonly errorMsg: string | null;
            readonly obj: components["schemas"]["EmptyResult"];
        };
        /** @description Success of `webhook/query`. */
        readonly WebhookQueryAnswer: {
            /**
             * @description Always true.
             * @example true
             * @constant
             */
            readonly success: true;
            readonly errorCode: components["schemas"]["SuccessCode"];
            /**
             * @description No message; null in every answer seen.
             * @example null
             */
            readonly errorMsg: string | null;
            readonly obj: components["schemas"]["WebhookSetting"];
        };
        /** @description Success of `esim/realtimeBalance/query`. */
        readonly EsimRealtimeBalanceQueryAnswer: {
            /**
             * @description Always true.
             * @example true
             * @constant
             */
            readonly success: true;
            readonly errorCode: components["schemas"]["SuccessCode"];
            /**
             * @description No message; null in every answer seen.
             * @example null
             */
            readonly errorMsg: string | null;
            readonly obj: components["schemas"]["RealtimeBalance"];
        };
        /**
         * @description The new state of the plan.
         * @example IN_USE
         */
        readonly EventEsimStatus: string & ("IN_USE" | "USED_UP" | "USED_EXPIRED" | "UNUSED_EXPIRED" | "CANCEL" | "REVOKED" | "SUSPENDED" | "GOT_RESOURCE");
        /**
         * @description The state of the plan at that moment.
         * @example IN_USE
         */
        readonly SmdpEventEsimStatus: string & ("GOT_RESOURCE" | "IN_USE" | "USED_UP" | "USED_EXPIRED" | "UNUSED_EXPIRED" | "SUSPENDED" | "CANCEL" | "REVOKED");
        /**
         * @description Identifies the event. It stays the same when a notification is sent again (DEC-33).
         * @example 0123456789abcdef0123456789abcd01
         */
        readonly NotifyId: string;
        /** @description Fixed values. */
        readonly CheckHealthContent: {
            /**
             * @description A placeholder.
             * @example 1234567890
             * @constant
             */
            readonly orderNo: "1234567890";
            /**
             * @description A placeholder.
             * @example Test
             * @constant
             */
            readonly orderStatus: "Test";
        };
        /** @description The notification `CHECK_HEALTH`. */
        readonly CheckHealthNotification: {
            /**
             * @description Kind of notification.
             * @example CHECK_HEALTH
             * @constant
             */
            readonly notifyType: "CHECK_HEALTH";
            readonly notifyId: components["schemas"]["NotifyId"];
            /** @description When the event arose. */
            readonly eventGenerateTime: components["schemas"]["NotificationTime"];
            readonly content: components["schemas"]["CheckHealthContent"];
        };
        /** @description The order. */
        readonly OrderStatusContent: {
            readonly orderNo: components["schemas"]["OrderNo"];
            /**
             * @description The only value.
             * @example GOT_RESOURCE
             * @constant
             */
            readonly orderStatus: "GOT_RESOURCE";
            readonly transactionId: components["schemas"]["TransactionId"];
        };
        /** @description The notification `ORDER_STATUS`. */
        readonly OrderStatusNotification: {
            /**
             * @description Kind of notification.
             * @example ORDER_STATUS
             * @constant
             */
            readonly notifyType: "ORDER_STATUS";
            readonly notifyId: components["schemas"]["NotifyId"];
            /** @description When the event arose. */
            readonly eventGenerateTime: components["schemas"]["NotificationTime"];
            readonly content: components["schemas"]["OrderStatusContent"];
        };
        /** @description The eSIM and its new state. */
        readonly EsimStatusContent: {
            readonly iccid: components["schemas"]["Iccid"];
            /** @description Number of the original order, also after top-ups. */
            readonly orderNo: components["schemas"]["OrderNo"];
            readonly esimTranNo: components["schemas"]["EsimTranNo"];
            readonly transactionId: components["schemas"]["TransactionId"];
            readonly esimStatus: components["schemas"]["EventEsimStatus"];
            readonly smdpStatus: components["schemas"]["SmdpStatus"];
            /** @description Data in bytes, top-ups included. Only sometimes present. */
            readonly totalVolume?: components["schemas"]["Bytes"];
            /**
             * @description Bytes used. Only sometimes present.
             * @example 0
             */
            readonly orderUsage?: components["schemas"]["Bytes"];
            /** @description Bytes left. Only sometimes present. */
            readonly remainVolume?: components["schemas"]["Bytes"];
            /**
             * @description Rarely present.
             * @example GOT_RESOURCE
             * @constant
             */
            readonly orderStatus?: "GOT_RESOURCE";
        };
        /** @description The notification `ESIM_STATUS`. */
        readonly EsimStatusNotification: {
            /**
             * @description Kind of notification.
             * @example ESIM_STATUS
             * @constant
             */
            readonly notifyType: "ESIM_STATUS";
            readonly notifyId: components["schemas"]["NotifyId"];
            /** @description When the event arose. */
            readonly eventGenerateTime: components["schemas"]["NotificationTime"];
            readonly content: components["schemas"]["EsimStatusContent"];
        };
        /** @description The profile and its new state. */
        readonly SmdpEventContent: {
            readonly iccid: components["schemas"]["Iccid"];
            /** @description Number of the original order, also after top-ups. */
            readonly orderNo: components["schemas"]["OrderNo"];
            readonly esimTranNo: components["schemas"]["EsimTranNo"];
            readonly transactionId: components["schemas"]["TransactionId"];
            readonly eid: components["schemas"]["Eid"];
            readonly esimStatus: components["schemas"]["SmdpEventEsimStatus"];
            readonly smdpStatus: components["schemas"]["SmdpStatus"];
            /** @description When the step happened. */
            readonly timestamp: components["schemas"]["NotificationTime"];
            /**
             * @description Number of the step on the chip.
             * @example 113
             */
            readonly seqNumber: number | null;
            /**
             * @description `Executed-Success` when the step is done; null or absent while it is in progress.
             * @example Executed-Success
             * @enum {string|null}
             */
            readonly notifyStatus?: "Executed-Success" | null;
        };
        /** @description The notification `SMDP_EVENT`. */
        readonly SmdpEventNotification: {
            /**
             * @description Kind of notification.
             * @example SMDP_EVENT
             * @constant
             */
            readonly notifyType: "SMDP_EVENT";
            readonly notifyId: components["schemas"]["NotifyId"];
            /** @description When the event arose. */
            readonly eventGenerateTime: components["schemas"]["NotificationTime"];
            readonly content: components["schemas"]["SmdpEventContent"];
        };
        /** @description The eSIM and its data. */
        readonly DataUsageContent: {
            readonly iccid: components["schemas"]["Iccid"];
            /** @description Number of the original order, also after top-ups. */
            readonly orderNo: components["schemas"]["OrderNo"];
            readonly esimTranNo: components["schemas"]["EsimTranNo"];
            readonly transactionId: components["schemas"]["TransactionId"];
            /** @description Data in bytes, top-ups included. */
            readonly totalVolume: components["schemas"]["Bytes"];
            /**
             * @description Bytes used.
             * @example 2684354560
             */
            readonly orderUsage: components["schemas"]["Bytes"];
            /**
             * @description Bytes left.
             * @example 2684354560
             */
            readonly remain: components["schemas"]["Bytes"];
            /**
             * @description The fraction left that was crossed. Absent when the threshold is the older one of 100 MB.
             * @example 0.5
             */
            readonly remainThreshold?: number;
            /** @description Up to when usage is known. Absent when the threshold is the older one of 100 MB. */
            readonly lastUpdateTime?: components["schemas"]["NotificationTime"];
        };
        /** @description The notification `DATA_USAGE`. */
        readonly DataUsageNotification: {
            /**
             * @description Kind of notification.
             * @example DATA_USAGE
             * @constant
             */
            readonly notifyType: "DATA_USAGE";
            readonly notifyId: components["schemas"]["NotifyId"];
            /** @description When the event arose. */
            readonly eventGenerateTime: components["schemas"]["NotificationTime"];
            readonly content: components["schemas"]["DataUsageContent"];
        };
        /** @description The eSIM and its time. */
        readonly ValidityUsageContent: {
            readonly iccid: components["schemas"]["Iccid"];
            /** @description Number of the original order, also after top-ups. */
            readonly orderNo: components["schemas"]["OrderNo"];
            readonly esimTranNo: components["schemas"]["EsimTranNo"];
            readonly transactionId: components["schemas"]["TransactionId"];
            /**
             * @description Days left.
             * @example 1
             */
            readonly remain: number;
            /** @description Days in total. */
            readonly totalDuration: components["schemas"]["Days"];
            readonly durationUnit: components["schemas"]["DurationUnit"];
            /** @description When the plan ends. */
            readonly expiredTime: components["schemas"]["NotificationTime"];
        };
        /** @description The notification `VALIDITY_USAGE`. */
        readonly ValidityUsageNotification: {
            /**
             * @description Kind of notification.
             * @example VALIDITY_USAGE
             * @constant
             */
            readonly notifyType: "VALIDITY_USAGE";
            readonly notifyId: components["schemas"]["NotifyId"];
            /** @description When the event arose. */
            readonly eventGenerateTime: components["schemas"]["NotificationTime"];
            readonly content: components["schemas"]["ValidityUsageContent"];
        };
    };
    responses: {
        /** @description The path is unknown. Not sent unless the option for it is on (DEC-44). */
        readonly PathUnknown: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The method is not POST. Not sent unless the option for it is on (DEC-44). */
        readonly MethodUnsupported: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description Too many requests. Not sent unless the option for it is on (DEC-05). */
        readonly TooFast: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The notification arrived. The body of the answer does not matter. */
        readonly Received: {
            headers: {
                readonly [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /**
         * @description The access code of the account, sent with every notification unless the option `webhookAccessCodeHeader` is off (DEC-35). There is no signature.
         * @example test-access-code
         */
        readonly NotificationAccessCode: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly balanceQuery: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["EmptyRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; `success` tells them apart. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BalanceQueryAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 404: components["responses"]["PathUnknown"];
            readonly 405: components["responses"]["MethodUnsupported"];
            readonly 429: components["responses"]["TooFast"];
        };
    };
    readonly packageList: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["PackageListRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; `success` tells them apart. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PackageListAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 404: components["responses"]["PathUnknown"];
            readonly 405: components["responses"]["MethodUnsupported"];
            readonly 429: components["responses"]["TooFast"];
        };
    };
    readonly locationList: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["EmptyRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; `success` tells them apart. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LocationListAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 404: components["responses"]["PathUnknown"];
            readonly 405: components["responses"]["MethodUnsupported"];
            readonly 429: components["responses"]["TooFast"];
        };
    };
    readonly esimOrder: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EsimOrderRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; `success` tells them apart. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EsimOrderAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 404: components["responses"]["PathUnknown"];
            readonly 405: components["responses"]["MethodUnsupported"];
            readonly 429: components["responses"]["TooFast"];
        };
    };
    readonly esimQuery: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["EsimQueryRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; `success` tells them apart. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EsimQueryAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 404: components["responses"]["PathUnknown"];
            readonly 405: components["responses"]["MethodUnsupported"];
            readonly 429: components["responses"]["TooFast"];
        };
    };
    readonly esimCancel: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EsimCancelRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; `success` tells them apart. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EsimCancelAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 404: components["responses"]["PathUnknown"];
            readonly 405: components["responses"]["MethodUnsupported"];
            readonly 429: components["responses"]["TooFast"];
        };
    };
    readonly esimSuspend: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EsimIdentifierRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; `success` tells them apart. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EsimSuspendAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 404: components["responses"]["PathUnknown"];
            readonly 405: components["responses"]["MethodUnsupported"];
            readonly 429: components["responses"]["TooFast"];
        };
    };
    readonly esimUnsuspend: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EsimIdentifierRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; `success` tells them apart. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EsimUnsuspendAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 404: components["responses"]["PathUnknown"];
            readonly 405: components["responses"]["MethodUnsupported"];
            readonly 429: components["responses"]["TooFast"];
        };
    };
    readonly esimRevoke: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EsimIdentifierRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; `success` tells them apart. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EsimRevokeAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 404: components["responses"]["PathUnknown"];
            readonly 405: components["responses"]["MethodUnsupported"];
            readonly 429: components["responses"]["TooFast"];
        };
    };
    readonly esimTopup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EsimTopupRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; `success` tells them apart. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EsimTopupAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 404: components["responses"]["PathUnknown"];
            readonly 405: components["responses"]["MethodUnsupported"];
            readonly 429: components["responses"]["TooFast"];
        };
    };
    readonly esimSendSms: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EsimSendSmsRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; `success` tells them apart. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EsimSendSmsAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 404: components["responses"]["PathUnknown"];
            readonly 405: components["responses"]["MethodUnsupported"];
            readonly 429: components["responses"]["TooFast"];
        };
    };
    readonly esimUsageQuery: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EsimUsageQueryRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; `success` tells them apart. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EsimUsageQueryAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 404: components["responses"]["PathUnknown"];
            readonly 405: components["responses"]["MethodUnsupported"];
            readonly 429: components["responses"]["TooFast"];
        };
    };
    readonly webhookSave: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WebhookSaveRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; `success` tells them apart. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookSaveAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 404: components["responses"]["PathUnknown"];
            readonly 405: components["responses"]["MethodUnsupported"];
            readonly 429: components["responses"]["TooFast"];
        };
    };
    readonly webhookQuery: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["EmptyRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; `success` tells them apart. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookQueryAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 404: components["responses"]["PathUnknown"];
            readonly 405: components["responses"]["MethodUnsupported"];
            readonly 429: components["responses"]["TooFast"];
        };
    };
    readonly esimRealtimeBalanceQuery: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EsimRealtimeBalanceQueryRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; `success` tells them apart. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EsimRealtimeBalanceQueryAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 404: components["responses"]["PathUnknown"];
            readonly 405: components["responses"]["MethodUnsupported"];
            readonly 429: components["responses"]["TooFast"];
        };
    };
    readonly checkHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The access code of the account, sent with every notification unless the option `webhookAccessCodeHeader` is off (DEC-35). There is no signature.
                 * @example test-access-code
                 */
                readonly "rt-accesscode"?: components["parameters"]["NotificationAccessCode"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CheckHealthNotification"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Received"];
        };
    };
    readonly orderStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The access code of the account, sent with every notification unless the option `webhookAccessCodeHeader` is off (DEC-35). There is no signature.
                 * @example test-access-code
                 */
                readonly "rt-accesscode"?: components["parameters"]["NotificationAccessCode"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OrderStatusNotification"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Received"];
        };
    };
    readonly esimStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The access code of the account, sent with every notification unless the option `webhookAccessCodeHeader` is off (DEC-35). There is no signature.
                 * @example test-access-code
                 */
                readonly "rt-accesscode"?: components["parameters"]["NotificationAccessCode"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EsimStatusNotification"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Received"];
        };
    };
    readonly smdpEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The access code of the account, sent with every notification unless the option `webhookAccessCodeHeader` is off (DEC-35). There is no signature.
                 * @example test-access-code
                 */
                readonly "rt-accesscode"?: components["parameters"]["NotificationAccessCode"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SmdpEventNotification"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Received"];
        };
    };
    readonly dataUsage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The access code of the account, sent with every notification unless the option `webhookAccessCodeHeader` is off (DEC-35). There is no signature.
                 * @example test-access-code
                 */
                readonly "rt-accesscode"?: components["parameters"]["NotificationAccessCode"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DataUsageNotification"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Received"];
        };
    };
    readonly validityUsage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The access code of the account, sent with every notification unless the option `webhookAccessCodeHeader` is off (DEC-35). There is no signature.
                 * @example test-access-code
                 */
                readonly "rt-accesscode"?: components["parameters"]["NotificationAccessCode"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ValidityUsageNotification"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Received"];
        };
    };
}

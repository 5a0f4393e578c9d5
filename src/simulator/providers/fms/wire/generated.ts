// Generated from spec/fms/openapi.yaml by `npm run generate`; change that document instead.
export interface paths {
    readonly "/user/emailVerificationCode": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Mail a verification code
         * @description Sends a code of four digits to a mailbox, before the registration. The sandbox keeps it ten minutes per partner and mailbox and puts one mail into the outbox. Nothing looks at the code unless the option `verifyCode` is `enforce`.
         */
        readonly post: operations["emailVerificationCode"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/user/emailRegister": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Register an end user
         * @description Creates the account of an end user with a mailbox and issues the first token. A mailbox that the partner has registered already is refused with code 2.
         */
        readonly post: operations["emailRegister"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/user/emailLogin": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Log an end user in
         * @description Issues a new token at each call; earlier tokens stay good until they expire (FMS-P08). An unknown mailbox and a wrong password are both refused with code 2.
         */
        readonly post: operations["emailLogin"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/user/login": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Log an end user in (other name)
         * @deprecated
         * @description Does what `/user/emailLogin` does. The purchase flow of the sources names this path, but nothing else is known about it.
         */
        readonly post: operations["login"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/user/passwordReset": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Replace the password of an end user
         * @description Hands over the new password after the end user changed it at the partner. All tokens of the user end (FMS-P08); a login gives a new one. The sandbox asks for no token (FMS-P02) and refuses an unknown mailbox with code 2. With the option `verifyCode` set to `enforce` it asks for a code that was mailed before.
         */
        readonly post: operations["passwordReset"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/package/countryPackageList": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * List the countries that have packages
         * @description All countries under which packages of the partner are shown, never in pages.
         */
        readonly post: operations["countryPackageList"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/package/packageList": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * List the packages of a country
         * @description All packages that are shown under a country, never in pages. Under which countries a package is shown and which it covers are two things: `type` 1 keeps every package shown there, `type` 2 those that cover this country and no other (FMS-P11).
         */
        readonly post: operations["packageList"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1.1/package/packageList": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * List the packages of a country (v1.1)
         * @description Does what `/package/packageList` does; a difference between the two is nowhere described.
         */
        readonly post: operations["packageListV11"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/package/detail": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show a package
         * @description The package with all its prices. The sources print the request as a JSON object although the method is GET; the sandbox takes query parameters (FMS-P12). A missing, ill-formed or unknown `id` is refused with code 2.
         */
        readonly get: operations["packageDetail"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1.1/package/detail": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show a package (v1.1)
         * @description Does what `/package/detail` does; a difference between the two is nowhere described.
         */
        readonly get: operations["packageDetailV11"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/package/preOrderPackage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Place an order and reserve a profile
         * @description Places an order for the user of the token before the payment, takes one profile out of the pool and starts the time limit for the payment (60 minutes, option `preOrderTimeoutMinutes`). Without a free profile code 3004, with nothing stored; with another amount than the price code 10009; further contradictions between the members are code 2 (FMS-P14).
         */
        readonly post: operations["preOrderPackage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1.1/package/preOrderPackage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Place an order and reserve a profile (v1.1)
         * @description Does what `/package/preOrderPackage` does; a difference between the two is nowhere described.
         */
        readonly post: operations["preOrderPackageV11"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/package/queryOrdStatusAndEmail": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ask for the status of an order
         * @description To be repeated every two seconds until the status is no longer 0. The first answer with status 1 also mails the QR code to the user, once per order (FMS-P16).
         */
        readonly post: operations["queryOrdStatusAndEmail"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/order/myEsimDetail": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Show the eSIM of an order
         * @description What an app shows about the eSIM after the purchase. `qrCode` is null unless the order is complete.
         */
        readonly post: operations["myEsimDetail"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1.1/order/myEsimDetail": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Show the eSIM of an order (v1.1)
         * @description Does what `/order/myEsimDetail` does; a difference between the two is nowhere described.
         */
        readonly post: operations["myEsimDetailV11"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/payment/webhook": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Tell the result of a payment
         * @description Called once per payment by the partner, for success and for final failure, within the time limit of the pre-order. The checks go in this order (FMS-P22): form (2), time (1102), order (10008), settled already (3004), time limit (6006), amount and currency of a success (10009), QR code of a success (3005). After a success the profile is assigned, after a failure it is released. No token is asked for (FMS-P04).
         */
        readonly post: operations["paymentWebhook"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1.1/payment/webhook": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Tell the result of a payment (v1.1)
         * @description Does what `/payment/webhook` does. Only its title is known, so it is served only with the option `serveV11Webhook`; without it the path is unknown (404).
         */
        readonly post: operations["paymentWebhookV11"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/package/queryCountry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * List all countries
         * @description The country dictionary: every country, with or without packages. The purpose is read from the name of the path.
         */
        readonly post: operations["queryCountry"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/package/selectContinentsCode": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * List the continents
         * @description The codes with which packages can be searched by continent. The purpose is read from the name of the path.
         */
        readonly post: operations["selectContinentsCode"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/package/selectPackageByContinents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * List the packages of a continent
         * @description Packages of the partner that cover at least one country of the continent. The purpose is read from the name of the path.
         */
        readonly post: operations["selectPackageByContinents"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/package/selectHotPackage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * List the popular packages
         * @description The packages of the partner that were sold most, at most ten. The purpose is read from the name of the path.
         */
        readonly post: operations["selectHotPackage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/package/selectTopUpList": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * List the packages that an eSIM can be topped up with
         * @description Packages that may be added to the eSIM of a completed order: those that cover exactly the same countries. The list is empty once the eSIM is over. An order that is not complete is refused with code 10008.
         */
        readonly post: operations["selectTopUpList"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/package/topUpOrder": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Place an order that tops up an eSIM
         * @description Places a new order whose package is added to the eSIM of an earlier, completed order. It has the same time limit, payment notice and status query as a pre-order, but reserves no profile; its QR code is that of the earlier order, and no second mail is sent. The package's volume is added once the order is complete, the validity stays. The order is looked up (10008) before the package; a package that the list of top-ups does not offer for it is refused with code 2.
         */
        readonly post: operations["topUpOrder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Absent
         * @description The two values with which an optional filter counts as not given.
         */
        readonly Absent: null | "";
        /**
         * Partner code
         * @description Code of the enterprise: the letter P and six digits. Compared in upper case, whatever the case it was sent in. A code that no partner has is refused with code 2.
         * @example P001101
         */
        readonly PartnerCode: string;
        /**
         * E-mail address
         * Format: email
         * @description Mailbox of the end user; also the account name within the partner.
         * @example traveller@example.com
         */
        readonly EmailAddress: string;
        /**
         * Password digest
         * @description MD5 value of the password as 32 hexadecimal digits; the case of the digits does not matter.
         * @example d0f12ebb5e82841005e1974a77a0c88b
         */
        readonly PasswordDigest: string;
        /**
         * Kind of client
         * @description 12 is an app, 10 the back office, 14 a mobile web page.
         * @example 12
         */
        readonly AppId: (10 | 12 | 14) | ("10" | "12" | "14");
        /**
         * Kind of user
         * @description 1 is a system administrator, 2 an enterprise user, 3 a business user, 4 a customer. Counts as 4 when it is not given.
         * @example 4
         */
        readonly UserType: (1 | 2 | 3 | 4) | ("1" | "2" | "3" | "4");
        /**
         * Verification code
         * @description Code that was mailed before the registration. Out of use according to the sources; not looked at unless the option `verifyCode` is `enforce`.
         * @example 3206
         */
        readonly VerificationCode: number | string;
        /**
         * Way of searching by country
         * @description 1 takes packages that have the country among others, 2 only packages that cover this one country. The general parameter list words the two values as country and region; the page of the country list, to which the package list refers, is followed here.
         * @example 2
         */
        readonly SearchType: (1 | 2) | ("1" | "2");
        /**
         * Country to look for
         * @description Mobile country code (ITU-T E.212) of three digits. A code that no country of the sandbox has finds nothing; it is not an error.
         * @example 460
         */
        readonly CountryCode: number | string;
        /**
         * Number without effect
         * @description Not looked at, whatever it holds.
         * @example 0
         */
        readonly IgnoredNumber: number | string | null;
        /**
         * Package to use
         * @description The `id` of a package. An id that the partner has no package for is refused with code 2.
         * @example 1001
         */
        readonly PackageReference: number | string;
        /**
         * Price entry to use
         * @description The `currencyId` of one of the package's price entries.
         * @example 2
         */
        readonly CurrencyReference: number | string;
        /**
         * Period to use
         * @description The `period` of the package. Another number is refused with code 2.
         * @example 7
         */
        readonly PeriodReference: number | string;
        /**
         * Amount of money
         * @description Amount in major units of the currency (12.5 are twelve dollars and fifty cents), not negative, with at most four decimal places. For the form of a JSON number the operation counts the places; more than four are refused with code 2.
         * @example 12.5
         */
        readonly Amount: number | string;
        /**
         * Device type
         * @description Always 10, for mobile web, iPhone and Android alike. Counts as 10 when it is not given.
         * @default 10
         * @example 10
         */
        readonly DeviceType: "10" | 10;
        /**
         * Order to use
         * @description The `id` in the answer of the pre-order, as a string or as a number. Anything else of this form, the `orderNo` included, names no order and is refused with code 10008, like the order of another user or partner.
         * @example 700000000001
         */
        readonly OrderReference: string | number;
        /**
         * Time of the transaction
         * @description Seconds since 1970-01-01T00:00:00Z; the sources add that it is taken in the time zone of the transaction, which the sandbox does not look at. The shape accepts any whole number that is not negative; one that cannot be turned into an instant is refused with code 1102. The time limit is not measured by it, but by the moment at which the notice arrives.
         * @example 1767225600
         */
        readonly TransactionTime: number | string;
        /**
         * Result of the payment
         * @description Final result of the transaction. A misspelt variant that one page of the sources uses for success is refused with code 2.
         */
        readonly PaymentEventType: string & ("payment_intent.succeeded" | "payment_intent.payment_failed");
        /**
         * Currency of the payment
         * @description Three capital letters (ISO 4217). The sources know USD only; the sandbox takes the currency of the order, whichever it is, and refuses another one with code 10009.
         * @example USD
         */
        readonly PayCurrency: string;
        /**
         * Continent code
         * @description One of the seven codes that the list of continents answers.
         * @enum {string}
         */
        readonly ContinentCode: "AF" | "AN" | "AS" | "EU" | "NA" | "OC" | "SA";
        /**
         * Request for a verification code
         * @description Mailbox to which the code goes. No member is documented.
         */
        readonly EmailVerificationCodeRequest: {
            readonly email: components["schemas"]["EmailAddress"];
            readonly partnerCode: components["schemas"]["PartnerCode"];
            /** @description Kind of client that the user sits at. */
            readonly appId?: components["schemas"]["AppId"] | null;
            /** @description Kind of account. */
            readonly userType?: components["schemas"]["UserType"] | null;
        };
        /**
         * Registration
         * @description The account of an end user whom the partner has registered itself. A member called `password` is unknown and therefore ignored; the digest is in `passwd`.
         */
        readonly EmailRegisterRequest: {
            /** @description Kind of client that the user sits at. */
            readonly appId?: components["schemas"]["AppId"] | null;
            readonly email: components["schemas"]["EmailAddress"];
            readonly partnerCode: components["schemas"]["PartnerCode"];
            readonly passwd: components["schemas"]["PasswordDigest"];
            /** @description Kind of account. */
            readonly userType?: components["schemas"]["UserType"] | null;
            /**
             * @deprecated
             * @description Verification code; out of use.
             */
            readonly verifyCode?: components["schemas"]["VerificationCode"] | null;
        };
        /**
         * Login
         * @description Credentials of an end user. No member is documented; the names are those of the registration.
         */
        readonly EmailLoginRequest: {
            readonly email: components["schemas"]["EmailAddress"];
            readonly passwd: components["schemas"]["PasswordDigest"];
            readonly partnerCode: components["schemas"]["PartnerCode"];
            /** @description Kind of client that the user sits at. */
            readonly appId?: components["schemas"]["AppId"] | null;
            /** @description Kind of account. */
            readonly userType?: components["schemas"]["UserType"] | null;
        };
        /**
         * New password
         * @description The account and the digest of its new password. No member is documented; the names are those of the registration.
         */
        readonly PasswordResetRequest: {
            readonly email: components["schemas"]["EmailAddress"];
            readonly passwd: components["schemas"]["PasswordDigest"];
            readonly partnerCode: components["schemas"]["PartnerCode"];
            /**
             * @deprecated
             * @description Verification code; out of use.
             */
            readonly verifyCode?: components["schemas"]["VerificationCode"] | null;
            /** @description Kind of client that the user sits at. */
            readonly appId?: components["schemas"]["AppId"] | null;
            /** @description Kind of account. */
            readonly userType?: components["schemas"]["UserType"] | null;
        };
        /**
         * Country list filter
         * @description Partner and optional filters.
         */
        readonly CountryPackageListRequest: {
            /** @description Cuts the list down to this country. */
            readonly countryCode?: components["schemas"]["CountryCode"] | components["schemas"]["Absent"];
            /** @description Not explained by the sources; accepted and without effect. */
            readonly languageId?: string | null;
            /**
             * @deprecated
             * @description Page number. Without effect: there is no paging.
             */
            readonly pageNum?: components["schemas"]["IgnoredNumber"];
            /**
             * @deprecated
             * @description Page size. Without effect: there is no paging.
             */
            readonly pageSize?: components["schemas"]["IgnoredNumber"];
            readonly partnerCode: components["schemas"]["PartnerCode"];
            /** @description Keeps the countries that have at least one package found in this way. */
            readonly type?: components["schemas"]["SearchType"] | components["schemas"]["Absent"];
        };
        /**
         * Package list filter
         * @description Partner, country and way of searching. One of `countryCode` and `isoCountryName` has to be given; with neither the operation refuses with code 2. If both are given, `countryCode` decides.
         */
        readonly PackageListRequest: {
            /** @description Country by code; wins over the name. */
            readonly countryCode?: components["schemas"]["CountryCode"] | components["schemas"]["Absent"];
            /**
             * @description Country by its English name. The empty string counts as absent. An unknown name finds nothing.
             * @example China
             */
            readonly isoCountryName?: string | null;
            /** @description Not explained by the sources; accepted and without effect. */
            readonly languageId?: string | null;
            /**
             * @deprecated
             * @description Page number. Without effect: there is no paging.
             */
            readonly pageNum?: components["schemas"]["IgnoredNumber"];
            /**
             * @deprecated
             * @description Page size. Without effect: there is no paging.
             */
            readonly pageSize?: components["schemas"]["IgnoredNumber"];
            readonly partnerCode: components["schemas"]["PartnerCode"];
            readonly type: components["schemas"]["SearchType"];
        };
        /**
         * Pre-order
         * @description The package, the price entry and the amount that the end user is going to pay. Which members are mandatory is not documented.
         */
        readonly PreOrderRequest: {
            /**
             * @description The `currencyAbbr` of the chosen price entry; it must belong to the same entry as `currencyId`, else code 2.
             * @example USD
             */
            readonly currency: string;
            readonly currencyId: components["schemas"]["CurrencyReference"];
            /** @description Device type, always 10. */
            readonly deviceType?: components["schemas"]["DeviceType"] | null;
            readonly id: components["schemas"]["PackageReference"];
            /**
             * @deprecated
             * @description Not explained by the sources; accepted and without effect.
             */
            readonly languageId?: string | null;
            /** @description Amount to pay. It must equal the `price` of the chosen entry, else code 10009. */
            readonly money: components["schemas"]["Amount"];
            /**
             * @description The `packageCode` of the package. One that belongs to another package is refused with code 2.
             * @example PKG-CN-5
             */
            readonly packageCode?: string | null;
            readonly partnerCode: components["schemas"]["PartnerCode"];
            readonly periodNum: components["schemas"]["PeriodReference"];
        };
        /**
         * Top-up order
         * @description The members of a pre-order and the order whose eSIM gets the package. No member is documented.
         */
        readonly TopUpOrderRequest: {
            readonly orderId: components["schemas"]["OrderReference"];
            /**
             * @description The `currencyAbbr` of the chosen price entry; it must belong to the same entry as `currencyId`, else code 2.
             * @example USD
             */
            readonly currency: string;
            readonly currencyId: components["schemas"]["CurrencyReference"];
            /** @description Device type, always 10. */
            readonly deviceType?: components["schemas"]["DeviceType"] | null;
            readonly id: components["schemas"]["PackageReference"];
            /**
             * @deprecated
             * @description Not explained by the sources; accepted and without effect.
             */
            readonly languageId?: string | null;
            /** @description Amount to pay. It must equal the `price` of the chosen entry, else code 10009. */
            readonly money: components["schemas"]["Amount"];
            /**
             * @description The `packageCode` of the package. One that belongs to another package is refused with code 2.
             * @example PKG-CN-5
             */
            readonly packageCode?: string | null;
            readonly partnerCode: components["schemas"]["PartnerCode"];
            readonly periodNum: components["schemas"]["PeriodReference"];
        };
        /**
         * Order to top up
         * @description The completed order whose eSIM is to be topped up.
         */
        readonly SelectTopUpListRequest: {
            readonly orderId: components["schemas"]["OrderReference"];
            /** @description Enterprise of the order. */
            readonly partnerCode?: components["schemas"]["PartnerCode"] | null;
        };
        /**
         * Order to ask about
         * @description The order whose payment is awaited.
         */
        readonly OrderStatusRequest: {
            readonly orderId: components["schemas"]["OrderReference"];
        };
        /**
         * Order to show
         * @description The order whose eSIM is to be shown.
         */
        readonly MyEsimDetailRequest: {
            readonly orderId: components["schemas"]["OrderReference"];
        };
        /**
         * Payment notice
         * @description Final result of a payment. For a failed payment `payAmount` and `payCurrency` are checked for their form only.
         */
        readonly PaymentWebhookRequest: {
            readonly dateTime: components["schemas"]["TransactionTime"];
            readonly orderId: components["schemas"]["OrderReference"];
            readonly partnerCode: components["schemas"]["PartnerCode"];
            /** @description Amount that was paid. For a successful payment it must equal the `money` of the order, else code 10009. */
            readonly payAmount: components["schemas"]["Amount"];
            readonly payCurrency: components["schemas"]["PayCurrency"];
            /**
             * @description Reference of the payment provider; kept with the order and not checked.
             * @example PAY-TEST-1
             */
            readonly paypalId?: string | null;
            readonly type: components["schemas"]["PaymentEventType"];
        };
        /**
         * Country dictionary request
         * @description No member is documented.
         */
        readonly QueryCountryRequest: {
            readonly partnerCode: components["schemas"]["PartnerCode"];
            /** @description Not explained by the sources; accepted and without effect. */
            readonly languageId?: string | null;
        };
        /**
         * Continent list request
         * @description No member is documented. An object without members is enough.
         */
        readonly SelectContinentsCodeRequest: {
            /** @description Enterprise. */
            readonly partnerCode?: components["schemas"]["PartnerCode"] | null;
        };
        /**
         * Continent to search
         * @description No member is documented.
         */
        readonly SelectPackageByContinentsRequest: {
            readonly continentsCode: components["schemas"]["ContinentCode"];
            readonly partnerCode: components["schemas"]["PartnerCode"];
            /** @description Not explained by the sources; accepted and without effect. */
            readonly languageId?: string | null;
        };
        /**
         * Popular packages request
         * @description No member is documented.
         */
        readonly SelectHotPackageRequest: {
            readonly partnerCode: components["schemas"]["PartnerCode"];
            /** @description Not explained by the sources; accepted and without effect. */
            readonly languageId?: string | null;
        };
        /**
         * Success
         * @description The code of every successful answer.
         * @constant
         */
        readonly SuccessCode: 0;
        /**
         * Error code
         * @description Codes of refused calls. The sources call every number that is not in their list a system exception; the sandbox never answers one. `x-message` is given where the text is documented, too; all other texts are free.
         */
        readonly ErrorCode: number & (2 | 7 | 1102 | 3004 | 3005 | 6006 | 9999 | 10008 | 10009);
        /**
         * Message source
         * @description Listed by the sources without a meaning and without members. The sandbox sends an empty object on success and leaves the member out on refusals.
         */
        readonly MessageSourceHandler: Record<string, never> | null;
        /**
         * Refusal
         * @description Answer to a call that was refused. Both documented refusals have the first three members only.
         */
        readonly Failure: {
            readonly code: components["schemas"]["ErrorCode"];
            /** @description Always null. */
            readonly data: null;
            /** @description Text for the reader of a log. */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
        /**
         * Access token
         * @description Opaque text to send in the header `x-access-token`. It lives three days (259,200 seconds) from its issue and is refused at exactly that age.
         * @example example-token-1
         */
        readonly AccessToken: string;
        /**
         * Session
         * @description The token that was issued and whom it is for. Where the token stands in the answer is not documented; the sandbox sends it here and in the header of the same name.
         */
        readonly Session: {
            /** @description The token, equal to the one in the header. */
            readonly "x-access-token": components["schemas"]["AccessToken"];
            /** @description Mailbox of the account. */
            readonly email: components["schemas"]["EmailAddress"];
            /**
             * @description Kind of account, see `UserType`.
             * @example 4
             * @enum {integer}
             */
            readonly userType: 1 | 2 | 3 | 4;
        };
        /**
         * Mobile country code
         * @description One primary mobile country code per country (ITU-T E.212), as a number.
         * @example 460
         */
        readonly MobileCountryCode: number;
        /**
         * Country with packages
         * @description A country under which at least one package of the partner is shown.
         */
        readonly ListedCountry: {
            readonly countryCode: components["schemas"]["MobileCountryCode"];
            /**
             * @description English name.
             * @example China
             */
            readonly isoCountryName: string;
            /**
             * @description Address of an image, or null.
             * @example null
             */
            readonly logo: string | null;
        };
        /**
         * Country
         * @description An entry of the country dictionary, whether or not packages are shown under it.
         */
        readonly Country: {
            readonly countryCode: components["schemas"]["MobileCountryCode"];
            /**
             * @description English name.
             * @example China
             */
            readonly isoCountryName: string;
            readonly continentsCode: components["schemas"]["ContinentCode"];
        };
        /**
         * Continent
         * @description Code and name of a continent.
         */
        readonly Continent: {
            readonly continentsCode: components["schemas"]["ContinentCode"];
            /**
             * @description English name.
             * @example Asia
             */
            readonly continentsName: string;
        };
        /**
         * Covered countries
         * @description Mobile country codes of the countries in which the package works: a number if it is one, else the codes in one string, parted by commas.
         * @example 460
         * @example 440,450,460
         */
        readonly CoveredCountries: number | string;
        /**
         * Price entry
         * @description The price of a package in one currency.
         */
        readonly CurrencyInfo: {
            /**
             * @description Currency by its ISO 4217 code; goes to `currency` of the pre-order.
             * @example USD
             */
            readonly currencyAbbr: string;
            /**
             * @description Currency by number; goes to `currencyId` of the pre-order.
             * @example 2
             */
            readonly currencyId: number;
            /**
             * @description Name of the currency.
             * @example US dollar
             */
            readonly currencyName: string;
            /**
             * @description Symbol of the currency.
             * @example $
             */
            readonly currencySymbol: string;
            /**
             * @description Number of decimal places that the currency has, as text.
             * @example 2
             */
            readonly digitsNum: string;
            /**
             * @description Price in major units of the currency, with at most four decimal places.
             * @example 12.5
             */
            readonly price: number;
            /**
             * @description Not explained by the sources; the sandbox repeats the currency code.
             * @example USD
             */
            readonly unit: string;
        };
        /**
         * Package
         * @description An entry of the catalogue. The 22 members are documented for the detail call; the lists answer the same object.
         */
        readonly Package: {
            /**
             * @description Not explained by the sources.
             * @example 2
             */
            readonly buyType: number;
            /**
             * @description Not explained by the sources.
             * @example 0
             */
            readonly configFlag: string;
            readonly coverCountrys: components["schemas"]["CoveredCountries"];
            /**
             * @description The `currencyId` of every price entry, parted by commas.
             * @example 2,1
             */
            readonly currencyIds: string;
            /** @description Prices, one entry per currency. */
            readonly currencyInfos: readonly components["schemas"]["CurrencyInfo"][];
            /**
             * @description The package's number, by which all calls name it.
             * @example 1001
             */
            readonly id: number;
            /**
             * @description Address of an image, or an empty text.
             * @example
             */
            readonly logo: string;
            /**
             * @description Not explained by the sources.
             * @example 7
             */
            readonly maxOrderPeriod: number;
            /**
             * @description Not explained by the sources.
             * @example 7
             */
            readonly minOrderPeriod: number;
            /**
             * @description Code of the package.
             * @example PKG-CN-5
             */
            readonly packageCode: string;
            /**
             * @description Description.
             * @example 5 GB of data in China, valid for 7 days.
             */
            readonly packageDesc: string;
            /**
             * Format: int64
             * @description Data volume. The unit is not documented; the sandbox counts in megabytes.
             * @example 5120
             */
            readonly packageFlow: number;
            /**
             * @description A second identifier of the package. Calls use `id`.
             * @example 1001
             */
            readonly packageId: string;
            /**
             * @description Short description.
             * @example China
             */
            readonly packageShortDesc: string;
            /**
             * @description Name to show.
             * @example China 5 GB, 7 days
             */
            readonly packageShowName: string;
            /**
             * @description Not explained by the sources.
             * @example 2
             */
            readonly packageType: number;
            /**
             * @description Length of use in units of `periodUnit`; goes to `periodNum` of the pre-order.
             * @example 7
             */
            readonly period: number;
            /**
             * @description Unit of `period`; the sandbox sends `day`.
             * @example day
             */
            readonly periodUnit: string;
            /**
             * @description Not explained by the sources.
             * @example 2
             */
            readonly priceType: number;
            /**
             * @description How many were sold, as text.
             * @example 123
             */
            readonly saleCount: string;
            /**
             * @description Remaining volume in megabytes, as text. For a package of the catalogue it is the whole volume.
             * @example 5120
             */
            readonly surplusFlow: string;
            /**
             * @description Time of the last change.
             * @example 2026-01-01 08:00:00
             */
            readonly updateTime: string;
        };
        /**
         * Placed order
         * @description The order that waits for its payment. Only `id` and the former `orderNo` are mentioned by the sources.
         */
        readonly PlacedOrder: {
            /**
             * @description The order's number as text; the value to send as `orderId` in all later calls.
             * @example 700000000001
             */
            readonly id: string;
            /**
             * @description The order's number for people. No call accepts it.
             * @example SIM-20260101-0001
             */
            readonly orderNo: string;
            /**
             * @description A new order is always unpaid.
             * @constant
             */
            readonly orderPayStatus: 0;
            /**
             * @description Currency to pay in.
             * @example USD
             */
            readonly currency: string;
            /**
             * @description Amount to pay in major units.
             * @example 12.5
             */
            readonly money: number;
        };
        /**
         * Payment status of an order
         * @description Where an order stands.
         */
        readonly OrderPayStatus: number & (0 | 1 | 2 | 3);
        /**
         * QR code text
         * @description Content of the QR code. The sources do not say what it is; the sandbox sends an activation code of the form `LPA:1$host$matching id`.
         * @example LPA:1$smdp.example.com$SIM-0001
         */
        readonly QrCode: string;
        /**
         * Status of an order without QR code
         * @description The order waits (0), failed (2) or was cancelled (3).
         */
        readonly OpenOrderStatus: {
            /**
             * @description See `OrderPayStatus`.
             * @enum {integer}
             */
            readonly orderPayStatus: 0 | 2 | 3;
        };
        /**
         * Status of a completed order
         * @description The order is complete and has its QR code.
         */
        readonly CompletedOrderStatus: {
            /**
             * @description See `OrderPayStatus`.
             * @constant
             */
            readonly orderPayStatus: 1;
            readonly qrCode: components["schemas"]["QrCode"];
        };
        /**
         * ICCID
         * Format: iccid
         * @description Number of the eSIM profile.
         * @example 8999900000000000014
         */
        readonly Iccid: string;
        /**
         * eSIM of an order
         * @description What an app can show about the eSIM. No member is documented; the names come from the package and the order status where they exist there.
         */
        readonly EsimDetail: {
            /**
             * @description The order's number, as in the answer of the pre-order.
             * @example 700000000001
             */
            readonly id: string;
            /**
             * @description The order's number for people.
             * @example SIM-20260101-0001
             */
            readonly orderNo: string;
            readonly orderPayStatus: components["schemas"]["OrderPayStatus"];
            /** @description Content of the QR code; null unless the order is complete. */
            readonly qrCode: components["schemas"]["QrCode"] | null;
            /** @description Number of the profile; null until a successful payment has assigned one. */
            readonly iccid: components["schemas"]["Iccid"] | null;
            /**
             * @description Code of the package.
             * @example PKG-CN-5
             */
            readonly packageCode: string;
            /**
             * @description Name to show.
             * @example China 5 GB, 7 days
             */
            readonly packageShowName: string;
            /**
             * @description Short description.
             * @example China
             */
            readonly packageShortDesc: string;
            /**
             * @description Description.
             * @example 5 GB of data in China, valid for 7 days.
             */
            readonly packageDesc: string;
            /**
             * @description Address of an image, or an empty text.
             * @example
             */
            readonly logo: string;
            /**
             * Format: int64
             * @description Data volume of the package in megabytes.
             * @example 5120
             */
            readonly packageFlow: number;
            /**
             * @description Remaining volume of the eSIM in megabytes, as text.
             * @example 5120
             */
            readonly surplusFlow: string;
            /**
             * @description Length of use in units of `periodUnit`; goes to `periodNum` of the pre-order.
             * @example 7
             */
            readonly period: number;
            /**
             * @description Unit of `period`; the sandbox sends `day`.
             * @example day
             */
            readonly periodUnit: string;
            readonly coverCountrys: components["schemas"]["CoveredCountries"];
            /**
             * @description Time of the last change of the order or its eSIM.
             * @example 2026-01-01 08:00:00
             */
            readonly updateTime: string;
        };
        /**
         * Code sent
         * @description The code is on its way.
         */
        readonly EmailVerificationCodeAnswer: {
            readonly code: components["schemas"]["SuccessCode"];
            /** @description Always null. */
            readonly data: null;
            /**
             * @description Text for the reader of a log; the sandbox sends `success`.
             * @example success
             */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
        /**
         * Registered
         * @description The account exists and has its first token.
         */
        readonly EmailRegisterAnswer: {
            readonly code: components["schemas"]["SuccessCode"];
            readonly data: components["schemas"]["Session"];
            /**
             * @description Text for the reader of a log; the sandbox sends `success`.
             * @example success
             */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
        /**
         * Logged in
         * @description A new token was issued.
         */
        readonly EmailLoginAnswer: {
            readonly code: components["schemas"]["SuccessCode"];
            readonly data: components["schemas"]["Session"];
            /**
             * @description Text for the reader of a log; the sandbox sends `success`.
             * @example success
             */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
        /**
         * Password replaced
         * @description The new password is stored.
         */
        readonly PasswordResetAnswer: {
            readonly code: components["schemas"]["SuccessCode"];
            /** @description Always null. */
            readonly data: null;
            /**
             * @description Text for the reader of a log; the sandbox sends `success`.
             * @example success
             */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
        /**
         * Countries with packages
         * @description All countries found, sorted by name.
         */
        readonly CountryPackageListAnswer: {
            readonly code: components["schemas"]["SuccessCode"];
            readonly data: readonly components["schemas"]["ListedCountry"][];
            /**
             * @description Text for the reader of a log; the sandbox sends `success`.
             * @example success
             */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
        /**
         * Packages of a country
         * @description All packages found; empty if there are none.
         */
        readonly PackageListAnswer: {
            readonly code: components["schemas"]["SuccessCode"];
            readonly data: readonly components["schemas"]["Package"][];
            /**
             * @description Text for the reader of a log; the sandbox sends `success`.
             * @example success
             */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
        /**
         * Package found
         * @description The package asked for.
         */
        readonly PackageDetailAnswer: {
            readonly code: components["schemas"]["SuccessCode"];
            readonly data: components["schemas"]["Package"];
            /**
             * @description Text for the reader of a log; the sandbox sends `success`.
             * @example success
             */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
        /**
         * Order placed
         * @description The order exists and holds one profile.
         */
        readonly PreOrderPackageAnswer: {
            readonly code: components["schemas"]["SuccessCode"];
            readonly data: components["schemas"]["PlacedOrder"];
            /**
             * @description Text for the reader of a log; the sandbox sends `success`.
             * @example success
             */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
        /**
         * Order status
         * @description The status is printed without the envelope in the sources; the sandbox sends it inside.
         */
        readonly QueryOrdStatusAndEmailAnswer: {
            readonly code: components["schemas"]["SuccessCode"];
            /** @description Status and, if complete, the QR code. */
            readonly data: components["schemas"]["OpenOrderStatus"] | components["schemas"]["CompletedOrderStatus"];
            /**
             * @description Text for the reader of a log; the sandbox sends `success`.
             * @example success
             */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
        /**
         * eSIM shown
         * @description The eSIM of the order.
         */
        readonly MyEsimDetailAnswer: {
            readonly code: components["schemas"]["SuccessCode"];
            readonly data: components["schemas"]["EsimDetail"];
            /**
             * @description Text for the reader of a log; the sandbox sends `success`.
             * @example success
             */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
        /**
         * Notice taken
         * @description The result of the payment is recorded.
         */
        readonly PaymentWebhookAnswer: {
            readonly code: components["schemas"]["SuccessCode"];
            /** @description Always null. */
            readonly data: null;
            /**
             * @description Text for the reader of a log; the sandbox sends `success`.
             * @example success
             */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
        /**
         * Countries
         * @description All countries of the dictionary.
         */
        readonly QueryCountryAnswer: {
            readonly code: components["schemas"]["SuccessCode"];
            readonly data: readonly components["schemas"]["Country"][];
            /**
             * @description Text for the reader of a log; the sandbox sends `success`.
             * @example success
             */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
        /**
         * Continents
         * @description The seven continents.
         */
        readonly SelectContinentsCodeAnswer: {
            readonly code: components["schemas"]["SuccessCode"];
            readonly data: readonly components["schemas"]["Continent"][];
            /**
             * @description Text for the reader of a log; the sandbox sends `success`.
             * @example success
             */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
        /**
         * Packages of a continent
         * @description Packages that cover at least one country of the continent.
         */
        readonly SelectPackageByContinentsAnswer: {
            readonly code: components["schemas"]["SuccessCode"];
            readonly data: readonly components["schemas"]["Package"][];
            /**
             * @description Text for the reader of a log; the sandbox sends `success`.
             * @example success
             */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
        /**
         * Popular packages
         * @description At most ten packages, the most often sold first.
         */
        readonly SelectHotPackageAnswer: {
            readonly code: components["schemas"]["SuccessCode"];
            readonly data: readonly components["schemas"]["Package"][];
            /**
             * @description Text for the reader of a log; the sandbox sends `success`.
             * @example success
             */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
        /**
         * Packages to top up with
         * @description Packages that may be added to the eSIM.
         */
        readonly SelectTopUpListAnswer: {
            readonly code: components["schemas"]["SuccessCode"];
            readonly data: readonly components["schemas"]["Package"][];
            /**
             * @description Text for the reader of a log; the sandbox sends `success`.
             * @example success
             */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
        /**
         * Top-up placed
         * @description A new order, which waits for its payment.
         */
        readonly TopUpOrderAnswer: {
            readonly code: components["schemas"]["SuccessCode"];
            readonly data: components["schemas"]["PlacedOrder"];
            /**
             * @description Text for the reader of a log; the sandbox sends `success`.
             * @example success
             */
            readonly message: string;
            readonly messageSourceHandler?: components["schemas"]["MessageSourceHandler"];
        };
    };
    responses: {
        /** @description The body is empty, not JSON, too large, or not declared as JSON. No operation was begun. */
        readonly Unreadable: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The path is not served. */
        readonly UnknownPath: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The path is served for another method. */
        readonly WrongMethod: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Failure"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly emailVerificationCode: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EmailVerificationCodeRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmailVerificationCodeAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly emailRegister: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EmailRegisterRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    /** @description The new token, on success only; equal to the one in the body. */
                    readonly "x-access-token"?: components["schemas"]["AccessToken"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmailRegisterAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly emailLogin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EmailLoginRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    /** @description The new token, on success only; equal to the one in the body. */
                    readonly "x-access-token"?: components["schemas"]["AccessToken"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmailLoginAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly login: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EmailLoginRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    /** @description The new token, on success only; equal to the one in the body. */
                    readonly "x-access-token"?: components["schemas"]["AccessToken"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmailLoginAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly passwordReset: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PasswordResetRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PasswordResetAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly countryPackageList: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CountryPackageListRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CountryPackageListAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly packageList: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PackageListRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PackageListAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly packageListV11: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PackageListRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PackageListAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly packageDetail: {
        readonly parameters: {
            readonly query: {
                /** @description The package to show. */
                readonly id: components["schemas"]["PackageReference"];
                /**
                 * @deprecated
                 * @description How many of the same package. Without effect.
                 */
                readonly orderNum?: components["schemas"]["IgnoredNumber"];
                /**
                 * @deprecated
                 * @description Second spelling of `orderNum`. Without effect.
                 */
                readonly orderNumber?: components["schemas"]["IgnoredNumber"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PackageDetailAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly packageDetailV11: {
        readonly parameters: {
            readonly query: {
                /** @description The package to show. */
                readonly id: components["schemas"]["PackageReference"];
                /**
                 * @deprecated
                 * @description How many of the same package. Without effect.
                 */
                readonly orderNum?: components["schemas"]["IgnoredNumber"];
                /**
                 * @deprecated
                 * @description Second spelling of `orderNum`. Without effect.
                 */
                readonly orderNumber?: components["schemas"]["IgnoredNumber"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PackageDetailAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly preOrderPackage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PreOrderRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PreOrderPackageAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly preOrderPackageV11: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PreOrderRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PreOrderPackageAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly queryOrdStatusAndEmail: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OrderStatusRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["QueryOrdStatusAndEmailAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly myEsimDetail: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MyEsimDetailRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MyEsimDetailAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly myEsimDetailV11: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MyEsimDetailRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MyEsimDetailAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly paymentWebhook: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PaymentWebhookRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PaymentWebhookAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly paymentWebhookV11: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PaymentWebhookRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PaymentWebhookAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly queryCountry: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["QueryCountryRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["QueryCountryAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly selectContinentsCode: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SelectContinentsCodeRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SelectContinentsCodeAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly selectPackageByContinents: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SelectPackageByContinentsRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SelectPackageByContinentsAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly selectHotPackage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SelectHotPackageRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SelectHotPackageAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly selectTopUpList: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SelectTopUpListRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SelectTopUpListAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
    readonly topUpOrder: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TopUpOrderRequest"];
            };
        };
        readonly responses: {
            /** @description Success or refusal; the envelope's `code` tells which. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TopUpOrderAnswer"] | components["schemas"]["Failure"];
                };
            };
            readonly 400: components["responses"]["Unreadable"];
            readonly 404: components["responses"]["UnknownPath"];
            readonly 405: components["responses"]["WrongMethod"];
        };
    };
}

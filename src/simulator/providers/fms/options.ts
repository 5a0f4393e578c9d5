import { flag, integer, type OptionsReader, type OptionTable, type OptionValues, oneOf } from "../../kernel/options.ts";

/** The ambiguities and silences of the FMS sources that can be switched. */
export const fmsOptions = {
  preOrderTimeoutMinutes: integer(
    { minimum: 1, maximum: 525_600, default: 60 },
    "R07",
    "Minutes from the pre-order within which the payment notice has to arrive; exactly that age is in time.",
  ),
  failedPayment: oneOf(
    ["release", "retryable"],
    "release",
    "R09",
    "Whether a failed payment ends the order or keeps the profile for another try until the time limit.",
  ),
  duplicateNotification: oneOf(
    ["reject", "idempotent"],
    "reject",
    "FMS-P23",
    "Whether a second notice of a settled order is refused with 3004 or answered 0 without effect.",
  ),
  verifyCode: oneOf(
    ["ignore", "enforce"],
    "ignore",
    "R04",
    "Whether registration and password reset demand the code that was mailed before.",
  ),
  provisioningDelaySeconds: integer(
    { minimum: 0, maximum: 86_400, default: 2 },
    "FMS-P29",
    "Seconds for which a paid order stays at status 0.",
  ),
  provisioningStuck: flag(
    false,
    "FMS-P30",
    "Keeps paid orders at status 0 for good; once it is off, they complete the next time somebody asks for them.",
  ),
  tokenLifetimeSeconds: integer(
    { minimum: 1, maximum: 315_360_000, default: 259_200 },
    "R27",
    "Seconds for which a token is good; a token of exactly that age is refused.",
  ),
  contextPath: oneOf(
    ["", "/fms"],
    "",
    "R44",
    "Empty serves the paths at the root and under /fms; /fms serves them there only.",
  ),
  serveV11Webhook: flag(false, "FMS-P17", "Serves /v1.1/payment/webhook, of which only the title is known."),
  requireTokenLikeV10: flag(
    false,
    "FMS-P03",
    "Demands a token for the seven catalogue operations, as before version 1.1.",
  ),
} as const satisfies OptionTable;

/** The values of all options. */
export type FmsOptions = OptionValues<typeof fmsOptions>;

/** Gives the options in force for the values that a tenant has stored. */
export type OptionsOf = OptionsReader<typeof fmsOptions>;

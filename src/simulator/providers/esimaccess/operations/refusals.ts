import type { UnknownEsim } from "../../../esim/esim-life.ts";
import type { InsufficientBalance } from "../../../esim/money.ts";
import type { OutOfStock } from "../../../esim/package-overlay.ts";

/** Why an operation did nothing. */
export type Refusal =
  | InsufficientBalance
  | OutOfStock
  | UnknownEsim
  | { readonly code: "package-code-unknown"; readonly packageCode: string }
  | { readonly code: "package-withdrawn"; readonly packageCode: string }
  | { readonly code: "too-many-esims"; readonly count: number; readonly most: number }
  /** Days of a day pass outside 1 to 365; `line` counts from 0, null where there are no lines. */
  | { readonly code: "day-count-out-of-range"; readonly line: number | null }
  | { readonly code: "unit-price-differs"; readonly expected: number | null; readonly price: number }
  | { readonly code: "order-amount-differs"; readonly expected: number; readonly amount: number }
  | { readonly code: "transaction-id-used" }
  | { readonly code: "order-unknown"; readonly orderNumber: string }
  | { readonly code: "order-allocating"; readonly total: number; readonly ready: number }
  | { readonly code: "esim-outside-order"; readonly orderNumber: string }
  | { readonly code: "no-esim-named" }
  | { readonly code: "esim-keys-differ" }
  | { readonly code: "esim-state-forbids"; readonly status: string; readonly profile: string }
  | { readonly code: "top-up-code-unknown"; readonly packageCode: string };

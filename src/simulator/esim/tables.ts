import type { TableDefinition } from "../kernel/store.ts";
import type { Esim } from "./esim.ts";
import type { Account } from "./money.ts";
import type { PackageOverlay } from "./package-overlay.ts";

export const accountTable: TableDefinition<Account> = {
  name: "accounts",
  keyOf: (account) => account.id,
};

export const esimTable: TableDefinition<Esim> = {
  name: "esims",
  keyOf: (esim) => esim.id,
  indexes: {
    order: (esim) => esim.orderNumber,
    iccid: (esim) => esim.iccid,
    qr: (esim) => esim.qrKey,
  },
};

export const packageOverlayTable: TableDefinition<PackageOverlay> = {
  name: "packages",
  keyOf: (overlay) => `${overlay.provider}/${overlay.code}`,
};

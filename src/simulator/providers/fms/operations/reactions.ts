import type { EsimReactions } from "../../../esim/esim-life.ts";

/** FMS tells nobody about devices and usage: what an eSIM went through shows only when its detail is asked for, without lag. */
export const reactions: EsimReactions = {
  usageLagMs: () => 0,
  onProfileMoved: async () => undefined,
  onStatusChanged: async () => undefined,
  onUsageReported: async (_tx, esim) => esim,
  onExpiryPlanned: async () => undefined,
};

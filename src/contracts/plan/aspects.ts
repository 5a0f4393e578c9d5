/** The aspects by which every answer is judged, in the order in which they matter. */
export const ASPECTS = ["status", "content-type", "encoding", "json", "envelope", "schema", "header", "code"] as const;

/** What every notification is judged by. */
export const NOTIFICATION_LAWS = ["schema", "request", "headers", "agrees", "same-id"] as const;

/** The aspects by which every answer is judged, in the order in which they matter. */
export const ASPECTS = ["status", "content-type", "encoding", "json", "envelope", "schema", "header", "code"] as const;

/** What every notification is judged by. */
export const NOTIFICATION_LAWS = ["schema", "request", "headers", "agrees", "same-id"] as const;

/** The subject of the one case that judges whether notifications are of described types at all. */
export const DESCRIBED = "notification/described";

/** Upper bounds of what the kit takes from a target, each with its reason. */
export const limits = {
  /** Seconds that one call may take: far beyond a slow answer of a real provider, yet a run goes on when one hangs. */
  callSeconds: 10,
  /** Bytes of one answer: a whole catalogue has 3 MB. More is a flood. */
  answerBytes: 16 * 1024 * 1024,
  /** Connections to one target at once: more than any race case opens. */
  connections: 256,
  /** Wall milliseconds an idle connection is kept: servers commonly close theirs after 5 s, and a call must not meet that. */
  idleConnectionMs: 4_000,
  /** Calls a second against a real backend, over all workers: its documented limit is 8. */
  liveCallsPerSecond: 6,
} as const;

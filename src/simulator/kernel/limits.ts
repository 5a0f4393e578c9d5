/** Upper bounds of everything that could grow, each with the reason for its size. */
export const limits = {
  /** Journal entries kept per tenant: a long debugging session, yet a listing a browser can show. */
  journalEntries: 10_000,
  /** Characters the journal keeps per tenant; catalogue answers of 3 MB would otherwise fill the memory. */
  journalCharacters: 8_000_000,
  /** Characters of one body kept in a journal entry; the rest is cut and its length noted. */
  journalBodyCharacters: 16_384,
  /** Headers of one request kept in a journal entry: more than any client sends by itself. */
  journalHeaders: 32,
  /** Characters of one header kept there: a long user agent, not a cookie jar. */
  journalHeaderCharacters: 500,
  /** Requests that may wait for a journal entry at once per tenant; each looks at each entry. */
  journalWaiters: 100,
  /** Decision traces kept per tenant: a test run or an afternoon at the keyboard, at a few hundred bytes each. */
  decisionTraces: 500,
  /** Decision traces kept in a process, as each holds the records that its call wrote: with a thousand tenants those would outweigh the rest. */
  decisionTracesInAll: 20_000,
  /** Outbox messages kept per tenant, settled ones included; the oldest go first. */
  outboxMessages: 10_000,
  /** Deliveries in flight at once per tenant: enough for a burst, few enough for a receiver on a laptop. */
  deliveriesInFlight: 32,
  /** Webhook rules per tenant; each is compared with each notification. */
  webhookRules: 200,
  /** Waiting times of one retry plan: with the shortest sensible ones, more than a day. */
  webhookRetries: 50,
  /** Copies that one rule makes of a notification, and how many may go before one that is held back. */
  webhookCopies: 100,
  /** Characters of a body that was edited by hand: a hundred times what any notification has. */
  webhookBodyCharacters: 262_144,
  /** Things kept that rules and hands did to one notification; the oldest go first. */
  webhookTreatments: 50,
  /** Steps towards an event that is triggered; the longest known way has ten. */
  triggerSteps: 40,
  /** Fault rules per tenant; each is compared with each request. */
  faultRules: 200,
  /** Entities that a fault rule counts apart; of more it forgets the one it met the longest ago. */
  faultKeys: 1000,
  /** Characters by which such an entity is known; identifiers are far shorter. */
  faultKeyCharacters: 200,
  /** Characters of what a fault rule was asked to be: a predicate for each member of the largest request. */
  faultCharacters: 16_384,
  /** Missed exchanges shown per fault rule: of its own operation, and of others. */
  faultNearMisses: 8,
  faultFarMisses: 2,
  /** Jobs one clock command runs before it stops and says so: a year of a large world is about 60,000. */
  jobsPerAdvance: 1_000_000,
  /** Fired entries listed in the answer of a clock command; the count goes on. */
  firedListed: 10_000,
  /** Jobs that one transaction of the store carries: one append for all. More of them save nothing in memory and make a job that throws costlier. */
  jobsPerTransaction: 8,
  /**
   * Milliseconds by which a job may be late while a clock runs before a request waits for it. Timers are no more exact, and
   * jobs of one moment can then share a transaction. A standing clock knows no lateness.
   */
  jobSlackMs: 2,
  /** Jobs a tenant may have waiting: one per eSIM and a few more. */
  jobsWaiting: 2_000_000,
  /** Snapshots kept per tenant: one for each step of a long script. */
  snapshotsPerTenant: 50,
  /** Characters of one snapshot: a tenant of some 50,000 eSIMs; more would block the process for seconds. */
  snapshotCharacters: 64 * 1024 * 1024,
  /** Tenants of one process. */
  tenants: 2_000,
  /** Milliseconds until a job is tried again whose transaction could not be stored. */
  storeRetryMs: 1_000,
} as const;

/** A notification as it arrived at the kit's receiver. */
export interface Notification {
  readonly method: string;
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Uint8Array;
  /** Undefined when it was no JSON. */
  readonly body: unknown;
  /** The HTTP status with which it was answered; null for none. */
  readonly replied: number | null;
}

/** Where notifications arrive during a run. */
export interface Inbox {
  /** The address that is registered first; another one differs in its path. */
  readonly url: string;
  readonly otherUrl: string;
  /** Forgets what came, the replies and the hook. */
  clear(): void;
  /** Statuses for the next deliveries; 200 afterwards. */
  replies(statuses: readonly number[]): void;
  /** What has arrived since `clear`, in order. */
  arrived(): readonly Notification[];
  /** Called with each notification before its reply is sent. */
  onArrival(hook: ((notification: Notification) => Promise<void>) | null): void;
  close(): Promise<void>;
}

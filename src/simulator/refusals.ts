/** A sandbox that cannot begin as asked: nothing was changed. `message` is one sentence for a person. */
export class StartRefused extends Error {
  override readonly name = "StartRefused";
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** An address that cannot be bound. */
export class ListenRefused extends Error {
  override readonly name = "ListenRefused";
  readonly code: "port-in-use" | "address-unavailable" | "port-forbidden";

  constructor(code: ListenRefused["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** Turns the system's error of a failed bind into a refusal; anything else stays as it is. */
export function listenRefusal(error: unknown, address: { readonly host: string; readonly port: number }): unknown {
  const code = error instanceof Error && "code" in error ? error.code : null;
  const { host, port } = address;
  if (code === "EADDRINUSE") {
    return new ListenRefused(
      "port-in-use",
      `port ${port} of ${host} is in use; stop what listens there, or use --port 0`,
    );
  }
  if (code === "EACCES") {
    return new ListenRefused("port-forbidden", `port ${port} may not be opened by this user; use one above 1023`);
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return new ListenRefused("address-unavailable", `host ${host} is no address of this machine; use 127.0.0.1`);
  }
  return error;
}

/** What is to happen to the connection of an answer, instead of or after sending it. */
export interface TransportFault {
  readonly kind: "reset";
  /** `instead` of any answer, or once the answer is `sent`. */
  readonly when: "instead" | "sent";
}

const faults = new WeakMap<Response, TransportFault>();

/** Marks a response, so that whoever owns the connection applies the fault. */
export function withTransportFault(response: Response, fault: TransportFault): Response {
  faults.set(response, fault);
  return response;
}

/** The fault that goes with a response, if any. */
export function transportFaultOf(response: Response): TransportFault | undefined {
  return faults.get(response);
}

import type { TransportFault } from "../kernel/fault-effects.ts";

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

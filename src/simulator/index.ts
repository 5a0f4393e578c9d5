export type { FaultView, NewFault } from "./admin/control/fault-definition.ts";
export type { NotificationSink, SentNotification, SimulatorOptions } from "./config.ts";
export type { SeenExchange } from "./http/exchange.ts";
export { ListenRefused, StartRefused } from "./refusals.ts";
export { createSimulator, type Simulator } from "./simulator.ts";
export { ControlRefused, type TenantHandle } from "./tenant-handle.ts";

import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { type Folding, foldLogs } from "./compaction.ts";

// The thread that `compact` starts: one folding, one message with the size, end. On Linux a priority belongs to a thread,
// elsewhere to the whole process, which is not to be slowed down.
if (process.platform === "linux") setPriority(19);
parentPort?.postMessage(await foldLogs(workerData as Folding)); // handed over by `compact` alone

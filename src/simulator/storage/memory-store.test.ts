import { memoryDirectory } from "./data-directory.ts";
import { describeStores } from "./testing/store-contract.ts";

describeStores("memory", { fresh: async () => memoryDirectory(), reopen: async (stores) => stores });

import { expect, test } from "vitest";
import { withAddresses } from "./full-address.ts";
import { aCase, anExchange, aProblem } from "./testing/sample-run.ts";

const PATH = "/api/v1/open/esim/query?page=1";

test.for([
  ["of a run over HTTP stands below its target", "http://127.0.0.1:4747/", `http://127.0.0.1:4747${PATH}`],
  [
    "is written once where the target ends as it begins",
    "https://example.com/a/api/v1/open",
    `https://example.com/a${PATH}`,
  ],
  ["of a run in this process is left to the reader", "in-process", `$BASE_URL${PATH}`],
] as const)("the address of a call %s", ([, target, url]) => {
  const problem = aProblem({ root: "r", exchanges: [anExchange({ url: PATH })] });
  const result = aCase({ rule: "esimaccess:esimQuery:examples:one", outcome: "failed", problem });
  expect(withAddresses(result, target).problem?.exchanges[0]?.url).toBe(url);
});

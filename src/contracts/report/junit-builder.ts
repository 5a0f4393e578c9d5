import type { Builder } from "junit-report-builder";
import * as junit from "junit-report-builder";

/** A builder of JUnit XML. The package exports its builder itself, whatever its types say, which describe an ES module. */
export function newBuilder(): Builder {
  const exported: unknown = junit.default;
  if (!isBuilder(exported))
    throw new Error("junit-report-builder must export a builder; is another version installed?");
  return exported.newBuilder();
}

function isBuilder(value: unknown): value is Builder {
  return typeof value === "object" && value !== null && "newBuilder" in value;
}

import type { NotApplicable } from "./mutant.ts";

/** Rows of the catalogue of violations that break nothing here, each with what the sources say. */
export const notApplicable: readonly NotApplicable[] = [
  {
    id: "SCQ-10",
    reason: "no request schema of either provider is closed: unknown members are ignored, as real clients rely on it",
  },
  {
    id: "AUT-08",
    reason: "no source says that a repeated request id is refused, and the sandbox does not refuse one",
  },
  {
    id: "IDE-02",
    reason: "a repeated id with another body is answered like the first request, silently and on purpose (DEC-06)",
  },
];

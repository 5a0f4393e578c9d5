import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** An invented provider that lends books. */
export const LENDING = `openapi: 3.1.0
info: {title: Lending, version: "1"}
paths:
  /borrow:
    parameters:
      - {name: desk, in: query, schema: {type: string}}
    post:
      operationId: borrow
      security: [{key: []}]
      x-evidence: {grade: documented, source: manual}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/BorrowRequest"}
            examples:
              one: {value: {title: Atlas, days: 3}}
      responses:
        "200":
          description: Success or refusal.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Answer"}
              examples:
                lent: {value: {code: 0, data: {loan: "7"}}}
          links:
            back:
              operationId: giveBack
              parameters: {desk: $response.body#/data/loan}
  /back:
    post:
      operationId: giveBack
      x-option: serveReturns
      x-evidence: {grade: inferred, source: [manual, R01]}
      parameters:
        - {$ref: "#/components/parameters/Desk"}
      responses:
        "200":
          description: Done.
          content: {application/json: {schema: {$ref: "#/components/schemas/Answer"}}}
webhooks:
  overdue:
    post:
      operationId: overdue
      x-evidence: {grade: observed, source: manual}
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {loan: {type: string}}}
            examples:
              late: {value: {loan: "7"}}
components:
  parameters:
    Desk: {name: desk, in: query, required: true, schema: {type: string}}
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
  schemas:
    ErrorCode: {type: integer, oneOf: [{const: 2}, {const: 7}]}
    BorrowRequest:
      type: object
      x-evidence: {grade: observed, source: manual}
      required: [title]
      properties:
        title: {type: string, minLength: 1, maxLength: 20}
        days: {type: integer, minimum: 1, maximum: 30}
    Answer:
      type: object
      required: [code]
      properties:
        code: {type: integer}
        data:
          type: [object, "null"]
          properties:
            loan: {type: string}
`;

/** Its overlay: everything is in order. */
export const LENDING_OVERLAY = `overlay: 1.0.0
info: {title: What lending means, version: "1"}
actions:
  - target: $
    update:
      x-outcome: {success: code = 0, code: $string(code), data: data, status: 200}
      x-errors:
        - {code: "2", condition: missing, grade: proposed, source: R01}
      x-states:
        loan:
          grade: inferred
          source: manual
          create: [{call: borrow, save: {loan: data.loan}}]
          initial: out
          observe: null
          id: loan
          state: state
          states:
            out: {shows: OUT}
            late: {shows: LATE, from: out, by: [{advance: 30d}], sends: [{name: overdue}]}
            back: {shows: BACK, isFinal: true, grade: documented, source: manual}
          operations:
            giveBack: {call: giveBack, allowed: {out: back, late: back}, refused: "7"}
  - target: $.paths['/borrow'].post
    update:
      x-effects: {cost: refundable, leaves: loan, debit: request.days * 10}
      x-errors:
        - {code: "7", condition: range, location: body.days, with: {days: 31}, source: R01, grade: proposed}
      x-laws:
        - {name: numbered, says: A loan has a number, holds: $exists(data.loan)}
  - target: $.paths['/back'].post
    update:
      x-effects: {cost: none, leaves: null}
  - target: $.components.schemas.BorrowRequest.properties.title
    update: {x-refs: {value: '"Atlas"'}}
  - target: $.components.securitySchemes.key
    update:
      x-auth: {value: credentials.key, missing: "2", unknown: "7", unknownValue: nobody, grade: proposed, source: R01}
  - target: $.webhooks.overdue.post
    update:
      x-webhook: {grade: proposed, source: R01}
`;

/** What a test writes instead of the usual files; null for no overlay at all. */
export interface LendingFiles {
  readonly openapi?: string;
  readonly overlay?: string | null;
}

/** A package's root with these documents as those of a provider; it is gone after the test. */
export function rootWith({ openapi = LENDING, overlay = LENDING_OVERLAY }: LendingFiles): string {
  const root = mkdtempSync(join(tmpdir(), "documents-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const folder = join(root, "spec", "fms");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "openapi.yaml"), openapi);
  writeFileSync(join(folder, "sources.yaml"), "manual: {title: The manual}\n");
  writeFileSync(join(folder, "decisions.md"), "| R01 | a decision |\n");
  if (overlay !== null) writeFileSync(join(folder, "overlay.yaml"), overlay);
  return root;
}

/** A text with one part exchanged; throws when the part does not occur, as the test would then show nothing. */
export function changed(text: string, part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`${part} does not occur`);
  return text.replace(part, () => by);
}

import { hideActivationCodes } from "../../http/redaction.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import { harOf } from "./har.ts";
import { entryView } from "./journal.ts";
import type { ControlPorts } from "./ports.ts";

/** How a journal is to be written. */
export interface JournalExport {
  /** One JSON object per line, or an HTTP archive of the calls and webhooks. */
  readonly format?: "ndjson" | "har";
  /** Only entries after this number. */
  readonly since?: number;
  /** Whether activation codes and QR pages are masked; default false. */
  readonly hideActivationCodes?: boolean;
}

/** A journal as text, with its media type; it is answered as it is. */
export class ExportedText {
  readonly contentType: string;
  readonly text: string;

  constructor(contentType: string, text: string) {
    this.contentType = contentType;
    this.text = text;
  }
}

/** Writes the journal of a tenant for other tools. Secrets were masked when they were journalled. */
export function exportJournal(
  tenant: Tenant,
  asked: JournalExport,
  ports: Pick<ControlPorts, "publicUrl" | "version">,
): ExportedText {
  const entries = tenant.journal.list({ since: asked.since ?? 0 });
  const shown = (text: string): string => (asked.hideActivationCodes === true ? hideActivationCodes(text) : text);
  if (asked.format === "har") {
    const har = harOf(entries, { version: ports.version ?? "", publicUrl: ports.publicUrl() });
    return new ExportedText("application/json", shown(JSON.stringify(har)));
  }
  const lines = entries.map((entry) => `${JSON.stringify(entryView(entry))}\n`);
  return new ExportedText("application/x-ndjson", shown(lines.join("")));
}

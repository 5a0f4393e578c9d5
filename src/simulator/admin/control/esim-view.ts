import type { Esim, TopUp } from "../../esim/esim.ts";
import { isoOf, isoOrNull } from "./listing.ts";
import type { ControlPorts } from "./ports.ts";

/** A top-up as the control API shows it. */
interface TopUpView extends Omit<TopUp, "at"> {
  readonly at: string;
}

/** An eSIM as the control API shows it: our words, instants as ISO 8601, amounts in ten-thousandths. */
export interface EsimView
  extends Omit<
    Esim,
    "accountId" | "qrKey" | "reportedAt" | "createdAt" | "installedAt" | "activatedAt" | "expiresAt" | "topUps"
  > {
  readonly reportedAt: string | null;
  readonly createdAt: string;
  readonly installedAt: string | null;
  readonly activatedAt: string | null;
  /** Before activation the end of the shelf life, afterwards the end of the validity. */
  readonly expiresAt: string;
  readonly topUps: readonly TopUpView[];
  /** The text inside the QR code. */
  readonly activationCode: string;
  /** The QR code as an image. */
  readonly qrUrl: string;
}

/** Makes the view of an eSIM. The account is left out, because its id may be a credential. */
export function viewOfEsim(esim: Esim, ports: ControlPorts): EsimView {
  const { accountId: _accountId, qrKey, ...shown } = esim;
  const provider = ports.providers.find(({ name }) => name === esim.provider);
  return {
    ...shown,
    reportedAt: isoOrNull(esim.reportedAt),
    createdAt: isoOf(esim.createdAt),
    installedAt: isoOrNull(esim.installedAt),
    activatedAt: isoOrNull(esim.activatedAt),
    expiresAt: isoOf(esim.expiresAt),
    topUps: esim.topUps.map((topUp) => ({ ...topUp, at: isoOf(topUp.at) })),
    activationCode: provider?.control.activationCode(esim) ?? "",
    qrUrl: `${ports.publicUrl()}/qr/${qrKey}.png`,
  };
}

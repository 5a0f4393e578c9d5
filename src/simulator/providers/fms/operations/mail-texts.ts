import type { NewMail } from "../../../kernel/outbox.ts";

/** The mails of the provider; what they say is part of its wire format. */
export interface MailTexts {
  verificationCode(mail: { readonly to: string; readonly code: string }): NewMail;
  qrCode(mail: {
    readonly to: string;
    readonly orderId: string;
    readonly packageName: string;
    readonly activationCode: string;
    /** Names the QR image that the sandbox serves. */
    readonly qrKey: string;
  }): NewMail;
}

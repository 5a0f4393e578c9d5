import type { MailTexts } from "../operations/mail-texts.ts";

/** What FMS sends out: mails to end users, and no notifications to the partner. */
export const mailTexts: MailTexts = {
  verificationCode: ({ to, code }) => ({
    provider: "fms",
    to,
    subject: "Your verification code",
    text: `Your verification code is ${code}. It is good for ten minutes.`,
    attachments: [],
  }),
  qrCode: ({ to, orderId, packageName, activationCode, qrKey }) => ({
    provider: "fms",
    to,
    subject: `Your eSIM: ${packageName}`,
    text: [
      `Thank you for order ${orderId}.`,
      "Scan the QR code in the attachment to install your eSIM, or enter this activation code by hand:",
      activationCode,
    ].join("\n"),
    attachments: [{ name: "qr-code.png", contentType: "image/png", path: `/qr/${qrKey}.png` }],
  }),
};

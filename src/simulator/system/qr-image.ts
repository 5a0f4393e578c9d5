/** Renders QR codes with the `qrcode` library, which is loaded on first use. */
export const qrImage = {
  async png(text: string): Promise<Uint8Array> {
    const { default: qrcode } = await import("qrcode");
    return qrcode.toBuffer(text, { type: "png", errorCorrectionLevel: "M", scale: 6, margin: 4 });
  },
  async svg(text: string): Promise<string> {
    const { default: qrcode } = await import("qrcode");
    return qrcode.toString(text, { type: "svg", errorCorrectionLevel: "M", margin: 2 });
  },
};

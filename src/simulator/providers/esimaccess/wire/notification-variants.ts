import { HOUR_MS } from "../../../kernel/time.ts";
import type { NotificationVariant } from "../../../kernel/webhook-desk.ts";
import { signedHeaders } from "./auth.ts";

type Content = Record<string, unknown>;

/** What each form is, in words. */
export const variantsSay: Readonly<Record<keyof typeof notificationVariants, string>> = {
  "generation-2023": "as in 2023: no notifyId, time, esimTranNo, volumes or threshold (DEC-47)",
  "generation-2025": "as in mid-2025: no notifyId and time, profile events without timestamp and number (DEC-47)",
  signed: "with the four RT-* headers of a signed request over this body (DEC-35)",
  "signed-with-access-code": "signed with the access code as key, as the vendor's own script does (DEC-08)",
  "wrong-signature": "with a signature that fits no key",
  "stale-signature": "signed rightly, an hour ago",
  "without-access-code": "without the header rt-accesscode (DEC-35)",
};

/** The forms of a notification besides that of 2026. */
export const notificationVariants = {
  "generation-2023": ({ headers, body }) => {
    const left = ["esimTranNo", "totalVolume", "orderUsage", "remainVolume", "timestamp", "seqNumber"];
    return {
      headers,
      body: regenerated(body, (type) => (type === "DATA_USAGE" ? DATA_USAGE_2023 : [...left, ...of2023(type)])),
    };
  },
  "generation-2025": ({ headers, body }) => {
    return { headers, body: regenerated(body, (type) => (type === "SMDP_EVENT" ? ["timestamp", "seqNumber"] : [])) };
  },
  signed: signedBy(({ secretKey }) => secretKey, 0),
  "signed-with-access-code": signedBy(({ accessCode }) => accessCode, 0),
  "wrong-signature": signedBy(({ secretKey }) => `not ${secretKey}`, 0),
  "stale-signature": signedBy(({ secretKey }) => secretKey, HOUR_MS),
  "without-access-code": ({ headers, body }) => {
    const { "rt-accesscode": _left, ...others } = headers;
    return { headers: others, body };
  },
} as const satisfies Readonly<Record<string, NotificationVariant>>;

const DATA_USAGE_2023 = ["esimTranNo", "remainThreshold", "lastUpdateTime"];

function of2023(type: unknown): readonly string[] {
  return type === "ORDER_STATUS" ? ["transactionId"] : [];
}

/** The envelope of before 2026, around a content without some members; its times are written with `+0000`. */
function regenerated(body: string, leftOut: (type: unknown) => readonly string[]): string {
  const { notifyType, content } = JSON.parse(body) as { notifyType: unknown; content: Content }; // our own body
  const left = leftOut(notifyType);
  const kept = Object.entries(content).filter(([name]) => !left.includes(name));
  return JSON.stringify({ notifyType, content: Object.fromEntries(kept.map(withOldTime)) });
}

function withOldTime([name, value]: readonly [string, unknown]): readonly [string, unknown] {
  const isTime = typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value);
  return [name, isTime ? value.replace("Z", "+0000") : value];
}

function signedBy(keyOf: Parameters<typeof signedHeaders>[1], ageMs: number): NotificationVariant {
  return ({ headers, body }, { id, at, tenantId }) => {
    return { headers: { ...headers, ...signedHeaders({ tenantId, id, at: at - ageMs, body }, keyOf) }, body };
  };
}

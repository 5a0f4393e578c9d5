import type { Probe } from "./probe.ts";

type Probing = (p: Probe) => Promise<unknown>;

const list = (p: Probe, body: object): Promise<unknown> => p.f("/package/packageList", { countryCode: 460, ...body });
const preOrdered: Probing = async (p) => p.preOrder(await p.user());
const packageDetail: Probing = (p) => p.f("/package/detail?id=1002", {}, undefined, { method: "GET" });
const countries: Probing = (p) => p.f("/package/queryCountry", {});
const boughtAndShown: Probing = async (p) => {
  const { token, orderId } = await p.bought();
  await p.status(orderId, token);
  await p.status(orderId, token);
  await p.detail(orderId, token);
  return p.detail(orderId, token);
};
const unknownOrder: Probing = async (p) => p.status("799999999999", await p.user());
const withToken = async (p: Probe, token?: string): Promise<unknown> => {
  const orderId = await p.preOrder(await p.user());
  return p.f("/package/queryOrdStatusAndEmail", { orderId }, token);
};
const withBadNotice: Probing = async (p) => p.notify(await p.preOrder(await p.user()), { payAmount: 1 });

/** By mutant, one or two calls of FMS that it makes a difference to. */
export const fmsProbes: Readonly<Record<string, Probing>> = {
  "SCR-01": boughtAndShown,
  "SCR-02": packageDetail,
  "SCR-03": preOrdered,
  "SCR-04": packageDetail,
  "SCR-05": async (p) => {
    const token = await p.user();
    const orderId = await p.preOrder(token);
    await p.handle.clock.advance("61m");
    return p.status(orderId, token);
  },
  "SCR-06": boughtAndShown,
  "SCR-07": boughtAndShown,
  "SCR-08": preOrdered,
  "SCR-10": packageDetail,
  "SCR-11": async (p) => {
    const token = await p.user();
    return p.status(await p.preOrder(token), token);
  },
  "SCR-14": countries,
  "SCR-15": (p) => p.f("/package/countryPackageList", {}),
  "SCQ-01": (p) => list(p, {}),
  "SCQ-03": (p) =>
    p.f("/user/emailRegister", { email: "a@example.com", passwd: "d0f12ebb5e82841005e1974a77a0c88b", userType: 5 }),
  "SCQ-04": (p) => list(p, { type: 0 }),
  "SCQ-05": (p) => list(p, { type: 1, languageId: "x".repeat(65) }),
  "SCQ-07": (p) => p.f("/package/selectPackageByContinents", { continentsCode: "" }),
  "SCQ-08": (p) => p.f("/package/queryCountry", { partnerCode: "japan" }),
  "SCQ-11": (p) => list(p, { type: null }),
  "SCQ-12": (p) => p.f("/package/queryCountry", {}, undefined, { headers: { "content-type": "text/plain" } }),
  "SCQ-13": (p) => p.f("/package/queryCountry", {}, undefined, { raw: "{" }),
  "SCQ-15": async (p) => {
    const { token, orderId } = await p.bought();
    return p.topUpOrder(orderId, token, { packageCode: null });
  },
  "STA-01": withBadNotice,
  "STA-02": (p) => p.f("/package/selectContinentsCode", {}),
  "STA-03": withBadNotice,
  "STA-05": withBadNotice,
  "STA-06": unknownOrder,
  "STA-08": preOrdered,
  "STA-09": async (p) => p.preOrder(await p.user(), { money: 1 }),
  "STA-10": countries,
  "STA-11": async (p) => {
    await p.user();
    return p.login();
  },
  "STA-12": async (p) => {
    await p.user();
    return p.login();
  },
  "STA-13": (p) => p.f("/package/queryCountry", {}, undefined, { method: "GET" }),
  "STA-14": (p) => p.f("/package/nothing", {}),
  "AUT-01": (p) => withToken(p),
  "AUT-02": (p) => withToken(p, "nobody"),
  "AUT-04": (p) => withToken(p, ""),
  "AUT-05": async (p) => {
    const token = await p.user();
    const orderId = await p.preOrder(token);
    return p.f(`/package/queryOrdStatusAndEmail?x-access-token=${token}`, { orderId });
  },
  "AUT-09": async (p) => {
    const { token, orderId } = await p.bought();
    await p.handle.clock.advance("4d");
    return p.status(orderId, token);
  },
  "AUT-12": async (p) => {
    const { orderId } = await p.bought();
    return p.status(orderId, await p.user("other@example.com"));
  },
  "AUT-13": async (p) => {
    const { token, orderId } = await p.bought();
    await p.login();
    return p.status(orderId, token);
  },
  "STM-01": boughtAndShown,
  "STM-11": async (p) => {
    const { token, orderId } = await p.bought();
    await p.handle.clock.advance("1h");
    const [esim] = await p.handle.esims.list({ provider: "fms" });
    for (const event of ["download", "install", "enable", "attach"] as const)
      await p.handle.esims[event](esim?.id ?? "");
    await p.handle.clock.advance("8d");
    const again = await p.login();
    return p.topUpOrder(orderId, again.data["x-access-token"] ?? token);
  },
  "STM-13": async (p) => {
    const { token, orderId } = await p.bought();
    const japan = { id: 1002, packageCode: "PKG-JP-1", money: 2.09, periodNum: 7 };
    return p.topUpOrder(orderId, token, japan);
  },
  "STM-14": async (p) => {
    const { token, orderId } = await p.bought();
    await p.detail(orderId, token);
    const second = await p.preOrder(token);
    await p.notify(second);
    await p.handle.clock.advance("2s");
    return p.detail(second, token);
  },
  "STM-15": boughtAndShown,
  "STM-17": async (p) => {
    const { token, orderId } = await p.bought();
    await p.notify(orderId, { type: "payment_intent.payment_failed" });
    return p.status(orderId, token);
  },
  "STM-19": async (p) => {
    const token = await p.user();
    return p.status(await p.preOrder(token), token);
  },
  "MON-08": preOrdered,
  "MON-11": async (p) => p.notify(await p.preOrder(await p.user(), { money: 1 }), { payAmount: 1 }),
  "MON-17": withBadNotice,
  "IDE-03": async (p) => {
    const { orderId } = await p.bought();
    return p.notify(orderId);
  },
  "TIM-01": boughtAndShown,
  "TIM-03": boughtAndShown,
  "TIM-06": async (p) => {
    const orderId = await p.preOrder(await p.user());
    await p.handle.clock.advance("61m");
    return p.notify(orderId);
  },
  "TIM-07": async (p) => {
    const { token, orderId } = await p.bought();
    await p.handle.clock.advance("2d");
    return p.status(orderId, token);
  },
  "TIM-08": async (p) => {
    const { token, orderId } = await p.bought();
    const [esim] = await p.handle.esims.list({ provider: "fms" });
    for (const event of ["download", "install", "enable", "attach"] as const)
      await p.handle.esims[event](esim?.id ?? "");
    await p.handle.esims.use(esim?.id ?? "", 500_000_000);
    await p.handle.clock.advance("3h");
    await p.detail(orderId, token);
    return p.detail(orderId, token);
  },
  "TIM-09": boughtAndShown,
  "CON-10": async (p) => {
    const token = await p.user();
    return p.status(await p.preOrder(token), token);
  },
  "N-01": countries,
  "N-02": countries,
  "N-03": withBadNotice,
  "N-04": boughtAndShown,
  "N-05": (p) => p.f("/package/packageList", { countryCode: 440, type: 1 }),
  "N-06": (p) => p.f("/package/packageList", { countryCode: 440, type: 1 }),
  "N-07": countries,
  "N-08": countries,
  "N-09": countries,
  "N-10": (p) => list(p, { type: 1 }),
};

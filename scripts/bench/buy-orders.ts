/** Buys orders of one eSIM each, one after another, as a client of eSIM Access; throws when one is refused. */
export async function buyOrders(
  accessCode: string,
  count: number,
  send: (path: string, init: RequestInit) => Response | Promise<Response>,
): Promise<void> {
  const headers = { "content-type": "application/json", "RT-AccessCode": accessCode };
  for (let order = 1; order <= count; order += 1) {
    const packageInfoList = [{ packageCode: "JP_1_7", count: 1 }];
    const body = JSON.stringify({ transactionId: `order-${order}`, packageInfoList });
    const answer = await send("/api/v1/open/esim/order", { method: "POST", headers, body });
    if (!(await answer.text()).includes('"success":true')) throw new Error(`order ${order} was refused`);
  }
}

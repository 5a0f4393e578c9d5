import { isSuccess, PAYLOAD } from "./behaviours.ts";
import { type Behaviour, Remembered, type Serving } from "./mutant.ts";
import {
  at,
  changeAt,
  jsonOf,
  listOf,
  membersOf,
  putAt,
  textAt,
  textOf,
  type WireAnswer,
  type WireRequest,
  withText,
  withValue,
} from "./wire-message.ts";

/** One package in so many has a further one like it, at the end of each list that it is in. */
const ONE_IN = { esimaccess: 40, fms: 1 } as const;

/** What an added package is called, by the number of a real one. */
const MARK = "-more-";

/** The first number of the added packages of FMS. */
const FIRST_ID = 900_000_000;

const LISTS = ["packageList", "packageListV11", "selectPackageByContinents"];
const PLACING = ["esimOrder", "preOrderPackage", "preOrderPackageV11"];

/** Which added package an order was for: its code by the order's number. */
const bought = new Remembered(() => new Map<string, string>());

/** A larger catalogue: each list of packages has further ones at its end, which can be bought like the others. */
export const largerCatalogue: Behaviour = {
  serve: async (context, request, forward) => {
    const answer = await forward(asReal(context, request));
    const value = jsonOf(answer);
    if (!isSuccess(context.provider, value)) return answer;
    const wanted = addedIn(context, request);
    if (wanted !== null && PLACING.includes(context.operationId)) {
      bought
        .of(context.memory)
        .set(textAt(at(value, PAYLOAD[context.provider]), context.provider === "fms" ? "id" : "orderNo"), wanted);
    }
    if (LISTS.includes(context.operationId) && wanted === null) return grown(context, answer, value);
    return withValue(answer, asBought(context, value, wanted));
  },
};

/** The code of an added package that a request names; null when it names none. */
function addedIn(context: Serving, request: WireRequest): string | null {
  if (context.provider === "esimaccess") return /"([A-Za-z0-9._-]+-more-\d+)"/.exec(textOf(request))?.[1] ?? null;
  const id = Number(textAt(context.body, "id") || (new URL(request.url).searchParams.get("id") ?? ""));
  return id >= FIRST_ID ? `${MARK}${id}` : null;
}

/** The request with the real package instead of the added one. */
function asReal(context: Serving, request: WireRequest): WireRequest {
  if (addedIn(context, request) === null) return request;
  if (context.provider === "esimaccess") return withText(request, textOf(request).replace(/-more-\d+"/g, '"'));
  const url = new URL(request.url);
  const asked = url.searchParams.get("id");
  if (asked !== null) url.searchParams.set("id", String(realId(Number(asked))));
  if (context.body === undefined) return { ...request, url: url.href };
  const { packageCode } = membersOf(context.body);
  const real = putAt(context.body, "id", realId(Number(textAt(context.body, "id"))));
  const code = typeof packageCode === "string" ? packageCode.split(MARK)[0] : packageCode;
  return withValue({ ...request, url: url.href }, packageCode === undefined ? real : putAt(real, "packageCode", code));
}

/** Five digits of an added number are those of the real one. */
function realId(id: number): number {
  return id % 100_000;
}

function grown(context: Serving, answer: WireAnswer, value: unknown): WireAnswer {
  const isFms = context.provider === "fms";
  const path = isFms ? "data" : "obj.packageList";
  if (!isFms && textAt(context.body, "type") === "TOPUP") return answer;
  if (!isFms && textAt(context.body, "packageCode") + textAt(context.body, "slug") !== "") return answer;
  const grow = (rows: unknown): unknown => {
    const real = listOf(rows);
    const repeated = real.filter((row) => isRepeated(row, ONE_IN[context.provider]));
    return [...real, ...repeated.map((row) => (isFms ? addedToFms(row) : addedToAccess(row)))];
  };
  return withValue(answer, isFms ? putAt(value, path, grow(at(value, path))) : changeAt(value, path, grow));
}

/** The same packages in every list, whatever it was filtered by. */
function isRepeated(row: unknown, oneIn: number): boolean {
  const code = textAt(row, "packageCode");
  return [...code].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 65_521, 7) % oneIn === 0;
}

function addedToAccess(row: unknown, number = 1): unknown {
  const { packageCode, slug } = membersOf(row);
  return { ...membersOf(row), packageCode: `${packageCode}${MARK}${number}`, slug: `${slug}${MARK}${number}` };
}

function addedToFms(row: unknown): unknown {
  const { id, packageCode } = membersOf(row);
  const added = FIRST_ID + Number(id);
  return { ...membersOf(row), id: added, packageCode: `${packageCode}${MARK}${added}`, packageId: `more${added}` };
}

/** Where a package was named or bought by its added name, it is shown by it. */
function asBought(context: Serving, value: unknown, wanted: string | null): unknown {
  const orders = bought.of(context.memory);
  if (context.provider === "fms") {
    const id = textAt(value, "data.id");
    if (wanted !== null && context.operationId.startsWith("packageDetail")) return changeAt(value, "data", addedToFms);
    const code = context.operationId.startsWith("myEsimDetail") ? orders.get(id) : undefined;
    return code === undefined ? value : changeAt(value, "data.packageCode", (old) => `${String(old)}${code}`);
  }
  if (wanted !== null && context.operationId === "packageList") {
    const suffix = wanted.slice(wanted.indexOf(MARK) + MARK.length);
    return changeAt(value, "obj.packageList.*", (row) => addedToAccess(row, Number(suffix)));
  }
  return context.operationId === "esimQuery" ? shownRows(value, orders) : value;
}

function shownRows(value: unknown, orders: ReadonlyMap<string, string>): unknown {
  return changeAt(value, "obj.esimList.*", (row) => {
    const code = orders.get(textAt(row, "orderNo"));
    if (code === undefined) return row;
    const suffix = code.slice(code.indexOf(MARK));
    return changeAt(row, "packageList.0", (loaded) => {
      const { packageCode, slug } = membersOf(loaded);
      return { ...membersOf(loaded), packageCode: `${packageCode}${suffix}`, slug: `${slug}${suffix}` };
    });
  });
}

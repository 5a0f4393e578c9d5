import { isSuccess, onSuccess, serving } from "./behaviours.ts";
import { type Behaviour, breaks, type Mutant, Remembered, type Serving } from "./mutant.ts";
import { at, changeAt, jsonOf, listOf, membersOf, numberAt, putAt, textAt, withValue } from "./wire-message.ts";
import { instantOf } from "./world.ts";

const RULES = breaks("esimQuery", "*");
const MOST = 500;

const calls = new Remembered(() => ({ count: 0 }));

/** Pages and filters of the one operation that has them; FMS lists everything at once. */
export const paging: readonly Mutant[] = [
  {
    id: "PAG-01",
    says: "page 2 repeats page 1",
    rules: RULES,
    on: { esimaccess: asking((pager) => (pager.pageNum === 2 ? { ...pager, pageNum: 1 } : pager)) },
  },
  {
    id: "PAG-02",
    says: "the page size is ignored",
    rules: RULES,
    on: { esimaccess: asking((pager) => ({ ...pager, pageSize: MOST })) },
  },
  {
    id: "PAG-04",
    says: "a row is lost at each boundary between pages",
    rules: RULES,
    on: {
      esimaccess: onSuccess("esimQuery", (value) =>
        numberAt(value, "obj.pager.pageNum") > 1
          ? changeAt(value, "obj.esimList", (rows) => listOf(rows).slice(1))
          : value,
      ),
    },
  },
  {
    id: "PAG-06",
    says: "the order of the rows changes from call to call",
    rules: RULES,
    on: {
      esimaccess: onSuccess("esimQuery", (value, { memory }) => {
        const made = calls.of(memory);
        made.count += 1;
        return made.count % 2 === 0 ? changeAt(value, "obj.esimList", (rows) => listOf(rows).toReversed()) : value;
      }),
    },
  },
  {
    id: "PAG-07",
    says: "page 0 stands for everything",
    rules: RULES,
    on: { esimaccess: asking((pager) => (pager.pageNum === 0 ? { pageNum: 1, pageSize: MOST } : pager)) },
  },
  {
    id: "PAG-08",
    says: "the time range is ignored as soon as a page is given",
    rules: RULES,
    on: {
      esimaccess: serving("esimQuery", (context, request, forward) => {
        const { startTime: _start, endTime: _end, ...others } = membersOf(context.body);
        const isPaged = !Number.isNaN(numberAt(context.body, "pager.pageNum"));
        return forward(isPaged ? withValue(request, others) : request);
      }),
    },
  },
  {
    id: "PAG-09",
    says: "a page beyond the end repeats the last one",
    rules: RULES,
    on: {
      esimaccess: serving("esimQuery", async (context, request, forward) => {
        const answer = await forward(request);
        const value = jsonOf(answer);
        const { pageSize, total } = pagerOf(value, "obj.pager");
        const isBeyond = isSuccess("esimaccess", value) && listOf(at(value, "obj.esimList")).length === 0 && total > 0;
        if (!isBeyond) return answer;
        const pageNum = Math.ceil(total / pageSize);
        const last = await forward(withValue(request, putAt(context.body, "pager.pageNum", pageNum)));
        return withValue(answer, putAt(value, "obj.esimList", at(jsonOf(last), "obj.esimList")));
      }),
    },
  },
  {
    id: "PAG-10",
    says: "the greatest page size is not enforced",
    rules: RULES,
    on: { esimaccess: asking((pager) => (pager.pageSize > MOST ? { ...pager, pageSize: MOST } : pager)) },
  },
  {
    id: "PAG-11",
    says: "the time range leaves out its own end",
    rules: RULES,
    on: {
      esimaccess: onSuccess("esimQuery", (value, context) => {
        const end = instantOf(textAt(context.body, "endTime"));
        return withoutRows(value, (row) => instantOf(at(row, "packageList.0.createTime")) === end, {
          isCounted: false,
        });
      }),
    },
  },
  {
    id: "PAG-12",
    says: "the total counts cancelled eSIMs that the list hides",
    rules: RULES,
    on: {
      esimaccess: onSuccess("esimQuery", (value, context) =>
        isListing(context)
          ? withoutRows(value, (row) => at(row, "esimStatus") === "CANCEL", { isCounted: true })
          : value,
      ),
    },
  },
];

interface Pager {
  readonly pageSize: number;
  readonly pageNum: number;
}

function pagerOf(value: unknown, path: string): Pager & { readonly total: number } {
  const pager = at(value, path);
  return {
    pageSize: numberAt(pager, "pageSize"),
    pageNum: numberAt(pager, "pageNum"),
    total: numberAt(pager, "total"),
  };
}

/** Asks for another page than the client did; the answer says what the client asked for. */
function asking(other: (pager: Pager) => Pager): Behaviour {
  return serving("esimQuery", async (context, request, forward) => {
    const { pageSize, pageNum } = pagerOf(context.body, "pager");
    const next = other({ pageSize, pageNum });
    if (Number.isNaN(pageSize + pageNum) || (next.pageSize === pageSize && next.pageNum === pageNum))
      return forward(request);
    const answer = await forward(withValue(request, putAt(context.body, "pager", next)));
    const value = jsonOf(answer);
    if (!isSuccess("esimaccess", value)) return answer;
    return withValue(answer, putAt(putAt(value, "obj.pager.pageNum", pageNum), "obj.pager.pageSize", pageSize));
  });
}

/** Whether a query names no order and no eSIM. */
function isListing({ body }: Serving): boolean {
  return ["orderNo", "esimTranNo", "iccid"].every((name) => textAt(body, name).trim() === "");
}

function withoutRows(
  value: unknown,
  isHidden: (row: unknown) => boolean,
  { isCounted }: { readonly isCounted: boolean },
): unknown {
  const rows = listOf(at(value, "obj.esimList"));
  const left = rows.filter((row) => !isHidden(row));
  const total = numberAt(value, "obj.pager.total") - (isCounted ? 0 : rows.length - left.length);
  return putAt(putAt(value, "obj.esimList", left), "obj.pager.total", total);
}

import { listOf } from "../../documents/json-pointer.ts";
import type { FilterRule, PagingRule } from "../../documents/semantics.ts";
import type { OperationSpec, Specification } from "../../documents/specification.ts";
import type { CallStep, Case, Step } from "../case.ts";
import { newCase } from "../new-case.ts";
import { accessOf, setupOf } from "../setup.ts";

/** Pages of the smallest size that a list is read in; the overlay fills at least three of them. */
const PAGES = 5;

/** Filter values that are tried. */
const VALUES = 6;

/** The laws of paging and of filters. */
export function listCases(spec: Specification, operation: OperationSpec): Case[] {
  return [
    ...(operation.paging === null ? [] : pagingCases(spec, operation, operation.paging)),
    ...operation.filters.map((filter) => filterCase(spec, operation, filter)),
  ];
}

type PageStep = (number: number, size: number, save: Readonly<Record<string, string>>) => CallStep;
type Law = readonly [name: string, says: string, steps: readonly Step[]];

function pagingCases(spec: Specification, operation: OperationSpec, rule: PagingRule): Case[] {
  const { operationId } = operation;
  const page: PageStep = (number, size, save) => ({
    call: operationId,
    with: { [rule.page]: number, [rule.size]: size },
    save,
  });
  return [...wholeLaws(rule, page), ...pageLaws(rule, page), ...sizeLaws(rule, page)].map(([name, says, steps]) =>
    newCase(spec, operation, {
      layer: "effects",
      rule: `paging-${name}`,
      says,
      evidence: rule.evidence,
      setup: [...accessOf(spec, operation), ...rule.fill],
      steps,
      isUnchanging: true,
      root: `paging ${operationId} ${name}`,
    }),
  );
}

/** What all pages together are. */
function wholeLaws(rule: PagingRule, page: PageStep): readonly Law[] {
  const ids = (rows: string): string => `${rows}.(${rule.id})`;
  const numbers = Array.from({ length: PAGES }, (_, index) => index + 1);
  const whole = page(1, rule.maximumSize, { whole: rule.items, total: rule.total });
  const pages = numbers.map((number) =>
    page(number, rule.minimumSize, { [`page${number}`]: rule.items, [`total${number}`]: rule.total }),
  );
  const [union, all] = [`[${numbers.map((number) => ids(`page${number}`)).join(", ")}]`, `[${ids("whole")}]`];
  const order = JSON.stringify(rule.order);
  const counted = "the total counts the rows of the list";
  const same = "the total is the same on every page";
  return [
    [
      "union",
      "all pages together are the whole list, without a repeat and in its order",
      [
        whole,
        ...pages,
        { check: `${union} = ${all}`, says: "all pages together are the whole list", got: union, expected: all },
      ],
    ],
    [
      "total",
      "the total is the number of rows on all pages",
      [
        whole,
        ...pages,
        { check: "total = $count(whole)", says: counted, got: "total", expected: "$count(whole)" },
        { check: "total1 = total and total2 = total", says: same, got: "[total1, total2]", expected: "total" },
      ],
    ],
    [
      "order",
      "rows stand in the documented order",
      [
        whole,
        {
          check: `$count(whole) > 1 and $ordered(whole, ${order})`,
          says: "rows stand in the documented order",
          got: all,
        },
      ],
    ],
  ];
}

/** What one page is. */
function pageLaws(rule: PagingRule, page: PageStep): readonly Law[] {
  const least = rule.minimumSize;
  return [
    [
      "size",
      "a full page has as many rows as asked for",
      [
        page(1, least, { rows: rule.items }),
        { check: `$count(rows) = ${least}`, says: "a full page is full", got: "$count(rows)", expected: String(least) },
      ],
    ],
    [
      "beyond",
      "a page behind the last one is empty",
      [
        page(100, least, { far: rule.items, farTotal: rule.total }),
        { check: "$count(far) = 0 and farTotal > 0", says: "a page behind the last one is empty", got: "far" },
      ],
    ],
    [
      "stable",
      "the same page is the same when nothing happens",
      [
        page(2, least, { once: rule.items }),
        page(2, least, { twice: rule.items }),
        { check: "once = twice", says: "two calls give the same page", got: "twice", expected: "once" },
      ],
    ],
  ];
}

/** Which sizes are applied. */
function sizeLaws(rule: PagingRule, page: PageStep): readonly Law[] {
  const { echo, minimumSize: least, maximumSize: most } = rule;
  if (echo === undefined) return [];
  const echoed = (size: number, effective: number): Step[] => [
    page(2, size, { size: echo.size, page: echo.page }),
    {
      check: `size = ${effective} and page = 2`,
      says: `a page size of ${size} is applied as ${effective}`,
      got: "[size, page]",
      expected: `[${effective}, 2]`,
    },
  ];
  const named = "the answer names the page and size that were applied";
  const inside: Law = ["echo", named, [...echoed(least, least), ...echoed(most, most)]];
  if (rule.outside === "refuse") return [inside];
  return [
    inside,
    ["smallest", `sizes below ${least} are applied as ${least}`, [...echoed(1, least), ...echoed(least - 1, least)]],
    ["largest", `sizes above ${most} are applied as ${most}`, echoed(most + 1, most)],
  ];
}

function filterCase(spec: Specification, operation: OperationSpec, rule: FilterRule): Case {
  const { operationId, paging } = operation;
  const needed = listOf(spec.resolve(operation.requestSchema ?? {})["required"]);
  const optional = operation.filters.map(({ at }) => at).filter((at) => !needed.includes(at));
  const unfiltered = optional.filter((at) => !(at in (rule.with ?? {}))); // a usual request may have filters of its own
  const filtered = { call: operationId, without: unfiltered.filter((at) => at !== rule.at) };
  const wide = paging === null ? {} : { [paging.size]: paging.maximumSize, [paging.page]: 1 };
  const fits = JSON.stringify(rule.fits);
  const given =
    rule.given ?? (paging === null ? setupOf(spec, operation) : [...accessOf(spec, operation), ...paging.fill]);
  const narrow: Step[] =
    paging === null
      ? []
      : [
          {
            ...filtered,
            with: { ...rule.with, [rule.at]: "=value", [paging.size]: paging.minimumSize, [paging.page]: 1 },
            save: { narrow: rule.rows, narrowTotal: paging.total },
          },
          {
            check: `narrowTotal = $count($fitting(all, ${fits}, value)) and $count($fitting(narrow, ${fits}, value)) = $count(narrow)`,
            says: "a filter holds on every page, and the total counts what it finds",
            got: "narrowTotal",
            expected: `$count($fitting(all, ${fits}, value))`,
          },
        ];
  return newCase(spec, operation, {
    layer: "effects",
    rule: "filter",
    location: `body.${rule.at}`,
    says: `the filter ${rule.at} finds exactly the rows that fit`,
    evidence: rule.evidence,
    setup: given,
    steps: [
      { call: operationId, with: { ...rule.with, ...wide }, without: unfiltered, save: { all: rule.rows } },
      { let: { values: `=$append([], ${rule.values})` } },
      {
        repeat: VALUES,
        while: "round < $count(values)",
        steps: [
          { let: { value: "=values[$$.round]" } },
          { ...filtered, with: { ...rule.with, ...wide, [rule.at]: "=value" }, save: { found: rule.rows } },
          {
            check: `$same(found, $fitting(all, ${fits}, value))`,
            says: `the filter ${rule.at} finds exactly the rows that fit`,
            got: "$count(found)",
            expected: `$count($fitting(all, ${fits}, value))`,
          },
          ...narrow,
        ],
      },
    ],
    isUnchanging: true,
    weight: rule.full === true ? "full" : "fast",
    root: `filter ${operationId} ${rule.at}`,
  });
}

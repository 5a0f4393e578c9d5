import { atPath, onAnswer, onSuccess } from "./behaviours.ts";
import { breaks, type Mutant } from "./mutant.ts";
import { sendingAs } from "./notifications.ts";
import { changeAt, membersOf, putAt, textOf, type WireAnswer, withText } from "./wire-message.ts";

/** Every layer sees the answers of an operation. */
const ANY = "*";

const BOM = "\uFEFF";

/** Answers that break their schema. */
export const schemaAnswers: readonly Mutant[] = [
  {
    id: "SCR-01",
    says: "a required member is missing from successful answers",
    rules: breaks("balanceQuery myEsimDetail", ANY),
    on: {
      esimaccess: atPath("balanceQuery", "obj.balance", () => undefined),
      fms: atPath("myEsimDetail", "data.packageCode", () => undefined),
    },
  },
  {
    id: "SCR-02",
    says: "a number is written as text",
    rules: breaks("balanceQuery packageDetail", ANY),
    on: {
      esimaccess: atPath("balanceQuery", "obj.balance", String),
      fms: atPath("packageDetail", "data.packageFlow", String),
    },
  },
  {
    id: "SCR-03",
    says: "a text is written as number",
    rules: breaks("esimQuery preOrderPackage", ANY),
    on: {
      esimaccess: atPath("esimQuery", "obj.esimList.*.orderNo", (old) => Number(String(old).replace("B", ""))),
      fms: atPath("preOrderPackage", "data.id", Number),
    },
  },
  {
    id: "SCR-04",
    says: "null stands where a list is promised",
    rules: breaks("esimQuery packageDetail", ANY),
    on: {
      esimaccess: atPath("esimQuery", "obj.esimList", (old) => (Array.isArray(old) && old.length === 0 ? null : old)),
      fms: atPath("packageDetail", "data.currencyInfos", () => null),
    },
  },
  {
    id: "SCR-05",
    says: "a status is none of the documented ones",
    rules: breaks("esimQuery queryOrdStatusAndEmail", ANY),
    on: {
      esimaccess: atPath("esimQuery", "obj.esimList.*.esimStatus", (old) => (old === "CANCEL" ? "CANCELED" : old)),
      fms: atPath("queryOrdStatusAndEmail", "data.orderPayStatus", (old) => (old === 3 ? 4 : old)),
    },
  },
  {
    id: "SCR-06",
    says: "an ICCID has 18 digits",
    rules: breaks("esimTopup myEsimDetail myEsimDetailV11", ANY),
    on: {
      esimaccess: atPath("esimTopup", "obj.iccid", (old) => String(old).slice(0, 18)),
      fms: atPath("myEsimDetail myEsimDetailV11", "data.iccid", (old) =>
        old === null ? old : String(old).slice(0, 18),
      ),
    },
  },
  {
    id: "SCR-07",
    says: "a time breaks its format",
    rules: breaks("esimQuery myEsimDetail", ANY),
    on: {
      esimaccess: atPath("esimQuery", "obj.esimList.*.expiredTime", (old) => String(old).replace("+0000", "")),
      fms: atPath("myEsimDetail", "data.updateTime", () => "yesterday"),
    },
  },
  {
    id: "SCR-08",
    says: "an undocumented member shows what the provider pays",
    rules: breaks("esimOrder preOrderPackage", ANY),
    on: {
      esimaccess: onSuccess("esimOrder", (value) => putAt(value, "obj.supplierCost", 4200)),
      fms: onSuccess("preOrderPackage", (value) => putAt(value, "data.supplierCost", 4.2)),
    },
  },
  {
    id: "SCR-10",
    says: "a list of one element is unwrapped",
    rules: breaks("esimQuery packageDetail", ANY),
    on: {
      esimaccess: atPath("esimQuery", "obj.esimList.*.packageList", unwrapped),
      fms: atPath("packageDetail", "data.currencyInfos", unwrapped),
    },
  },
  {
    id: "SCR-11",
    says: "a body has the wrong one of several shapes",
    rules: [...breaks("*", "webhooks"), ...breaks("queryOrdStatusAndEmail", ANY)],
    on: {
      esimaccess: sendingAs("DATA_USAGE", (body) => changeAt(body, "notifyType", () => "VALIDITY_USAGE")),
      fms: onSuccess("queryOrdStatusAndEmail", (value) =>
        changeAt(value, "data", (old) => ({ qrCode: null, ...membersOf(old) })),
      ),
    },
  },
  {
    id: "SCR-14",
    says: "JSON is cut off",
    rules: breaks("balanceQuery queryCountry", ANY),
    on: { esimaccess: onAnswer("balanceQuery", cutOff), fms: onAnswer("queryCountry", cutOff) },
  },
  {
    id: "SCR-15",
    says: "the body begins with a byte order mark",
    rules: breaks("locationList countryPackageList", ANY),
    on: {
      esimaccess: onAnswer("locationList", (answer) => withText(answer, BOM + textOf(answer))),
      fms: onAnswer("countryPackageList", (answer) => withText(answer, BOM + textOf(answer))),
    },
  },
];

function unwrapped(old: unknown): unknown {
  return Array.isArray(old) && old.length === 1 ? old[0] : old;
}

function cutOff(answer: WireAnswer): WireAnswer {
  return withText(answer, textOf(answer).slice(0, -2));
}

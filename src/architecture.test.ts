import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

/** What a folder may import: folders of `src/`, and packages or built-in modules by the beginning of their name. */
interface Layer {
  /** Which files belong to it, as paths below `src/`; the first layer that fits counts. */
  readonly holds: RegExp;
  readonly imports: readonly RegExp[];
  readonly packages: readonly RegExp[];
}

const KERNEL = /^simulator\/kernel\//;
const ESIM = /^simulator\/esim\//;
const HTTP = /^simulator\/http\//;
const STORAGE = /^simulator\/storage\//;
const SYSTEM = /^simulator\/system\//;
const ADMIN = /^simulator\/admin\//;
const MUTANTS = /^simulator\/mutants\//;
const ROOT = /^simulator\/[^/]+$/;
const NODE = /^node:/;

/** To add an edge, change this table in a commit that argues for it. */
const layers: Readonly<Record<string, Layer>> = {
  kernel: { holds: KERNEL, imports: [KERNEL], packages: [] },
  esim: { holds: ESIM, imports: [ESIM, KERNEL], packages: [] },
  // The catalogue that a provider is handed is a value: reading it needs neither wire nor HTTP.
  ...rulesOf("esimaccess"),
  ...rulesOf("fms"),
  ...edgeOf("esimaccess"),
  ...edgeOf("fms"),
  http: {
    holds: HTTP,
    // esim: the provider port speaks of eSIMs, and QR pages look one up by its key.
    imports: [HTTP, KERNEL, ESIM],
    // node:http: the type of the listener's requests.
    packages: [/^hono$/, /^ajv(\/|$)/, /^ajv-formats$/, /^node:http$/],
  },
  admin: {
    holds: ADMIN,
    imports: [ADMIN, HTTP, KERNEL, ESIM],
    // node:crypto: the admin token is compared in constant time.
    packages: [/^hono(\/|$)/, /^node:crypto$/],
  },
  // Loaded only when a mutant is asked for; the handle is how it reaches the world behind the wire.
  mutants: {
    holds: MUTANTS,
    imports: [MUTANTS, HTTP, KERNEL, ESIM, /^simulator\/tenant-handle\.ts$/],
    // node:crypto: a mutant that skips a check of signatures has to make right ones.
    packages: [/^node:crypto$/],
  },
  storage: { holds: STORAGE, imports: [STORAGE, KERNEL], packages: [/^lowdb(\/|$)/, NODE] },
  system: { holds: SYSTEM, imports: [SYSTEM, KERNEL], packages: [/^@hono\/node-server(\/|$)/, /^qrcode$/, NODE] },
  // yaml: configuration files are YAML or JSON.
  "composition root": { holds: ROOT, imports: [/^simulator\//], packages: [/^hono$/, /^yaml$/, NODE] },
  // Contracts reach the simulator by one file only, through its public index.
  "in-process target": {
    holds: /^contracts\/targets\/in-process\.ts$/,
    imports: [/^contracts\//, /^client\//, /^simulator\/index\.ts$/],
    packages: [],
  },
  // The client: a target's world is driven through the control API, wherever that is.
  contracts: { holds: /^contracts\//, imports: [/^contracts\//, /^client\//], packages: [/./] },
  // Scenarios reach a simulator in this process by one file only, as contracts do; everything else goes over the control API.
  "scenarios in process": {
    holds: /^scenarios\/run\/in-process\.ts$/,
    imports: [/^scenarios\//, /^simulator\/index\.ts$/],
    packages: [],
  },
  // Of the contracts: YAML with places, nearest names, and the receiver of webhooks. A second one of each would be a defect.
  scenarios: {
    holds: /^scenarios\//,
    imports: [
      /^scenarios\//,
      /^client\//,
      /^contracts\/documents\/(json-pointer|nearest-name|source)\.ts$/,
      /^contracts\/run\/receiver\.ts$/,
      /^contracts\/report\/(junit-builder|wording)\.ts$/,
    ],
    packages: [/^ajv(\/|$)/, /^ajv-formats$/, NODE],
  },
  client: { holds: /^client\//, imports: [/^client\//], packages: [] },
  cli: {
    holds: /^cli\//,
    // Configuration and names, besides the public index: commands such as `env` must not load the whole simulator.
    imports: [
      /^cli\//,
      /^simulator\/(index|config[a-z-]*|client-environment|package-files)\.ts$/,
      /^simulator\/kernel\/json-places\.ts$/, // an imported file is refused with line and column
      /^contracts\/index\.ts$/,
      // A file of expectations is YAML with places, and its verdict may be JUnit: one reader and one builder for all.
      /^contracts\/(documents\/source|report\/junit-builder|report\/wording)\.ts$/,
      /^scenarios\/index\.ts$/,
      /^client\//,
    ],
    packages: [/^commander$/, NODE],
  },
};

function rulesOf(name: string): Record<string, Layer> {
  const own = `^simulator\\/providers\\/${name}\\/(operations\\/|(jobs|options|seed)\\.ts$)`;
  return { [`${name} rules`]: { holds: new RegExp(own), imports: [new RegExp(own), KERNEL, ESIM], packages: [] } };
}

function edgeOf(name: string): Record<string, Layer> {
  const own = new RegExp(`^simulator\\/providers\\/${name}\\/`);
  const imports = [own, HTTP, KERNEL, ESIM];
  const packages = [/^hono$/];
  // node:crypto: signatures are verified where the wire format is known.
  const auth: Layer = {
    holds: new RegExp(`${own.source}wire\\/auth\\.ts$`),
    imports,
    packages: [...packages, /^node:crypto$/],
  };
  return { [`${name} authentication`]: auth, [`${name} edge`]: { holds: own, imports, packages } };
}

/** Provider words that mean something else, or nothing, outside of the wire format. */
const WIRE_NAMES = [
  "esimTranNo",
  "topUpEsimTranNo",
  "smdpStatus",
  "esimStatus",
  "orderUsage",
  "totalVolume",
  "supportTopUpType",
  "unusedValidTime",
  "qrCodeUrl",
  "shortUrl",
  "packageInfoList",
  "esimUsageList",
  "locationNetworkList",
  "notifyType",
  "eventGenerateTime",
  "orderPayStatus",
  "surplusFlow",
  "packageFlow",
  "packageShowName",
  "coverCountrys",
  "payCurrency",
  "paypalId",
  "continentsCode",
  "isoCountryName",
  "messageSourceHandler",
];

/** What gives time, chance, secrets or the outside world; pure layers get these by ports. */
const IMPURE = [
  /(?<![.\w])Date\b/,
  /(?<![.\w])set(Timeout|Interval|Immediate)\b/,
  /\bMath\.random\b/,
  /(?<![.\w])crypto\b/,
  /(?<![.\w])fetch\s*\(/,
  /(?<![.\w])process\./,
  /(?<![.\w])performance\./,
];

const WAITING = [
  /\bset(Timeout|Interval)\s*\(/,
  /useFakeTimers/,
  /expect\.poll/,
  /\bwaitFor\s*\(/,
  /\bwaitUntil\s*\(/,
  /timers\/promises/,
];

const src = dirname(fileURLToPath(import.meta.url));

interface Source {
  readonly path: string;
  readonly text: string;
  /** Without comments. */
  readonly code: string;
  /** Without comments and the insides of strings. */
  readonly bare: string;
  readonly isTest: boolean;
}

function read(path: string): Source {
  const text = readFileSync(join(src, path), "utf8");
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
  const bare = code.replace(/"(?:[^"\\\n]|\\.)*"/g, '""').replace(/`(?:[^`\\]|\\.)*`/g, (found) => insertionsOf(found));
  return { path, text, code, bare, isTest: /\.test\.ts$|\/testing\//.test(path) };
}

/** A template holds code too: only that is kept of it. */
function insertionsOf(template: string): string {
  return [...template.matchAll(/\$\{([^}]*)\}/g)].map(([, inserted]) => inserted).join(" ");
}

const sources = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((path) => path.split(sep).join("/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
  .filter((path) => path !== "architecture.test.ts" && !path.endsWith("/generated.ts"))
  .sort()
  .map(read);
const product = sources.filter(({ isTest }) => !isTest);

/** The modules that a file names: packages as they are, files as paths below `src/`. */
function importsOf({ path, code }: Source): { packages: string[]; files: string[] } {
  const found = [...code.matchAll(/(?:^|[\s;}])(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, name]) => name ?? "");
  const isFile = (name: string): boolean => name.startsWith(".");
  const files = found.filter(isFile).map((name) =>
    relative(src, resolve(src, dirname(path), name))
      .split(sep)
      .join("/"),
  );
  return { packages: found.filter((name) => !isFile(name)), files };
}

const layerOf = (path: string): Layer | undefined => Object.values(layers).find(({ holds }) => holds.test(path));
const fits = (patterns: readonly RegExp[], name: string): boolean => patterns.some((pattern) => pattern.test(name));
const pathsOf = (found: readonly Source[]): string[] => found.map(({ path }) => path);

describe("imports", () => {
  test("are found at all: this test knows how the code writes them", () => {
    const composition = product.find(({ path }) => path === "simulator/simulator.ts");
    const { packages, files } = importsOf(composition ?? read("simulator/index.ts"));
    expect([packages.includes("hono"), files.includes("simulator/kernel/tenant.ts")]).toEqual([true, true]);
    expect(importsOf(read("simulator/system/qr-image.ts")).packages).toContain("qrcode");
  });

  test("belong to a layer that the table knows", () => {
    expect(pathsOf(product.filter(({ path }) => layerOf(path) === undefined))).toEqual([]);
  });

  test("go only where the table says", () => {
    const wrong = product.flatMap((source) => {
      const { files } = importsOf(source);
      const allowed = layerOf(source.path)?.imports ?? [];
      return files.filter((file) => !fits(allowed, file)).map((file) => `${source.path} -> ${file}`);
    });
    expect(wrong).toEqual([]);
  });

  test("use only the packages of their layer", () => {
    const wrong = product.flatMap((source) => {
      const allowed = layerOf(source.path)?.packages ?? [];
      return importsOf(source)
        .packages.filter((name) => !fits(allowed, name))
        .map((name) => `${source.path} -> ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  test("never lead from one provider to the other, not even in tests", () => {
    const wrong = sources.flatMap((source) => {
      const own = /^simulator\/providers\/([^/]+)\//.exec(source.path)?.[1];
      if (own === undefined) return [];
      const others = importsOf(source).files.filter((file) => file.startsWith("simulator/providers/"));
      return others
        .filter((file) => !file.startsWith(`simulator/providers/${own}/`))
        .map((file) => `${source.path} -> ${file}`);
    });
    expect(wrong).toEqual([]);
  });

  test("of the product never lead to tests", () => {
    const wrong = product.filter((source) =>
      importsOf(source).files.some((file) => /\.test\.ts$|\/testing\//.test(file)),
    );
    expect(pathsOf(wrong)).toEqual([]);
  });

  test("of files end in .ts", () => {
    const wrong = sources.filter((source) => importsOf(source).files.some((file) => !file.endsWith(".ts")));
    expect(pathsOf(wrong)).toEqual([]);
  });
});

test("kernel, eSIM domain and provider rules know no time, chance or outside world of their own", () => {
  const pure = product.filter(
    ({ path }) => KERNEL.test(path) || ESIM.test(path) || /\/operations\/|\/providers\/[^/]+\/jobs\.ts$/.test(path),
  );
  const wrong = pure.flatMap(({ path, bare }) =>
    IMPURE.filter((word) => word.test(bare)).map((word) => `${path}: ${word.source}`),
  );
  expect(wrong).toEqual([]);
});

test("wire names occur only under wire/, in mutants and in tests", () => {
  const pattern = new RegExp(`\\b(${WIRE_NAMES.join("|")})\\b`);
  // Mutants break what is on the wire, so they cannot but name it.
  const isExempt = (path: string): boolean => path.includes("/wire/") || MUTANTS.test(path);
  const wrong = product.filter(({ path, code }) => !isExempt(path) && pattern.test(code));
  expect(wrong.map(({ path, code }) => `${path}: ${pattern.exec(code)?.[0]}`)).toEqual([]);
});

test("only the command line writes to the terminal, and only configuration reads the environment", () => {
  const writes = product.filter(
    ({ path, bare }) => !path.startsWith("cli/") && /\bconsole\.|process\.(stdout|stderr)\b/.test(bare),
  );
  const reads = product.filter(
    ({ path, bare }) => !/^simulator\/config|^cli\//.test(path) && /process\.env\b/.test(bare),
  );
  expect([pathsOf(writes), pathsOf(reads)]).toEqual([[], []]);
});

test("nothing is exported by default, and only the public indexes pass on what others export", () => {
  const byDefault = sources.filter(({ code }) => /^export default\b/m.test(code));
  const passing = product.filter(
    ({ path, code }) =>
      // A provider's index is its face: what the composition root needs of it, such as its credentials.
      !/^(simulator|contracts|scenarios|simulator\/providers\/[^/]+)\/index\.ts$/.test(path) &&
      /^export (type )?(\*|\{[^}]*\}) from/m.test(code),
  );
  expect([pathsOf(byDefault), pathsOf(passing)]).toEqual([[], []]);
});

test("no file has more than 400 lines", () => {
  const long = sources.filter(({ text }) => text.split("\n").length > 401);
  expect(long.map(({ path, text }) => `${path}: ${text.split("\n").length - 1}`)).toEqual([]);
});

test("file names are in kebab-case and say what the file holds", () => {
  const wrong = sources.filter(({ path }) => {
    const name = path.split("/").at(-1) ?? "";
    return (
      !/^[a-z0-9]+(-[a-z0-9]+)*(\.system)?(\.test)?\.ts$/.test(name) ||
      /(^|-)(utils?|helpers?|common|misc|manager|service)\b/.test(name)
    );
  });
  expect(pathsOf(wrong)).toEqual([]);
});

test("unit tests neither sleep nor poll nor fake timers", () => {
  const unit = sources.filter(({ path, isTest }) => isTest && !path.endsWith(".system.test.ts"));
  const wrong = unit.flatMap(({ path, code }) =>
    WAITING.filter((word) => word.test(code)).map((word) => `${path}: ${word.source}`),
  );
  expect(wrong).toEqual([]);
});

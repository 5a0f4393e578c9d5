import { resolve } from "node:path";
import { packageVersion } from "../simulator/package-files.ts";
import type { RunningSandbox } from "./sandbox.ts";
import type { Paint } from "./terminal.ts";

/** What a person reads when the sandbox is ready: addresses, credentials, where the state is, and three commands to try. */
export function banner({ config, simulator }: RunningSandbox, paint: Paint): string {
  const env = simulator.clientEnvironment();
  const { ESIMACCESS_ACCESS_CODE: accessCode, ESIMACCESS_SECRET_KEY: secretKey, FMS_PARTNER_CODE: partnerCode } = env;
  const { ESIMACCESS_BASE_URL: esimaccess, FMS_BASE_URL: fms } = env;
  const shows = (provider: string): boolean => config.provider === "all" || config.provider === provider;
  const { now, mode, speed } = simulator.clock.show();
  const clock = mode === "frozen" ? `stands at ${now}` : `runs, ${now}${speed === 1 ? "" : `, ${speed} times as fast`}`;
  const rows = [
    ...(shows("esimaccess")
      ? [
          ["eSIM Access", esimaccess],
          ["", `access code ${accessCode}, secret key ${secretKey}`],
        ]
      : []),
    ...(shows("fms")
      ? [
          ["FMS", fms],
          ["", `partner code ${partnerCode}`],
        ]
      : []),
    ["Control", `${simulator.url}/__admin`],
    ["State", config.data === null ? "in memory, gone when it stops" : resolve(config.data)],
    ["Clock", clock],
  ];
  const json = "-H 'content-type: application/json'";
  const commands = [
    ...(shows("esimaccess")
      ? [`curl ${esimaccess}/balance/query -H 'RT-AccessCode: ${accessCode}' ${json} -d '{}'`]
      : []),
    ...(shows("fms") ? [`curl ${fms}/package/countryPackageList ${json} -d '{"partnerCode":"${partnerCode}"}'`] : []),
    `curl ${simulator.url}/__admin/health`,
    ...(config.provider === "all" ? [] : [`curl ${simulator.url}/__admin/ready`]),
  ];
  return [
    paint.bold(`esim-sandbox ${packageVersion()} is ready at ${simulator.url}`),
    "",
    ...rows.map(([name = "", value = ""]) => `  ${name.padEnd(12)}${value}`),
    "",
    "Try:",
    ...commands.map((command) => `  ${command}`),
    "",
    paint.dim("Ctrl-C stops it. One line per request follows."),
  ].join("\n");
}

/** The first line under `--json`: what a program that started the sandbox needs to know. */
export function readyRecord({ simulator }: RunningSandbox): Readonly<Record<string, unknown>> {
  return { event: "ready", url: simulator.url, pid: process.pid, env: simulator.clientEnvironment() };
}

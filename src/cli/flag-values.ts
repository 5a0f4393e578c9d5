import { readFile } from "node:fs/promises";
import { CommandRefused } from "./control-call.ts";
import type { GivenFlags } from "./flags.ts";

/** The text of a flag, or null. */
export function textFlag(flags: GivenFlags, name: string): string | null {
  const value = flags[name];
  return typeof value === "string" ? value : null;
}

/** The texts of a flag that may be repeated. */
export function textFlags(flags: GivenFlags, name: string): readonly string[] {
  const value = flags[name];
  return Array.isArray(value) ? value : [];
}

/** The number of a flag, or null. @throws CommandRefused */
export function numberFlag(flags: GivenFlags, name: string): number | null {
  const text = textFlag(flags, name);
  if (text === null) return null;
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  throw new CommandRefused(`--${dashed(name)} must be a number, got "${text}"`);
}

/** NAME=VALUE as its two parts; the value is null where there is none. @throws CommandRefused */
export function pairOf(text: string, flag: string): readonly [name: string, value: string | null] {
  const at = text.indexOf("=");
  const name = at === -1 ? text : text.slice(0, at);
  if (name === "") throw new CommandRefused(`--${flag} must be NAME=VALUE, got "${text}"`);
  const value = at === -1 ? "" : text.slice(at + 1);
  return [name, value === "" ? null : value];
}

/** `kind:name=value,name=value` as the kind and its members. A comma that is followed by no name belongs to the value. @throws CommandRefused */
export function partsOf(text: string, flag: string): [string, Record<string, string>] {
  const at = text.indexOf(":");
  if (at === -1) return [text, {}];
  const parts = text.slice(at + 1).split(/,(?=[A-Za-z][A-Za-z0-9]*=)/);
  const members = parts.map((part) => {
    const [name, value] = pairOf(part, flag);
    return [name, value ?? ""] as const;
  });
  return [text.slice(0, at), Object.fromEntries(members)];
}

/** A text, or the content of the file that `@FILE` names. @throws CommandRefused */
export async function textOrFile(text: string): Promise<string> {
  if (!text.startsWith("@")) return text;
  try {
    return await readFile(text.slice(1), "utf8");
  } catch (error) {
    const { code = "it" } = error instanceof Error && "code" in error ? { code: String(error.code) } : {};
    throw new CommandRefused(`the file ${text.slice(1)} must be readable, got ${code}`);
  }
}

/** JSON as a value. @throws CommandRefused with where it is wrong */
export function jsonOf(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandRefused(`${what} must be JSON, got: ${reason}`);
  }
}

function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

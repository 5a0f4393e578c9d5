/** Whether a rule is the one that is named, or fits a glob in which `*` stands for any characters. */
export function matchesRule(glob: string, rule: string): boolean {
  if (glob === rule) return true;
  const pattern = glob.split(/\*+/).map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pattern.join(".*")}$`).test(rule);
}

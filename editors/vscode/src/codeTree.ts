/** The codes by class, as the tree shows them. */

import type { Suggestion, Usage } from "./requests.ts";

export interface ClassNode {
  readonly kind: "class";
  readonly title: string;
  readonly codes: readonly CodeNode[];
}

export interface CodeNode {
  readonly kind: "code";
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly places: number;
}

const TITLES: Readonly<Record<string, string>> = {
  1: "1xx Informational",
  2: "2xx Successful",
  3: "3xx Redirection",
  4: "4xx Client Error",
  5: "5xx Server Error",
};
const OTHER = "Other";
const STATUS = /^\d(\d\d|xx)(\.|$)/;
const OWN_OR_REGISTERED = new Set(["Your team", ...Object.values(TITLES).map((title) => title.slice(4))]);

/** Return the classes that have codes: those in use and, of all that are known, the team's and the registered ones. */
export function groupCodes(usages: readonly Usage[], known: readonly Suggestion[]): ClassNode[] {
  const texts = new Map(known.map((item) => [item.query, item.text]));
  const codes = new Map<string, CodeNode>();
  for (const { code, title, places } of usages) {
    const shown = code.endsWith("xx") ? `${code}, the class itself` : title;
    codes.set(code, { kind: "code", code, title: shown, places, text: texts.get(code) ?? "" });
  }
  for (const { query, title, label, text } of known) {
    if (OWN_OR_REGISTERED.has(label) && !codes.has(query)) {
      codes.set(query, { kind: "code", code: query, title, places: 0, text });
    }
  }
  const sorted = [...codes.values()].sort((one, other) => compareCodes(one.code, other.code));
  return [...Object.values(TITLES), OTHER]
    .map((title) => ({ kind: "class" as const, title, codes: sorted.filter((item) => titleFor(item) === title) }))
    .filter((group) => group.codes.length > 0);
}

/** Return "3 places", "1 place"; empty for none. */
export function countPlaces(places: number): string {
  return places === 0 ? "" : `${places.toLocaleString("en")} ${places === 1 ? "place" : "places"}`;
}

/** Return the sum of the places of a class. */
export function placesOf(group: ClassNode): number {
  return group.codes.reduce((sum, item) => sum + item.places, 0);
}

function titleFor(item: CodeNode): string {
  return (STATUS.test(item.code) ? TITLES[item.code[0] ?? ""] : undefined) ?? OTHER;
}

/** A class stands before its codes, 403.9 before 403.10. */
function compareCodes(one: string, other: string): number {
  return one.replace("xx", "").localeCompare(other.replace("xx", ""), "en", { numeric: true });
}

/** The entries of the list from which a status is picked. */

import type { Suggestion } from "./requests.ts";

/** An entry that can be picked, or the heading of those below it. */
export type Entry =
  | { readonly heading: string }
  | { readonly query: string; readonly label: string; readonly description: string; readonly detail: string };

const CLASSES = ["Informational", "Successful", "Redirection", "Client Error", "Server Error"];
const TEAM = "Your team";
const VENDORS = "Vendors’ own";

/** Return entries for suggestions as they come; where nothing was typed, with a heading over each kind of code. */
export function toEntries(suggestions: readonly Suggestion[], typed: string): Entry[] {
  if (typed.trim() !== "") {
    return suggestions.map(toEntry);
  }
  const entries: Entry[] = [];
  let last = "";
  for (const suggestion of suggestions) {
    const heading = headingOf(suggestion);
    if (heading !== last) {
      entries.push({ heading });
    }
    entries.push(toEntry(suggestion));
    last = heading;
  }
  return entries;
}

/** Return the heading over a code in a list of all: its class, the team, or the vendors. */
export function headingOf(suggestion: Suggestion): string {
  if (suggestion.label === TEAM) {
    return TEAM;
  }
  return CLASSES.includes(suggestion.label) ? `${suggestion.query[0]}xx ${suggestion.label}` : VENDORS;
}

function toEntry({ query, title, label, text, constant }: Suggestion): Entry {
  return { query, label: title, description: [label, constant].filter(Boolean).join(" · "), detail: text };
}

/** Return the number around a place in a line that can be a status; empty where there is none. */
export function numberAt(line: string, character: number): string {
  const numbers = [...line.matchAll(/(?<![\w.])[1-9]\d\d(?![\w.])/g)];
  const found = numbers.find(({ index }) => index <= character && character <= index + 3);
  return found?.[0] ?? "";
}

/** The languages that the server reads, as package.json lists them. */

interface Manifest {
  readonly activationEvents: readonly string[];
}

const EVENT = "onLanguage:";

export function languagesOf(manifest: Manifest): string[] {
  const events = manifest.activationEvents.filter((event) => event.startsWith(EVENT));
  return events.map((event) => event.slice(EVENT.length));
}

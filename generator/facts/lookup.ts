import type { ServiceFact, SuccessFact } from "./service-fact.js";
import { services } from "./services.js";

const byWord: ReadonlyMap<string, ServiceFact> = new Map([
  // What is official wins over what somebody calls it.
  ...services.flatMap((fact) => (fact.titles ?? []).map((word) => [word, fact] as const)),
  ...services.map((fact) => [fact.project, fact] as const),
  ...services.flatMap((fact) => (fact.aliases ?? []).map((word) => [word, fact] as const)),
  ...services.map((fact) => [fact.type, fact] as const),
]);

/** The service that is called this in kebab case: by type, alias, project or title. */
export function serviceCalled(word: string): ServiceFact | undefined {
  return byWord.get(word.toLowerCase());
}

/** The service that asks for its microversions with this word before the version. */
export function serviceOfHeaderWord(word: string): ServiceFact | undefined {
  const lower = word.toLowerCase();
  return services.find((fact) => askedBy(fact)?.word === lower) ?? serviceCalled(lower);
}

/** The service that has this header of the time before `OpenStack-API-Version`. */
export function serviceOfHeader(name: string): ServiceFact | undefined {
  const lower = name.toLowerCase();
  return services.find((fact) =>
    askedBy(fact)?.older?.some((header) => header.toLowerCase() === lower),
  );
}

/** The successes that a service answers an operation with where its published docs name others. */
export function successesOf(
  service: ServiceFact | undefined,
  method: string,
  path: string,
): readonly SuccessFact[] {
  const operation = `${method} ${path.replace(/\{[^{}]*\}/g, "{}")}`;
  return service?.successes?.filter(({ operations }) => operations.includes(operation)) ?? [];
}

/** Whether a service is known to answer an empty text for a member, `box.address`, that has nothing to tell. */
export function isEmptyText(service: ServiceFact, member: string): boolean {
  return service.emptyTexts?.some(({ members }) => members.includes(member)) === true;
}

/** The variable by which the paths of a service name the project of the caller, where it is known to be one. */
export function accountVariable(service: string): string | undefined {
  return serviceCalled(service)?.account?.variable;
}

function askedBy({ microversions }: ServiceFact) {
  return microversions === undefined || "none" in microversions ? undefined : microversions;
}

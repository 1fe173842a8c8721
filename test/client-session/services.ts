import { afterEach } from "vitest";
import type { Service } from "../client-runtime/server.js";

const services: Service[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
});

/** The same service, which is closed after the test. */
export function closing(service: Service): Service {
  services.push(service);
  return service;
}

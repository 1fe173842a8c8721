/**
 * How many cases of a property are tried: all of them in `npm run test:runs`, which has the files of
 * `properties` in vitest.config.ts as well, and a quarter in `npm test`.
 */
export function casesOf(all: number): number {
  return process.env["RESTANZA_RUNS"] ? all : Math.ceil(all / 4);
}

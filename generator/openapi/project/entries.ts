/** A map without those of its entries that are away. */
export function entriesLeft<Value>(
  map: Readonly<Record<string, Value>>,
  one: (value: Value) => Value | undefined,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(map ?? {}).flatMap(([name, value]) => {
      const left = one(value);
      return left === undefined ? [] : [[name, left] as const];
    }),
  );
}

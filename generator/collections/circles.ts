/**
 * What can be reached from `start`, in groups of those that lead to each other; each group stands
 * behind all that it leads to. Tarjan's algorithm, without recursion: a chain may be of any length.
 */
export function circlesFrom(
  start: string,
  leadsTo: (one: string) => readonly string[],
): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const groups: string[][] = [];
  const way: { readonly one: string; readonly next: readonly string[]; at: number }[] = [];
  const enter = (one: string): void => {
    order.set(one, order.size);
    lowest.set(one, order.size - 1);
    open.push(one);
    isOpen.add(one);
    way.push({ one, next: leadsTo(one), at: 0 });
  };
  const lower = (one: string, to: number): void => {
    lowest.set(one, Math.min(lowest.get(one) ?? to, to));
  };
  enter(start);
  for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
    const next = here.next[here.at];
    here.at += 1;
    if (next !== undefined) {
      if (!order.has(next)) enter(next);
      else if (isOpen.has(next)) lower(here.one, order.get(next) ?? 0);
      continue;
    }
    way.pop();
    const before = way.at(-1);
    if (before !== undefined) lower(before.one, lowest.get(here.one) ?? 0);
    if (lowest.get(here.one) !== order.get(here.one)) continue;
    const group = open.splice(open.lastIndexOf(here.one));
    for (const one of group) isOpen.delete(one);
    groups.push(group);
  }
  return groups;
}

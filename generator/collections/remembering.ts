/** So many answers are kept: more than the names of any service, and no burden for a process. */
const most = 8192;

/**
 * The same function of a text, which remembers what it answered: the names of an API come back
 * thousands of times in a run. What it remembers is bounded, since a process may use the API of this
 * package again and again.
 */
export function remembering<Value>(answer: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Value;
    const value = answer(text);
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}

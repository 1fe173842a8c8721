import { expect, test } from "vitest";
import { Bursts, type Clock } from "../../../generator/cli/watch/bursts.js";

/** A clock that stands still until it is told to go on, and the bursts that came by it. */
function bursts(isBusy: () => boolean = () => false) {
  let now = 0;
  const waiting = new Set<{ readonly at: number; readonly call: () => void }>();
  const clock: Clock = {
    now: () => now,
    after(milliseconds, then) {
      const entry = { at: now + milliseconds, call: then };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
  };
  const whole: (readonly string[])[] = [];
  const since: number[] = [];
  const self = new Bursts(
    (burst) => {
      whole.push([...burst.paths]);
      since.push(burst.since);
    },
    isBusy,
    clock,
  );
  return {
    self,
    whole,
    since,
    pass(milliseconds: number) {
      for (const until = now + milliseconds; now < until; now += 1)
        for (const entry of Array.from(waiting))
          if (entry.at <= now + 1) {
            waiting.delete(entry);
            entry.call();
          }
    },
  };
}

test("what comes within a moment is one burst, of when it began", () => {
  const { self, whole, since, pass } = bursts();
  pass(100);
  self.add("a");
  pass(5);
  self.add("b");
  self.add("a");
  pass(5);
  expect(whole).toEqual([]);
  pass(20);
  expect([whole, since]).toEqual([[["a", "b"]], [100]]);
});

test("what comes later is another burst", () => {
  const { self, whole, pass } = bursts();
  self.add("a");
  pass(50);
  self.add("b");
  pass(50);
  expect(whole).toEqual([["a"], ["b"]]);
});

test("where the system tells of many names, more is waited for", () => {
  const { self, whole, pass } = bursts();
  for (const name of ["1", "2", "3", "4"]) self.stir(name);
  self.add("a");
  pass(100);
  expect(whole).toEqual([]);
  self.add("b");
  pass(200);
  expect(whole).toEqual([["a", "b"]]);
  self.add("c");
  pass(20);
  expect(whole).toEqual([["a", "b"], ["c"]]);
});

test("what does not count makes no burst", () => {
  const { self, whole, pass } = bursts();
  self.stir("a");
  pass(1000);
  expect([whole, self.isWaiting]).toEqual([[], false]);
});

test("while somebody is busy it waits, but not for ever", () => {
  let isBusy = true;
  const { self, whole, pass } = bursts(() => isBusy);
  self.add("a");
  pass(1000);
  expect(whole).toEqual([]);
  isBusy = false;
  // What was written last may be told of late.
  pass(100);
  self.add("b");
  pass(400);
  expect(whole).toEqual([["a", "b"]]);
  isBusy = true;
  self.add("c");
  pass(6000);
  expect(whole).toEqual([["a", "b"], ["c"]]);
});

test("a disk that is never at rest is looked at all the same", () => {
  const { self, whole, pass } = bursts();
  for (let count = 0; count < 1200; count += 1) {
    self.add(String(count % 2));
    pass(5);
  }
  expect(whole).toEqual([["0", "1"]]);
});

test("stopped, it forgets what waits", () => {
  const { self, whole, pass } = bursts();
  self.add("a");
  self.stop();
  pass(1000);
  expect(whole).toEqual([]);
});

// Timers without time: a call lasts a second at most and waits for nothing outside, so a timer is due as soon as
// nothing else is left to run, in the order of their delays. Leaves out setInterval, which would never end.
(() => {
  'use strict';
  const { globals } = __world;
  const TICKS = 16; // promises that were waiting get so many turns before the next timer fires
  const settled = Promise.resolve();
  const waiting = [];
  let now = 0;
  let last = 0;
  let isPumping = false;

  async function pump() {
    isPumping = true;
    while (waiting.length > 0) {
      for (let tick = 0; tick < TICKS; tick += 1) {
        await settled;
      }
      waiting.sort((one, other) => one.due - other.due || one.id - other.id);
      const timer = waiting.shift();
      if (timer !== undefined) {
        now = timer.due;
        timer.run();
      }
    }
    isPumping = false;
  }

  function after(callback, delay, given) {
    if (typeof callback !== 'function') {
      throw new TypeError('The "callback" argument must be of type function.');
    }
    last += 1;
    waiting.push({ id: last, due: now + Math.max(1, Number(delay) || 0), run: () => callback(...given) });
    if (!isPumping) {
      pump();
    }
    return last;
  }

  function clear(id) {
    const index = waiting.findIndex((timer) => timer.id === id);
    if (index >= 0) {
      waiting.splice(index, 1);
    }
  }

  globals.setTimeout = (callback, delay, ...given) => after(callback, delay, given);
  globals.setTimeout[Symbol.for('nodejs.util.promisify.custom')] = (delay, value) =>
    new Promise((resolve) => {
      after(resolve, delay, [value]);
    });
  globals.setImmediate = (callback, ...given) => after(callback, 0, given);
  globals.clearTimeout = clear;
  globals.clearImmediate = clear;
  globals.queueMicrotask = (callback) => {
    settled.then(() => callback());
  };
})();

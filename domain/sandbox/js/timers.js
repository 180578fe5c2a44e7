// Timers without time: a call lasts a second at most and waits for nothing outside, so a timer is due as soon as
// nothing else is left to run, in the order of their delays. Leaves out setInterval, which would never end.
(() => {
  'use strict';
  const { globals, modules, unfit } = __world;
  const { console } = globals;
  const PROMISED = Symbol.for('nodejs.util.promisify.custom');
  const TICKS = 16; // promises that were waiting get so many turns before the next timer fires
  const settled = Promise.resolve();
  const waiting = [];
  let [now, last, isPumping] = [0, 0, false];

  function fire(timer) {
    now = timer.due;
    try {
      timer.run();
    } catch (error) {
      console.error('Uncaught', error);
    }
  }

  async function pump() {
    isPumping = true;
    while (waiting.length > 0) {
      for (let tick = 0; tick < TICKS; tick += 1) {
        await settled;
      }
      waiting.sort((one, other) => one.due - other.due || one.id - other.id);
      if (waiting.length > 0) {
        fire(waiting.shift());
      }
    }
    isPumping = false;
  }

  function expectFunction(callback) {
    if (typeof callback !== 'function') {
      throw unfit('"callback" argument', 'of type function', callback);
    }
  }

  function after(callback, delay, given) {
    expectFunction(callback);
    last += 1;
    waiting.push({ id: last, due: now + Math.max(0, Number(delay) || 0), run: () => callback(...given) });
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

  const setTimeout = (callback, delay, ...given) => after(callback, Math.max(1, Number(delay) || 0), given);
  const setImmediate = (callback, ...given) => after(callback, 0, given);
  const promised = {
    setTimeout: (delay, value) => new Promise((resolve) => setTimeout(resolve, delay, value)),
    setImmediate: (value) => new Promise((resolve) => setImmediate(resolve, value)),
  };
  setTimeout[PROMISED] = promised.setTimeout;
  setImmediate[PROMISED] = promised.setImmediate;

  const timers = { setTimeout, setImmediate, clearTimeout: clear, clearImmediate: clear };
  Object.assign(globals, timers);
  modules.timers = { ...timers, promises: promised };
  modules['timers/promises'] = promised;
  globals.queueMicrotask = (callback) => {
    expectFunction(callback);
    settled.then(() => callback());
  };
})();

// The console: texts to the host's log, cut to what one call may say. Total: nothing a customer's code has replaced or
// made can make it throw. Leaves out time, and where the texts go.
(() => {
  'use strict';
  const world = __world;
  const { format, inspect, kinds } = world;
  const { free } = kinds;
  const { log: write } = world.host;
  const [slice, repeat, indexOf, padEnd, codeAt, wellFormed] = ['slice', 'repeat', 'indexOf', 'padEnd', 'charCodeAt', 'toWellFormed'].map((name) => free(String.prototype[name]));
  const [mapGet, mapSet, mapDelete] = [Map.prototype.get, Map.prototype.set, Map.prototype.delete].map(free);
  const { keys: keysOf } = Object;
  const { max } = Math;
  const { apply } = Reflect;
  const LONGEST = 4096;
  const MOST = 16384 - 128; // the rest is for the line that says so
  const EACH = 16; // what a line costs besides its text
  const counts = new Map();
  let left = MOST;
  let isFull = false;
  let indent = '';

  function say(level, text) {
    if (isFull) {
      return;
    }
    // half a surrogate pair, of the customer's or of our cut, is no text beyond this world
    const line = wellFormed(text.length > LONGEST ? `${slice(text, 0, LONGEST - 1)}…` : text);
    const cost = sizeOf(line) + EACH;
    if (cost > left) {
      isFull = true;
      write('warn', 'the rest of what was logged in this call was cut: it was more than 16 KB');
      return;
    }
    left -= cost;
    write(level, line);
  }

  // In UTF-8, counted without what customers' code could have replaced.
  function sizeOf(text) {
    let size = text.length;
    for (let index = 0; index < text.length; index += 1) {
      const code = codeAt(text, index);
      size += code < 128 ? 0 : code < 2048 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
    }
    return size;
  }

  function indented(text) {
    if (indent === '') {
      return text;
    }
    let [shown, from] = ['', 0];
    for (let at = indexOf(text, '\n'); at >= 0; at = indexOf(text, '\n', from)) {
      shown += indent + slice(text, from, at + 1);
      from = at + 1;
    }
    return shown + indent + slice(text, from);
  }

  function tell(level, make) {
    let text;
    try {
      text = indented(make());
    } catch {
      text = `${indent}[what was logged cannot be shown]`;
    }
    if (!isFull) {
      say(level, text);
    }
  }

  const to = (level) => (...given) => tell(level, () => apply(format, undefined, given));

  function rule(widths, start, between, end) {
    let text = start;
    for (let index = 0; index < widths.length; index += 1) {
      text += (index === 0 ? '' : between) + repeat('─', widths[index]);
    }
    return text + end;
  }

  function rowText(cells, widths) {
    let text = '│';
    for (let index = 0; index < widths.length; index += 1) {
      const cell = cells[index] ?? '';
      text += ` ${padEnd(cell, widths[index] - 1)}│`;
    }
    return text;
  }

  function drawn(rows) {
    const widths = [];
    for (let row = 0; row < rows.length; row += 1) {
      for (let index = 0; index < rows[0].length; index += 1) {
        widths[index] = max(widths[index] ?? 0, (rows[row][index] ?? '').length + 2);
      }
    }
    let text = `${rule(widths, '┌', '┬', '┐')}\n${rowText(rows[0], widths)}\n${rule(widths, '├', '┼', '┤')}\n`;
    for (let row = 1; row < rows.length; row += 1) {
      text += `${rowText(rows[row], widths)}\n`;
    }
    return text + rule(widths, '└', '┴', '┘');
  }

  const cellOf = (value) => inspect(value, { depth: 0, maxArrayLength: 3, breakLength: Infinity, maxStringLength: 100 });

  // One row for each property; its own properties are the columns, anything else is in a column "Values".
  function tableOf(data) {
    const rows = [['(index)']];
    const columns = new Map();
    const names = keysOf(data);
    const plain = [];
    for (let at = 0; at < names.length && at < 100; at += 1) {
      const row = [names[at]];
      const value = data[names[at]];
      if (typeof value === 'object' && value !== null) {
        const inner = keysOf(value);
        for (let index = 0; index < inner.length && index < 20; index += 1) {
          let column = mapGet(columns, inner[index]);
          if (column === undefined) {
            column = rows[0].length;
            mapSet(columns, inner[index], column);
            rows[0][column] = inner[index];
          }
          row[column] = cellOf(value[inner[index]]);
        }
      } else {
        plain[plain.length] = { row, text: cellOf(value) };
      }
      rows[rows.length] = row;
    }
    const last = rows[0].length;
    for (let index = 0; index < plain.length; index += 1) {
      rows[0][last] = 'Values';
      plain[index].row[last] = plain[index].text;
    }
    return drawn(rows);
  }

  const labelOf = (label) => (label === undefined ? 'default' : `${label}`);
  const nothing = () => {};
  const log = to('log');

  function counted(label) {
    const name = labelOf(label);
    const count = (mapGet(counts, name) ?? 0) + 1;
    mapSet(counts, name, count);
    return `${name}: ${count}`;
  }

  function asserted(condition, given) {
    if (typeof given[0] !== 'string') {
      return given.length === 0 ? 'Assertion failed' : `Assertion failed ${apply(format, undefined, given)}`;
    }
    given[0] = `Assertion failed: ${given[0]}`;
    return apply(format, undefined, given);
  }

  function group(...given) {
    if (given.length > 0) {
      apply(log, undefined, given);
    }
    indent = slice(`${indent}  `, 0, 40);
  }

  world.globals.console = {
    log,
    info: to('info'),
    warn: to('warn'),
    error: to('error'),
    debug: to('debug'),
    trace: (...given) => tell('error', () => `Trace${given.length > 0 ? `: ${apply(format, undefined, given)}` : ''}`),
    dir: (value, options) => tell('log', () => inspect(value, { customInspect: false, ...options })),
    dirxml: log,
    table: (data) => tell('log', () => (typeof data === 'object' && data !== null ? tableOf(data) : format(data))),
    assert(condition, ...given) {
      if (!condition) {
        tell('warn', () => asserted(condition, given));
      }
    },
    count: (label) => tell('log', () => counted(label)),
    countReset(label) {
      mapDelete(counts, typeof label === 'symbol' ? 'default' : labelOf(label));
    },
    group,
    groupCollapsed: group,
    groupEnd() {
      indent = slice(indent, 2);
    },
    time: nothing,
    timeEnd: nothing,
    timeLog: nothing,
    timeStamp: nothing,
    profile: nothing,
    profileEnd: nothing,
    clear: nothing,
  };
})();

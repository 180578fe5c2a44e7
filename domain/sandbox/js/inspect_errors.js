// Errors as `util.inspect` shows them: name, message, and the places in the customer's text. Leaves out the frames of our
// own scripts, which would tell a customer nothing.
(() => {
  'use strict';
  const world = __world;
  const { layout } = world;
  const { free } = world.kinds;
  const { getOwnPropertyDescriptor } = Reflect;
  const [exec, includes, slice] = [RegExp.prototype.exec, String.prototype.includes, String.prototype.slice].map(free);
  const FRAME = /^\s*at (?:(.*) \()?<(?:input|anonymous)>:(\d+)(?::(\d+))?\)?$/;
  const LINE = /[^\n]+/g;
  const MOST_FRAMES = 10;
  const OWN = ['name', 'message', 'stack'];

  function nameOf(error, constructor) {
    const name = error.name === undefined ? 'Error' : `${error.name}`;
    return name === 'Error' && constructor !== null && constructor !== 'Error' ? constructor : name;
  }

  function framesOf(stack) {
    let text = '';
    let count = 0;
    LINE.lastIndex = 0;
    for (let line = exec(LINE, stack); line !== null && count < MOST_FRAMES; line = exec(LINE, stack)) {
      const frame = exec(FRAME, line[0]);
      const number = frame === null ? 0 : frame[2] - world.LINES_BEFORE;
      if (number > 0) {
        text += `\n    at ${frame[1] || '<anonymous>'} (line ${number}${frame[3] === undefined ? '' : `:${frame[3]}`})`;
        count += 1;
      }
    }
    return text;
  }

  // The text for the error itself. constructor: the name of its class, or null.
  world.errorText = (context, error, constructor) => {
    const message = `${error.message ?? ''}`;
    const name = nameOf(error, constructor);
    const header = slice(message === '' ? name : name === '' ? message : `${name}: ${message}`, 0, context.maxStringLength);
    const stack = error.stack;
    const frames = typeof stack === 'string' ? framesOf(stack) : '';
    context.left -= header.length + frames.length;
    return layout.indented(frames === '' ? `[${header}]` : header + frames, context.indentation);
  };

  // What is told already is no property to show; what is hidden and matters is one.
  world.errorKeys = (error, keys) => {
    const kept = [];
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index];
      const isTold = key === OWN[0] || key === OWN[1] || key === OWN[2];
      if (!isTold || (key !== 'stack' && !includes(`${error.name}: ${error.message}`, `${error[key]}`))) {
        kept[kept.length] = key;
      }
    }
    const hidden = ['cause', 'errors'];
    for (let index = 0; index < hidden.length; index += 1) {
      if (getOwnPropertyDescriptor(error, hidden[index])?.enumerable === false) {
        kept[kept.length] = hidden[index];
      }
    }
    return kept;
  };
})();

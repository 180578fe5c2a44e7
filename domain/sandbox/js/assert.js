// The modules `assert` and `assert/strict`. Leaves out differences drawn line by line.
(() => {
  'use strict';
  const world = __world;
  const { inspect, isDeepEqual, isDeepStrictEqual, modules } = world;
  const SIGNS = {
    equal: '==',
    notEqual: '!=',
    strictEqual: '===',
    notStrictEqual: '!==',
    deepEqual: 'deepEqual',
    notDeepEqual: 'notDeepEqual',
    deepStrictEqual: 'deepStrictEqual',
    notDeepStrictEqual: 'notDeepStrictEqual',
  };
  const SAID = {
    strictEqual: 'Expected values to be strictly equal:',
    notStrictEqual: 'Expected "actual" to be strictly unequal to:',
    deepEqual: 'Expected values to be loosely deep-equal:',
    notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
    deepStrictEqual: 'Expected values to be strictly deep-equal:',
    notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  };

  class AssertionError extends Error {
    constructor(options) {
      const { actual, expected, operator } = options;
      super(options.message === undefined ? messageFor(actual, expected, operator) : `${options.message}`);
      const isGenerated = options.message === undefined;
      Object.assign(this, { generatedMessage: isGenerated, code: 'ERR_ASSERTION', actual, expected, operator });
      Object.defineProperty(this, 'name', { value: 'AssertionError', writable: true, configurable: true });
    }
  }

  function messageFor(actual, expected, operator) {
    if (operator.startsWith('not') && SAID[operator] !== undefined) {
      return `${SAID[operator]}\n\n${inspect(expected)}`;
    }
    const said = SAID[operator];
    return said === undefined ? `${inspect(actual)} ${SIGNS[operator] ?? operator} ${inspect(expected)}` : `${said}\n\n${inspect(actual)} !== ${inspect(expected)}\n`;
  }

  function fault(message, usual, details) {
    return message instanceof Error ? message : Object.assign(new AssertionError({ ...details, message: message ?? usual }), { generatedMessage: message === undefined });
  }

  function check(holds, operator) {
    return (actual, expected, message) => {
      if (!holds(actual, expected)) {
        throw fault(message, undefined, { actual, expected, operator: SIGNS[operator] });
      }
    };
  }

  function named(operator, holds) {
    return (actual, expected, message) => {
      if (!holds(actual, expected)) {
        throw fault(message, messageFor(actual, expected, operator), { actual, expected, operator });
      }
    };
  }

  function ok(value, message) {
    if (!value) {
      const usual = arguments.length === 0 ? 'No value argument passed to `assert.ok()`' : 'The expression evaluated to a falsy value';
      throw fault(message, usual, { actual: value, expected: true, operator: '==' });
    }
  }

  function fail(message) {
    throw fault(message, 'Failed', { actual: undefined, expected: undefined, operator: 'fail' });
  }

  // Throws unless the error is as it was expected to be: a class, a pattern, a test, or properties.
  function judge(error, expected, message, operator) {
    if (expected === undefined) {
      return;
    }
    const details = { actual: error, expected, operator };
    if (typeof expected === 'function') {
      const isClass = expected.prototype !== undefined && error instanceof expected;
      const isKind = expected === Error || Object.prototype.isPrototypeOf.call(Error, expected);
      if (isClass) {
        return;
      }
      if (isKind) {
        throw error;
      }
      if (expected.call({}, error) !== true) {
        throw fault(message, 'The validation function is expected to return "true".', details);
      }
    } else if (expected instanceof RegExp) {
      if (expected.exec(`${error}`) === null) {
        throw fault(message, `The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(`${error}`)}\n`, details);
      }
    } else {
      for (const key of expected instanceof Error ? [...Object.keys(expected), 'name', 'message'] : Object.keys(expected)) {
        const isMatch = typeof error?.[key] === 'string' && expected[key] instanceof RegExp && expected[key].exec(error[key]) !== null;
        if (!isMatch && !isDeepStrictEqual(error?.[key], expected[key])) {
          throw fault(message, `${SAID.deepStrictEqual}\n\n${inspect(error?.[key])} !== ${inspect(expected[key])}`, details);
        }
      }
    }
  }

  function missing(expected, message, what, operator) {
    const name = typeof expected === 'function' && expected.name ? ` (${expected.name})` : '';
    return fault(message, `Missing expected ${what}${name}${typeof message === 'string' ? `: ${message}` : '.'}`, { actual: undefined, expected, operator });
  }

  const split = (expected, message) => (typeof expected === 'string' ? [undefined, expected] : [expected, message]);

  function throws(run, ...rest) {
    const [expected, message] = split(...rest);
    let [error, isThrown] = [undefined, false];
    try {
      run();
    } catch (caught) {
      [error, isThrown] = [caught, true];
    }
    if (!isThrown) {
      throw missing(expected, message, 'exception', 'throws');
    }
    judge(error, expected, message, 'throws');
  }

  async function rejects(promise, ...rest) {
    const [expected, message] = split(...rest);
    let [error, isThrown] = [undefined, false];
    const waited = typeof promise === 'function' ? promise() : promise;
    try {
      await waited;
    } catch (caught) {
      [error, isThrown] = [caught, true];
    }
    if (!isThrown) {
      throw missing(expected, message, 'rejection', 'rejects');
    }
    judge(error, expected, message, 'rejects');
  }

  function unwanted(error, message, what, operator) {
    return fault(typeof message === 'string' ? message : undefined, `Got unwanted ${what}.\nActual message: "${error?.message}"`, { actual: error, expected: undefined, operator });
  }

  function doesNotThrow(run, message) {
    try {
      run();
    } catch (error) {
      throw unwanted(error, message, 'exception', 'doesNotThrow');
    }
  }

  async function doesNotReject(promise, message) {
    try {
      await (typeof promise === 'function' ? promise() : promise);
    } catch (error) {
      throw unwanted(error, message, 'rejection', 'doesNotReject');
    }
  }

  function match(text, pattern, message) {
    if (typeof text !== 'string' || pattern.exec(text) === null) {
      throw fault(message, `The input did not match the regular expression ${inspect(pattern)}. Input:\n\n${inspect(text)}\n`, { actual: text, expected: pattern, operator: 'match' });
    }
  }

  function doesNotMatch(text, pattern, message) {
    if (typeof text === 'string' && pattern.exec(text) !== null) {
      throw fault(message, `The input was expected to not match the regular expression ${inspect(pattern)}. Input:\n\n${inspect(text)}\n`, { actual: text, expected: pattern, operator: 'doesNotMatch' });
    }
  }

  function ifError(value) {
    if (value !== null && value !== undefined) {
      throw fault(undefined, `ifError got unwanted exception: ${value?.message ?? inspect(value)}`, { actual: value, expected: null, operator: 'ifError' });
    }
  }

  // eslint-disable-next-line eqeqeq
  const isLoose = (one, other) => one == other || (one !== one && other !== other);
  const not = (holds) => (one, other) => !holds(one, other);
  const shared = { AssertionError, ok, fail, throws, rejects, doesNotThrow, doesNotReject, match, doesNotMatch, ifError };
  const strictly = {
    strictEqual: named('strictEqual', Object.is),
    notStrictEqual: named('notStrictEqual', not(Object.is)),
    deepStrictEqual: named('deepStrictEqual', isDeepStrictEqual),
    notDeepStrictEqual: named('notDeepStrictEqual', not(isDeepStrictEqual)),
  };
  const assert = Object.assign((...given) => ok(...given), shared, strictly, {
    equal: check(isLoose, 'equal'),
    notEqual: check(not(isLoose), 'notEqual'),
    deepEqual: named('deepEqual', isDeepEqual),
    notDeepEqual: named('notDeepEqual', not(isDeepEqual)),
  });
  const strict = Object.assign((...given) => ok(...given), shared, strictly, {
    equal: strictly.strictEqual,
    notEqual: strictly.notStrictEqual,
    deepEqual: strictly.deepStrictEqual,
    notDeepEqual: strictly.notDeepStrictEqual,
  });
  assert.strict = strict;
  strict.strict = strict;
  modules.assert = assert;
  modules['assert/strict'] = strict;
})();

// URLSearchParams: a list of pairs in form encoding, alone or as the query of a URL. Leaves out URLs.
(() => {
  'use strict';
  const world = __world;
  const { unescape } = world.modules.querystring;
  const CUSTOM = Symbol.for('nodejs.util.inspect.custom');
  const wellFormed = (value) => {
    const text = `${value}`;
    return text.toWellFormed === undefined ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text.toWellFormed();
  };

  function parsed(text) {
    return text
      .split('&')
      .filter((part) => part !== '')
      .map((part) => {
        const spaced = part.replaceAll('+', ' ');
        const at = part.indexOf('=');
        return at < 0 ? [unescape(spaced), ''] : [unescape(spaced.slice(0, at)), unescape(spaced.slice(at + 1))];
      });
  }

  function encoded(text) {
    const more = { "'": '%27', '(': '%28', ')': '%29', '!': '%21', '~': '%7E', '%20': '+' };
    return encodeURIComponent(text).replace(/['()!~]|%20/g, (found) => more[found]);
  }

  function pairOf(pair) {
    const values = typeof pair === 'object' && pair !== null ? [...pair] : [];
    if (values.length !== 2) {
      throw Object.assign(new TypeError('Each query pair must be an iterable [name, value] tuple'), { code: 'ERR_INVALID_TUPLE' });
    }
    return values.map(wellFormed);
  }

  function pairsOf(init) {
    if (init === undefined || init === null) {
      return [];
    }
    if (typeof init !== 'object' && typeof init !== 'function') {
      return parsed(wellFormed(init).replace(/^\?/, ''));
    }
    if (init[Symbol.iterator] !== undefined && init[Symbol.iterator] !== null) {
      return Array.from(init, pairOf);
    }
    return Object.entries(init).map((pair) => pair.map(wellFormed));
  }

  function needs(count, given) {
    if (given < count) {
      const names = count === 1 ? '"name" argument' : '"name" and "value" arguments';
      throw Object.assign(new TypeError(`The ${names} must be specified`), { code: 'ERR_MISSING_ARGS' });
    }
  }

  class URLSearchParams {
    #pairs;
    #changed = () => {};

    constructor(init = undefined) {
      this.#pairs = pairsOf(init);
    }

    // The query of a URL: changed is told of each change; replace makes the pairs anew.
    static {
      world.searchOf = (changed) => {
        const params = new URLSearchParams();
        params.#changed = () => changed(params.toString());
        return { params, replace: (query) => (params.#pairs = parsed(query)) };
      };
    }

    get size() {
      return this.#pairs.length;
    }

    append(name, value) {
      needs(2, arguments.length);
      this.#pairs.push([wellFormed(name), wellFormed(value)]);
      this.#changed();
    }

    delete(name, value = undefined) {
      needs(1, arguments.length);
      const key = wellFormed(name);
      this.#pairs = this.#pairs.filter((pair) => pair[0] !== key || (value !== undefined && pair[1] !== wellFormed(value)));
      this.#changed();
    }

    get(name) {
      needs(1, arguments.length);
      const key = wellFormed(name);
      return this.#pairs.find((pair) => pair[0] === key)?.[1] ?? null;
    }

    getAll(name) {
      needs(1, arguments.length);
      const key = wellFormed(name);
      return this.#pairs.filter((pair) => pair[0] === key).map((pair) => pair[1]);
    }

    has(name, value = undefined) {
      needs(1, arguments.length);
      const key = wellFormed(name);
      return this.#pairs.some((pair) => pair[0] === key && (value === undefined || pair[1] === wellFormed(value)));
    }

    set(name, value) {
      needs(2, arguments.length);
      const key = wellFormed(name);
      const first = this.#pairs.find((pair) => pair[0] === key) ?? [key, ''];
      if (!this.#pairs.includes(first)) {
        this.#pairs.push(first);
      }
      first[1] = wellFormed(value);
      this.#pairs = this.#pairs.filter((pair) => pair === first || pair[0] !== key);
      this.#changed();
    }

    sort() {
      this.#pairs.sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
      this.#changed();
    }

    forEach(callback, self = undefined) {
      if (typeof callback !== 'function') {
        throw Object.assign(new TypeError('The "callback" argument must be of type function.'), { code: 'ERR_INVALID_ARG_TYPE' });
      }
      for (const [name, value] of this) {
        callback.call(self, value, name, this);
      }
    }

    *entries() {
      for (let index = 0; index < this.#pairs.length; index += 1) {
        yield [...this.#pairs[index]];
      }
    }

    *keys() {
      for (const [name] of this.entries()) {
        yield name;
      }
    }

    *values() {
      for (const [, value] of this.entries()) {
        yield value;
      }
    }

    [Symbol.iterator]() {
      return this.entries();
    }

    toString() {
      return this.#pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
    }

    [CUSTOM](depth, options, inspect) {
      const pairs = this.#pairs.map(([name, value]) => `${inspect(name)} => ${inspect(value)}`).join(', ');
      return pairs === '' ? 'URLSearchParams {}' : `URLSearchParams { ${pairs} }`;
    }

    get [Symbol.toStringTag]() {
      return 'URLSearchParams';
    }
  }
  world.globals.URLSearchParams = URLSearchParams;
})();

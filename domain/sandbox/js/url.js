// The class URL: what customers see of the records that url_parsing.js makes. Leaves out Node's older functions.
(() => {
  'use strict';
  const world = __world;
  const { globals, percentEncoded, searchOf, urls } = world;
  const { PORTS, USERINFO, isOpaque, isSpecial, parse, written } = urls;
  const CUSTOM = Symbol.for('nodejs.util.inspect.custom');
  const SHOWN = ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'searchParams', 'hash'];
  const WITH_ORIGIN = ['http', 'https', 'ws', 'wss', 'ftp'];

  function invalid(input, base) {
    const error = new TypeError('Invalid URL');
    Object.assign(error, { code: 'ERR_INVALID_URL', input }, base === undefined ? {} : { base });
    return error;
  }

  function recordOf(input, base) {
    const from = base === undefined ? undefined : parse(base);
    return base !== undefined && from === undefined ? undefined : parse(input, from);
  }

  // The text as the parser would see it, up to where the part must end.
  function part(text, end) {
    return text.replace(/[\t\n\r]/g, '').split(end)[0];
  }

  const hostEnd = (record) => (isSpecial(record) ? /[/?#\\]/ : /[/?#]/);
  const takesNoCredentials = (record) => record.host === null || record.host === '' || record.scheme === 'file';

  class URL {
    #record;
    #search;

    constructor(input, base = undefined) {
      if (arguments.length === 0) {
        throw Object.assign(new TypeError('The "url" argument must be specified'), { code: 'ERR_MISSING_ARGS' });
      }
      const [text, from] = [`${input}`, base === undefined ? undefined : `${base}`];
      this.#record = recordOf(text, from);
      if (this.#record === undefined) {
        throw invalid(text, from);
      }
    }

    static canParse(input, base = undefined) {
      return recordOf(`${input}`, base === undefined ? undefined : `${base}`) !== undefined;
    }

    static {
      world.recordOf = (url) => (#record in url ? url.#record : undefined);
    }

    #refresh() {
      this.#search?.replace(this.#record.query ?? '');
    }

    get href() {
      return written(this.#record);
    }

    set href(value) {
      const record = parse(`${value}`);
      if (record === undefined) {
        throw invalid(`${value}`);
      }
      this.#record = record;
      this.#refresh();
    }

    get origin() {
      const record = this.#record;
      if (record.scheme === 'blob' && isOpaque(record)) {
        const inner = parse(record.path);
        return inner !== undefined && ['http', 'https'].includes(inner.scheme) ? `${inner.scheme}://${urls.hostAndPort(inner)}` : 'null';
      }
      return WITH_ORIGIN.includes(record.scheme) ? `${record.scheme}://${urls.hostAndPort(record)}` : 'null';
    }

    get protocol() {
      return `${this.#record.scheme}:`;
    }

    set protocol(value) {
      const record = this.#record;
      const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*)(?::|$)/.exec(part(`${value}`, '\0'))?.[1].toLowerCase();
      if (scheme === undefined || Object.hasOwn(PORTS, scheme) !== isSpecial(record)) {
        return;
      }
      const hasMore = record.username !== '' || record.password !== '' || record.port !== null;
      if ((scheme === 'file' && hasMore) || (record.scheme === 'file' && record.host === '')) {
        return;
      }
      record.scheme = scheme;
      record.port = record.port === PORTS[scheme] ? null : record.port;
    }

    get username() {
      return this.#record.username;
    }

    set username(value) {
      if (!takesNoCredentials(this.#record)) {
        this.#record.username = percentEncoded(`${value}`, USERINFO);
      }
    }

    get password() {
      return this.#record.password;
    }

    set password(value) {
      if (!takesNoCredentials(this.#record)) {
        this.#record.password = percentEncoded(`${value}`, USERINFO);
      }
    }

    get host() {
      return urls.hostAndPort(this.#record);
    }

    set host(value) {
      const text = part(`${value}`, hostEnd(this.#record));
      const [, host, port] = /^(\[[^\]]*\]|[^:]*)(?::([0-9]*))?/.exec(text);
      if (this.#setHost(host, text) && port !== undefined && port !== '') {
        urls.takePort(this.#record, port);
      }
    }

    get hostname() {
      return this.#record.host ?? '';
    }

    set hostname(value) {
      const text = part(`${value}`, hostEnd(this.#record));
      if (text.startsWith('[') || !text.includes(':')) {
        this.#setHost(text, text);
      }
    }

    #setHost(host, text) {
      const record = this.#record;
      const isNeeded = isSpecial(record) || record.port !== null || record.username !== '' || record.password !== '';
      const isAllowed = !isOpaque(record) && !text.includes('@') && (host !== '' || (!isNeeded && text === ''));
      return isAllowed && urls.takeHost(record, host);
    }

    get port() {
      return this.#record.port === null ? '' : `${this.#record.port}`;
    }

    set port(value) {
      const text = part(`${value}`, hostEnd(this.#record));
      const digits = /^[0-9]*/.exec(text)[0];
      if (!takesNoCredentials(this.#record) && (digits !== '' || text === '')) {
        urls.takePort(this.#record, digits);
      }
    }

    get pathname() {
      return urls.pathOf(this.#record);
    }

    set pathname(value) {
      const record = this.#record;
      if (!isOpaque(record)) {
        const text = part(`${value}`, '\0').replace(isSpecial(record) ? /^[/\\]/ : /^\//, '');
        record.path = [];
        if (text !== '' || `${value}` !== '' || isSpecial(record)) {
          urls.takePath(record, text.replaceAll('?', '%3F').replaceAll('#', '%23'));
        }
      }
    }

    get search() {
      return this.#record.query === null || this.#record.query === '' ? '' : `?${this.#record.query}`;
    }

    set search(value) {
      const text = `${value}`.replace(/[\t\n\r]/g, '');
      this.#record.query = null;
      if (text !== '') {
        urls.takeQuery(this.#record, text.replace(/^\?/, ''));
      }
      this.#refresh();
    }

    get searchParams() {
      if (this.#search === undefined) {
        this.#search = searchOf((query) => {
          this.#record.query = query === '' ? null : query;
        });
        this.#refresh();
      }
      return this.#search.params;
    }

    get hash() {
      return this.#record.fragment === null || this.#record.fragment === '' ? '' : `#${this.#record.fragment}`;
    }

    set hash(value) {
      const text = `${value}`.replace(/[\t\n\r]/g, '');
      this.#record.fragment = null;
      if (text !== '') {
        urls.takeFragment(this.#record, text.replace(/^#/, ''));
      }
    }

    toString() {
      return this.href;
    }

    toJSON() {
      return this.href;
    }

    [CUSTOM](depth, options, inspect) {
      const shown = {};
      for (const name of SHOWN) {
        shown[name] = this[name];
      }
      return `URL ${inspect(shown, options)}`;
    }

    get [Symbol.toStringTag]() {
      return 'URL';
    }
  }
  globals.URL = URL;
})();

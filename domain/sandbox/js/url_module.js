// The module `url`: the classes, and Node's older parse, format and resolve. Leaves out what only servers need.
(() => {
  'use strict';
  const world = __world;
  const { globals, modules, recordOf, unfit } = world;
  const { parse: parseQuery, stringify } = modules.querystring;
  const { URL, URLSearchParams } = globals;
  const PARTS = /^([a-zA-Z][a-zA-Z0-9+.-]*:)?(?:(\/\/)([^/?#\\]*))?([^?#]*)(\?[^#]*)?(#[^]*)?$/;
  const SLASHED = ['http:', 'https:', 'ftp:', 'gopher:', 'file:', 'ws:', 'wss:'];
  const NAMES = ['protocol', 'slashes', 'auth', 'host', 'port', 'hostname', 'hash', 'search', 'query', 'pathname', 'path', 'href'];

  class Url {
    constructor() {
      for (const name of NAMES) {
        this[name] = null;
      }
    }
  }

  function escaped(text) {
    return text.replace(/[\t\n\r "'<>\\^`{|}]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  }

  function takeAuthority(url, authority) {
    const at = authority.lastIndexOf('@');
    const [, name, port] = /^(.*?)(?::([0-9]*))?$/.exec(authority.slice(at + 1));
    url.auth = at < 0 ? null : modules.querystring.unescape(authority.slice(0, at));
    url.port = port || null;
    url.hostname = name.toLowerCase().replace(/^\[(.*)\]$/, '$1');
    url.host = name.toLowerCase() + (port ? `:${port}` : '');
  }

  function parse(text, withQuery = false, slashesDenoteHost = false) {
    if (typeof text !== 'string') {
      throw unfit('"url" argument', 'of type string', text);
    }
    const url = new Url();
    const [, protocol, slashes, authority, path, search, hash] = PARTS.exec(text.trim());
    const hasHost = slashes !== undefined && (protocol !== undefined || slashesDenoteHost);
    url.protocol = protocol?.toLowerCase() ?? null;
    url.slashes = hasHost ? true : null;
    if (hasHost) {
      takeAuthority(url, authority);
    }
    const isSlashed = SLASHED.includes(url.protocol);
    let given = `${hasHost ? '' : `${slashes ?? ''}${authority ?? ''}`}${isSlashed ? path.replaceAll('\\', '/') : path}`;
    if (slashes === undefined && protocol !== undefined && !isSlashed && url.protocol !== 'javascript:') {
      takeAuthority(url, /^[^/]*/.exec(given)[0]); // mailto:name@host
      given = given.slice(given.search(/\/|$/));
    }
    url.pathname = escaped(given) || (isSlashed && hasHost ? '/' : null);
    url.hash = hash === undefined ? null : escaped(hash);
    url.search = search === undefined ? null : escaped(search);
    url.query = withQuery ? parseQuery((url.search ?? '').slice(1)) : (url.search?.slice(1) ?? null);
    url.path = url.pathname || url.search ? `${url.pathname ?? ''}${url.search ?? ''}` : null;
    url.href = format(url);
    return url;
  }

  function hostOf(url) {
    const auth = url.auth ? `${encodeURIComponent(url.auth).replace(/%3A/i, ':')}@` : '';
    if (url.host) {
      return auth + url.host;
    }
    if (!url.hostname) {
      return undefined;
    }
    const name = url.hostname.includes(':') && !url.hostname.startsWith('[') ? `[${url.hostname}]` : url.hostname;
    return auth + name + (url.port ? `:${url.port}` : '');
  }

  function formatParts(url) {
    const protocol = url.protocol ? `${url.protocol}`.replace(/:?$/, ':') : '';
    const query = url.query !== null && typeof url.query === 'object' ? stringify(url.query) : '';
    let search = `${url.search || (query && `?${query}`) || ''}`;
    let hash = `${url.hash || ''}`;
    let path = `${url.pathname || ''}`.replace(/[?#]/g, encodeURIComponent);
    let host = hostOf(url);
    if (url.slashes || (SLASHED.includes(protocol) && host !== undefined)) {
      host = `//${host ?? ''}`;
      path = path && !path.startsWith('/') ? `/${path}` : path;
    }
    hash = hash && !hash.startsWith('#') ? `#${hash}` : hash;
    search = (search && !search.startsWith('?') ? `?${search}` : search).replaceAll('#', '%23');
    return protocol + (host ?? '') + path + search + hash;
  }

  function format(url, options = {}) {
    if (typeof url === 'string') {
      return parse(url).href;
    }
    if (url === null || typeof url !== 'object') {
      throw Object.assign(new TypeError('The "urlObject" argument must be of type object or string.'), { code: 'ERR_INVALID_ARG_TYPE' });
    }
    const record = recordOf(url);
    return record === undefined ? formatParts(url) : world.urls.written(record, options ?? {});
  }

  // A relative result for a relative base, as the older function gave it.
  function resolve(from, to) {
    const resolved = new URL(to, new URL(from, 'resolve://'));
    if (resolved.protocol !== 'resolve:') {
      return resolved.href;
    }
    const isRooted = /^[/\\]/.test(from) || /^[/\\]/.test(to);
    return `${isRooted ? resolved.pathname : resolved.pathname.slice(1)}${resolved.search}${resolved.hash}`;
  }

  // Empty for what is no domain.
  function domainToASCII(domain) {
    return URL.canParse(`ws://${domain}`) ? new URL(`ws://${domain}`).hostname : '';
  }

  function urlToHttpOptions(url) {
    const { protocol, hostname, hash, search, pathname, href, port, username, password } = url;
    const options = { __proto__: null, protocol, hostname: hostname.replace(/^\[(.*)\]$/, '$1'), hash, search, pathname, path: `${pathname}${search}`, href };
    if (port !== '') {
      options.port = Number(port);
    }
    if (username || password) {
      options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    }
    return options;
  }

  const plain = (url, options) => format(url, options);
  modules.url = { URL, URLSearchParams, Url, parse, format: plain, resolve, domainToASCII, urlToHttpOptions };
})();

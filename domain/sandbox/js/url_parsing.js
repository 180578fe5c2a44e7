// URLs by the WHATWG standard: text to parts and back. A record has scheme, username, password, host (null: none), port
// (null: the scheme's own), path (list of segments, or one text when opaque), query and fragment (null: none).
// Leaves out the class that customers see.
(() => {
  'use strict';
  const world = __world;
  const PORTS = { 'http': 80, 'https': 443, 'ws': 80, 'wss': 443, 'ftp': 21, 'file': null };
  const FRAGMENT = ' "<>`';
  const QUERY = ' "#<>';
  const SPECIAL_QUERY = `${QUERY}'`;
  const PATH = `${QUERY}?^\`{}`;
  const USERINFO = `${PATH}/:;=@[\\]|`;
  const SINGLE_DOT = /^(?:\.|%2e)$/i;
  const DOUBLE_DOT = /^(?:\.|%2e){2}$/i;
  const DRIVE = /^[a-zA-Z][:|]$/;

  // Everything beyond printable ASCII is encoded, and the characters named.
  function percentEncoded(text, characters) {
    let encoded = '';
    for (const char of text) {
      const point = char.codePointAt(0);
      if (point > 0x7e) {
        encoded += encodeURIComponent(point >= 0xd800 && point <= 0xdfff ? '\ufffd' : char);
      } else if (point < 0x20 || characters.includes(char)) {
        encoded += `%${point < 16 ? '0' : ''}${point.toString(16).toUpperCase()}`;
      } else {
        encoded += char;
      }
    }
    return encoded.replaceAll('\x7f', '%7F');
  }

  const isSpecial = (record) => Object.hasOwn(PORTS, record.scheme);
  const isOpaque = (record) => typeof record.path === 'string';

  function blank(scheme) {
    return { scheme, username: '', password: '', host: null, port: null, path: [], query: null, fragment: null };
  }

  // Each of these answers whether the text could be taken.
  function takePort(record, text) {
    if (!/^[0-9]*$/.test(text) || Number(text) > 65535) {
      return false;
    }
    record.port = text === '' || Number(text) === PORTS[record.scheme] ? null : Number(text);
    return true;
  }

  function takeHost(record, text) {
    const host = text === '' && !isSpecial(record) ? '' : world.hostOf(text, isSpecial(record));
    if (host !== undefined) {
      record.host = host;
    }
    return host !== undefined;
  }

  function takeAuthority(record, text) {
    const at = text.lastIndexOf('@');
    const [, host, port] = /^((?:\[[^\]]*\]|[^:[\]])*)(?::(.*))?$/.exec(text.slice(at + 1)) ?? [];
    if (host === undefined || (host === '' && (at >= 0 || port !== undefined))) {
      return false;
    }
    if (at >= 0) {
      const user = text.slice(0, at);
      const colon = user.indexOf(':');
      record.username = percentEncoded(colon < 0 ? user : user.slice(0, colon), USERINFO);
      record.password = colon < 0 ? '' : percentEncoded(user.slice(colon + 1), USERINFO);
    }
    return takeHost(record, host) && takePort(record, port ?? '');
  }

  function shorten(record) {
    if (record.scheme !== 'file' || record.path.length !== 1 || !/^[a-zA-Z]:$/.test(record.path[0])) {
      record.path.pop();
    }
  }

  function takePath(record, text) {
    const segments = text.split(isSpecial(record) ? /[/\\]/ : '/');
    segments.forEach((segment, index) => {
      const isLast = index === segments.length - 1;
      if (DOUBLE_DOT.test(segment)) {
        shorten(record);
      }
      if (DOUBLE_DOT.test(segment) || SINGLE_DOT.test(segment)) {
        if (isLast) {
          record.path.push('');
        }
      } else if (record.scheme === 'file' && record.path.length === 0 && DRIVE.test(segment)) {
        record.path.push(`${segment[0]}:`);
      } else {
        record.path.push(percentEncoded(segment, PATH));
      }
    });
  }

  function takeQuery(record, text) {
    record.query = percentEncoded(text, isSpecial(record) ? SPECIAL_QUERY : QUERY);
  }

  function takeFragment(record, text) {
    record.fragment = percentEncoded(text, FRAGMENT);
  }

  // The path is whatever is left when the query and the fragment are off.
  function split(text) {
    const [, path, query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#([^]*))?$/.exec(text);
    return { path, query, fragment };
  }

  function finished(record, query, fragment) {
    if (query !== undefined) {
      takeQuery(record, query);
    }
    if (fragment !== undefined) {
      takeFragment(record, fragment);
    }
    return record;
  }

  function withAuthority(record, text) {
    const { path, query, fragment } = split(text);
    const end = path.search(isSpecial(record) ? /[/\\]/ : /\//);
    const authority = end < 0 ? path : path.slice(0, end);
    if (!takeAuthority(record, authority)) {
      return undefined;
    }
    if (end >= 0 || isSpecial(record)) {
      takePath(record, end < 0 ? '' : path.slice(end + 1));
    }
    return finished(record, query, fragment);
  }

  function relative(record, text, base) {
    const slash = isSpecial(record) ? /^[/\\]/ : /^\//;
    if (slash.test(text) && slash.test(text.slice(1))) {
      return withAuthority(record, isSpecial(record) ? text.replace(/^[/\\]+/, '') : text.slice(2));
    }
    const { username, password, host, port } = base;
    Object.assign(record, { username, password, host, port });
    const { path, query, fragment } = split(text);
    if (slash.test(path)) {
      takePath(record, path.slice(1));
    } else {
      record.path = [...base.path];
      if (path !== '') {
        shorten(record);
        takePath(record, path);
      } else if (query === undefined) {
        record.query = base.query;
      }
    }
    return finished(record, query, fragment);
  }

  function file(record, text, base) {
    const { path, query, fragment } = split(text);
    record.host = '';
    if (/^[/\\]{2}/.test(path)) {
      const [, host, , rest] = /^([^/\\]*)([/\\]?)([^]*)$/.exec(path.slice(2));
      if (DRIVE.test(host)) {
        takePath(record, path.slice(2));
      } else {
        if (host !== '' && !takeHost(record, host)) {
          return undefined;
        }
        record.host = record.host === 'localhost' ? '' : record.host;
        takePath(record, rest);
      }
      return finished(record, query, fragment);
    }
    if (base?.scheme === 'file' && !/^[a-zA-Z][:|](?:[/\\]|$)/.test(path)) {
      return relative(record, text, base);
    }
    takePath(record, path.replace(/^[/\\]/, ''));
    return finished(record, query, fragment);
  }

  function withScheme(record, text, base) {
    if (record.scheme === 'file') {
      return file(record, text, base);
    }
    if (isSpecial(record)) {
      return base?.scheme === record.scheme && !text.startsWith('//')
        ? relative(record, text, base)
        : withAuthority(record, text.replace(/^[/\\]+/, ''));
    }
    if (text.startsWith('//')) {
      return withAuthority(record, text.slice(2));
    }
    const { path, query, fragment } = split(text);
    if (path.startsWith('/')) {
      takePath(record, path.slice(1));
    } else {
      record.path = percentEncoded(path, '');
    }
    return finished(record, query, fragment);
  }

  // The record, or undefined. base: a record, or undefined.
  function parse(given, base) {
    // eslint-disable-next-line no-control-regex
    const text = given.replace(/^[\0-\x20]+|[\0-\x20]+$/g, '').replace(/[\t\n\r]/g, '');
    const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text)?.[1];
    if (scheme !== undefined) {
      return withScheme(blank(scheme.toLowerCase()), text.slice(scheme.length + 1), base);
    }
    if (base === undefined) {
      return undefined;
    }
    if (isOpaque(base)) {
      return text.startsWith('#') ? finished({ ...base }, undefined, text.slice(1)) : undefined;
    }
    return base.scheme === 'file' ? file(blank('file'), text, base) : relative(blank(base.scheme), text, base);
  }

  function pathOf(record) {
    return isOpaque(record) ? record.path : record.path.map((segment) => `/${segment}`).join('');
  }

  function hostAndPort(record) {
    return record.host === null ? '' : record.host + (record.port === null ? '' : `:${record.port}`);
  }

  function userinfo(record) {
    const password = record.password === '' ? '' : `:${record.password}`;
    return record.username + password === '' ? '' : `${record.username}${password}@`;
  }

  function written(record, { auth = true, fragment = true, search = true } = {}) {
    let start = `${record.scheme}:`;
    if (record.host !== null) {
      start += `//${auth ? userinfo(record) : ''}${hostAndPort(record)}`;
    } else if (!isOpaque(record) && record.path.length > 1 && record.path[0] === '') {
      start += '/.';
    }
    const query = record.query === null || !search ? '' : `?${record.query}`;
    return start + pathOf(record) + query + (record.fragment === null || !fragment ? '' : `#${record.fragment}`);
  }

  world.percentEncoded = percentEncoded;
  world.urls = { PORTS, USERINFO, parse, written, pathOf, hostAndPort, isSpecial, isOpaque, takeHost, takePort, takePath, takeQuery, takeFragment };
})();

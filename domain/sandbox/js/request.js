// The request as customers' code sees it: Node's names and shapes, from the pairs that came over the wire.
// Leaves out calling the code.
(() => {
  'use strict';
  const world = __world;
  const { defineProperty } = Object;
  const parseJson = JSON.parse;
  const SEPARATORS = { 'cookie': '; ' };
  const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json$/;

  function put(target, name, value) {
    defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
  }

  function own(target, name) {
    return Object.prototype.hasOwnProperty.call(target, name);
  }

  // A repeated name becomes a list, as in Node's querystring.
  function grouped(pairs) {
    const found = {};
    for (const [name, value] of pairs) {
      put(found, name, own(found, name) ? [].concat(found[name], value) : value);
    }
    return found;
  }

  function headersOf(pairs) {
    const found = {};
    for (const [name, value] of pairs) {
      if (name === 'set-cookie') {
        put(found, name, own(found, name) ? [...found[name], value] : [value]);
      } else if (own(found, name)) {
        put(found, name, found[name] + (SEPARATORS[name] ?? ', ') + value);
      } else {
        put(found, name, value);
      }
    }
    return found;
  }

  function formOf(text) {
    return grouped(
      text
        .split('&')
        .filter((part) => part !== '')
        .map((part) => {
          const at = part.indexOf('=');
          return at < 0 ? [decoded(part), ''] : [decoded(part.slice(0, at)), decoded(part.slice(at + 1))];
        }),
    );
  }

  function decoded(text) {
    return world.modules.querystring.unescape(text.replace(/\+/g, ' '));
  }

  function parsed(text, type) {
    if (type === 'application/x-www-form-urlencoded') {
      return formOf(text);
    }
    if (!JSON_TYPE.test(type) && type !== '') {
      return text;
    }
    try {
      return parseJson(text);
    } catch {
      return text;
    }
  }

  // given: method, url, path, query and headers as pairs. bytes: the body.
  world.request = (given, bytes) => {
    const request = { method: given.method, url: given.url, path: given.path };
    request.headers = headersOf(given.headers ?? []);
    request.query = grouped(given.query ?? []);
    const type = String(request.headers['content-type'] ?? '').split(';')[0].trim().toLowerCase();
    request.rawBody = world.encode(bytes, 'utf8');
    request.rawBodyBuffer = world.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    request.body = parsed(request.rawBody, type);
    const header = (name) => request.headers[String(name).toLowerCase()];
    for (const name of ['get', 'header']) {
      defineProperty(request, name, { value: header, writable: true, configurable: true });
    }
    return request;
  };
  Object.assign(world, { own, put });
})();

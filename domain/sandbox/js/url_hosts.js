// Hosts of URLs: domains, IPv4 and IPv6 addresses, opaque hosts, each in its one canonical form.
// Leaves out the Unicode tables of IDNA: a domain is lower-cased, normalised and written in Punycode (RFC 3492), and
// one with anything but letters, marks, digits and hyphens beyond ASCII is refused.
(() => {
  'use strict';
  const world = __world;
  const { unescape } = world.modules.querystring;
  const FORBIDDEN = /[\0\t\n\r #/:<>?@[\\\]^|]/;
  const FORBIDDEN_IN_DOMAIN = /[\0-\x20#%/:<>?@[\\\]^|\x7f]/;
  const FOREIGN = /^[\p{L}\p{M}\p{N}-]+$/u;

  // One label's digits; the constants and the shape of the loop are those of RFC 3492, section 6.
  function punycode(label) {
    const points = [...label].map((char) => char.codePointAt(0));
    let text = points.filter((point) => point < 128).map((point) => String.fromCharCode(point)).join('');
    const basic = text.length;
    let handled = basic;
    text += basic > 0 ? '-' : '';
    let [next, delta, bias] = [128, 0, 72];
    while (handled < points.length) {
      const least = Math.min(...points.filter((point) => point >= next));
      delta += (least - next) * (handled + 1);
      next = least;
      for (const point of points) {
        if (point < next) {
          delta += 1;
        } else if (point === next) {
          text += digits(delta, bias);
          bias = adapted(delta, handled + 1, handled === basic);
          delta = 0;
          handled += 1;
        }
      }
      delta += 1;
      next += 1;
    }
    return `xn--${text}`;
  }

  function digits(delta, bias) {
    let text = '';
    let left = delta;
    for (let at = 36; ; at += 36) {
      const threshold = Math.min(26, Math.max(1, at - bias));
      const digit = left < threshold ? left : threshold + ((left - threshold) % (36 - threshold));
      text += String.fromCharCode(digit < 26 ? digit + 97 : digit + 22);
      if (left < threshold) {
        return text;
      }
      left = Math.floor((left - threshold) / (36 - threshold));
    }
  }

  function adapted(delta, count, isFirst) {
    let left = Math.floor(delta / (isFirst ? 700 : 2));
    left += Math.floor(left / count);
    let at = 0;
    for (; left > 455; at += 36) {
      left = Math.floor(left / 35);
    }
    return at + Math.floor((36 * left) / (left + 38));
  }

  // Undefined for what is no domain.
  function domain(text) {
    const lower = text.normalize('NFKC').toLowerCase().normalize('NFC').replace(/[\u3002\uff0e\uff61]/g, '.').replaceAll('\u00ad', '');
    const labels = lower.split('.');
    // eslint-disable-next-line no-control-regex
    const foreign = labels.filter((label) => /[^\0-\x7f]/.test(label));
    if (foreign.some((label) => !FOREIGN.test(label) || label.length > 63)) {
      return undefined;
    }
    return labels.map((label) => (foreign.includes(label) ? punycode(label) : label)).join('.');
  }

  function numberOf(part) {
    if (/^0[xX][0-9a-fA-F]*$/.test(part)) {
      return part.length === 2 ? 0 : parseInt(part.slice(2), 16);
    }
    if (/^0[0-7]+$/.test(part)) {
      return parseInt(part, 8);
    }
    return /^(?:0|[1-9][0-9]*)$/.test(part) ? parseInt(part, 10) : undefined;
  }

  function labelsOf(host) {
    const parts = host.split('.');
    return parts.length > 1 && parts.at(-1) === '' ? parts.slice(0, -1) : parts;
  }

  function endsInNumber(host) {
    return /^(?:[0-9]+|0[xX][0-9a-fA-F]*)$/.test(labelsOf(host).at(-1));
  }

  // Undefined for what is no address.
  function ipv4(host) {
    const numbers = labelsOf(host).map(numberOf);
    if (numbers.length > 4 || numbers.includes(undefined) || numbers.slice(0, -1).some((number) => number > 255)) {
      return undefined;
    }
    const last = numbers.pop();
    if (last >= 256 ** (4 - numbers.length)) {
      return undefined;
    }
    const address = numbers.reduce((sum, number, index) => sum + number * 256 ** (3 - index), last);
    return [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
  }

  function piecesOf(text) {
    return text === '' ? [] : text.split(':');
  }

  // The last four bytes may be written as an IPv4 address.
  function withoutDots(text) {
    const found = /^(.*:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
    if (found === null) {
      return text;
    }
    const bytes = found.slice(2);
    if (bytes.some((byte) => Number(byte) > 255 || (byte.length > 1 && byte.startsWith('0')))) {
      return undefined;
    }
    const [a, b, c, d] = bytes.map(Number);
    return `${found[1]}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  }

  function ipv6(text) {
    const halves = (withoutDots(text) ?? 'none').split('::');
    if (halves.length > 2) {
      return undefined;
    }
    const [front, back] = halves.map(piecesOf);
    const missing = 8 - front.length - (back?.length ?? 0);
    if (back === undefined ? missing !== 0 : missing < 1) {
      return undefined;
    }
    const pieces = back === undefined ? front : [...front, ...Array(missing).fill('0'), ...back];
    return pieces.every((piece) => /^[0-9a-fA-F]{1,4}$/.test(piece)) ? shortest(pieces) : undefined;
  }

  // The first of the longest runs of zeros is left out, when it is longer than one.
  function shortest(pieces) {
    const numbers = pieces.map((piece) => parseInt(piece, 16));
    let [start, length] = [-1, 1];
    for (let index = 0; index < 8; index += 1) {
      let end = index;
      while (end < 8 && numbers[end] === 0) {
        end += 1;
      }
      if (end - index > length) {
        [start, length] = [index, end - index];
      }
    }
    const hex = numbers.map((number) => number.toString(16));
    return start < 0 ? hex.join(':') : `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`;
  }

  function special(text) {
    const host = domain(unescape(text));
    if (host === undefined || host === '' || FORBIDDEN_IN_DOMAIN.test(host)) {
      return undefined;
    }
    return endsInNumber(host) ? ipv4(host) : host;
  }

  // The canonical host; undefined for what is none.
  world.hostOf = (text, isSpecial) => {
    if (text.startsWith('[')) {
      const address = text.endsWith(']') ? ipv6(text.slice(1, -1)) : undefined;
      return address === undefined ? undefined : `[${address}]`;
    }
    if (isSpecial) {
      return special(text);
    }
    return FORBIDDEN.test(text) ? undefined : world.percentEncoded(text, '');
  };
})();

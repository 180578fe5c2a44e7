// Node's pbkdf2, scrypt and hkdf, at once and by callback. The host bounds what they may cost, in words.
(() => {
  'use strict';
  const world = __world;
  const { bytes, encode, unfit } = world;
  const inner = world.crypto;
  const { asked, coded, digestOf, whole, functionOf, later, crypto } = inner;
  const LARGEST = 2 ** 31 - 1;
  const MEMORY = 32 * 1024 * 1024;

  function taken(value, name) {
    return bytes(value, undefined, `"${name}" argument`);
  }

  function pbkdf2Sync(password, salt, iterations, keylen, digest) {
    if (typeof digest !== 'string') {
      throw unfit('"digest" argument', 'of type string', digest);
    }
    const secret = [taken(password, 'password'), taken(salt, 'salt')];
    const rounds = whole(iterations, 'iterations', 1, LARGEST);
    const length = whole(keylen, 'keylen', 0, LARGEST);
    return encode(asked('pbkdf2', digestOf(digest), ...secret, rounds, length));
  }

  function scryptFailed(message) {
    return coded(new RangeError(message), 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS');
  }

  function scryptSync(password, salt, keylen, options) {
    const secret = [taken(password, 'password'), taken(salt, 'salt')];
    const length = whole(keylen, 'keylen', 0, LARGEST);
    const given = options ?? {};
    const N = whole(given.N ?? given.cost ?? 16384, 'N', 0, LARGEST);
    const r = whole(given.r ?? given.blockSize ?? 8, 'r', 0, LARGEST);
    const p = whole(given.p ?? given.parallelization ?? 1, 'p', 0, LARGEST);
    if (128 * r * (N + p + 2) > (given.maxmem ?? MEMORY)) {
      throw scryptFailed('Invalid scrypt params: memory limit exceeded');
    }
    try {
      return encode(asked('scrypt', ...secret, N, r, p, length));
    } catch (error) {
      throw scryptFailed(error.message);
    }
  }

  function hkdfSync(digest, key, salt, info, keylen) {
    const name = digestOf(digest);
    const secret = inner.secretOf(key);
    const given = [taken(salt, 'salt'), taken(info, 'info')];
    return asked('hkdf', name, secret, ...given, whole(keylen, 'length', 0, LARGEST)).buffer;
  }

  // The last argument is called with what the function gives for the others.
  function byCallback(work) {
    return (...given) => {
      const callback = functionOf(given.pop());
      later(callback, work(...given));
    };
  }

  Object.assign(crypto, {
    pbkdf2Sync,
    scryptSync,
    hkdfSync,
    pbkdf2: byCallback(pbkdf2Sync),
    scrypt: byCallback(scryptSync),
    hkdf: byCallback(hkdfSync),
  });
})();

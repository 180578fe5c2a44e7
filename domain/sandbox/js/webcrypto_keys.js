// Web Crypto's CryptoKey: imported, exported, made. Which algorithms there are, and what a key of each may be used for.
// Leaves out using them. Refusals are DOMExceptions with Web Crypto's names.
(() => {
  'use strict';
  const world = __world;
  const { call, bytes, encode } = world;
  const inner = world.crypto;
  const { asked, handles, handleOf, objectOf, told, fitted, written, fromJwk, newPair } = inner;
  const { isView } = ArrayBuffer;
  const [Binary, Bytes, Failure] = [ArrayBuffer, Uint8Array, DOMException];
  const TOKEN = {};
  const shown = new WeakMap();
  const HASHES = { 'sha-1': 'sha1', 'sha-256': 'sha256', 'sha-384': 'sha384', 'sha-512': 'sha512', __proto__: null };
  const CURVES = { 'P-256': 'prime256v1', 'P-384': 'secp384r1', 'P-521': 'secp521r1', __proto__: null };
  const AES = { family: 'aes', secret: ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'] };
  const RSA = { family: 'rsa', private: ['sign'], public: ['verify'] };
  const BASE = { family: 'base', secret: ['deriveKey', 'deriveBits'] };
  const ALGORITHMS = {
    'HMAC': { family: 'hmac', secret: ['sign', 'verify'], jwk: 'HS' },
    'RSASSA-PKCS1-v1_5': { ...RSA, jwk: 'RS' },
    'RSA-PSS': { ...RSA, jwk: 'PS' },
    'RSA-OAEP': { family: 'rsa', private: ['decrypt', 'unwrapKey'], public: ['encrypt', 'wrapKey'], jwk: undefined },
    'ECDSA': { family: 'ec', private: ['sign'], public: ['verify'] },
    'Ed25519': { family: 'ed25519', private: ['sign'], public: ['verify'] },
    'Ed448': { family: 'ed448', private: ['sign'], public: ['verify'] },
    'AES-CBC': AES, 'AES-CTR': AES, 'AES-GCM': AES,
    'PBKDF2': BASE, 'HKDF': BASE,
  };
  const NAMES = { 'node-ed25519': 'Ed25519', __proto__: null };
  for (const name of Object.keys(ALGORITHMS)) {
    NAMES[name.toLowerCase()] = name;
  }
  const USAGES = ['encrypt', 'decrypt', 'sign', 'verify', 'deriveKey', 'deriveBits', 'wrapKey', 'unwrapKey'];

  function refusal(name, message) {
    return new Failure(message, name);
  }

  const unknown = () => refusal('NotSupportedError', 'Unrecognized algorithm name');

  // An algorithm as given, with Web Crypto's spelling of its name.
  function algorithmOf(given) {
    const name = NAMES[String(typeof given === 'string' ? given : given?.name).toLowerCase()];
    if (name === undefined) {
      throw unknown();
    }
    return { ...(typeof given === 'string' ? {} : given), name };
  }

  function hashOf(given) {
    const name = String(typeof given === 'string' ? given : given?.name).toLowerCase();
    if (!(name in HASHES)) {
      throw unknown();
    }
    return { name: name.toUpperCase(), host: HASHES[name] };
  }

  function sourceOf(value, position, method) {
    if (!isView(value) && !(value instanceof Binary)) {
      const message = `Failed to execute '${method}' on 'SubtleCrypto': ${position} argument is not instance of ArrayBuffer, Buffer, TypedArray, or DataView.`;
      throw inner.coded(new TypeError(message), 'ERR_INVALID_ARG_TYPE');
    }
    return bytes(value);
  }

  class CryptoKey {
    constructor(token, handle, facts) {
      if (token !== TOKEN) {
        throw inner.coded(new TypeError('Illegal constructor'), 'ERR_ILLEGAL_CONSTRUCTOR');
      }
      handles.set(this, handle);
      shown.set(this, facts);
    }

    get type() {
      return handles.get(this).type;
    }

    get extractable() {
      return shown.get(this).extractable;
    }

    get algorithm() {
      return shown.get(this).algorithm;
    }

    get usages() {
      return [...shown.get(this).usages];
    }

    get [Symbol.toStringTag]() {
      return 'CryptoKey';
    }
  }

  function usagesOf(given, handle, { name }) {
    const asked = [...new Set(given)];
    for (const usage of asked) {
      if (!USAGES.includes(usage)) {
        throw new TypeError(`'${usage}' is not a valid enum value of type KeyUsage.`);
      }
      if (!ALGORITHMS[name][handle.type].includes(usage)) {
        throw refusal('SyntaxError', `Unsupported key usage for a ${name} key`);
      }
    }
    if (asked.length === 0 && handle.type !== 'public') {
      throw refusal('SyntaxError', `Usages cannot be empty when importing a ${handle.type} key.`);
    }
    return asked;
  }

  // What a key's `algorithm` shows.
  function described(algorithm, handle) {
    const { name } = algorithm;
    switch (ALGORITHMS[name].family) {
      case 'hmac':
        return { name, hash: { name: hashOf(algorithm.hash).name }, length: handle.bytes.length * 8 };
      case 'aes':
        return { name, length: handle.bytes.length * 8 };
      case 'rsa':
        return { name, modulusLength: handle.bits, publicExponent: exponentOf(handle), hash: { name: hashOf(algorithm.hash).name } };
      case 'ec':
        return { name, namedCurve: algorithm.namedCurve };
      default:
        return { name };
    }
  }

  function exponentOf({ exponent }) {
    const text = BigInt(exponent).toString(16);
    return new Bytes(bytes(text.length % 2 === 0 ? text : `0${text}`, 'hex'));
  }

  function made(algorithm, handle, extractable, usages) {
    const facts = { extractable: Boolean(extractable), usages: usagesOf(usages, handle, algorithm), algorithm: described(algorithm, handle) };
    return new CryptoKey(TOKEN, handle, facts);
  }

  function checkedSecret(held, { name }) {
    const { family } = ALGORITHMS[name];
    const isWrong = family === 'aes' ? ![16, 24, 32].includes(held.length) : family === 'hmac' && held.length === 0;
    if (isWrong) {
      throw refusal('DataError', family === 'aes' ? 'Invalid key length' : 'Zero-length key is not supported');
    }
    return { type: 'secret', bytes: new Bytes(held) };
  }

  function checkedHalf(handle, algorithm) {
    const { family } = ALGORITHMS[algorithm.name];
    if (handle.kind !== family) {
      throw refusal('DataError', 'Invalid key type');
    }
    if (family === 'ec' && CURVES[algorithm.namedCurve] !== handle.curve) {
      throw refusal('DataError', 'Named curve mismatch');
    }
    return handle;
  }

  function secretFrom(format, data, algorithm) {
    if (format === 'raw' || format === 'raw-secret') {
      return checkedSecret(sourceOf(data, '2nd', 'importKey'), algorithm);
    }
    if (format !== 'jwk' || ALGORITHMS[algorithm.name].family === 'base') {
      throw refusal('NotSupportedError', `Unable to import ${algorithm.name} key with format ${format}`);
    }
    if (data?.kty !== 'oct' || typeof data.k !== 'string') {
      throw refusal('DataError', 'Invalid keyData');
    }
    return checkedSecret(bytes(data.k, 'base64url'), algorithm);
  }

  function halfFrom(format, data, algorithm) {
    const { family } = ALGORITHMS[algorithm.name];
    switch (format) {
      case 'spki':
        return told(asked('read_public', sourceOf(data, '2nd', 'importKey'), 'der'));
      case 'pkcs8':
        return told(asked('read_private', sourceOf(data, '2nd', 'importKey'), 'der'));
      case 'jwk':
        return fromJwk(data, data?.d === undefined ? 'public' : 'private');
      default:
        if (format !== 'raw' || family === 'rsa') {
          throw refusal('NotSupportedError', `Unable to import ${algorithm.name} key with format ${format}`);
        }
        return told(asked('read_raw', sourceOf(data, '2nd', 'importKey'), family, algorithm.namedCurve ?? null));
    }
  }

  function jwkName({ name, hash, namedCurve, length }) {
    if (name.startsWith('AES-')) {
      return `A${length}${name.slice(4)}`;
    }
    const { jwk } = ALGORITHMS[name];
    if (jwk !== undefined) {
      return hashOf(hash).name === 'SHA-1' ? `${jwk}1` : `${jwk}${hashOf(hash).name.slice(4)}`;
    }
    return name === 'ECDSA' ? { 'P-256': 'ES256', 'P-384': 'ES384', 'P-521': 'ES512' }[namedCurve] : undefined;
  }

  function importKey(format, data, given, extractable, usages) {
    const algorithm = algorithmOf(given);
    const isSecret = ALGORITHMS[algorithm.name].secret !== undefined;
    let handle;
    try {
      handle = isSecret ? secretFrom(format, data, algorithm) : checkedHalf(halfFrom(format, data, algorithm), algorithm);
    } catch (error) {
      throw error instanceof Failure || error.code === 'ERR_INVALID_ARG_TYPE' ? error : refusal('DataError', 'Invalid keyData');
    }
    const key = made(algorithm, handle, extractable, usages);
    const name = format === 'jwk' ? jwkName(key.algorithm) : undefined;
    if (name !== undefined && data.alg !== undefined && data.alg !== name) {
      throw refusal('DataError', 'JWK "alg" does not match the requested algorithm');
    }
    return key;
  }

  function jwkOf(key, handle) {
    const members = handle.type === 'secret' ? objectOf(handle).export({ format: 'jwk' }) : written(handle, { format: 'jwk' });
    const name = jwkName(key.algorithm);
    const all = { key_ops: key.usages, ext: key.extractable, ...members };
    return name === undefined ? all : { ...all, alg: name };
  }

  function exportKey(format, key) {
    const handle = handleOf(key);
    if (handle === undefined || !shown.has(key)) {
      throw new TypeError("Failed to execute 'exportKey' on 'SubtleCrypto': 2nd argument is not of type CryptoKey.");
    }
    if (!key.extractable) {
      throw refusal('InvalidAccessError', 'key is not extractable');
    }
    if (format === 'jwk') {
      return jwkOf(key, handle);
    }
    if (format === 'raw' && handle.type === 'secret') {
      return new Bytes(handle.bytes).buffer;
    }
    if (format === 'raw' && handle.type === 'public' && handle.kind !== 'rsa') {
      return asked('write_raw', handle.der).buffer;
    }
    if (format === (handle.type === 'public' ? 'spki' : 'pkcs8') && handle.type !== 'secret') {
      return new Bytes(handle.der).buffer;
    }
    throw refusal('NotSupportedError', `Unable to export a ${handle.type} ${key.algorithm.name} key as ${format}`);
  }

  function newSecret(algorithm) {
    const isHmac = algorithm.name === 'HMAC';
    const usual = isHmac && ['sha384', 'sha512'].includes(hashOf(algorithm.hash).host) ? 1024 : 512;
    const bits = algorithm.length ?? (isHmac ? usual : 0);
    if (isHmac ? !(bits >= 8 && bits <= 65536) : ![128, 192, 256].includes(bits)) {
      throw refusal('OperationError', 'Invalid key length');
    }
    return { type: 'secret', bytes: call('random_bytes', bits >> 3) };
  }

  function generateKey(given, extractable, usages) {
    const algorithm = algorithmOf(given);
    const { secret, family, private: own } = ALGORITHMS[algorithm.name];
    if (family === 'base' || family === 'rsa') {
      throw refusal('NotSupportedError', `${algorithm.name} keys cannot be made in custom code`);
    }
    if (secret !== undefined) {
      return made(algorithm, newSecret(algorithm), extractable, usages);
    }
    if (family === 'ec' && !(algorithm.namedCurve in CURVES)) {
      throw refusal('NotSupportedError', 'Unrecognized namedCurve');
    }
    const [half, whole] = newPair(family, { namedCurve: algorithm.namedCurve });
    const mine = [...usages].filter((usage) => own.includes(usage));
    const theirs = [...usages].filter((usage) => !own.includes(usage));
    return { publicKey: made(algorithm, half, true, theirs), privateKey: made(algorithm, whole, extractable, mine) };
  }

  inner.web = { ALGORITHMS, CryptoKey, refusal, algorithmOf, hashOf, sourceOf, shown, importKey, exportKey, generateKey, fitted };
})();

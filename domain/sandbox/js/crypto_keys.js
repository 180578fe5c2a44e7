// Node's KeyObject: keys read from PEM, DER and JSON Web Keys, shown, compared, written again; new key pairs.
// The host reads and writes them; a key of two halves is held as its DER. Leaves out what keys are used for.
(() => {
  'use strict';
  const world = __world;
  const { call, bytes, encode, unfit } = world;
  const inner = world.crypto;
  const { asked, coded, whole, functionOf, later, OF_KEYS, crypto } = inner;
  const [Bytes, Big] = [Uint8Array, BigInt];
  const { stringify } = JSON;
  const TOKEN = {};
  const MEMBERS = ['kty', 'crv', 'n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi', 'x', 'y'];
  const TYPES = { RSA: true, EC: true, OKP: true, __proto__: null };
  const FORMS = { public: ['spki', 'pkcs1'], private: ['pkcs8', 'pkcs1', 'sec1'] };
  const ONLY = { pkcs1: 'rsa', sec1: 'ec', __proto__: null };
  // KeyObject or CryptoKey → { type, bytes } of a secret, { type, kind, der, bits, exponent, curve } of another
  const handles = new WeakMap();

  function handleOf(value) {
    return value !== null && typeof value === 'object' ? handles.get(value) : undefined;
  }

  function invalid(name, value) {
    const shown = typeof value === 'string' ? `'${value}'` : String(value);
    return coded(new TypeError(`The property '${name}' is invalid. Received ${shown}`), 'ERR_INVALID_ARG_VALUE');
  }

  function wrongType(handle, wanted) {
    const message = `Invalid key object type ${handle.type}, expected ${wanted}.`;
    return coded(new TypeError(message), 'ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE');
  }

  class KeyObject {
    constructor(token, handle) {
      if (token !== TOKEN) {
        throw new TypeError('Illegal constructor');
      }
      handles.set(this, handle);
    }

    static from(key) {
      const handle = handleOf(key);
      if (handle === undefined) {
        throw unfit('"key" argument', 'an instance of CryptoKey', key);
      }
      return objectOf(handle);
    }

    get type() {
      return handles.get(this).type;
    }

    equals(other) {
      const [mine, theirs] = [handles.get(this), handleOf(other)];
      if (theirs === undefined) {
        throw unfit('"otherKeyObject" argument', 'an instance of KeyObject', other);
      }
      const [left, right] = [mine.der ?? mine.bytes, theirs.der ?? theirs.bytes];
      return mine.type === theirs.type && left.length === right.length && call('equal', left, right);
    }

    get [Symbol.toStringTag]() {
      return 'KeyObject';
    }
  }

  class SecretKeyObject extends KeyObject {
    get symmetricKeySize() {
      return handles.get(this).bytes.length;
    }

    export(options) {
      const held = handles.get(this).bytes;
      const format = options?.format;
      if (format === 'jwk') {
        return { kty: 'oct', k: encode(held, 'base64url') };
      }
      if (format !== undefined && format !== 'buffer') {
        throw invalid('options.format', format);
      }
      return encode(new Bytes(held));
    }
  }

  class AsymmetricKeyObject extends KeyObject {
    get asymmetricKeyType() {
      return handles.get(this).kind;
    }

    get asymmetricKeyDetails() {
      const { kind, bits, exponent, curve } = handles.get(this);
      if (kind === 'rsa') {
        return { modulusLength: bits, publicExponent: Big(exponent) };
      }
      return kind === 'ec' ? { namedCurve: curve } : {};
    }

    export(options) {
      if (options === null || typeof options !== 'object') {
        throw unfit('"options" argument', 'of type object', options);
      }
      return written(handles.get(this), options);
    }
  }

  class PublicKeyObject extends AsymmetricKeyObject {}
  class PrivateKeyObject extends AsymmetricKeyObject {}
  const CLASSES = { secret: SecretKeyObject, public: PublicKeyObject, private: PrivateKeyObject };

  function objectOf(handle) {
    return new CLASSES[handle.type](TOKEN, handle);
  }

  function written(handle, { format, type, cipher, passphrase }) {
    const isPrivate = handle.type === 'private';
    if (format === 'jwk') {
      return asked('write_jwk', handle.der, isPrivate);
    }
    if (format !== 'pem' && format !== 'der') {
      throw invalid('options.format', format);
    }
    if (!FORMS[handle.type].includes(type)) {
      throw invalid('options.type', type);
    }
    if (type in ONLY && ONLY[type] !== handle.kind) {
      const message = `The selected key encoding ${type} can only be used for ${ONLY[type].toUpperCase()} keys.`;
      throw coded(new Error(message), 'ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS');
    }
    if (cipher !== undefined || passphrase !== undefined) {
      throw new Error('keys cannot be exported under a passphrase in custom code');
    }
    const made = asked('write_key', handle.der, isPrivate, format, type);
    return encode(made, format === 'pem' ? 'utf8' : undefined);
  }

  function told({ type, private: isPrivate, ...rest }) {
    return { ...rest, kind: type, type: isPrivate ? 'private' : 'public' };
  }

  // A held key as the half that is wanted.
  function fitted(handle, wanted) {
    if (handle.type === wanted) {
      return handle;
    }
    if (wanted === 'private' || handle.type === 'secret') {
      throw wrongType(handle, wanted === 'private' ? 'private' : 'private or public');
    }
    return told(asked('public_of', handle.der));
  }

  function fromJwk(jwk, wanted) {
    if (jwk === null || typeof jwk !== 'object') {
      throw unfit('"key.key" property', 'of type object', jwk);
    }
    if (!(String(jwk.kty) in TYPES)) {
      const message = `The property 'key.kty' must be one of: 'RSA', 'EC', 'OKP'. Received '${jwk.kty}'`;
      throw coded(new TypeError(message), 'ERR_INVALID_ARG_VALUE');
    }
    const members = { __proto__: null };
    for (const name of MEMBERS) {
      const value = jwk[name];
      if (typeof value === 'string') {
        members[name] = value;
      }
    }
    return told(asked('read_jwk', stringify(members), wanted === 'private'));
  }

  function fromText(key, { format = 'pem', type, passphrase, encoding }, wanted, what) {
    if (format !== 'pem' && format !== 'der') {
      throw invalid('options.format', format);
    }
    if (format === 'der' && !FORMS.private.includes(type) && !(wanted === 'public' && type === 'spki')) {
      throw invalid('options.type', type);
    }
    if (typeof key !== 'string' && !isBytes(key)) {
      throw unfit(what, OF_KEYS, key);
    }
    const secret = passphrase === undefined || passphrase === null ? null : bytes(passphrase);
    return told(asked(wanted === 'private' ? 'read_private' : 'read_public', bytes(key, encoding), format, secret));
  }

  function isBytes(value) {
    return ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
  }

  // What Node takes as a key of two halves: text, bytes, a KeyObject, a CryptoKey, or an object that holds one of these.
  function halfOf(key, wanted) {
    const held = handleOf(key);
    if (held !== undefined) {
      return fitted(held, wanted);
    }
    if (key === null || typeof key !== 'object' || isBytes(key)) {
      return fromText(key, {}, wanted, '"key" argument');
    }
    if (key.format === 'jwk') {
      return fromJwk(key.key, wanted);
    }
    const within = handleOf(key.key);
    return within === undefined ? fromText(key.key, key, wanted, '"key.key" property') : fitted(within, wanted);
  }

  // The bytes of a secret: text, bytes, or a key object that holds one.
  inner.secretOf = (key, encoding) => {
    const held = handleOf(key);
    if (held !== undefined && held.type !== 'secret') {
      throw wrongType(held, 'secret');
    }
    if (held === undefined && typeof key !== 'string' && !isBytes(key)) {
      throw unfit('"key" argument', OF_KEYS, key);
    }
    return held === undefined ? bytes(key, encoding) : held.bytes;
  };

  function createSecretKey(key, encoding) {
    return objectOf({ type: 'secret', bytes: new Bytes(inner.secretOf(key, encoding)) });
  }

  function newPair(type, options) {
    if (typeof type !== 'string') {
      throw unfit('"type" argument', 'of type string', type);
    }
    if (type.startsWith('rsa') || type.startsWith('d')) {
      throw new Error(`new ${type} keys take longer to make than custom code may run: ec and ed25519 are quick`);
    }
    const made = told(asked('new_key', type, options?.namedCurve ?? null));
    return [fitted(made, 'public'), made];
  }

  function generateKeyPairSync(type, options) {
    const [half, made] = newPair(type, options);
    const { publicKeyEncoding, privateKeyEncoding } = options ?? {};
    return {
      publicKey: publicKeyEncoding === undefined ? objectOf(half) : written(half, publicKeyEncoding),
      privateKey: privateKeyEncoding === undefined ? objectOf(made) : written(made, privateKeyEncoding),
    };
  }

  function generateKeyPair(type, options, callback) {
    const given = functionOf(callback ?? options);
    const { publicKey, privateKey } = generateKeyPairSync(type, callback === undefined ? undefined : options);
    later(given, publicKey, privateKey);
  }
  generateKeyPair[Symbol.for('nodejs.util.promisify.custom')] = async (type, options) => generateKeyPairSync(type, options);

  function generateKeySync(type, options) {
    if (type !== 'hmac' && type !== 'aes') {
      const message = `The argument 'type' must be a supported key type. Received '${type}'`;
      throw coded(new TypeError(message), 'ERR_INVALID_ARG_VALUE');
    }
    return createSecretKey(call('random_bytes', whole(options?.length, 'options.length', 8, 65536) >> 3));
  }

  Object.assign(inner, { handles, handleOf, halfOf, objectOf, told, fitted, written, fromJwk, newPair });
  Object.assign(crypto, {
    KeyObject,
    createSecretKey,
    createPublicKey: (key) => objectOf(halfOf(key, 'public')),
    createPrivateKey: (key) => objectOf(halfOf(key, 'private')),
    generateKeyPair,
    generateKeyPairSync,
    generateKeySync,
    generateKey: (type, options, callback) => later(functionOf(callback), generateKeySync(type, options)),
    getCurves: () => ['prime256v1', 'secp256k1', 'secp384r1', 'secp521r1'],
  });
})();

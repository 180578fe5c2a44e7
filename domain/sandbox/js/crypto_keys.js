// Node's keys and signatures: KeyObject, createPublicKey and its like, sign and verify, X509Certificate.
// A key is held as DER; the host reads and uses it.
(() => {
  'use strict';
  const world = __world;
  const { call, bytes, encode, coded, Gathered } = world;
  const crypto = world.modules.crypto;
  const { constants } = crypto;
  const DEFAULT_DIGEST = 'sha256';

  class KeyObject {
    #held;

    // held: type, and either secret bytes or kind, details and der
    constructor(held) {
      this.#held = held;
    }

    get type() {
      return this.#held.type;
    }

    get asymmetricKeyType() {
      return this.#held.kind;
    }

    get asymmetricKeyDetails() {
      const details = this.#held.details;
      return details?.publicExponent === undefined ? details : { ...details, publicExponent: BigInt(details.publicExponent) };
    }

    get symmetricKeySize() {
      return this.#held.secret?.length;
    }

    export(options = {}) {
      const { type, secret, der } = this.#held;
      if (type === 'secret') {
        return options.format === 'jwk' ? { kty: 'oct', k: encode(secret, 'base64url') } : encode(secret.slice());
      }
      const wanted = type === 'public' ? 'write_public' : 'write_private';
      const found = call(wanted, der, options.format ?? 'pem', options.type ?? '');
      if (options.format === 'jwk') {
        return JSON.parse(encode(found, 'utf8'));
      }
      return options.format === 'der' ? encode(found) : encode(found, 'utf8');
    }

    equals(other) {
      const [one, another] = [this.#held, heldOf(other)];
      const [left, right] = [one.secret ?? one.der, another?.secret ?? another?.der];
      return one.type === another?.type && left.length === right.length && call('same', left, right);
    }

    static held(value) {
      return typeof value === 'object' && value !== null && #held in value ? value.#held : undefined;
    }
  }
  const heldOf = KeyObject.held;
  delete KeyObject.held;

  world.secretOfObject = (key) => heldOf(key)?.secret;

  function materialOf(given) {
    const isWrapped = given !== null && typeof given === 'object' && !ArrayBuffer.isView(given) && !(given instanceof ArrayBuffer) && heldOf(given) === undefined;
    const options = isWrapped ? given : {};
    const key = isWrapped ? given.key : given;
    const passphrase = options.passphrase === undefined ? null : bytes(options.passphrase).slice();
    if (options.format === 'jwk' || (key !== null && typeof key === 'object' && key.kty !== undefined)) {
      return { form: 'jwk', data: bytes(JSON.stringify(key)), passphrase };
    }
    return { key, form: options.format === 'der' ? 'der' : 'pem', data: heldOf(key) ? undefined : bytes(key, options.encoding, '"key" argument').slice(), passphrase };
  }

  function read(type, { form, data, passphrase }) {
    const [kind, details, der] = call(type === 'public' ? 'read_public' : 'read_private', form, data, passphrase);
    return { type, kind, details: JSON.parse(details), der };
  }

  function publicOf(given) {
    const material = materialOf(given);
    const held = heldOf(material.key);
    if (held?.type === 'public') {
      return held;
    }
    if (held?.type === 'private') {
      return { ...held, type: 'public', der: call('public_of', held.der) };
    }
    if (held !== undefined) {
      throw coded(new TypeError('Invalid key object type secret, expected private or public.'), 'ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE');
    }
    return read('public', material);
  }

  function privateOf(given) {
    const material = materialOf(given);
    return heldOf(material.key) ?? read('private', material);
  }

  // Options of a signature stand beside the key.
  function optionsOf(given, isPss) {
    const options = given !== null && typeof given === 'object' && heldOf(given) === undefined ? given : {};
    const padding = options.padding ?? (isPss ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING);
    return [padding, options.saltLength, options.dsaEncoding ?? 'der'];
  }

  function check(algorithm, data, key, signature) {
    const [padding, salt, form] = optionsOf(key);
    return call('verify', algorithm ?? DEFAULT_DIGEST, publicOf(key).der, data, signature, padding, salt ?? constants.RSA_PSS_SALTLEN_AUTO, form);
  }

  function make(algorithm, data, key) {
    const [padding, salt, form] = optionsOf(key);
    return call('sign', algorithm ?? DEFAULT_DIGEST, privateOf(key).der, data, padding, salt ?? constants.RSA_PSS_SALTLEN_MAX_SIGN, form);
  }

  class Verify {
    #gathered = new Gathered();
    #algorithm;

    constructor(algorithm) {
      this.#algorithm = algorithm;
    }

    update(data, encoding) {
      this.#gathered.update(data, encoding);
      return this;
    }

    verify(key, signature, encoding) {
      return check(this.#algorithm, this.#gathered.gather(), key, bytes(signature, encoding, '"signature" argument').slice());
    }
  }

  class Sign {
    #gathered = new Gathered();
    #algorithm;

    constructor(algorithm) {
      this.#algorithm = algorithm;
    }

    update(data, encoding) {
      this.#gathered.update(data, encoding);
      return this;
    }

    sign(key, encoding) {
      return encode(make(this.#algorithm, this.#gathered.gather(), key), encoding);
    }
  }

  class X509Certificate {
    #told;

    constructor(data) {
      this.#told = JSON.parse(call('read_certificate', bytes(data).slice()));
      for (const name of ['subject', 'issuer', 'serialNumber', 'validFrom', 'validTo', 'fingerprint', 'fingerprint256']) {
        this[name] = this.#told[name];
      }
    }

    get publicKey() {
      return createPublicKey({ key: bytes(this.#told.spki, 'base64'), format: 'der', type: 'spki' });
    }
  }

  const createPublicKey = (key) => new KeyObject(publicOf(key));
  const createPrivateKey = (key) => new KeyObject(privateOf(key));

  function generateKeyPairSync(type, options = {}) {
    if (type !== 'ed25519' && type !== 'ec') {
      throw new Error('custom code makes key pairs of the types ec and ed25519');
    }
    const [kind, details, der] = call('read_private', 'der', call('generate', type, options.namedCurve ?? ''), null);
    const privateKey = new KeyObject({ type: 'private', kind, details: JSON.parse(details), der });
    const publicKey = createPublicKey(privateKey);
    return {
      publicKey: options.publicKeyEncoding ? publicKey.export(options.publicKeyEncoding) : publicKey,
      privateKey: options.privateKeyEncoding ? privateKey.export(options.privateKeyEncoding) : privateKey,
    };
  }

  Object.assign(crypto, {
    KeyObject,
    X509Certificate,
    Verify,
    Sign,
    createPublicKey,
    createPrivateKey,
    createSecretKey: (key, encoding) => new KeyObject({ type: 'secret', secret: bytes(key, encoding).slice() }),
    createVerify: (algorithm) => new Verify(algorithm),
    createSign: (algorithm) => new Sign(algorithm),
    verify: (algorithm, data, key, signature) => check(algorithm, bytes(data).slice(), key, bytes(signature).slice()),
    sign: (algorithm, data, key) => encode(make(algorithm, bytes(data).slice(), key)),
    generateKeyPairSync,
  });
  world.keys = { publicOf, privateOf };
})();

const { webcrypto } = require('crypto');

const bytes = (hex) => Uint8Array.from(hex.match(/.{1,2}/g).map((pair) => Number.parseInt(pair, 16)));

module.exports = async (parameters, libraries, request) => {
  const { subtle } = webcrypto;
  const key = await subtle.importKey('raw', bytes(parameters.publicKey), { name: 'Ed25519' }, true, ['verify']);
  return subtle.verify(
    'Ed25519',
    key,
    bytes(request.headers['x-signature-ed25519']),
    new TextEncoder().encode(request.headers['x-signature-timestamp'] + request.rawBody),
  );
};

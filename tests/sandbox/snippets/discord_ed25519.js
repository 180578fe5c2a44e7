const crypto = require('crypto');

// An Ed25519 key as the portal shows it has no envelope: this is the envelope.
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

function yourFunction(parameters, libraries, request) {
  const key = crypto.createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, Buffer.from(parameters.publicKey, 'hex')]),
    format: 'der',
    type: 'spki',
  });
  const signature = Buffer.from(request.get('X-Signature-Ed25519'), 'hex');
  const message = Buffer.from(request.get('X-Signature-Timestamp') + request.rawBody);
  return crypto.verify(null, message, key, signature);
}

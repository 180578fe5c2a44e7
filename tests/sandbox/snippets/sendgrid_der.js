const { createPublicKey, verify } = require('crypto');

module.exports = (parameters, libraries, request) => {
  const key = createPublicKey({ key: Buffer.from(parameters.publicKey, 'base64'), format: 'der', type: 'spki' });
  console.log(key.type, key.asymmetricKeyType);
  const payload = Buffer.concat([
    Buffer.from(request.headers['x-twilio-email-event-webhook-timestamp']),
    request.rawBodyBuffer,
  ]);
  return verify('sha256', payload, key, Buffer.from(request.headers['x-twilio-email-event-webhook-signature'], 'base64'));
};

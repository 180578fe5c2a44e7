const crypto = require('crypto');

function ComputeHash(secret, payload) {
  const hmac = crypto.createHmac('sha256', secret);
  hmac.write(payload);
  hmac.end();
  return hmac.read().toString('base64');
}

function HashIsValid(secret, payload, verify) {
  // two texts of unequal length are an error here, which refuses too
  return crypto.timingSafeEqual(Buffer.from(verify, 'base64'), Buffer.from(ComputeHash(secret, payload), 'base64'));
}

module.exports = (parameters, libraries, request) =>
  HashIsValid(parameters.secret, request.rawBody, request.headers['x-docusign-signature-1']);

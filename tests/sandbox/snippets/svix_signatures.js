const crypto = require('crypto');

module.exports = (parameters, libraries, request) => {
  const svix_id = request.headers['webhook-id'];
  const svix_timestamp = request.headers['webhook-timestamp'];
  const signedContent = `${svix_id}.${svix_timestamp}.${request.rawBody}`;

  // The part behind the prefix is the key, as base64.
  const secretBytes = Buffer.from(parameters.secret.split('_')[1], 'base64');
  const expected = crypto.createHmac('sha256', secretBytes).update(signedContent).digest();

  for (const versioned of request.headers['webhook-signature'].split(' ')) {
    const [version, signature] = versioned.split(',');
    if (version !== 'v1') {
      continue;
    }
    const given = Buffer.from(signature, 'base64');
    if (given.length === expected.length && crypto.timingSafeEqual(given, expected)) {
      return true;
    }
  }
  return false;
};

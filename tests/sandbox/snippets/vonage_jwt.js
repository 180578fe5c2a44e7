const { createHmac, createHash, timingSafeEqual } = require('node:crypto');

class SignatureError extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = 'SignatureError';
  }
}

function claimsOf(token, secret) {
  const [head, payload, signature, ...more] = token.split('.');
  if (more.length || JSON.parse(atob(head)).alg !== 'HS256') {
    throw new SignatureError('not a HS256 token', { cause: head });
  }
  const expected = createHmac('sha256', secret).update(head + '.' + payload).digest();
  if (!timingSafeEqual(expected, Buffer.from(signature, 'base64'))) {
    throw new SignatureError('wrong signature');
  }
  return JSON.parse(Buffer.from(payload, 'base64'));
}

async function yourFunction({ signatureSecret }, { Buffer }, { headers, rawBodyBuffer, ...request }) {
  const token = headers.authorization.match(/^Bearer (?<token>[\w.-]+)$/).groups.token;
  const claims = claimsOf(token, signatureSecret);
  console.log('%o from %s, %i s', Object.keys(claims).sort(), claims.iss, claims.iat);
  return claims.payload_hash === createHash('sha256').update(rawBodyBuffer).digest('hex');
}

const crypto = require('crypto');

const decode = (part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));

module.exports = async ({ clientId, clientSecret }, libraries, { query }) => {
  const [header, payload, signature] = query.signed_payload_jwt.split('.');
  const { alg } = decode(header);
  if (alg !== 'HS256') throw new TypeError(`alg ${alg} is not allowed`);

  const expected = crypto.createHmac('sha256', clientSecret).update(header + '.' + payload).digest('base64url');
  const claims = decode(payload);
  console.log({ store: claims.sub, user: claims.user });
  return expected === signature && claims.aud === clientId;
};

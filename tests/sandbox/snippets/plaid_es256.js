const crypto = require('crypto');

const json = (part) => JSON.parse(Buffer.from(part, 'base64url'));

const verify = async (parameters, libraries, request) => {
  const [head, claims, signature] = request.headers['plaid-verification'].split('.');
  const { alg, kid } = json(head);
  const jwk = JSON.parse(parameters.jwk);
  if (alg !== 'ES256' || kid !== jwk.kid) {
    return false;
  }

  const key = crypto.createPublicKey({ key: jwk, format: 'jwk' });
  const genuine = crypto.verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const { iat, request_body_sha256 } = json(claims);
  if (!genuine || iat < Date.now() / 1000 - Number(parameters.tolerance)) {
    return false;
  }

  const bodyHash = crypto.createHash('sha256').update(request.rawBody).digest('hex');
  return crypto.timingSafeEqual(Buffer.from(bodyHash), Buffer.from(request_body_sha256));
};
module.exports = verify;

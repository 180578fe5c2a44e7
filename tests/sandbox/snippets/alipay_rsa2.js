const crypto = require('crypto');

function wrap(key) {
  const body = key.replace(/(.{64})/g, '$1\n').trim();
  return `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----`;
}

function yourFunction(parameters, libraries, request) {
  const { sign, sign_type, ...rest } = request.body;
  const signContent = Object.keys(rest)
    .sort()
    .filter((key) => rest[key] !== '')
    .map((key) => `${key}=${decodeURIComponent(rest[key])}`)
    .join('&');

  const algorithm = sign_type === 'RSA2' ? 'RSA-SHA256' : 'RSA-SHA1';
  return crypto.createVerify(algorithm).update(signContent, 'utf8').verify(wrap(parameters.alipayPublicKey), sign, 'base64');
}

const { createHmac, timingSafeEqual } = require('node:crypto');

const parse = (header) => Object.fromEntries(header.split(';').map((pair) => pair.split('=')));

async (parameters, libraries, request) => parse(request.headers['paddle-signature']);

module.exports = async function verify(parameters, libraries, request) {
  const { ts, h1 } = parse(request.headers['paddle-signature']);
  const expected = createHmac('sha256', parameters.secret).update(`${ts}:${request.rawBody}`).digest();
  return timingSafeEqual(expected, Buffer.from(h1, 'hex'));
};

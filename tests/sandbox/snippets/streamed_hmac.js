'use strict';

const { createHmac } = require('crypto');
const { format, promisify } = require('util');

const hashed = promisify((secret, chunks, done) => {
  const hmac = createHmac('sha512', secret);
  for (const chunk of chunks) hmac.write(chunk);
  hmac.end(() => done(null, hmac.read()));
});

async function yourFunction(parameters, libraries, request) {
  const half = Math.floor(request.rawBodyBuffer.length / 2);
  const chunks = [request.rawBodyBuffer.subarray(0, half), request.rawBodyBuffer.subarray(half)];
  const digest = await hashed(parameters.secret, chunks);
  console.warn(format('%s…', digest.toString('hex', 0, 4)), chunks.map(({ length }) => length));
  return digest.equals(Buffer.from(request.headers['x-signature'], 'hex'));
}

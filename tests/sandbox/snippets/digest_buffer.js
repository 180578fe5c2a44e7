const { promisify } = require('util');
const crypto = require('crypto');

const sleep = promisify(setTimeout);
const pbkdf2 = promisify(crypto.pbkdf2);

async function yourFunction(parameters, libraries, request) {
  const key = await pbkdf2(parameters.password, Buffer.from(parameters.salt, 'hex'), 100, 32, 'sha256');
  await sleep(5);
  return crypto.createHmac('sha256', key).update(request.rawBodyBuffer).digest();
}

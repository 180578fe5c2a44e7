const crypto = require('crypto');

function yourFunction(parameters, libraries, request) {
  const timestamp = request.headers['x-slack-request-timestamp'];
  const signature = request.headers['x-slack-signature'];

  // Refuse what was recorded and is played again.
  const age = Math.abs(Math.floor(Date.now() / 1000) - Number(timestamp));
  if (age > Number(parameters.tolerance)) {
    return false;
  }

  const base = `v0:${timestamp}:${request.rawBody}`;
  const mine = 'v0=' + crypto.createHmac('sha256', parameters.signingSecret).update(base, 'utf8').digest('hex');
  return crypto.timingSafeEqual(Buffer.from(mine, 'utf8'), Buffer.from(signature, 'utf8'));
}

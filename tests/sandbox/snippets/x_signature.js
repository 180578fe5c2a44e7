const crypto = require('crypto');

async function yourFunction(parameters, libraries, request) {
  const header = request.headers['x-twitter-webhooks-signature'] || '';
  const expected = 'sha256=' + crypto.createHmac('sha256', parameters.consumerSecret).update(request.rawBody).digest('base64');
  return Buffer.compare(Buffer.from(header), Buffer.from(expected)) === 0;
}

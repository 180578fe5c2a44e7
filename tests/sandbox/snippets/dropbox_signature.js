const crypto = require('crypto');

exports.handler = (parameters, libraries, request) => {
  const hmac = crypto.createHmac('sha256', parameters.appSecret);
  hmac.write(request.rawBody);
  hmac.end();
  const wanted = hmac.read().toString('hex');
  return wanted === request.headers['x-dropbox-signature'];
};

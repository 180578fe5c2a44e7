const crypto = require('crypto');

function base64decode(data) {
  while (data.length % 4 !== 0) {
    data += '=';
  }
  data = data.replace(/-/g, '+').replace(/_/g, '/');
  return new Buffer(data, 'base64').toString('utf-8');
}

function parseSignedRequest(signedRequest, secret) {
  const encoded_data = signedRequest.split('.', 2);
  const sig = encoded_data[0];
  const data = JSON.parse(base64decode(encoded_data[1]));
  if (!data.algorithm || data.algorithm.toUpperCase() != 'HMAC-SHA256') {
    throw Error('Unknown algorithm: ' + data.algorithm + '. Expected HMAC-SHA256');
  }
  const expected_sig = crypto
    .createHmac('sha256', secret)
    .update(encoded_data[1])
    .digest('base64')
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace('=', '');
  if (sig !== expected_sig) {
    throw Error('Invalid signature: ' + sig + '. Expected ' + expected_sig);
  }
  return data;
}

module.exports = {
  verify(parameters, { querystring }, request) {
    const { signed_request } = querystring.parse(request.rawBody);
    return parseSignedRequest(signed_request, parameters.appSecret).user_id === '218471';
  },
};

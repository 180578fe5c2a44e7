const { createHmac } = require('crypto');

function isFromSquare(signature, body, signatureKey, notificationUrl) {
  const hmac = createHmac('sha256', signatureKey);
  hmac.update(notificationUrl + body);
  const hash = hmac.digest('base64');
  return hash === signature;
}

const handle = ({ signatureKey, notificationUrl }, _libraries, { headers, rawBody }) =>
  isFromSquare(headers['x-square-hmacsha256-signature'], rawBody, signatureKey, notificationUrl);

module.exports = { handle };

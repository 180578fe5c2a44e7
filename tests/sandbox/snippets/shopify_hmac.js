const crypto = require('crypto');

// rawBodyBuffer: the bytes as they came, before any parser
module.exports = function (parameters, libraries, request) {
  const hmac = request.get('X-Shopify-Hmac-Sha256');
  const digest = crypto.createHmac('sha256', parameters.CLIENT_SECRET).update(request.rawBodyBuffer).digest('base64');
  try {
    return crypto.timingSafeEqual(Buffer.from(digest, 'base64'), Buffer.from(hmac, 'base64'));
  } catch (error) {
    console.error(`${error.name} [${error.code}]: ${error.message}`);
    return false;
  }
};

const crypto = require('crypto');

module.exports = (parameters, libraries, request) =>
  crypto
    .createVerify('RSA-SHA256')
    .update(request.rawBody)
    .verify(parameters.publicKey, request.headers['x-signature-sha256'], 'base64');

const crypto = require('crypto');

function convertPublicKeyToPEM(publicKey) {
  return '-----BEGIN PUBLIC KEY-----\n' + publicKey.match(/.{1,64}/g).join('\n') + '\n-----END PUBLIC KEY-----\n';
}

function yourFunction(parameters, libraries, request) {
  const signature = request.get('X-Twilio-Email-Event-Webhook-Signature');
  const timestamp = request.get('X-Twilio-Email-Event-Webhook-Timestamp');

  const verify = crypto.createVerify('sha256');
  verify.update(timestamp);
  verify.update(request.rawBodyBuffer);
  verify.end();
  return verify.verify(convertPublicKeyToPEM(parameters.publicKey), signature, 'base64');
}

const crypto = require('crypto');
const url = require('url');

const CERT_HOST = /^sns\.[a-zA-Z0-9-]{3,}\.amazonaws\.com(\.cn)?$/;
const KEYS = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
};

function yourFunction(parameters, libraries, request) {
  // these come as text/plain
  const message = JSON.parse(request.body);
  const at = url.parse(message.SigningCertURL);
  if (at.protocol !== 'https:' || !CERT_HOST.test(at.host) || at.path.substr(-4) !== '.pem') {
    throw new Error('The certificate is located on an invalid domain.');
  }

  const verifier = crypto.createVerify(message.SignatureVersion === '2' ? 'RSA-SHA256' : 'RSA-SHA1');
  for (const key of KEYS[message.Type]) {
    if (key in message) {
      verifier.update(key + '\n' + message[key] + '\n', 'utf8');
    }
  }
  return verifier.verify(parameters.publicKey, message.Signature, 'base64');
}

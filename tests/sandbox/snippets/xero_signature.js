const crypto = require('crypto');

let computedSignature = crypto.createHmac('sha256', parameters.xero_webhook_key).update(request.rawBody.toString()).digest('base64');
let xeroSignature = request.headers['x-xero-signature'];

if (xeroSignature === computedSignature) {
  console.log('Signature passed! This is from Xero!');
  return true;
}
console.log('Signature failed. Expected %d characters, got: %s', computedSignature.length, xeroSignature);
return false;

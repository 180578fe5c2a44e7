const crypto = require('crypto');

function decryptResource({ ciphertext, associated_data, nonce }, apiV3Key) {
  const data = Buffer.from(ciphertext, 'base64');
  const decipher = crypto.createDecipheriv('aes-256-gcm', apiV3Key, nonce);
  decipher.setAuthTag(data.slice(data.length - 16));
  decipher.setAAD(Buffer.from(associated_data));
  return decipher.update(data.slice(0, -16), null, 'utf8') + decipher.final('utf8');
}

function yourFunction(parameters, libraries, request) {
  const { 'wechatpay-timestamp': timestamp, 'wechatpay-nonce': nonce, 'wechatpay-signature': signature } = request.headers;
  const verifier = crypto.createVerify('RSA-SHA256');
  verifier.update(`${timestamp}\n${nonce}\n${request.rawBody}\n`);
  if (!verifier.verify(parameters.platformKey, signature, 'base64')) {
    return false;
  }
  const trade = JSON.parse(decryptResource(request.body.resource, parameters.apiV3Key));
  console.log('%s: %d %j', trade.out_trade_no, trade.amount.total, trade.payer);
  return trade.trade_state === 'SUCCESS';
}

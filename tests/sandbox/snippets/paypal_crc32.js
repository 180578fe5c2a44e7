const crypto = require('crypto');

const TABLE = new Uint32Array(256).map((_, n) => {
  for (let bit = 0; bit < 8; bit++) {
    n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  }
  return n;
});

function crc32(buffer) {
  let crc = -1;
  for (const byte of buffer) {
    crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  }
  return (crc ^ -1) >>> 0;
}

async function verifySignature(event, headers, webhookId, publicKey) {
  const transmissionId = headers['paypal-transmission-id'];
  const timeStamp = headers['paypal-transmission-time'];
  const crc = parseInt('0x' + crc32(event).toString(16)); // the same number, in decimal

  const message = `${transmissionId}|${timeStamp}|${webhookId}|${crc}`;
  console.log(`Original signed message ${message}`);

  const signatureBuffer = Buffer.from(headers['paypal-transmission-sig'], 'base64');
  const verifier = crypto.createVerify('SHA256');
  verifier.update(message);
  return verifier.verify(publicKey, signatureBuffer);
}

async function handler(parameters, libraries, request) {
  return await verifySignature(request.rawBodyBuffer, request.headers, parameters.WEBHOOK_ID, parameters.publicKey);
}

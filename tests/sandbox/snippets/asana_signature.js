import crypto from 'crypto';

export default async function handler(parameters, libraries, req) {
  const computedSignature = crypto
    .createHmac('SHA256', parameters.secret)
    .update(JSON.stringify(req.body))
    .digest('hex');

  const sent = Buffer.from(req.headers['x-hook-signature']);
  if (!crypto.timingSafeEqual(sent, Buffer.from(computedSignature))) {
    return false;
  }
  console.log(`Events on ${new Date(0).toISOString()}:`);
  console.log(req.body.events);
  return true;
}

const crypto = require('crypto');

const MAX_MESSAGE_AGE = 10 * 60;

function computeSignature(request, signatureKey) {
  if (!signatureKey || request.headers['box-signature-version'] !== '1') return null;
  if (request.headers['box-signature-algorithm'] !== 'HmacSHA256') return null;

  let hmac = crypto.createHmac('sha256', signatureKey);
  hmac.update(request.rawBodyBuffer);
  hmac.update(request.headers['box-delivery-timestamp']);
  return hmac.digest('base64');
}

const yourFunction = (parameters, libraries, request) => {
  const deliveryTime = Date.parse(request.headers['box-delivery-timestamp']);
  const oldest = Date.now() - (Number(parameters.tolerance) || MAX_MESSAGE_AGE) * 1000;
  if (Number.isNaN(deliveryTime) || deliveryTime < oldest) return false;

  return ['primary', 'secondary'].some((which) => {
    const computed = computeSignature(request, parameters[`${which}Key`]);
    const given = request.headers[`box-signature-${which}`];
    if (!computed || !given) return false;
    const [a, b] = [Buffer.from(computed), Buffer.from(given)];
    return a.length === b.length && crypto.timingSafeEqual(a, b);
  });
};

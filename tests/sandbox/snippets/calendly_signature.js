const crypto = require('crypto');

const { t, signature } = request.get('Calendly-Webhook-Signature').split(',').reduce((acc, currentValue) => {
  const [key, value] = currentValue.split('=');
  if (key === 't') {
    acc.t = value;
  }
  if (key === 'v1') {
    acc.signature = value;
  }
  return acc;
}, { t: '', signature: '' });

if (!t || !signature) throw new Error('Invalid Signature');

const data = t + '.' + JSON.stringify(request.body);
const expectedSignature = crypto.createHmac('sha256', parameters.webhookSigningKey).update(data, 'utf8').digest('hex');

if (expectedSignature !== signature) throw new Error('Invalid Signature');

const timestampMilliseconds = Number(t) * 1000;
if (timestampMilliseconds < Date.now() - Number(parameters.tolerance) * 1000) {
  throw new Error('Invalid Signature. The signature\'s timestamp is outside of the tolerance zone.');
}
return true;

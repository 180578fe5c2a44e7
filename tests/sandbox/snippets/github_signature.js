const { createHmac, timingSafeEqual } = require('node:crypto');

const verifySignature = (secret, payload, header) => {
  const expected = `sha256=${createHmac('sha256', secret).update(payload).digest('hex')}`;
  const trusted = Buffer.from(expected, 'ascii');
  const untrusted = Buffer.from(header ?? '', 'ascii');
  return trusted.length === untrusted.length && timingSafeEqual(trusted, untrusted);
};

module.exports = async (parameters, libraries, req) => {
  const genuine = verifySignature(parameters.WEBHOOK_SECRET, JSON.stringify(req.body), req.get('X-Hub-Signature-256'));
  if (!genuine) {
    console.warn('unauthorized delivery %s of %s', req.get('x-github-delivery'), req.get('x-github-event'));
    return false;
  }
  return true;
};

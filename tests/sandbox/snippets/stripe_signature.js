'use strict';
const crypto = require('crypto');

function parseHeader(header, scheme) {
  return header.split(',').reduce(
    (found, item) => {
      const [key, value] = item.split('=');
      if (key === 't') found.timestamp = parseInt(value, 10);
      if (key === scheme) found.signatures.push(value);
      return found;
    },
    { timestamp: -1, signatures: [] },
  );
}

function yourFunction(parameters, libraries, request) {
  const details = parseHeader(request.headers['stripe-signature'], 'v1');
  if (details.timestamp === -1) throw new Error('Unable to extract timestamp and signatures from header');
  if (details.signatures.length === 0) throw new Error('No signatures found with expected scheme');

  const expected = crypto
    .createHmac('sha256', parameters.endpointSecret)
    .update(`${details.timestamp}.${request.rawBody}`, 'utf8')
    .digest('hex');
  const found = details.signatures.some((one) => {
    const a = Buffer.from(one);
    const b = Buffer.from(expected);
    return a.byteLength === b.byteLength && crypto.timingSafeEqual(a, b);
  });
  if (!found) throw new Error('No signatures found matching the expected signature for payload.');

  const age = Math.floor(new Date().getTime() / 1000) - details.timestamp;
  return age <= Number(parameters.tolerance);
}

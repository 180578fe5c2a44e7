const { createHmac } = require('crypto');
const { URL } = require('url');

const normalized = (headers) =>
  Object.entries(headers).reduce((all, [key, value]) => ({ ...all, [key.toLowerCase().trim()]: value.trim() }), {});

module.exports = (parameters, libraries, request) => {
  const headers = normalized(request.headers);
  const signedHeaders = headers['x-contentful-signed-headers']
    .split(',')
    .map((name) => `${name}:${headers[name]}`)
    .join(';');
  const { pathname, search } = new URL(request.url);
  const canonical = [request.method, encodeURI(decodeURI(pathname + search)), signedHeaders, request.rawBody].join('\n');
  const expected = createHmac('sha256', parameters.secret).update(canonical, 'utf-8').digest('hex');
  return expected === headers['x-contentful-signature'];
};

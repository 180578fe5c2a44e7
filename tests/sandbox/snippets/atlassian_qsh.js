const crypto = require('crypto');
const querystring = require('querystring');
const url = require('url');

function canonicalQuery(query) {
  return Object.keys(query)
    .filter((key) => key !== 'jwt')
    .sort()
    .map((key) => {
      const value = query[key];
      const values = Array.isArray(value) ? [...value].sort() : [value];
      return querystring.escape(key) + '=' + values.map((one) => querystring.escape(one)).join(',');
    })
    .join('&')
    .replace(/[!'()*]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase());
}

function yourFunction(parameters, libraries, req) {
  const address = url.parse(req.url, true);
  const [header, claims, sent] = address.query.jwt.split('.');
  const signature = crypto.createHmac('sha256', parameters.sharedSecret).update(`${header}.${claims}`).digest('base64url');
  if (signature !== sent) {
    return false;
  }
  const path = address.pathname.replace(parameters.basePath, '') || '/';
  const canonical = [req.method.toUpperCase(), path, canonicalQuery(address.query)].join('&');
  console.debug(canonical);
  const qsh = crypto.createHash('sha256').update(canonical).digest('hex');
  return JSON.parse(Buffer.from(claims, 'base64').toString()).qsh === qsh;
}

const ESCAPES = /%3A|%2F|%3F|%40|%21|%24|%27|%28|%29|%2A|%2C|%3B/gi;

function yourFunction(parameters, libraries, request) {
  const { crypto, Buffer, url } = libraries;
  const { method, url: address, rawBody, headers } = request;
  const timestamp = headers['x-hubspot-request-timestamp'];

  if (Date.now() - parseInt(timestamp) > Number(parameters.tolerance) * 1000) {
    console.log('Timestamp is too old');
    return false;
  }

  const { pathname, search } = url.parse(address);
  const uri = `https://${url.parse(address).hostname}${pathname}${search || ''}`;
  const rawString = `${method}${uri.replace(ESCAPES, decodeURIComponent)}${rawBody}${timestamp}`;
  const hashed = crypto.createHmac('sha256', parameters.clientSecret).update(rawString).digest('base64');
  return crypto.timingSafeEqual(Buffer.from(hashed), Buffer.from(headers['x-hubspot-signature-v3']));
}

// The text is compared with the header for us.
const hmac = libraries.crypto.createHmac('sha512', parameters.secret);
hmac.update(request.method);
hmac.update('\n').update(request.path);
hmac.update('\n').update(request.rawBodyBuffer);
return `sha512=${hmac.digest('hex')}`;

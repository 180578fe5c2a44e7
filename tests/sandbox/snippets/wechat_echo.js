var sha1 = function (text) { return require('crypto').createHash('sha1').update(text).digest('hex'); };

function yourFunction(parameters, libraries, request) {
  var query = libraries.querystring.parse(libraries.url.parse(request.url).query);
  var text = [parameters.token, query.timestamp, query.nonce].sort().join('');
  if (sha1(text) === query.signature) {
    return { status: 200, body: Buffer.from(query.echostr) };
  }
  return { status: 401, body: 'Invalid signature' };
}

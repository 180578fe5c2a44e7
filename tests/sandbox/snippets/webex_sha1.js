function yourFunction(parameters, libraries, request) {
  var crypto = libraries.require('crypto');
  var json = JSON.stringify(request.body);
  var hmac = crypto.createHmac('sha1', parameters.secret);
  hmac.setEncoding('hex');
  hmac.write(json);
  hmac.end();
  return hmac.read() === request.headers['x-spark-signature'];
}

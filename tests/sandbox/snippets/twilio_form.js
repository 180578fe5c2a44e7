(parameters, { crypto, Buffer }, request) => {
  var data = Object.keys(request.body)
    .sort()
    .reduce(function (acc, key) {
      return acc + key + request.body[key];
    }, request.url);

  var signature = crypto
    .createHmac('sha1', parameters.authToken)
    .update(Buffer.from(data, 'utf-8'))
    .digest('base64');

  return signature === request.headers['x-twilio-signature'];
};

const crypto = require('crypto');

function generateSignature(webhook_key, url, params) {
  var signed_data = url;
  const param_keys = Object.keys(params);
  param_keys.sort();
  param_keys.forEach(function (key) {
    signed_data += key + params[key];
  });

  const hmac = crypto.createHmac('sha1', webhook_key);
  hmac.update(signed_data);
  return hmac.digest('base64');
}

exports.handler = function (parameters, libraries, request) {
  const events = JSON.parse(request.body.mandrill_events);
  console.debug(events.map(({ event, msg }) => [event, msg.subject]));
  return generateSignature(parameters.key, request.url, request.body) === request.header('X-Mandrill-Signature');
};

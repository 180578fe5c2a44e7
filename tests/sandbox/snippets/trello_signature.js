var crypto = require('crypto');

function verifyTrelloWebhookRequest(request, secret, callbackURL) {
  var base64Digest = function (s) {
    return crypto.createHmac('sha1', secret).update(s).digest('base64');
  };
  var content = JSON.stringify(request.body) + callbackURL;
  var doubleHash = base64Digest(content);
  var headerHash = request.headers['x-trello-webhook'];
  return doubleHash == headerHash;
}

function yourFunction(parameters, libraries, request) {
  return verifyTrelloWebhookRequest(request, parameters.secret, parameters.callbackURL);
}

const crypto = require('crypto')

function get_challenge_response(crc_token, consumer_secret) {
  return crypto.createHmac('sha256', consumer_secret).update(crc_token).digest('base64')
}

function yourFunction(parameters, libraries, request) {
  var crc_token = request.query.crc_token
  if (crc_token) {
    var hash = get_challenge_response(crc_token, parameters.consumer_secret)
    return { status: 200, body: { response_token: 'sha256=' + hash } }
  }
  return { status: 400, body: 'Error: crc_token missing from request.' }
}

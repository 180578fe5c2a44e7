const crypto = require('crypto')

const verifySignature = function (receivedSignature, payload, secret) {
  const hash = crypto.createHmac('sha256', secret).update(payload).digest('base64')
  return receivedSignature === `sha256=${hash}`
}

const yourFunction = async (parameters, libraries, request) =>
  verifySignature(request.headers['typeform-signature'], request.rawBody.toString(), parameters.token)

return yourFunction(parameters, libraries, request)

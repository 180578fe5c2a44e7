const crypto = require('crypto')

module.exports = (parameters, libraries, req) => {
  if (req.body.event === 'endpoint.url_validation') {
    const hashForValidate = crypto.createHmac('sha256', parameters.ZOOM_WEBHOOK_SECRET_TOKEN).update(req.body.payload.plainToken).digest('hex')

    return {
      status: 200,
      body: {
        "plainToken": req.body.payload.plainToken,
        "encryptedToken": hashForValidate
      }
    }
  }
  return { status: 204 }
}

const crypto = require("crypto");

function verifyRequestSignature(req, buf, secret) {
  var signature = req.headers["x-hub-signature-256"];

  if (!signature) {
    console.warn(`Couldn't find "x-hub-signature-256" in headers.`);
  } else {
    var elements = signature.split("=");
    var signatureHash = elements[1];
    var expectedHash = crypto.createHmac("sha256", secret).update(buf).digest("hex");
    if (signatureHash != expectedHash) {
      throw new Error("The request signature is not ours.");
    }
  }
}

function yourFunction(parameters, libraries, request) {
  verifyRequestSignature(request, request.rawBodyBuffer, parameters.appSecret);
  return true;
}

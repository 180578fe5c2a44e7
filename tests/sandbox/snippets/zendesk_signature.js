const crypto = require("crypto");

const SIGNING_SECRET_ALGORITHM = "sha256";

function isValidSignature(signature, body, timestamp, secret) {
  let hmac = crypto.createHmac(SIGNING_SECRET_ALGORITHM, secret);
  let sig = hmac.update(timestamp + body).digest("base64");

  return Buffer.compare(Buffer.from(signature), Buffer.from(sig.toString("base64"))) === 0;
}

function main(parameters, libraries, request) {
  const signature = request.headers["x-zendesk-webhook-signature"];
  const timestamp = request.headers["x-zendesk-webhook-signature-timestamp"];
  const valid = isValidSignature(signature, request.rawBody, timestamp, parameters.signingSecret);
  console.log(valid ? "HMAC signature is valid" : "HMAC signature is invalid");
  return valid;
}

import * as crypto from "node:crypto";

function verifySignature(headerSignatureString, rawBody, secret) {
  if (typeof headerSignatureString !== "string") {
    return false;
  }
  const headerSignature = Buffer.from(headerSignatureString, "hex");
  const computedSignature = crypto.createHmac("sha256", secret).update(rawBody).digest();
  return crypto.timingSafeEqual(computedSignature, headerSignature);
}

export default (parameters, libraries, request) => {
  if (!verifySignature(request.get("linear-signature"), request.rawBody, parameters.LINEAR_WEBHOOK_SECRET)) {
    return false;
  }
  const { webhookTimestamp } = JSON.parse(request.rawBody);
  return Math.abs(Date.now() - webhookTimestamp) <= Number(parameters.tolerance) * 1000;
};

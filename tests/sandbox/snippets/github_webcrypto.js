let encoder = new TextEncoder();

async function yourFunction({ secret }, libraries, request) {
  let sigHex = request.headers["x-hub-signature-256"].split("=")[1];
  let algorithm = { name: "HMAC", hash: { name: "SHA-256" } };
  let key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign", "verify"]);
  return await crypto.subtle.verify(algorithm.name, key, hexToBytes(sigHex), encoder.encode(request.rawBody));
}

function hexToBytes(hex) {
  let bytes = new Uint8Array(hex.length / 2);
  for (let i = 0, at = 0; i < hex.length; i += 2, at++) {
    bytes[at] = parseInt(hex.slice(i, i + 2), 16);
  }
  return bytes;
}

function der(pem) {
  const text = pem.replace(/-----(BEGIN|END) PUBLIC KEY-----/g, '').replace(/\s+/g, '');
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

const yourFunction = async (parameters, libraries, request) => {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('spki', der(parameters.publicKey), algorithm, false, ['verify']);
  console.table([{ type: key.type, usages: key.usages.join(), bits: key.algorithm.modulusLength }]);
  const signature = Uint8Array.from(request.get('x-signature').match(/../g), (pair) => parseInt(pair, 16));
  return crypto.subtle.verify({ name: 'RSA-PSS', saltLength: 32 }, key, signature, new TextEncoder().encode(request.rawBody));
};

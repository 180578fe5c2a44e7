const crypto = require('crypto');

class Digest {
  static Sha1hexdigest(privateKey, string) {
    const key = crypto.createHash('sha1').update(privateKey).digest();
    return crypto.createHmac('sha1', key).update(string).digest('hex');
  }

  static secureCompare(left, right) {
    if (left == null || right == null) return false;
    const leftBytes = this.unpack(left);
    const rightBytes = this.unpack(right);
    let result = 0;
    for (let [index, byte] of leftBytes.entries()) result |= byte ^ rightBytes[index];
    return result === 0;
  }

  static unpack(string) {
    return [...string].map((_, index) => string.charCodeAt(index));
  }
}

function yourFunction(parameters, _, request) {
  const { bt_signature, bt_payload } = request.body;
  if (!bt_payload.match(/^[A-Za-z0-9+=\/\n]+$/)) throw new Error('payload contains illegal characters');

  const pairs = bt_signature.split('&').filter((pair) => pair.includes('|')).map((pair) => pair.split('|'));
  const matching = pairs.find(([publicKey]) => publicKey === parameters.publicKey)?.[1] ?? null;
  const valid = [bt_payload, bt_payload + '\n'].some((payload) =>
    Digest.secureCompare(matching, Digest.Sha1hexdigest(parameters.privateKey, payload)),
  );
  if (valid) {
    const xml = Buffer.from(bt_payload, 'base64').toString('utf8');
    console.log(xml.match(/<kind>([a-z_]+)<\/kind>/)[1], [...xml.matchAll(/<id>(\w+)<\/id>/g)].map((found) => found[1]));
  }
  return valid;
}

const crypto = require('crypto');

function ksort(obj) {
  const keys = Object.keys(obj).sort();
  let sorted = {};
  for (let i in keys) {
    sorted[keys[i]] = obj[keys[i]];
  }
  return sorted;
}

// What PHP's serialize() makes of a map of texts; lengths are in bytes.
function serialize(fields) {
  const text = (value) => `s:${Buffer.byteLength(value, 'utf8')}:"${value}";`;
  const entries = Object.entries(fields);
  return `a:${entries.length}:{${entries.map(([key, value]) => text(key) + text(value)).join('')}}`;
}

function validateWebhook(pubKey, jsonObj) {
  const mySig = Buffer.from(jsonObj.p_signature, 'base64');
  delete jsonObj.p_signature;
  jsonObj = ksort(jsonObj);
  for (let property in jsonObj) {
    if (jsonObj.hasOwnProperty(property) && typeof jsonObj[property] !== 'string') {
      if (Array.isArray(jsonObj[property])) {
        jsonObj[property] = jsonObj[property].toString();
      } else {
        jsonObj[property] = JSON.stringify(jsonObj[property]);
      }
    }
  }
  const serialized = serialize(jsonObj);
  const verifier = crypto.createVerify('sha1');
  verifier.update(serialized);
  verifier.end();
  return verifier.verify(pubKey, mySig);
}

function yourFunction(parameters, libraries, request) {
  return validateWebhook(parameters.publicKey, request.body);
}

const crypto = require('crypto');

// body style: top-level return, no function at all
const xSignature = request.headers['x-signature'];
const xRequestId = request.headers['x-request-id'];
const urlParams = new URLSearchParams(new URL(request.url).search);
const dataID = urlParams.get('data.id');

let ts;
let hash;
xSignature.split(',').forEach((part) => {
  const [key, value] = part.split('=');
  if (key && value) {
    const trimmedKey = key.trim();
    if (trimmedKey === 'ts') ts = value.trim();
    else if (trimmedKey === 'v1') hash = value.trim();
  }
});

const manifest = `id:${dataID};request-id:${xRequestId};ts:${ts};`;
const sha = crypto.createHmac('sha256', parameters.secret).update(manifest).digest('hex');
return sha === hash;

const crypto = require('crypto');

async function yourFunction(parameters, libraries, request) {
  const [method, sent] = request.header('X-Hub-Signature').split('=');
  if (!crypto.getHashes().includes(method)) {
    throw new Error(`unknown digest ${method}`);
  }
  const calculated = crypto.createHmac(method, parameters.client_secret).update(request.rawBody).digest('hex');
  return calculated.toLowerCase() === sent.toLowerCase();
}

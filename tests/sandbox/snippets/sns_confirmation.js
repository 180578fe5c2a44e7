const assert = require('assert');

module.exports = (parameters, libraries, request) => {
  if (request.headers['x-amz-sns-message-type'] !== 'SubscriptionConfirmation') {
    return { status: 200 };
  }
  const message = JSON.parse(request.rawBody);
  const { hostname, searchParams } = new URL(message.SubscribeURL);
  assert(hostname.endsWith('.amazonaws.com'), `${hostname} is not AWS`);
  assert.strictEqual(searchParams.get('Action'), 'ConfirmSubscription');
  return { status: 200, body: { topic: message.TopicArn.split(':').pop() }, persist: { subscribeURL: message.SubscribeURL } };
};

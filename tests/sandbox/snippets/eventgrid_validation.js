module.exports = async function (parameters, libraries, req) {
  const answers = [];
  for (const event of req.body) {
    const { eventType, data } = event;
    if (eventType === 'Microsoft.EventGrid.SubscriptionValidationEvent') {
      answers.push({ validationResponse: data.validationCode });
    } else {
      console.log('%s: %j', eventType, data);
    }
  }
  return answers.length === 1 ? { status: 200, body: answers[0] } : { status: 200 };
};

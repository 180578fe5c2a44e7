async function yourFunction(parameters, libraries, req) {
  if (req.query.token !== parameters.token) {
    return false;
  }
  const { message } = req.body;
  const data = Buffer.from(message.data, 'base64').toString().trim();
  const { emailAddress, historyId } = JSON.parse(data);
  console.log(`Mail of ${emailAddress} at ${historyId}, attributes:`, message.attributes);
  return Number.isInteger(historyId);
}

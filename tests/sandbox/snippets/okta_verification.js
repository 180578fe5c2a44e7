module.exports = (parameters, libraries, request) => {
  const challenge = request.header('x-okta-verification-challenge');
  if (!challenge) return { status: 400, body: { error: 'no challenge' } };
  return { status: 200, body: { verification: challenge } };
};

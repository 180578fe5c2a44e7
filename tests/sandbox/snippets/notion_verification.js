export default function handler(parameters, libraries, request) {
  const { verification_token: token, type } = request.body;
  if (token !== undefined) {
    return { status: 200, body: 'ok', persist: { verificationToken: token } };
  }
  return { status: 200, body: `ignored ${type}` };
}

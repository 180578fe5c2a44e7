import { X509Certificate, createHash, verify } from 'node:crypto';

const decode = (part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));

export default async function handler(parameters, libraries, request) {
  const [head, payload, signature] = request.body.signedPayload.split('.');
  const { alg, x5c } = decode(head);
  if (alg !== 'ES256' || x5c.length !== 3) {
    throw new Error(`unexpected header: ${alg} with ${x5c.length} certificates`);
  }

  const [leaf, intermediate, root] = x5c.map((each) => new X509Certificate(Buffer.from(each, 'base64')));
  const fingerprint = createHash('sha256').update(root.raw).digest('hex');
  if (fingerprint !== parameters.rootFingerprint) {
    return false;
  }
  if (!leaf.verify(intermediate.publicKey) || !intermediate.verify(root.publicKey) || !leaf.checkIssued(intermediate)) {
    return false;
  }

  console.info('signed by', leaf.subject.split('\n').at(-1), 'until', new Date(leaf.validTo).getUTCFullYear() > 2026);
  const key = { key: leaf.publicKey, dsaEncoding: 'ieee-p1363' };
  return verify('sha256', Buffer.from(`${head}.${payload}`), key, Buffer.from(signature, 'base64url'));
}

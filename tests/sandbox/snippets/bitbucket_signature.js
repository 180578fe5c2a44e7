import { createHmac, timingSafeEqual } from 'crypto';

export const verify = (parameters, libraries, request) => {
  const received = request.headers['x-hub-signature'];
  const [algorithm, hash] = received.split('=', 2);
  const calculated = createHmac(algorithm, parameters.secret).update(request.rawBodyBuffer).digest();
  const given = Uint8Array.from(Buffer.from(hash, 'hex'));
  return timingSafeEqual(given, calculated);
};

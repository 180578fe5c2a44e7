// Requests signed with a private key, by the name of the snippet that verifies them.
// The keys are made for each recording and kept nowhere: recorded signatures of these differ every time.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { AT, TOLERANCE, changed, form, post } from './sending.mjs';

const BODY = JSON.stringify([{ event: 'delivered', email: 'jürgen@example.com', sg_event_id: 'x1' }]);
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');
const rsaPem = rsa.publicKey.export({ type: 'spki', format: 'pem' });

function verified(parameters, genuine, from, to) {
  return { mode: 'verify', parameters, genuine, tampered: changed(genuine, from, to) };
}

function discord() {
  const body = JSON.stringify({ type: 1, id: '1', token: 'ünïcode' });
  const raw = ed.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
  const headers = {
    'x-signature-timestamp': String(AT),
    'x-signature-ed25519': sign(null, Buffer.from(AT + body), ed.privateKey).toString('hex'),
  };
  return verified({ publicKey: raw }, post(body, headers), '"type":1', '"type":2');
}

function sendgrid() {
  const headers = {
    'x-twilio-email-event-webhook-timestamp': String(AT),
    'x-twilio-email-event-webhook-signature': sign('sha256', Buffer.from(AT + BODY), ec.privateKey).toString('base64'),
  };
  const publicKey = ec.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return verified({ publicKey }, post(BODY, headers), 'delivered', 'opened');
}

function paypal() {
  // its checksum, by hand: this Node's zlib has none
  const body = '123456789';
  const message = `tx-1|2026-11-24T12:00:00Z|WH-1|${0xcbf43926}`;
  const headers = {
    'paypal-transmission-id': 'tx-1',
    'paypal-transmission-time': '2026-11-24T12:00:00Z',
    'paypal-transmission-sig': sign('sha256', Buffer.from(message), rsa.privateKey).toString('base64'),
  };
  return verified({ WEBHOOK_ID: 'WH-1', publicKey: rsaPem }, post(body, headers), '123', '321');
}

function paddle() {
  const text = 'a:3:{s:10:"alert_name";s:12:"subscription";s:5:"email";s:14:"é@example.com";s:8:"p_coupon";s:0:"";}';
  const p_signature = sign('sha1', Buffer.from(text), rsa.privateKey).toString('base64');
  const genuine = form({ p_signature, p_coupon: '', email: 'é@example.com', alert_name: 'subscription' });
  return verified({ publicKey: rsaPem }, genuine, 'subscription', 'payment');
}

function plaid() {
  const jwk = { ...ec.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256', use: 'sig' };
  const body = JSON.stringify({ webhook_type: 'ITEM', item_id: 'i1' }, null, 2);
  const claims = { iat: AT, request_body_sha256: createHash('sha256').update(body).digest('hex') };
  const text = [{ alg: 'ES256', kid: 'k1', typ: 'JWT' }, claims]
    .map((one) => Buffer.from(JSON.stringify(one)).toString('base64url'))
    .join('.');
  const signature = sign('sha256', Buffer.from(text), { key: ec.privateKey, dsaEncoding: 'ieee-p1363' });
  const headers = { 'plaid-verification': `${text}.${signature.toString('base64url')}` };
  return verified({ jwk: JSON.stringify(jwk), tolerance: TOLERANCE }, post(body, headers), 'i1', 'i2');
}

function wise() {
  const headers = { 'x-signature-sha256': sign('sha256', Buffer.from(BODY), rsa.privateKey).toString('base64') };
  return verified({ publicKey: rsaPem }, post(BODY, headers), 'delivered', 'bounced');
}

function sns() {
  const message = {
    Type: 'Notification',
    MessageId: '22b80b92',
    TopicArn: 'arn:aws:sns:us-west-2:123456789012:MyTopic',
    Subject: 'Grüße',
    Message: 'Hello\nworld',
    Timestamp: '2026-11-24T12:00:00.000Z',
    SignatureVersion: '2',
    SigningCertURL: 'https://sns.us-west-2.amazonaws.com/SimpleNotificationService.pem',
  };
  const names = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'];
  const text = names.map((name) => `${name}\n${message[name]}\n`).join('');
  const Signature = sign('sha256', Buffer.from(text), rsa.privateKey).toString('base64');
  const type = { 'content-type': 'text/plain; charset=UTF-8', 'x-amz-sns-message-type': 'Notification' };
  const genuine = post({ ...message, Signature }, type);
  return verified({ publicKey: rsaPem }, genuine, 'amazonaws.com/', 'amazonaws.com.example.net/');
}

export const publicKeys = {
  discord_ed25519: discord(),
  discord_webcrypto: discord(),
  sendgrid_ecdsa: sendgrid(),
  sendgrid_der: sendgrid(),
  paypal_crc32: paypal(),
  paddle_classic: paddle(),
  plaid_es256: plaid(),
  wise_rsa: wise(),
  sns_signature: sns(),
};

// Requests whose signed part is wrapped or encrypted, by the name of the snippet that opens it.
// Keys and certificates are made for each recording and kept nowhere.
import { execFileSync } from 'node:child_process';
import { createCipheriv, createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADDRESS, AT, TOLERANCE, changed, form, hmac, post, resigned } from './sending.mjs';

const BODY = JSON.stringify({ id: 'evt_1', type: 'paid', note: 'Grüße 🎉' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const rsaPem = rsa.publicKey.export({ type: 'spki', format: 'pem' });
const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

function verified(parameters, genuine, from, to) {
  return { mode: 'verify', parameters, genuine, tampered: changed(genuine, from, to) };
}

// A root, an intermediate and a leaf, each P-256: the leaf's private key as PEM, and all three as DER.
function chain() {
  const folder = mkdtempSync(join(tmpdir(), 'chain-'));
  const openssl = (...words) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
  writeFileSync(join(folder, 'ca'), 'basicConstraints=critical,CA:TRUE\n');
  const names = ['root', 'intermediate', 'leaf'];
  names.forEach((name, index) => {
    openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', `${name}.key`);
    openssl('req', '-new', '-key', `${name}.key`, '-subj', `/C=US/O=Example/CN=Example ${name}`, '-out', `${name}.csr`);
    const by = index === 0 ? ['-signkey', 'root.key'] : ['-CA', `${names[index - 1]}.pem`, '-CAkey', `${names[index - 1]}.key`, '-CAcreateserial'];
    openssl('x509', '-req', '-in', `${name}.csr`, '-days', '36500', ...by, ...(index < 2 ? ['-extfile', 'ca'] : []), '-out', `${name}.pem`);
    openssl('x509', '-in', `${name}.pem`, '-outform', 'DER', '-out', `${name}.der`);
  });
  const read = (file) => readFileSync(join(folder, file));
  const made = { key: read('leaf.key').toString(), certificates: names.reverse().map((name) => read(`${name}.der`)) };
  rmSync(folder, { recursive: true });
  return made;
}

function apple() {
  const { key, certificates } = chain();
  const x5c = certificates.map((each) => each.toString('base64'));
  const text = `${encoded({ alg: 'ES256', x5c })}.${encoded({ notificationType: 'DID_RENEW' })}`;
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  const rootFingerprint = createHash('sha256').update(certificates[2]).digest('hex');
  return verified({ rootFingerprint }, post({ signedPayload: `${text}.${signature}` }), `.${signature.slice(0, 9)}`, `.${encoded('xxxxxxxxx').slice(0, 9)}`);
}

function wechatPay() {
  const apiV3Key = '0123456789abcdef0123456789abcdef';
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, 'nonce-of-12b');
  cipher.setAAD(Buffer.from('transaction'));
  const trade = { out_trade_no: 'T1', trade_state: 'SUCCESS', amount: { total: 1250 }, payer: { openid: '微信' } };
  const sealed = Buffer.concat([cipher.update(JSON.stringify(trade)), cipher.final(), cipher.getAuthTag()]);
  const resource = { ciphertext: sealed.toString('base64'), associated_data: 'transaction', nonce: 'nonce-of-12b' };
  const body = JSON.stringify({ id: 'EV-1', event_type: 'TRANSACTION.SUCCESS', resource });
  const text = `${AT}\nn1\n${body}\n`;
  const headers = {
    'wechatpay-timestamp': String(AT),
    'wechatpay-nonce': 'n1',
    'wechatpay-signature': sign('sha256', Buffer.from(text), rsa.privateKey).toString('base64'),
  };
  return verified({ platformKey: rsaPem, apiV3Key }, post(body, headers), 'EV-1', 'EV-2');
}

function alipay() {
  const fields = { subject: 'Tee 茶', total_amount: '9.00', trade_status: 'TRADE_SUCCESS', out_trade_no: 'T1', empty: '' };
  const text = Object.keys(fields).sort().filter((key) => fields[key]).map((key) => `${key}=${fields[key]}`).join('&');
  const signature = sign('sha256', Buffer.from(text), rsa.privateKey).toString('base64');
  const alipayPublicKey = rsa.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return verified({ alipayPublicKey }, form({ ...fields, sign_type: 'RSA2', sign: signature }), '9.00', '1.00');
}

function box() {
  const at = '2026-11-24T04:00:00-08:00';
  const headers = {
    'box-delivery-timestamp': at,
    'box-signature-version': '1',
    'box-signature-algorithm': 'HmacSHA256',
    'box-signature-primary': hmac('sha256', 'rotated away', BODY + at, 'base64'),
    'box-signature-secondary': hmac('sha256', 'second', BODY + at, 'base64'),
  };
  return verified({ primaryKey: 'first', secondaryKey: 'second', tolerance: TOLERANCE }, post(BODY, headers), 'paid', 'free');
}

function mandrill() {
  const fields = { mandrill_events: JSON.stringify([{ event: 'open', msg: { subject: 'Grüße' } }]), account: 'a' };
  const text = `${ADDRESS}account${fields.account}mandrill_events${fields.mandrill_events}`;
  const genuine = form(fields, { 'x-mandrill-signature': hmac('sha1', 'mandrill key', text, 'base64') });
  return verified({ key: 'mandrill key' }, genuine, 'account=a', 'account=b');
}

function mercadoPago() {
  const v1 = hmac('sha256', 'mp secret', `id:123;request-id:r-1;ts:${AT};`);
  const genuine = post(BODY, { 'x-signature': `ts=${AT}, v1=${v1}`, 'x-request-id': 'r-1' }, 'data.id=123&type=payment');
  return { mode: 'verify', parameters: { secret: 'mp secret' }, genuine, tampered: resigned(genuine, 'x-request-id', 'r-2') };
}

function vonage() {
  const claims = { iat: AT, iss: 'Vonage', payload_hash: createHash('sha256').update(BODY).digest('hex') };
  const text = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
  const headers = { authorization: `Bearer ${text}.${hmac('sha256', 'vonage secret', text, 'base64url')}` };
  return verified({ signatureSecret: 'vonage secret' }, post(BODY, headers), 'paid', 'free');
}

function facebook() {
  const payload = encoded({ algorithm: 'HMAC-SHA256', issued_at: AT, user_id: '218471' });
  const signed_request = `${hmac('sha256', 'app secret', payload, 'base64url')}.${payload}`;
  const forged = encoded({ algorithm: 'HMAC-SHA256', issued_at: AT, user_id: '1' });
  return verified({ appSecret: 'app secret' }, form({ signed_request }), payload, forged);
}

function braintree() {
  const bt_payload = Buffer.from('<notification><kind>check</kind><subject><id>s1</id><id>s2</id></subject></notification>').toString('base64');
  const key = createHash('sha1').update('private').digest();
  const bt_signature = `other|00&public|${hmac('sha1', key, bt_payload)}`;
  return verified({ publicKey: 'public', privateKey: 'private' }, form({ bt_signature, bt_payload }), 'PG5vdGlmaWNh', 'PG5vdGlmaWNi');
}

function twitch() {
  const body = JSON.stringify({ challenge: 'pogchamp-kappa-360noscope', subscription: { type: 'channel.follow' } });
  const headers = {
    'twitch-eventsub-message-id': 'm1',
    'twitch-eventsub-message-timestamp': '2026-11-24T12:00:00.123456789Z',
    'twitch-eventsub-message-type': 'webhook_callback_verification',
  };
  const text = `m12026-11-24T12:00:00.123456789Z${body}`;
  const genuine = post(body, { ...headers, 'twitch-eventsub-message-signature': `sha256=${hmac('sha256', 's3cre7', text)}` });
  return { mode: 'respond', parameters: { secret: 's3cre7' }, genuine, tampered: changed(genuine, 'pogchamp', 'popchamp') };
}

function pss() {
  const key = { key: rsa.privateKey, padding: 6, saltLength: 32 };
  return verified({ publicKey: rsaPem }, post(BODY, { 'x-signature': sign('sha256', Buffer.from(BODY), key).toString('hex') }), 'paid', 'free');
}

function streamed() {
  return verified({ secret: 'k' }, post(BODY, { 'x-signature': hmac('sha512', 'k', BODY) }), 'paid', 'free');
}

export const envelopes = {
  apple_notifications: apple(),
  wechat_pay: wechatPay(),
  alipay_rsa2: alipay(),
  box_signatures: box(),
  mandrill_signature: mandrill(),
  mercado_pago: mercadoPago(),
  vonage_jwt: vonage(),
  facebook_signed_request: facebook(),
  braintree_webhook: braintree(),
  twitch_eventsub: twitch(),
  rsa_webcrypto: pss(),
  streamed_hmac: streamed(),
};

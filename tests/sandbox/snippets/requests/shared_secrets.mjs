// Requests signed with a secret that both sides know, by the name of the snippet that verifies them.
import { createHash, pbkdf2Sync } from 'node:crypto';
import { ADDRESS, AT, PATH, TOLERANCE, changed, form, get, hmac, post, resigned } from './sending.mjs';

const EVENT = JSON.stringify({ id: 'evt_1', type: 'order.paid', amount: 1250, note: 'Grüße, 東京 🎉' });
const ASCII = JSON.stringify({ action: 'opened', number: 7, zen: 'Keep it simple' });
const tolerance = TOLERANCE;

// A body, a header with its signature, and the same with a changed body.
function signed(parameters, name, signature, { body = EVENT, from = 'id', more = {}, query = '' } = {}) {
  const genuine = post(body, { ...more, [name]: signature }, query);
  return { mode: 'verify', parameters, genuine, tampered: changed(genuine, from, 'xx') };
}

// A good signature, and one that a stranger made.
function guessed(parameters, name, signature, guess, more = {}) {
  const { genuine } = signed(parameters, name, signature, { more });
  return { mode: 'verify', parameters, genuine, tampered: resigned(genuine, name, guess) };
}

function slack() {
  const signature = `v0=${hmac('sha256', 'slack secret', `v0:${AT}:${EVENT}`)}`;
  return signed({ signingSecret: 'slack secret', tolerance }, 'x-slack-signature', signature, {
    more: { 'x-slack-request-timestamp': String(AT) },
  });
}

function github(name) {
  const more = { 'x-github-event': 'issues', 'x-github-delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958' };
  const signature = `sha256=${hmac('sha256', 'It is a secret', ASCII)}`;
  return signed({ [name]: 'It is a secret' }, 'x-hub-signature-256', signature, { body: ASCII, from: 'opened', more });
}

function stripe() {
  const v1 = hmac('sha256', 'whsec_stripe', `${AT}.${EVENT}`);
  const header = `t=${AT},v1=${'0'.repeat(64)},v1=${v1},v0=ignored`;
  return signed({ endpointSecret: 'whsec_stripe', tolerance }, 'stripe-signature', header);
}

function twilio() {
  const fields = { To: '+15550100', From: '+15550101', Body: 'héllo & goodbye', CallSid: 'CA1', Digits: '' };
  const text = Object.keys(fields).sort().reduce((all, key) => all + key + fields[key], ADDRESS);
  const genuine = form(fields, { 'x-twilio-signature': hmac('sha1', 'token', text, 'base64') });
  return { mode: 'verify', parameters: { authToken: 'token' }, genuine, tampered: changed(genuine, 'CA1', 'CA2') };
}

function asana() {
  const body = JSON.stringify({ events: [{ action: 'added', user: { gid: '1' }, parent: null }] });
  return signed({ secret: 'hook' }, 'x-hook-signature', hmac('sha256', 'hook', body), { body, from: 'added' });
}

function clientState() {
  const one = { clientState: 'mine', resource: 'users/1/messages', changeType: 'created' };
  const other = { ...one, clientState: 'guess' };
  return {
    mode: 'verify',
    parameters: { clientState: 'mine' },
    genuine: post({ value: [one, one] }),
    tampered: post({ value: [one, other] }),
  };
}

function hubspot() {
  const query = 'name=a%20b&to=%40me';
  const text = `POST${ADDRESS}?name=a%20b&to=@me${EVENT}${AT}000`;
  return signed({ clientSecret: 'hs', tolerance }, 'x-hubspot-signature-v3', hmac('sha256', 'hs', text, 'base64'), {
    more: { 'x-hubspot-request-timestamp': `${AT}000` },
    query,
  });
}

function mailgun() {
  const [timestamp, token] = [String(AT), 'a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0'];
  const signature = { timestamp, token, signature: hmac('sha256', 'mg', timestamp + token) };
  const genuine = post({ signature, 'event-data': { event: 'opened' } });
  return { mode: 'verify', parameters: { signingKey: 'mg' }, genuine, tampered: changed(genuine, token, 'other') };
}

function linear() {
  const body = JSON.stringify({ action: 'create', type: 'Issue', webhookTimestamp: AT * 1000 });
  const given = { LINEAR_WEBHOOK_SECRET: 'lin', tolerance };
  return signed(given, 'linear-signature', hmac('sha256', 'lin', body), { body, from: 'create' });
}

function contentful() {
  const names = ['x-contentful-signed-headers', 'x-contentful-timestamp'];
  const more = { [names[0]]: names.join(), [names[1]]: `${AT}000` };
  const text = ['POST', `${PATH}?space=a%20b`, names.map((name) => `${name}:${more[name]}`).join(';'), EVENT].join('\n');
  return signed({ secret: 'cf' }, 'x-contentful-signature', hmac('sha256', 'cf', text), { more, query: 'space=a%20b' });
}

function svix() {
  const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  const v1 = hmac('sha256', key, `msg_1.${AT}.${EVENT}`, 'base64');
  const header = `v1,AAAA v1,${Buffer.alloc(32).toString('base64')} v1a,${v1} v1,${v1}`;
  const more = { 'webhook-id': 'msg_1', 'webhook-timestamp': String(AT) };
  return signed({ secret: `whsec_${key.toString('base64')}` }, 'webhook-signature', header, { more });
}

function adyen() {
  const hmacKey = '44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056';
  const text = 'psp1::TestMerchant:ref:1130:EUR:AUTHORISATION:true';
  const item = {
    pspReference: 'psp1',
    merchantAccountCode: 'TestMerchant',
    merchantReference: 'ref',
    amount: { value: 1130, currency: 'EUR' },
    eventCode: 'AUTHORISATION',
    success: 'true',
    additionalData: { hmacSignature: hmac('sha256', Buffer.from(hmacKey, 'hex'), text, 'base64') },
  };
  const genuine = post({ live: 'false', notificationItems: [{ NotificationRequestItem: item }] });
  return { mode: 'verify', parameters: { hmacKey }, genuine, tampered: changed(genuine, '1130', '1') };
}

function token(key, claims, alg = 'HS256') {
  const text = [{ alg, typ: 'JWT' }, claims].map((one) => Buffer.from(JSON.stringify(one)).toString('base64url')).join('.');
  return `${text}.${hmac('sha256', key, text, 'base64url')}`;
}

function bigcommerce() {
  const claims = { aud: 'client', sub: 'stores/z4zn3wo', user: { id: 9, email: 'a@example.com' } };
  return {
    mode: 'verify',
    parameters: { clientId: 'client', clientSecret: 'bc' },
    genuine: get({ signed_payload_jwt: token('bc', claims) }),
    tampered: get({ signed_payload_jwt: token('bc', claims, 'none') }),
  };
}

function atlassian() {
  const canonical = `POST&/int_1&a=1,2&sp%20ace=%2A%27&z=%C3%A9`;
  const claims = { iss: 'jira', qsh: createHash('sha256').update(canonical).digest('hex') };
  const query = `z=%C3%A9&a=2&a=1&sp%20ace=*%27&jwt=${token('shared', claims)}`;
  return {
    mode: 'verify',
    parameters: { sharedSecret: 'shared', basePath: PATH.replace('/int_1', '') },
    genuine: post(EVENT, {}, query),
    tampered: post(EVENT, {}, query.replace('a=1', 'a=3')),
  };
}

function fields() {
  const rest = 'buyer=J%C3%BCrgen+M&item=1&item=2&total=9.50';
  const signature = createHash('md5').update(`${rest}ff`).digest('hex');
  const genuine = form(`total=9.50&item=1&signature=${signature}&item=2&buyer=J%C3%BCrgen+M`);
  return { mode: 'verify', parameters: { secret: 'ff' }, genuine, tampered: changed(genuine, '9.50', '0.50') };
}

function derived() {
  const key = pbkdf2Sync('password', Buffer.from('00ff10', 'hex'), 100, 32, 'sha256');
  const given = { password: 'password', salt: '00ff10' };
  return signed(given, 'x-signature', hmac('sha256', key, EVENT, 'base64'));
}

function pubsub() {
  const data = Buffer.from(JSON.stringify({ emailAddress: 'ü@example.com', historyId: 9876543210 })).toString('base64');
  const body = { message: { data, messageId: '2', attributes: { kind: 'mail' } }, subscription: 'projects/p/subscriptions/s' };
  return {
    mode: 'verify',
    parameters: { token: 't0' },
    genuine: post(body, {}, 'token=t0'),
    tampered: post(body, {}, 'token=t1'),
  };
}

export const sharedSecrets = {
  slack_signature: slack(),
  github_signature: github('WEBHOOK_SECRET'),
  github_webcrypto: github('secret'),
  stripe_signature: stripe(),
  shopify_hmac: guessed({ CLIENT_SECRET: 'sh' }, 'x-shopify-hmac-sha256', hmac('sha256', 'sh', EVENT, 'base64'), 'Zm9v'),
  twilio_form: twilio(),
  zoom_signature: signed({ ZOOM_WEBHOOK_SECRET_TOKEN: 'zm' }, 'x-zm-signature', `v0=${hmac('sha256', 'zm', `v0:${AT}:${EVENT}`)}`, {
    more: { 'x-zm-request-timestamp': String(AT) },
  }),
  meta_signature: signed({ appSecret: 'fb' }, 'x-hub-signature-256', `sha256=${hmac('sha256', 'fb', EVENT)}`),
  asana_signature: asana(),
  trello_signature: signed(
    { secret: 'tr', callbackURL: ADDRESS },
    'x-trello-webhook',
    hmac('sha1', 'tr', EVENT + ADDRESS, 'base64'),
  ),
  dropbox_signature: signed({ appSecret: 'db' }, 'x-dropbox-signature', hmac('sha256', 'db', EVENT)),
  graph_client_state: clientState(),
  x_signature: signed({ consumerSecret: 'x' }, 'x-twitter-webhooks-signature', `sha256=${hmac('sha256', 'x', EVENT, 'base64')}`),
  xero_signature: guessed({ xero_webhook_key: 'xe' }, 'x-xero-signature', hmac('sha256', 'xe', EVENT, 'base64'), 'nope'),
  hubspot_v3: hubspot(),
  square_signature: signed(
    { signatureKey: 'sq', notificationUrl: ADDRESS },
    'x-square-hmacsha256-signature',
    hmac('sha256', 'sq', ADDRESS + EVENT, 'base64'),
  ),
  docusign_connect: guessed({ secret: 'ds' }, 'x-docusign-signature-1', hmac('sha256', 'ds', EVENT, 'base64'), 'Zm9v'),
  mailgun_body: mailgun(),
  intercom_sha1: guessed({ client_secret: 'ic' }, 'x-hub-signature', `sha1=${hmac('sha1', 'ic', EVENT)}`, 'crc32=00'),
  linear_signature: linear(),
  typeform_signature: signed({ token: 'tf' }, 'typeform-signature', `sha256=${hmac('sha256', 'tf', EVENT, 'base64')}`),
  calendly_signature: signed(
    { webhookSigningKey: 'cy', tolerance },
    'calendly-webhook-signature',
    `t=${AT},v1=${hmac('sha256', 'cy', `${AT}.${EVENT}`)}`,
  ),
  contentful_canonical: contentful(),
  zendesk_signature: signed({ signingSecret: 'zd' }, 'x-zendesk-webhook-signature', hmac('sha256', 'zd', '2026-11-24T12:00:00Z' + EVENT, 'base64'), {
    more: { 'x-zendesk-webhook-signature-timestamp': '2026-11-24T12:00:00Z' },
  }),
  webex_sha1: signed({ secret: 'wx' }, 'x-spark-signature', hmac('sha1', 'wx', EVENT)),
  bitbucket_signature: guessed({ secret: 'bb' }, 'x-hub-signature', `sha256=${hmac('sha256', 'bb', EVENT)}`, 'md4711=00'),
  svix_signatures: svix(),
  adyen_hmac: adyen(),
  bigcommerce_jwt: bigcommerce(),
  atlassian_qsh: atlassian(),
  digest_text: signed({ secret: 'dt' }, 'x-signature', `sha512=${hmac('sha512', 'dt', `POST\n${PATH}\n${EVENT}`)}`),
  digest_buffer: derived(),
  form_fields: fields(),
  paddle_billing: signed({ secret: 'pd' }, 'paddle-signature', `ts=${AT};h1=${hmac('sha256', 'pd', `${AT}:${EVENT}`)}`),
  google_pubsub: pubsub(),
};

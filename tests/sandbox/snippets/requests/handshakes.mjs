// Requests that want an answer, by the name of the snippet that gives it; the tampered ones deserve another answer.
import { createCipheriv, createHash } from 'node:crypto';
import { AT, get, head, post } from './sending.mjs';

function answered(parameters, genuine, tampered) {
  return { mode: 'respond', parameters, genuine, tampered };
}

function meta(token) {
  return get({ 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': token });
}

function lark(key, type) {
  const event = JSON.stringify({ challenge: 'ajls384kdjx98XX', token: 'vt', type });
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), Buffer.from('0123456789abcdef'));
  const encrypt = Buffer.concat([Buffer.from('0123456789abcdef'), cipher.update(event), cipher.final()]);
  return post({ encrypt: encrypt.toString('base64') });
}

function wechat(token) {
  const signature = createHash('sha1').update([token, String(AT), '42'].sort().join('')).digest('hex');
  return get({ signature, timestamp: String(AT), nonce: '42', echostr: 'écho 7' });
}

function eventGrid(eventType) {
  return post([{ id: '1', eventType, data: { validationCode: '512d38b6', nested: { deep: [1, null] } } }]);
}

function snsConfirmation(host) {
  const body = {
    Type: 'SubscriptionConfirmation',
    TopicArn: 'arn:aws:sns:us-west-2:123456789012:MyTopic',
    SubscribeURL: `https://${host}/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:us-west-2:123456789012:MyTopic&Token=2336412f`,
  };
  return post(body, { 'content-type': 'text/plain; charset=UTF-8', 'x-amz-sns-message-type': 'SubscriptionConfirmation' });
}

export const handshakes = {
  slack_challenge: answered({}, post({ type: 'url_verification', challenge: '3eZbrw1a' }), post({ type: 'event_callback' })),
  zoom_validation: answered(
    { ZOOM_WEBHOOK_SECRET_TOKEN: 'zm' },
    post({ event: 'endpoint.url_validation', payload: { plainToken: 'qgg8vlvZRS6UYooatFL8Aw' }, event_ts: 1654503849680 }),
    post({ event: 'endpoint.url_validation', payload: {} }),
  ),
  meta_challenge: answered({ verifyToken: 'meatyhamhock' }, meta('meatyhamhock'), meta('guess')),
  asana_handshake: answered({}, post('{}', { 'x-hook-secret': 'b537207f20cbfa02357cf448134da559e8bd39d61597dcd5631b8012eae53e81' }), post('{"events":[]}')),
  trello_head: answered({}, head(), post({ action: { type: 'updateCard' } })),
  dropbox_challenge: answered({}, get({ challenge: 'a+b &c=ü' }), post({ list_folder: { accounts: ['dbid:1'] } })),
  graph_validation: answered({}, post('', { 'content-type': 'text/plain' }, 'validationToken=Validation%3A+Testing+client%20%C3%BC'), post({ value: [] })),
  x_crc: answered({ consumer_secret: 'cs' }, get({ crc_token: 'N2RiYzdjNmEt' }), get({ crc: 'x' })),
  notion_verification: answered({}, post({ verification_token: 'secret_tMrlL1qK5vuQAh1b' }), post({ type: 'page.created' })),
  monday_challenge: answered({}, post({ challenge: '3eZbrw1aBm2r' }), post({ event: { pulseId: 1234567890 } })),
  discord_ping: answered({}, post({ type: 1 }), post({ type: 9 })),
  okta_verification: answered({}, get({}, { 'x-okta-verification-challenge': 'challenge 1' }), get({})),
  eventgrid_validation: answered(
    {},
    eventGrid('Microsoft.EventGrid.SubscriptionValidationEvent'),
    eventGrid('Microsoft.Storage.BlobCreated'),
  ),
  lark_encrypted: answered({ encryptKey: 'test key', verificationToken: 'vt' }, lark('test key', 'url_verification'), lark('other key', 'url_verification')),
  wechat_echo: answered({ token: 'tok' }, wechat('tok'), wechat('guess')),
  sns_confirmation: answered({}, snsConfirmation('sns.us-west-2.amazonaws.com'), snsConfirmation('sns.example.net')),
};

// Runs every snippet of this folder in Node and writes what came out to recorded.json: `node record.mjs`.
// Builds the world that customers' code finds out of Node's own modules, and knows nothing of the sandbox's.
import assert from 'node:assert';
import buffer from 'node:buffer';
import crypto from 'node:crypto';
import events from 'node:events';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import querystring from 'node:querystring';
import url from 'node:url';
import util from 'node:util';
import { envelopes } from './requests/envelopes.mjs';
import { handshakes } from './requests/handshakes.mjs';
import { publicKeys } from './requests/public_keys.mjs';
import { sharedSecrets } from './requests/shared_secrets.mjs';

const FOLDER = new URL('.', import.meta.url);
const ORIGIN = 'https://hooks.example.com';
const LEVELS = ['debug', 'log', 'info', 'warn', 'error'];
const NAMES = ['parameters', 'libraries', 'request', 'require', 'module', 'exports'];
const ENTRIES = ['yourFunction', 'handler', 'main'];
const IS_MODULE = /^(?:import|export)\s/m;
const AsyncFunction = (async () => {}).constructor;
const require = createRequire(import.meta.url);
const libraries = { assert, buffer, crypto, events, querystring, url, util, Buffer, URL, URLSearchParams, require };

function grouped(pairs) {
  const found = {};
  for (const [name, value] of pairs) {
    found[name] = name in found ? [].concat(found[name], value) : value;
  }
  return found;
}

function parsed(text, type) {
  if (type === 'application/x-www-form-urlencoded') {
    return { ...querystring.parse(text) };
  }
  try {
    return type === '' || type === 'application/json' ? JSON.parse(text) : text;
  } catch {
    return text;
  }
}

function requestOf({ method, path, query, headers, body }) {
  const request = { method, url: ORIGIN + path + (query && `?${query}`), path, headers: Object.fromEntries(headers) };
  request.query = grouped(new URLSearchParams(query));
  request.rawBody = body;
  request.rawBodyBuffer = Buffer.from(body);
  request.body = parsed(body, (request.headers['content-type'] ?? '').split(';')[0]);
  request.get = request.header = (name) => request.headers[name.toLowerCase()];
  return request;
}

async function entryOf(code, given) {
  if (IS_MODULE.test(code)) {
    // a number, because Node gives the same module for the same address
    const address = `data:text/javascript,${encodeURIComponent(`${code}\n//${crypto.randomUUID()}`)}`;
    const module = await import(address);
    return module.default ?? module.verify;
  }
  const module = { exports: {} };
  const found = await textOf(code)(...given, require, module, module.exports);
  if (found !== undefined) {
    return typeof found === 'function' ? found : () => found;
  }
  return typeof module.exports === 'function' ? module.exports : Object.values(module.exports)[0];
}

function textOf(code) {
  try {
    return new AsyncFunction(...NAMES, `return (${code.replace(/[;\s]+$/, '')})`);
  } catch {
    const names = ENTRIES.map((name) => `typeof ${name} === 'function' ? ${name} : `).join('');
    return new AsyncFunction(...NAMES, `{${code}\n;return ${names}undefined}`);
  }
}

function plain(value, mode) {
  if (Buffer.isBuffer(value)) {
    return { bytes: value.toString('base64') };
  }
  if (mode === 'respond' && Buffer.isBuffer(value?.body)) {
    return { ...value, body: plain(value.body) };
  }
  return JSON.parse(JSON.stringify(value) ?? 'null');
}

async function ran(code, mode, parameters, request) {
  const lines = [];
  const kept = { ...console };
  for (const level of LEVELS) {
    console[level] = (...texts) => lines.push([level, util.format(...texts)]);
  }
  try {
    const given = [{ ...parameters }, libraries, requestOf(request)];
    const value = await (await entryOf(code, given))?.(...given);
    return { request, value: plain(value, mode), console: lines };
  } catch ({ name, message }) {
    return { request, error: { name, message }, console: lines };
  } finally {
    Object.assign(console, kept);
  }
}

function sane(name, { mode, genuine, tampered }) {
  assert.ok(!('error' in genuine), `${name}: the genuine request fails: ${genuine.error?.message}`);
  const isDigest = name.startsWith('digest_');
  if (mode === 'verify' && !isDigest) {
    assert.strictEqual(genuine.value, true, `${name}: the genuine request is refused`);
    assert.notStrictEqual(tampered.value, true, `${name}: the tampered request is believed`);
  }
  assert.notDeepStrictEqual(genuine.value, tampered.value, `${name}: both end alike`);
}

const asked = { ...sharedSecrets, ...publicKeys, ...handshakes, ...envelopes };
const names = readdirSync(FOLDER).filter((one) => one.endsWith('.js')).map((one) => one.slice(0, -3)).sort();
assert.deepStrictEqual(names, Object.keys(asked).sort(), 'every snippet has its requests, and the other way round');
const recorded = {};
for (const name of names) {
  const { mode, parameters, genuine, tampered } = asked[name];
  const code = readFileSync(new URL(`${name}.js`, FOLDER), 'utf8');
  const one = { mode, parameters };
  one.genuine = await ran(code, mode, parameters, genuine);
  one.tampered = await ran(code, mode, parameters, tampered);
  sane(name, one);
  recorded[name] = one;
}
writeFileSync(new URL('recorded.json', FOLDER), `${JSON.stringify(recorded, null, 2)}\n`);
console.log(`${names.length} snippets recorded with Node ${process.version}`);

// Requests as providers send them, and their signatures. Leaves out which provider signs what.
import { createHmac } from 'node:crypto';

export const PATH = '/triggers/connect/prj_1/int_1';
export const ADDRESS = `https://hooks.example.com${PATH}`;
export const AT = 1_795_521_600; // 2026-11-24 12:00 UTC
export const TOLERANCE = '3153600000'; // a hundred years: recordings do not grow old

export function post(body, headers = {}, query = '') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return sent('POST', { 'content-type': 'application/json', ...headers }, query, text);
}

export function form(fields, headers = {}) {
  const type = 'application/x-www-form-urlencoded';
  return post(new URLSearchParams(fields).toString(), { 'content-type': type, ...headers });
}

export function get(query, headers = {}) {
  return sent('GET', headers, new URLSearchParams(query).toString(), '');
}

export function head() {
  return sent('HEAD', {}, '', '');
}

function sent(method, headers, query, body) {
  return { method, path: PATH, query, headers: Object.entries(headers), body };
}

export function hmac(algorithm, key, text, encoding = 'hex') {
  return createHmac(algorithm, key).update(text).digest(encoding);
}

// The same request with another body under the same signature.
export function changed(request, from, to) {
  if (!request.body.includes(from)) {
    throw new Error(`there is no ${from} in ${request.body}`);
  }
  return { ...request, body: request.body.replace(from, to) };
}

// The same request with another header.
export function resigned(request, name, value) {
  return { ...request, headers: request.headers.map(([key, old]) => [key, key === name ? value : old]) };
}

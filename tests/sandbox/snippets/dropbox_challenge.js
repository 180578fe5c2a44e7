const { URL } = require('node:url');

if (request.method === 'GET') {
  const { searchParams } = new URL(request.url);
  return {
    status: 200,
    headers: { 'Content-Type': 'text/plain', 'X-Content-Type-Options': 'nosniff' },
    body: searchParams.get('challenge'),
  };
}
return { status: 200, body: Buffer.from('ok') };

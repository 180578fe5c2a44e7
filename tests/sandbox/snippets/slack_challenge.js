function yourFunction(parameters, libraries, request) {
  if (request.body.type === 'url_verification') {
    return { status: 200, headers: { 'Content-Type': 'text/plain' }, body: request.body.challenge };
  }
  return { status: 200 };
}

module.exports = function handle(parameters, libraries, req) {
  // A new subscription is proved with a token in the query.
  if (req.query && req.query.validationToken) {
    return { status: 200, headers: { 'content-type': 'text/plain' }, body: req.query.validationToken };
  }
  const { value = [] } = req.body || {};
  return { status: value.length > 0 ? 202 : 400, body: null };
};

const yourFunction = ({}, {}, { body }) => body.challenge ? { status: 200, body: { challenge: body.challenge } } : { status: 200, body: { received: body.event.pulseId } };
module.exports = yourFunction;
